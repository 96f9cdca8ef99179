"""Average-link agglomerative clustering over a sparse set of scored pairs."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_link(count: int, scores: Mapping[tuple[int, int], float], unscored: float) -> list[list[int]]:
    """Groups of the items 0 to count - 1, as sorted lists in order of their first item.

    The two groups with the highest mean score between their items are joined, as long as that mean is above 0 (Sokal
    and Michener's UPGMA). `scores` has pairs (i, j), i < j; a pair that is not in it scores `unscored`. Ties go to the
    lower indices. Time grows with the number of scored pairs, not with the square of the items.
    """
    return _Linkage(count, scores, unscored).run()


class _Linkage:
    def __init__(self, count: int, scores: Mapping[tuple[int, int], float], unscored: float) -> None:
        self.unscored = unscored
        self.members = {item: [item] for item in range(count)}
        self.changes = [0] * count  # how often a group has grown: older entries of the queue are void
        # For each group its neighbours, with the sum and the number of the scored pairs between them.
        self.neighbours: dict[int, dict[int, tuple[float, int]]] = {item: {} for item in range(count)}
        self.queue: list[tuple[float, int, int, int, int]] = []
        for (one, other), score in sorted(scores.items()):
            self.neighbours[one][other] = self.neighbours[other][one] = (score, 1)
            self._offer(one, other)
        heapq.heapify(self.queue)

    def run(self) -> list[list[int]]:
        while self.queue:
            _, one, other, one_changes, other_changes = heapq.heappop(self.queue)
            alive = one in self.members and other in self.members
            if alive and self.changes[one] == one_changes and self.changes[other] == other_changes:
                self._join(one, other)
        return sorted(sorted(members) for members in self.members.values())

    def _offer(self, one: int, other: int) -> None:
        total, scored = self.neighbours[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        mean = (total + (pairs - scored) * self.unscored) / pairs
        if mean > 0:
            low, high = sorted((one, other))
            heapq.heappush(self.queue, (-mean, low, high, self.changes[low], self.changes[high]))

    def _join(self, one: int, other: int) -> None:
        self.members[one] += self.members.pop(other)
        self.changes[one] += 1
        for neighbour, (total, scored) in self.neighbours.pop(other).items():
            del self.neighbours[neighbour][other]
            if neighbour != one:
                before, count = self.neighbours[one].get(neighbour, (0.0, 0))
                joined = (before + total, count + scored)
                self.neighbours[one][neighbour] = self.neighbours[neighbour][one] = joined
        for neighbour in self.neighbours[one]:
            self._offer(one, neighbour)
