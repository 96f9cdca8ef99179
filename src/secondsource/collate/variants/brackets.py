"""Brackets: the outlet's own words inside the quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.types import Anchor, Span, VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference, Side

_BRACKETED = re.compile(r"\[[^\[\]]{1,300}\]|\([^()]{1,120}\)")


def find_brackets(difference: Difference) -> tuple[VariantKind, str] | None:
    """BRACKETS, where all words that one side has in this place stand in brackets, or in round ones that the other
    side has nothing for.
    """
    for side, facing in ((difference.other, difference.base), (difference.base, difference.other)):
        bracket = bracket_around(side)
        if bracket is not None and (side.reading.text[bracket.span.start] == "[" or len(facing) <= 1):
            return VariantKind.BRACKETS, "" if side is difference.other else "in the fullest reading"
    return None


def bracket_around(side: Side) -> Anchor | None:
    """The bracket that holds all of a side's words, itself included, or None."""
    if not side:
        return None
    words, text = side.reading.words, side.reading.text
    part = side.reading.quotation.parts[words[side.start].part]
    for match in _BRACKETED.finditer(text, part.start, part.end):
        if match.start() < words[side.start].span.start and words[side.end - 1].span.end < match.end():
            return Anchor(side.reading.article, Span(*match.span()))
    return None
