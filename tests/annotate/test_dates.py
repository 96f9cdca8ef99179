from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from secondsource.annotate.dates import RULES, find_dates
from secondsource.annotate.sentences import find_sentences
from secondsource.types import Article, DateBasis, DateMention
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


def _dates(text: str, published: date | datetime | None = None) -> tuple[DateMention, ...]:
    article = Article(id="a", outlet="The Ferry", text=text, published=published)
    return find_dates(article, find_sentences(article))


def _line(text: str, found: DateMention) -> str:
    source = f", from {found.anchor.of(text)}" if found.anchor else ""
    words = " ".join(found.span.of(text).split())
    return f"{words} -> {found.value or '?'} ({found.precision}, {found.basis}{source})".replace("\n", " ")


@pytest.mark.parametrize("pair", read_pairs("dates"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    published = date.fromisoformat(pair.keys["published"]) if "published" in pair.keys else None
    assert [_line(pair.text, found) for found in _dates(pair.text, published)] == list(pair.expect)


def test_the_days_that_a_value_covers_are_told() -> None:
    text = "2009, May 2010, June 3-5, 2011, last week, the 1990s and summer 2012."
    found = _dates(text, date(2024, 3, 5))
    assert [(d.earliest, d.latest) for d in found] == [
        (date(2009, 1, 1), date(2009, 12, 31)),
        (date(2010, 5, 1), date(2010, 5, 31)),
        (date(2011, 6, 3), date(2011, 6, 5)),
        (date(2024, 2, 26), date(2024, 3, 3)),
        (date(1990, 1, 1), date(1999, 12, 31)),
        (date(2012, 6, 1), date(2012, 8, 31)),
    ]


def test_the_day_of_publication_is_the_one_in_its_own_time_zone() -> None:
    (found,) = _dates("It happened today.", datetime(2024, 3, 5, 23, 30, tzinfo=UTC))
    assert found.value == "2024-03-05"


def test_unresolved_dates_have_neither_value_nor_days() -> None:
    (found,) = _dates("It happened on Friday.")
    assert (found.value, found.earliest, found.latest, found.basis) == (None, None, None, DateBasis.UNRESOLVED)


def test_expressions_are_in_text_order_and_do_not_overlap() -> None:
    text = "On Friday, May 3, 2013, and in the summer of 2012-13, two days after Monday, 3 May 2010-06-11 and so on."
    found = _dates(text, date(2013, 5, 5))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_nothing_is_counted_from_an_absurd_day_of_publication(published: date) -> None:
    text = (
        "Yesterday, tomorrow, last week, next year, 999 years ago, 900 decades from now, 99,999 weeks ago, "
        "the weekend, on Friday, in December, on Feb. 29, last summer, this Easter, next Christmas, the next day."
    )
    assert {found.basis for found in _dates(text, published)} == {DateBasis.UNRESOLVED}


def test_counts_that_leave_the_calendar_stop_at_its_ends() -> None:
    found = _dates("It was 999,999 weeks ago, or 900 decades from now, or 99,999 days ago.", date(2024, 3, 5))
    assert [d.value for d in found] == ["0002-W01", "9990", "1750-05-22"]


@pytest.mark.parametrize(
    "unit",
    ["May ", "2010-", "1", "the ", "Friday, ", "last ", "12/", "a day ", "’60s ", "November ", "https://x.y/1 May 3 "],
)
def test_work_grows_with_the_length_of_a_hostile_text_and_not_faster(unit: str) -> None:
    assert growth(lambda times: _dates(unit * times, date(2024, 3, 5)), 100) < 10


def test_every_rule_has_its_own_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
