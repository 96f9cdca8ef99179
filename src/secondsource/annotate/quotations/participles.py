"""Whose a participle is: in "Venn assailed the mayor on Friday, calling his plan ..." Venn speaks, not the mayor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import EntityKind, Span

_BETWEEN = frozenset("and but also then later repeatedly".split())
_LONGEST_DATELINE = 10  # tokens
_SHORTEST = 6  # letters of a participle; "bring" and "thing" are shorter


def with_subjects(layout: Layout, read: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those whose cue is a participle after a comma with the subject that opens their sentence.
    The source of a finite verb beside it is kept: "The plan is dead, Venn said, adding ..."
    """
    return [_with_subject(layout, attribution, read) for attribution in read]


def _with_subject(layout: Layout, attribution: Attribution, read: Sequence[Attribution]) -> Attribution:
    cue = layout.at(attribution.cue.start)
    if not _is_participle(layout, cue):
        return attribution
    lowest = layout.around(cue)[0]
    before = cue - 1
    while before > lowest and layout.tokens[before].lower in _BETWEEN:
        before -= 1
    if before <= lowest or layout.tokens[before].lower != ",":
        return attribution
    subject = _opening_subject(layout, lowest)
    if subject is None or subject.end > layout.tokens[before].start or _is_shared(layout, attribution, lowest, read):
        return attribution
    return replace(attribution, source=subject)


def _is_participle(layout: Layout, cue: int) -> bool:
    word = layout.tokens[cue].lower
    return word.endswith("ing") and len(word) >= _SHORTEST and word != "according"


def _opening_subject(layout: Layout, lowest: int) -> Span | None:
    """The mention that the sentence opens with, after a dateline, unless it is a place or owns what follows."""
    mention = layout.starting.get(_past_dateline(layout, lowest))
    if mention is None or mention.kind is EntityKind.PLACE:
        return None
    return None if layout.text.startswith(("'s", "’s"), mention.span.end) else mention.span


def _past_dateline(layout: Layout, lowest: int) -> int:
    """The first token after "LEEDS —" or "LEEDS (AP) —"; `lowest` where the sentence has no dateline."""
    mention = layout.starting.get(lowest)
    if mention is None or mention.kind is not EntityKind.PLACE:
        return lowest
    ahead = range(lowest + 1, min(lowest + _LONGEST_DATELINE, len(layout.tokens) - 1))
    return next((i + 1 for i in ahead if layout.tokens[i].lower in "—–-"), lowest)


def _is_shared(layout: Layout, attribution: Attribution, lowest: int, read: Sequence[Attribution]) -> bool:
    """Whether the source is that of a finite verb of the same sentence, too."""
    first = bisect_left(read, layout.tokens[lowest].start, key=lambda other: other.cue.start)
    last = bisect_left(read, attribution.cue.start, key=lambda other: other.cue.start)
    return any(
        other.source == attribution.source and not _is_participle(layout, layout.at(other.cue.start))
        for other in read[first:last]
    )
