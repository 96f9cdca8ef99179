"""Disagreements found pair by pair → matters: all that disagrees about one thing, with who agrees with whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secondsource.types import ConflictKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from secondsource.collate.conflicts.sides import Agreement, Disagreement
    from secondsource.types import Anchor, Article

    _Node = tuple[ConflictKind, Anchor]


@dataclass(frozen=True, slots=True)
class Matter:
    """Readings of one thing of which at least two disagree, and the reasons given for that."""

    kind: ConflictKind
    readings: frozenset[Anchor]
    reasons: tuple[str, ...]


def join_disagreements(
    found: Iterable[Disagreement], agreed: Iterable[Agreement], articles: Mapping[str, Article]
) -> list[Matter]:
    """The matters, in the order in which their first disagreements were found.

    Two disagreements of one kind belong together where they share a reading or a topic. The same words in another
    place of the same article are the same reading, and only its first place is kept. What agrees with a reading of a
    matter joins it, unless it comes from an article that has a reading there. A difference of precision is left out
    where all of its readings stand in a disagreement.
    """
    place = _first_places(articles)
    placed = [replace(d, first=place(d.first), second=place(d.second)) for d in found]
    group_of: dict[_Node, _Node] = {}

    def root(node: _Node) -> _Node:
        group_of.setdefault(node, node)
        while group_of[node] != node:
            node = group_of[node]
        return node

    first_of: dict[tuple[ConflictKind, str], _Node] = {}
    for disagreement in placed:
        node = disagreement.kind, disagreement.first
        group_of[root((disagreement.kind, disagreement.second))] = root(node)
        if disagreement.topic:
            group_of[root(node)] = root(first_of.setdefault((disagreement.kind, disagreement.topic), node))
    groups: dict[_Node, list[Disagreement]] = defaultdict(list)
    for disagreement in placed:
        groups[root((disagreement.kind, disagreement.first))].append(disagreement)
    agreeing: dict[Anchor, set[Anchor]] = defaultdict(set)
    for agreement in agreed:
        one, other = place(agreement.first), place(agreement.second)
        agreeing[one].add(other)
        agreeing[other].add(one)
    matters = [_matter(group, agreeing) for group in groups.values()]
    hard = [matter.readings for matter in matters if matter.kind is not ConflictKind.PRECISION]
    return [m for m in matters if m.kind is not ConflictKind.PRECISION or not any(m.readings <= h for h in hard)]


def _first_places(articles: Mapping[str, Article]) -> Callable[[Anchor], Anchor]:
    """Gives for an anchor the first one asked for with the same words in the same article."""
    first: dict[tuple[str, str], Anchor] = {}

    def place(anchor: Anchor) -> Anchor:
        words = " ".join(anchor.span.of(articles[anchor.article].text).casefold().split())
        return first.setdefault((anchor.article, words), anchor)

    return place


def _matter(group: list[Disagreement], agreeing: Mapping[Anchor, set[Anchor]]) -> Matter:
    readings = {anchor for disagreement in group for anchor in (disagreement.first, disagreement.second)}
    heard = {anchor.article for anchor in readings}
    for reading in sorted(readings):
        for other in sorted(agreeing.get(reading, ())):
            if other.article not in heard:
                heard.add(other.article)
                readings.add(other)
    reasons = dict.fromkeys(disagreement.reason for disagreement in group if disagreement.reason)
    return Matter(group[0].kind, frozenset(readings), tuple(reasons))
