"""Speaker: the same words, given to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.evidence import longest_run, tells_alone
from secondsource.collate.readings import is_content
from secondsource.collate.speakers import Likeness, compare_speakers
from secondsource.types import Anchor, Variant, VariantKind

if TYPE_CHECKING:
    from secondsource.collate.evidence import Witness


def find_speaker_variant(fullest: Witness, other: Witness) -> Variant | None:
    """SPEAKER, where two articles name two persons in the attributions of the same marked words, and the words are
    enough to be one utterance's. Anchors are the two sources. A pronoun names nobody: whom it means was worked out by
    the program, which may err.
    """
    ours, theirs = fullest.reading.quotation.source, other.reading.quotation.source
    if not (fullest.reading.marked and other.reading.marked and ours and theirs):
        return None
    a, b = fullest.speaker, other.speaker
    if a is None or b is None or not (a.told and b.told) or compare_speakers(a, b) is not Likeness.DIFFERENT:
        return None
    matches = align(fullest.reading, other.reading).matches
    if not matches:
        return None
    content = sum(is_content(other.reading.words[j].form) for _, j in matches)
    if not tells_alone(content, longest_run(matches), len(matches) / len(other.reading.words)):
        return None
    base, others = Anchor(fullest.reading.article, ours), Anchor(other.reading.article, theirs)
    return Variant(VariantKind.SPEAKER, other.reading.id, base, others)
