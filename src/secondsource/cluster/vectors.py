"""Reports as weighted term vectors of unit length (tf-idf)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.cluster.frequencies import document_share
from secondsource.cluster.terms import Terms

Vector = dict[str, float]

_BACKGROUND = 1000  # reports that the background frequencies count for, against one for each report of the batch
_PAIR_SHARE = 0.0003  # share of reports expected to hold a given word pair
_NAME_FACTOR = 1.5
_LEAD_FACTOR = 1.3
RARE = 4.5  # inverse document frequency from which a shared term is evidence of its own


@dataclass(frozen=True, slots=True)
class Profile:
    """One report as it is compared: four vectors, the days it speaks of and the number of its terms."""

    words: Vector
    names: Vector
    lead: Vector
    pairs: Vector
    days: frozenset[date]
    size: int


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse document frequencies: of the batch and the background together, so that they hold for any batch size."""

    reports: int
    words: Mapping[str, int]
    pairs: Mapping[str, int]

    def of_word(self, word: str) -> float:
        """The natural logarithm of how many reports there are for one that holds `word`; 0 for the commonest."""
        return self._inverse(document_share(word), self.words.get(word, 0))

    def of_pair(self, pair: str) -> float:
        """The same for two neighbouring words."""
        return self._inverse(_PAIR_SHARE, self.pairs.get(pair, 0))

    def _inverse(self, share: float, count: int) -> float:
        return max(0.0, math.log((_BACKGROUND + self.reports) / (_BACKGROUND * share + count)))


def rarity(batch: Sequence[Terms]) -> Rarity:
    """Document frequencies over `batch`."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for found in batch:
        words.update(found.words.keys())
        pairs.update(found.pairs.keys())
    return Rarity(len(batch), words, pairs)


def profiles(batch: Sequence[Terms]) -> tuple[list[Profile], dict[str, float]]:
    """A profile for each report of `batch`, and the rarity of each of its words."""
    rare = rarity(batch)
    of_word = {word: rare.of_word(word) for word in rare.words}
    return [_profile(found, of_word, rare) for found in batch], of_word


def _profile(found: Terms, of_word: Mapping[str, float], rare: Rarity) -> Profile:
    words = {}
    for word, count in found.words.items():
        factor = (_NAME_FACTOR if word in found.names else 1.0) * (_LEAD_FACTOR if word in found.lead else 1.0)
        words[word] = count * of_word[word] * factor
    names = {
        name: count * (rare.of_pair(name) if " " in name else of_word[name]) for name, count in found.names.items()
    }
    lead = {word: of_word[word] * (_NAME_FACTOR if word in found.names else 1.0) for word in sorted(found.lead)}
    pairs = {pair: count * rare.of_pair(pair) for pair, count in found.pairs.items()}
    return Profile(_unit(words), _unit(names), _unit(lead), _unit(pairs), found.days, len(words))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items() if weight} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors: 1 for the same direction, 0 for no shared term."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)
