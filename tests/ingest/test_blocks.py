from __future__ import annotations

from itertools import pairwise

import pytest

from secondsource.ingest.blocks import mark_blocks
from secondsource.types import BlockKind
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


@pytest.mark.parametrize("pair", read_pairs("blocks"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    blocks = mark_blocks(pair.text, pair.keys.get("title"))
    marked = [f"{b.kind}: {b.span.of(pair.text)}" for b in blocks if b.kind is not BlockKind.BODY]
    assert marked == list(pair.expect)


@pytest.mark.parametrize("pair", read_pairs("blocks"), ids=lambda pair: pair.title)
def test_blocks_hold_every_word_once_and_in_order(pair: Pair) -> None:
    blocks = mark_blocks(pair.text, pair.keys.get("title"))
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert [word for b in blocks for word in b.span.of(pair.text).split()] == pair.text.split()


def test_a_block_is_a_paragraph() -> None:
    text = "One line.\nAnother line.\n\n  A third.  \n"
    assert [b.span.of(text) for b in mark_blocks(text)] == ["One line.", "Another line.", "A third."]


def test_a_text_wrapped_by_hand_keeps_its_paragraphs() -> None:
    line = "The council of the town of Aldmoor met on Monday night to speak of"
    text = f"{line}\n{line}\n{line}\nthe bridge.\n\nIt closed."
    assert [len(b.span.of(text).split("\n")) for b in mark_blocks(text)] == [4, 1]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u2028"])
def test_a_text_without_paragraphs_has_no_blocks(text: str) -> None:
    assert mark_blocks(text, "A title") == ()


@pytest.mark.parametrize(
    "unit",
    [
        "Photo by A B/C & D, ",
        "Credit",
        "(((((Photo: ",
        "what do you think ",
        "If you or someone you know ",
        "For more news, sign up for our, ",
        "A-B & C/D ",
        "Related: . ",
        "[Image via [",
    ],
)
def test_hostile_paragraphs_take_work_in_proportion(unit: str) -> None:
    def mark_many(times: int) -> None:
        mark_blocks("\n\n".join([(unit * 200)[:length] for length in (150, 300, 500, 699)] * times))

    assert growth(mark_many, 3) < 12
