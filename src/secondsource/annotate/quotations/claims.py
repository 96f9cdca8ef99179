"""Which cue a piece of content belongs to where two lay claim to it: in "Venn backed off the plan, dropping its last
part" the last part is what was dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import Span


def settled(layout: Layout, read: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in the order of their cues, without the words that a later cue has between content that goes
    before it and these words. Words in marks stay with both.
    """
    return [_without_claimed(layout, attribution, read) for attribution in read]


def _without_claimed(layout: Layout, attribution: Attribution, read: Sequence[Attribution]) -> Attribution:
    kept: list[Span] = []
    for piece in attribution.content:
        last = kept[-1] if kept else None
        after = last is not None and last.start >= attribution.cue.end and not layout.marked_in(piece)
        if last is None or not after or not _is_claimed(piece, last, read):
            kept.append(piece)
    return attribution if len(kept) == len(attribution.content) else replace(attribution, content=tuple(kept))


def _is_claimed(piece: Span, last: Span, read: Sequence[Attribution]) -> bool:
    """Whether a cue between `last` and `piece` has `piece` as its content."""
    first = bisect_left(read, last.end, key=lambda other: other.cue.start)
    end = bisect_left(read, piece.start, key=lambda other: other.cue.start)
    return any(any(own.overlaps(piece) for own in other.content) for other in read[first:end])
