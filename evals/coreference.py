"""Scores of coreference: how well one partition of mentions into entities matches another.

A mention is any hashable value; an entity is a set of mentions; no mention is in two entities of one side. Mentions
that one side alone has are kept as they are, as the reference scorer does (Pradhan et al. 2014, "Scoring coreference
partitions of predicted mentions: a reference implementation").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

Entities = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Tally:
    """What is found of what was to be found, on either side; tallies of several texts are added up."""

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    predicted: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.recalled + other.recalled,
            self.gold + other.gold,
            self.precise + other.precise,
            self.predicted + other.predicted,
        )

    @property
    def recall(self) -> float:
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.precise / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def without_singletons(entities: Entities) -> Entities:
    """The entities that are mentioned at least twice."""
    return [entity for entity in entities if len(entity) > 1]


def muc(gold: Entities, predicted: Entities) -> Tally:
    """Links that need not be added to join each entity (Vilain et al. 1995)."""
    return _both_ways(_muc, gold, predicted)


def b_cubed(gold: Entities, predicted: Entities) -> Tally:
    """For each mention, the share of its entity that is with it on the other side (Bagga and Baldwin 1998)."""
    return _both_ways(_b_cubed, gold, predicted)


def lea(gold: Entities, predicted: Entities) -> Tally:
    """The share of each entity's links that are kept, weighted by its size (Moosavi and Strube 2016). The link of an
    entity that is mentioned once is that mention with itself.
    """
    return _both_ways(_lea, gold, predicted)


def ceaf_e(gold: Entities, predicted: Entities) -> Tally:
    """The best assignment of entities to one another, by the share of common mentions (phi 4 of Luo 2005)."""
    own = _entity_of(predicted)
    likeness: dict[tuple[int, int], float] = {}
    for g, entity in enumerate(gold):
        for p, common in Counter(own[mention] for mention in entity if mention in own).items():
            likeness[g, p] = 2 * common / (len(entity) + len(predicted[p]))
    best = best_assignment(likeness)
    return Tally(best, len(gold), best, len(predicted))


def conll(gold: Entities, predicted: Entities) -> tuple[Tally, Tally, Tally]:
    """MUC, B-cubed and entity-based CEAF, the mean of whose F1 is the CoNLL score (Pradhan et al. 2012)."""
    return muc(gold, predicted), b_cubed(gold, predicted), ceaf_e(gold, predicted)


_Scored = Callable[[frozenset[Hashable], Entities, Mapping[Hashable, int]], tuple[float, float]]


def _both_ways(scored: _Scored, gold: Entities, predicted: Entities) -> Tally:
    return Tally(*_one_way(scored, gold, predicted), *_one_way(scored, predicted, gold))


def _one_way(scored: _Scored, entities: Entities, others: Entities) -> tuple[float, float]:
    own = _entity_of(others)
    pairs = [scored(entity, others, own) for entity in entities]
    return sum(found for found, _ in pairs), sum(most for _, most in pairs)


def _entity_of(entities: Entities) -> dict[Hashable, int]:
    return {mention: number for number, entity in enumerate(entities) for mention in entity}


def _muc(entity: frozenset[Hashable], _: Entities, own: Mapping[Hashable, int]) -> tuple[float, float]:
    known = [own[mention] for mention in entity if mention in own]
    parts = len(set(known)) + len(entity) - len(known)
    return len(entity) - parts, len(entity) - 1


def _b_cubed(entity: frozenset[Hashable], _: Entities, own: Mapping[Hashable, int]) -> tuple[float, float]:
    common = Counter(own[mention] for mention in entity if mention in own)
    return sum(count * count for count in common.values()) / len(entity), len(entity)


def _lea(entity: frozenset[Hashable], others: Entities, own: Mapping[Hashable, int]) -> tuple[float, float]:
    if len(entity) == 1:
        (mention,) = entity
        return float(mention in own and len(others[own[mention]]) == 1), 1
    common = Counter(own[mention] for mention in entity if mention in own)
    links = sum(count * (count - 1) / 2 for count in common.values())
    return len(entity) * links / (len(entity) * (len(entity) - 1) / 2), len(entity)


def best_assignment(weights: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of weights in which no row and no column is taken twice; a pair without a weight weighs nothing.

    Shortest augmenting paths with potentials (Jonker and Volgenant 1987), one row at a time.
    """
    rows = sorted({row for row, _ in weights})
    columns = sorted({column for _, column in weights})
    size = len(rows) + len(columns)  # a column of its own for each row that stays alone
    cost = [[-weights.get((row, column), 0.0) for column in columns] + [0.0] * len(rows) for row in rows]
    of_row, of_column = [0.0] * len(rows), [0.0] * size
    taken = [-1] * size
    for start in range(len(rows)):
        distance, came_from = [float("inf")] * size, [-1] * size
        done: list[int] = []
        open_ = set(range(size))
        row, column = start, -1
        while row >= 0:
            base = distance[column] if column >= 0 else 0.0
            for other in open_:
                reached = base + cost[row][other] - of_row[row] - of_column[other]
                if reached < distance[other]:
                    distance[other], came_from[other] = reached, column
            column = min(open_, key=lambda other: (distance[other], other))
            open_.discard(column)
            done.append(column)
            row = taken[column]
        shortest = distance[column]
        of_row[start] += shortest
        for other in done[:-1]:
            of_row[taken[other]] += shortest - distance[other]
            of_column[other] -= shortest - distance[other]
        while column >= 0:
            before = came_from[column]
            taken[column] = start if before < 0 else taken[before]
            column = before
    return -sum(cost[row][column] for column, row in enumerate(taken) if row >= 0)
