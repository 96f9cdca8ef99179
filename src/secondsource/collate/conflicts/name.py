"""Names that disagree: two reports spell one person's name differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from secondsource.collate.conflicts.sides import Disagreement, Side
from secondsource.types import ConflictKind, EntityKind, MentionForm
from secondsource.types.words import fold, word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import Mention

SHORTEST = 5  # letters; shorter names that differ in one letter are often two names
LONG = 8  # letters from which two letters may differ
_PARTICLES = frozenset("al bin da de del della den der di du el la le ten van von".split())


def find_name_disagreements(first: Side, second: Side) -> Iterator[Disagreement]:
    """Names of persons in two aligned sentences that differ by a letter or two in one of their words.

    Not reported: spellings that differ by accents, case or hyphens only; an initial or short form against a full
    name; and names that either report uses both ways.
    """
    for one, words in first.once(_persons):
        for other, others in second.once(_persons):
            pair = _differing(words, others)
            if pair is None or pair[1] in first.report.words or pair[0] in second.report.words:
                continue
            yield Disagreement(ConflictKind.NAME, "", first.anchor(one.span), second.anchor(other.span))


def _persons(side: Side) -> list[tuple[Mention, list[str]]]:
    """The mentions that name a person, each with the words of the name."""
    return [
        (mention, _words(side, mention))
        for mention in side.mentions
        if mention.kind is EntityKind.PERSON and mention.form is MentionForm.NAME
    ]


def _words(side: Side, mention: Mention) -> list[str]:
    words = [fold(span.of(side.text)) for span in word_spans(side.text, *mention.span)]
    return [word for word in words if len(word) > 1 and word not in _PARTICLES]


def _differing(words: list[str], others: list[str]) -> tuple[str, str] | None:
    """The one word in which two names differ, if they differ in spelling only. A surname alone may meet a full name."""
    shared = min(len(words), len(others))
    if not shared or (len(words) != len(others) and shared > 1):
        return None
    differing = [(a, b) for a, b in zip(words[-shared:], others[-shared:], strict=True) if a != b]
    if len(differing) != 1:
        return None
    if shared == 1 and min(map(len, differing[0])) < SHORTEST:
        return None
    return differing[0] if _misspelt(*differing[0]) else None


def _misspelt(one: str, other: str) -> bool:
    """Whether two words are likelier two spellings of one name than two names: one letter apart, or two letters apart
    in a long word, and not one the beginning of the other.
    """
    short, long_ = sorted((one, other), key=len)
    if len(short) < SHORTEST - 1 or long_ == short + "s" or (long_.startswith(short) and len(long_) - len(short) > 1):
        return False
    return DamerauLevenshtein.distance(one, other) <= (2 if len(short) >= LONG else 1)
