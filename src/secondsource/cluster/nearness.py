"""How much it tells that two reports are near in time: a lot in an archive of years, nothing in one day's pile."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date


class Calendar:
    """When the reports of a batch were published, and of which days they speak."""

    def __init__(self, published: Iterable[date | None], spoken_of: Sequence[frozenset[date]]) -> None:
        self._published = sorted(day.toordinal() for day in published if day is not None)
        self._reports = len(spoken_of)
        self._spoken_of = Counter(day for days in spoken_of for day in days)
        self._known: dict[int, float] = {}

    def nearness(self, days_apart: int) -> float:
        """The natural logarithm of how many pairs of the batch there are for one as near as this; 0 if all are."""
        if days_apart not in self._known:
            count = len(self._published)
            within = self._pairs_within(days_apart)
            self._known[days_apart] = math.log((count * (count - 1) / 2 + 1) / (within + 1))
        return self._known[days_apart]

    def _pairs_within(self, days_apart: int) -> int:
        import numpy as np

        ends = np.searchsorted(self._published, np.add(self._published, days_apart), side="right")
        count = len(self._published)
        return int(ends.sum()) - count * (count + 1) // 2

    def shared_day(self, one: frozenset[date], other: frozenset[date]) -> float:
        """The rarity of the rarest day that two reports both speak of: the natural logarithm of how many reports of the
        batch there are for one that speaks of it; 0 if they share none.
        """
        return max((math.log((self._reports + 1) / self._spoken_of[day]) for day in one & other), default=0.0)
