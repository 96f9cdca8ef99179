"""Groups of passages that tell one thing, made from likely pairs.

Likeness does not carry over: A may tell what B tells and B what C tells, and C something else. So a group grows only
by passages that are like nearly all of its members, and one passage may stand in several groups, since one sentence
may tell several things.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secondsource.collate.facts.likeness import Match

JOINING = 0.3  # least mean likelihood between a passage and the members of the group that it joins
LINKED = 0.12  # least likelihood between it and any single member


def group_matches(matches: Iterable[Match], articles: Sequence[str], likely: float) -> list[tuple[int, ...]]:
    """Groups of passage indices, each in order, such that every match of likelihood `likely` or more lies in one.

    `articles` holds the article of each passage: passages of one article are neither for nor against each other.
    Method: seeds by descending likelihood; each grows by the passage of greatest mean likelihood to its members.
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for match in matches:
        near[match.first][match.second] = near[match.second][match.first] = match.likelihood
    seeds = sorted((m for m in matches if m.likelihood >= likely), key=lambda m: (-m.likelihood, m.first, m.second))
    covered: set[tuple[int, int]] = set()
    groups = []
    for seed in seeds:
        if (seed.first, seed.second) in covered:
            continue
        group = _grow(seed, near, articles)
        covered.update((a, b) for a in group for b in group if a < b)
        groups.append(tuple(sorted(group)))
    return groups


def _grow(seed: Match, near: dict[int, dict[int, float]], articles: Sequence[str]) -> list[int]:
    group: list[int] = []
    total: dict[int, float] = {}
    least: dict[int, float] = {}
    linked: dict[int, int] = defaultdict(int)
    size_in: dict[str, int] = defaultdict(int)

    def join(member: int) -> None:
        size_in[articles[member]] += 1
        for other, likelihood in near[member].items():
            total[other] = total.get(other, 0.0) + likelihood
            least[other] = min(least.get(other, 1.0), likelihood)
            linked[other] += 1
        group.append(member)

    join(seed.first)
    join(seed.second)
    while True:
        best: tuple[float, int] | None = None
        for other, summed in total.items():
            foreign = len(group) - size_in[articles[other]]
            if other in group or not foreign or linked[other] < foreign or least[other] < LINKED:
                continue
            mean = summed / foreign
            if mean >= JOINING and (best is None or (mean, -other) > best):
                best = (mean, -other)
        if best is None:
            return group
        join(-best[1])
