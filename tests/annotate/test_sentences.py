from __future__ import annotations

from itertools import pairwise

import pytest

from secondsource.annotate.sentences import find_sentences
from secondsource.types import Article, Block, BlockKind, Span
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


def _article(text: str, not_story: str | None = None) -> Article:
    blocks: tuple[Block, ...] = ()
    if not_story is not None:
        start = text.index(not_story)
        end = start + len(not_story)
        blocks = (
            Block(Span(0, start), BlockKind.BODY),
            Block(Span(start, end), BlockKind.RELATED),
            Block(Span(end, len(text)), BlockKind.BODY),
        )
    return Article(id="a", outlet="The Ferry", text=text, blocks=blocks)


@pytest.mark.parametrize("pair", read_pairs("sentences"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    found = find_sentences(_article(pair.text, pair.keys.get("not_story")))
    lines = [
        f"{s.paragraph} {s.span.of(pair.text)}".replace("\n", "⏎") + ("" if s.is_story else " (not story)")
        for s in found
    ]
    assert lines == list(pair.expect)


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff", "...", "\u2028\u2029"])
def test_text_without_words_gives_no_more_than_its_marks(text: str) -> None:
    assert [s.span.of(text) for s in find_sentences(_article(text))] == ([text] if text == "..." else [])


def test_spans_are_trimmed_ordered_and_lose_no_word() -> None:
    text = " One.  Two “three”!\u00a0Four?\r\nFive… six. \n\n\n Seven"
    spans = [s.span for s in find_sentences(_article(text))]
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a", ".", ". . ", '."', "?”", "A.", "U.S. ", "x.Y", "[1].", "\u200b ", "a\n"])
def test_work_grows_with_the_length_of_a_hostile_text_and_not_faster(unit: str) -> None:
    assert growth(lambda times: find_sentences(_article(unit * times)), 500) < 10
