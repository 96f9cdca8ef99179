from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from secondsource.annotate.dates import find_dates
from secondsource.annotate.figures import find_figures
from secondsource.annotate.sentences import find_sentences
from secondsource.types import Article, Figure
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


def _figures(text: str, published: date | None = None) -> tuple[Figure, ...]:
    article = Article(id="a", outlet="The Ferry", text=text, published=published)
    sentences = find_sentences(article)
    return find_figures(article, sentences, find_dates(article, sentences))


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6g}"


def _line(text: str, figure: Figure) -> str:
    value = _number(figure.low) + (f" to {_number(figure.high)}" if figure.high != figure.low else "")
    named = (("unit", figure.unit), ("modifier", figure.modifier), ("counts", figure.counted))
    return f"{figure.span.of(text)} -> {value}" + "".join(f", {name} {word}" for name, word in named if word)


@pytest.mark.parametrize("pair", read_pairs("figures"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    published = date.fromisoformat(pair.keys["published"]) if "published" in pair.keys else None
    assert [_line(pair.text, figure) for figure in _figures(pair.text, published)] == list(pair.expect)


def test_figures_are_in_text_order_and_do_not_overlap() -> None:
    text = "From 10 to 20, between 3 and 4 in 5, 52-48-3, $1-2 million, 5 feet 10, one in five of 20 and a half years."
    assert all(a.span.end <= b.span.start for a, b in pairwise(_figures(text)))


def test_the_low_end_is_never_above_the_high_one() -> None:
    assert all(figure.low <= figure.high for figure in _figures("60-50 seats, 20 to 10 boats, between 9 and 3 gulls."))


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1-", "one ", "half a ", "$", "hundred ", "1 to ", "two and ", "9" * 50 + " "]
)
def test_hostile_text_gives_finite_numbers_and_work_in_proportion(unit: str) -> None:
    assert all(figure.high < 1e16 for figure in _figures(unit * (20_000 // len(unit))))
    assert growth(lambda times: _figures(unit * times), 100) < 10
