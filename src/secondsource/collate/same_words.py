"""How likely two marked readings give the same words of one utterance, by one speaker or by nobody who is told.

A logistic model over readable features (`FEATURES`) of the stretch that the two share most of: a sentence, or a part
of a quotation that the reporter cut up, counts by itself, so that outlets which quote a speech in different pieces are
seen to share one. More sharing never makes a pair less likely, so `most_likely` can be told without an alignment.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.readings import content_stems
from secondsource.collate.same_utterance import logistic
from secondsource.collate.same_utterance_weights import MARKED_INTERCEPT, MARKED_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secondsource.collate.alignment import Alignment
    from secondsource.collate.rarity import Rarity
    from secondsource.collate.witness import Witness

FEATURES = (
    "weight",  # logarithm of 1 + the weight of the content words that the likest stretch shares
    "coverage",  # share of the stretch's words that are shared (0 to 1)
    "run",  # logarithm of 1 + the longest run of words that the stretch shares without a gap
    "around",  # weight of the words around one that stand around or inside the other (at most 4)
    "same",  # 1 where the speaker is the same, or part of the other
    "whole",  # 1 where every word of the shorter reading stands in the longer one
    "mutual",  # share of the longer reading's words that are shared (0 to 1)
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What two readings share in a stretch of one: the number of words, that of content words and their weight, the
    longest run of words, and the share of the stretch's words (0 to 1).
    """

    words: int = 0
    content: int = 0
    weight: float = 0.0
    run: int = 0
    coverage: float = 0.0


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What two readings share: in the whole of the shorter one, in the likest stretch of either, and how much of the
    longer one.
    """

    whole: Stretch
    likest: Stretch
    mutual: float

    def features(self, around: float, same: bool) -> tuple[float, ...]:
        """The row of `FEATURES`."""
        return (
            math.log1p(self.likest.weight),
            self.likest.coverage,
            math.log1p(self.likest.run),
            min(around, 4.0),
            float(same),
            float(self.whole.coverage == 1.0),
            self.mutual,
        )

    def likelihood(self, around: float, same: bool) -> float:
        """The likelihood (0 to 1) that two readings are of one utterance."""
        return logistic(FEATURES, self.features(around, same), MARKED_WEIGHTS, MARKED_INTERCEPT)

    @property
    def tells(self) -> bool:
        """Whether two content words are shared, or one in a phrase or that is all of the shorter reading, or all words
        of both, as where a whole answer is one small word.
        """
        unbroken = self.whole.coverage == 1.0 and self.whole.run == self.whole.words
        if self.whole.content == 0:
            return unbroken and self.mutual == 1.0
        return self.whole.content > 1 or self.whole.run >= 5 or unbroken


def shared_words(host: Witness, other: Witness, alignment: Alignment, rarity: Rarity) -> SharedWords:
    """What an alignment of two readings finds shared, `other` being the shorter one."""
    matches = alignment.matches
    in_other, in_host = [j for _, j in matches], [i for i, _ in matches]
    breaks = {b[1] for a, b in itertools.pairwise(matches) if (b[0], b[1]) != (a[0] + 1, a[1] + 1)}
    host_breaks = {b[0] for a, b in itertools.pairwise(matches) if (b[0], b[1]) != (a[0] + 1, a[1] + 1)}
    whole = _stretch(other, (0, len(other.reading.words)), in_other, breaks, rarity)
    stretches = [
        *_stretches(other, in_other, breaks, rarity),
        *_stretches(host, in_host, host_breaks, rarity),
    ]
    return SharedWords(whole, max(stretches, key=_likeness, default=whole), len(matches) / len(host.reading.words))


def most_shared(host: Witness, other: Witness, rarity: Rarity) -> SharedWords:
    """No less than what any alignment can find shared: the words of one that stand anywhere in the other. Most pairs
    fall here, and need no alignment.
    """
    in_other, other_breaks = _found(other, host)
    in_host, host_breaks = _found(host, other)
    whole = _stretch(other, (0, len(other.reading.words)), in_other, other_breaks, rarity)
    stretches = [
        *_stretches(other, in_other, other_breaks, rarity),
        *_stretches(host, in_host, host_breaks, rarity),
    ]
    likest = Stretch(
        max((s.words for s in stretches), default=0),
        max((s.content for s in stretches), default=0),
        max((s.weight for s in stretches), default=0.0),
        max((s.run for s in stretches), default=0),
        max((s.coverage for s in stretches), default=0.0),
    )
    return SharedWords(whole, likest, len(in_host) / len(host.reading.words))


def _found(witness: Witness, where: Witness) -> tuple[list[int], set[int]]:
    """The words of one reading that stand anywhere in another, and those of them before which a run ends."""
    known = set(where.keys)
    places = [k for k, key in enumerate(witness.keys) if key in known]
    breaks = {k for k in places if k and (witness.keys[k - 1], witness.keys[k]) not in where.key_pairs}
    return places, breaks


def _stretches(witness: Witness, places: Sequence[int], breaks: set[int], rarity: Rarity) -> Iterator[Stretch]:
    """What is shared in each segment of a reading that has some of the shared words, which stand at `places`."""
    at = 0
    for start, end in witness.segments:
        first = at
        while at < len(places) and places[at] < end:
            at += 1
        if at > first:
            yield _stretch(witness, (start, end), places[first:at], breaks, rarity)


def _stretch(
    witness: Witness, segment: tuple[int, int], places: Sequence[int], breaks: set[int], rarity: Rarity
) -> Stretch:
    """What is shared in one segment; a run of shared words ends before each of `breaks`."""
    best = run = 0
    last = -2
    for place in places:
        run = run + 1 if place == last + 1 and place not in breaks else 1
        best, last = max(best, run), place
    stems = content_stems([witness.reading.words[place] for place in places])
    return Stretch(len(places), len(stems), rarity.total(stems), best, len(places) / (segment[1] - segment[0]))


def _likeness(stretch: Stretch) -> tuple[float, ...]:
    """What makes one stretch tell more than another."""
    return stretch.weight * stretch.coverage, stretch.weight, stretch.coverage, stretch.run
