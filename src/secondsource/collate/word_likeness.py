"""What pairing two words is worth to an alignment: the same word, two forms of one, two spellings, or neither."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.collate.facts.word_families import stem_of
from secondsource.collate.readings import half_key, is_content, same_form
from secondsource.collate.spellings import spelling_key

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTENT, FUNCTION = 1.0, 0.35  # what a matched word is worth
UNLIKE, AKIN = -0.7, 0.3  # two different words side by side; two forms of one word


def likeness(a: str, b: str) -> float:
    """What pairing two words adds to an alignment."""
    if a == b or same_form(a, b):
        return CONTENT if is_content(a) else FUNCTION
    if a[0] == b[0] and is_content(a) and is_content(b) and (_share_stem(a, b) or stem_of(a) == stem_of(b)):
        return AKIN
    return UNLIKE


def likenesses(a: Sequence[str], b: Sequence[str]) -> dict[str, list[float]]:
    """For each word of `a` the likeness to every word of `b`. Words that neither begin alike nor are one word, spelt
    in two ways, are unlike: only the others are compared.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(b):
        for key in {other[0], spelling_key(other), half_key(other)}:
            places[key].append(j)
    values = {}
    for word in set(a):
        row = [UNLIKE] * len(b)
        for key in {word[0], spelling_key(word), half_key(word)}:
            for j in places.get(key, ()):
                row[j] = likeness(word, b[j])
        values[word] = row
    return values


def _share_stem(a: str, b: str) -> bool:
    """Whether two words of some length begin alike."""
    shortest = min(len(a), len(b))
    return a[:4] == b[:4] and shortest >= 4 and a[: shortest - 3] == b[: shortest - 3]
