"""How telling a word is in one story."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class Rarity:
    """How telling a word is in one story, from 0 to 1: longer words more than short ones, and words that the reports
    repeat outside quotations, which name the topic, less than others.

    `texts` are the stems of each report outside its quotations, `quotations` the families of each quotation.
    """

    def __init__(self, texts: Iterable[Sequence[str]], quotations: Iterable[Collection[str]] = ()) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for stems in texts:
            counts.update(stems)
            total += 1
        self._rate = {item: count / total for item, count in counts.items()}
        self._quoted: Counter[str] = Counter()
        self._quotations = 0
        self._weights: dict[str, float] = {}
        for families in quotations:
            self._quoted.update(families)
            self._quotations += 1

    def of(self, item: str) -> float:
        """The weight of one stem."""
        weight = self._weights.get(item)
        if weight is None:
            weight = self._weights[item] = self._weigh(item)
        return weight

    def _weigh(self, item: str) -> float:
        length = 1.0 if item[0].isdigit() or len(item) >= 6 else 0.8 if len(item) >= 4 else 0.6
        return length * min(1.0, 2 / (1 + self._rate.get(item, 0.0)))

    def total(self, items: Iterable[str]) -> float:
        """The weight of several stems."""
        return sum(map(self.of, items))

    def of_names(self, items: Iterable[str], names: Iterable[frozenset[str]]) -> float:
        """The weight of several families, where the words of one name ("President Ilse Varga") weigh as its rarest."""
        rest = set(items)
        weight = 0.0
        for name in names:
            weight += max(map(self.of, rest & name), default=0.0)
            rest -= name
        return weight + self.total(sorted(rest))

    def among_quotations(self, family: str) -> float:
        """How few of the story's quotations have a family: 1 for two of them or fewer, towards 0 for all."""
        if self._quotations <= 2:
            return 1.0
        return math.log(self._quotations / min(self._quotations, max(2, self._quoted[family]))) / math.log(
            self._quotations / 2
        )
