"""Speaker: the same words, given to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.evidence import longest_run, tells_alone
from secondsource.collate.readings import is_content
from secondsource.collate.speakers import Likeness, compare_speakers
from secondsource.types import Anchor, Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.witness import Witness


def find_speaker_variants(fullest: Witness, others: Sequence[Witness]) -> list[Variant]:
    """SPEAKER, where articles give the same marked words to two different people and the words are enough to be one
    utterance's. Anchors are the two sources.

    Either speaker must be told (see ``Speaker.told``), that of the fullest reading there or in another reading that
    gives the same one: whom a pronoun means was worked out by the program, which may err.
    """
    leader = fullest.speaker
    confirmed = any(
        witness.speaker is not None
        and witness.speaker.told
        and witness.reading.marked
        and compare_speakers(leader, witness.speaker) is Likeness.SAME
        for witness in (fullest, *others)
    )
    if leader is None or not confirmed or not fullest.reading.marked:
        return []
    return [variant for other in others if (variant := _compare(fullest, other)) is not None]


def _compare(fullest: Witness, other: Witness) -> Variant | None:
    ours, theirs = fullest.reading.quotation.source, other.reading.quotation.source
    if ours is None or theirs is None or not other.reading.marked or other.speaker is None or not other.speaker.told:
        return None
    if compare_speakers(fullest.speaker, other.speaker) is not Likeness.DIFFERENT:
        return None
    matches = align(fullest.reading, other.reading).matches
    if not matches:
        return None
    content = sum(is_content(other.reading.words[j].form) for _, j in matches)
    if not tells_alone(content, longest_run(matches), len(matches) / len(other.reading.words)):
        return None
    base, others = Anchor(fullest.reading.article, ours), Anchor(other.reading.article, theirs)
    return Variant(VariantKind.SPEAKER, other.reading.id, base, others)
