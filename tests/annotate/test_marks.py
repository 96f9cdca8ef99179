from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotate.marks import Marked, find_marked, marked_spans
from tests.pairs_reader import Pair, read_pairs


def _line(text: str, marked: Marked) -> str:
    flags = [name for name in ("continues", "single") if getattr(marked, name)]
    flags = ([] if marked.closed else ["unclosed"]) + flags
    return marked.inner.of(text) + "".join(f" ({flag})" for flag in flags)


@pytest.mark.parametrize("pair", read_pairs("marks"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    assert [_line(pair.text, m) for m in find_marked(pair.text)] == list(pair.expect)


@given(st.text(alphabet="ab .,?\n“”\"‘’'«»„`", max_size=80))
def test_stretches_are_ordered_apart_and_inside_one_paragraph(text: str) -> None:
    found = find_marked(text)
    for marked in found:
        assert 0 <= marked.outer.start <= marked.inner.start < marked.inner.end <= marked.outer.end <= len(text)
        assert "\n" not in marked.inner.of(text)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))


def test_an_unbalanced_mark_does_not_reach_into_the_next_paragraph() -> None:
    text = "He said “no.\n\nThe next paragraph says “yes”."
    assert [span.of(text) for span in marked_spans(text)] == ["no.", "yes"]
