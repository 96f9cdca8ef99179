"""Groups of passages that tell one thing, made from likely pairs.

Likeness does not carry over: A may tell what B tells and B what C tells, and C something else. So a group grows only
by passages that are like nearly all of its members, and one passage may stand in several groups, since one sentence
may tell several things.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.facts.matching import Match
    from secondsource.collate.facts.passages import Passage

JOINING = 0.3  # least mean likelihood between a passage and the members of the group that it joins
LINKED = 0.12  # least likelihood between it and any single member of another article
OVERLAPPING = 0.6  # share of the members of two groups in both from which they are one
CORE = 12  # members of a group that others are asked to be like: what is like so many is like the rest
SEVERAL = 6  # groups that one passage may stand in before its further matches are no news
KINDRED = 0.25  # least agreement between it and any single member of its own article


def group_matches(matches: Sequence[Match], passages: Sequence[Passage], likely: float) -> list[tuple[int, ...]]:
    """Groups of passage indices, each in order, such that every match of likelihood `likely` or more lies in one, but
    for matches of two passages that stand in `SEVERAL` groups already.

    Method: seeds by descending likelihood; each grows by the passage of greatest mean likelihood to its members of
    other articles, and once it has `CORE` members, by all that are like those. Two passages of one article stand in
    one group only where their words agree (`KINDRED`).
    """
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for match in matches:
        near[match.first][match.second] = near[match.second][match.first] = match.likelihood
    seeds = sorted((m for m in matches if m.likelihood >= likely), key=lambda m: (-m.likelihood, m.first, m.second))
    standing: dict[int, list[frozenset[int]]] = defaultdict(list)
    groups: list[frozenset[int]] = []
    for seed in seeds:
        own, others = standing[seed.first], standing[seed.second]
        if min(len(own), len(others)) >= SEVERAL or any(seed.second in group for group in own):
            continue
        group = frozenset(_grow(seed, near, passages))
        groups.append(group)
        for member in group:
            standing[member].append(group)
    while len(merged := _merged(groups)) < len(groups):
        groups = merged
    return [tuple(sorted(group)) for group in groups]


def _merged(groups: list[frozenset[int]]) -> list[frozenset[int]]:
    """The groups, each joined to the first earlier one with which it is `OVERLAPPING`: the same thing once more. Of a
    group of `CORE` members or more, only its own share counts: the other may be far larger.
    """
    kept: list[frozenset[int]] = []
    holding: dict[int, list[int]] = defaultdict(list)
    for group in groups:
        shared = Counter(number for member in group for number in holding[member])
        large = len(group) >= CORE
        alike = [
            number
            for number, both in shared.items()
            if both >= OVERLAPPING * (len(group) if large else len(kept[number]) + len(group) - both)
        ]
        place = min(alike, default=len(kept))
        if place == len(kept):
            kept.append(frozenset())
        for member in group - kept[place]:
            holding[member].append(place)
        kept[place] |= group
    return kept


def _grow(seed: Match, near: dict[int, dict[int, float]], passages: Sequence[Passage]) -> list[int]:
    """The group that grows from `seed`. `candidates` hold, for each passage still like every member, the sum of its
    likelihoods to the members of other articles and their number.
    """
    group = [seed.first]
    candidates = dict.fromkeys(near[seed.first].keys() | near[seed.second].keys(), (0.0, 0))
    del candidates[seed.first]
    candidates = _narrowed(candidates, seed.first, near, passages)
    joining: int | None = seed.second
    while joining is not None:
        group.append(joining)
        candidates.pop(joining, None)
        candidates = _narrowed(candidates, joining, near, passages)
        if len(group) == CORE:
            return group + [other for other, (total, count) in candidates.items() if total >= JOINING * max(count, 1)]
        means = ((total / count, -other) for other, (total, count) in candidates.items() if count)
        mean, negative = max(means, default=(0.0, 0))
        joining = -negative if mean >= JOINING else None
    return group


def _narrowed(
    candidates: dict[int, tuple[float, int]],
    member: int,
    near: dict[int, dict[int, float]],
    passages: Sequence[Passage],
) -> dict[int, tuple[float, int]]:
    """The candidates that may still join once `member` has: those like it, or of its article and kindred to it."""
    kept = {}
    like, joined = near[member], passages[member]
    for other, (total, count) in candidates.items():
        likelihood = like.get(other)
        if likelihood is not None:
            if likelihood >= LINKED:
                kept[other] = (total + likelihood, count + 1)
        elif passages[other].anchor.article == joined.anchor.article and agreement(passages[other], joined) >= KINDRED:
            kept[other] = (total, count)
    return kept


def agreement(one: Passage, other: Passage) -> float:
    """How far the words of two passages agree (0 to 1): the cosine of their sets of content words."""
    words, others = frozenset(one.words), frozenset(other.words)
    return len(words & others) / math.sqrt(len(words) * len(others) or 1)
