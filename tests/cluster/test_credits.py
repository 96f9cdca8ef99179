from __future__ import annotations

import pytest

from secondsource.cluster.credits import credit
from secondsource.types import Article, Block, BlockKind, Span
from tests.pairs_reader import Pair, read_pairs


@pytest.mark.parametrize("pair", read_pairs("credits"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    authors = tuple(pair.keys["authors"].split("; ")) if "authors" in pair.keys else ()
    found = credit(Article(id="a", outlet=pair.keys.get("outlet", "The Ledger"), text=pair.text, authors=authors))
    shown = []
    if found is not None:
        line = " ".join(found.line.of(pair.text).split()) if found.line else "-"
        shown = [f"{found.agency} ({'whole' if found.whole else 'part'}): {line}"]
    assert shown == list(pair.expect)


def test_a_credit_in_a_caption_is_the_pictures() -> None:
    text = "Associated Press\n\nThe ferry sank."
    blocks = (Block(Span(0, 16), BlockKind.CAPTION), Block(Span(18, len(text)), BlockKind.BODY))
    assert credit(Article(id="a", outlet="The Ledger", text=text, blocks=blocks)) is None
    assert credit(Article(id="a", outlet="The Ledger", text=text)) is not None
