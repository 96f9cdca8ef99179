"""Conflicts: places where reports of one thing disagree, or are not equally exact.

Each kind is one file that compares two sentences which tell the same thing; here they are called in turn, and what
they find is joined: readings that disagree pairwise about one thing make one conflict.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.date import find_date_disagreements
from secondsource.collate.conflicts.explanation import explain
from secondsource.collate.conflicts.joining import join_disagreements
from secondsource.collate.conflicts.name import find_name_disagreements
from secondsource.collate.conflicts.number import find_number_disagreements
from secondsource.collate.conflicts.place import find_place_disagreements
from secondsource.collate.conflicts.sides import Disagreement, Report, Side
from secondsource.collate.conflicts.status import find_status_disagreements
from secondsource.types import Conflict, ConflictKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secondsource.collate.facts import Match, Passage
    from secondsource.types import Anchor, Annotations, Article, Fact, Span

__all__ = ["ALIGNED", "find_conflicts", "in_order_of_presentation"]

ALIGNED = 0.2  # likelihood from which two sentences are compared: what the kinds ask for narrows further


def find_conflicts(
    passages: Sequence[Passage],
    matches: Iterable[Match],
    facts: Iterable[Fact],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
) -> tuple[Conflict, ...]:
    """The conflicts of figures, dates, names, places and states between sentences that tell the same thing.

    The subject of a conflict is the first fact that tells two of its readings, if any. Ids and order as in
    `in_order_of_presentation`.
    """
    reports = {identifier: Report(articles[identifier], annotations[identifier]) for identifier in articles}
    sides: dict[int, Side] = {}
    found: list[Disagreement] = []
    for match in matches:
        if match.likelihood < ALIGNED:
            continue
        same_people = _same_people(passages[match.first], passages[match.second])
        pair = []
        for index in (match.first, match.second):
            if index not in sides:
                anchor = passages[index].anchor
                sides[index] = Side(reports[anchor.article], anchor.span)
            pair.append(sides[index])
        found.extend(_compare(pair[0], pair[1], match.likelihood, same_people=same_people))
    order = {article: place for place, article in enumerate(dict.fromkeys(p.anchor.article for p in passages))}
    conflicts = [_conflict(group, order, facts, articles) for group in join_disagreements(found, articles)]
    return in_order_of_presentation(conflicts, list(order))


def _same_people(one: Passage, other: Passage) -> bool:
    """Whether two passages may tell of the same people: one of them tells of nobody, or they share somebody."""
    return not one.people or not other.people or bool(one.people & other.people)


def _compare(first: Side, second: Side, likelihood: float, *, same_people: bool) -> Iterator[Disagreement]:
    yield from find_name_disagreements(first, second)
    if not same_people:
        return
    yield from find_number_disagreements(first, second)
    yield from find_date_disagreements(first, second, likelihood)
    yield from find_place_disagreements(first, second)
    yield from find_status_disagreements(first, second, likelihood)


def _conflict(
    group: tuple[Disagreement, ...],
    order: Mapping[str, int],
    facts: Iterable[Fact],
    articles: Mapping[str, Article],
) -> Conflict:
    hard = [d for d in group if d.kind is not ConflictKind.PRECISION]
    anchors = {anchor for d in group for anchor in (d.first, d.second)}
    readings = sorted(anchors, key=lambda anchor: (order[anchor.article], anchor.span))
    return Conflict(
        id="",
        kind=hard[0].kind if hard else ConflictKind.PRECISION,
        readings=tuple(readings),
        explanation=explain(readings, articles, () if hard else [d.reason for d in group]),
        subject=next((fact.id for fact in facts if _tells(fact, readings)), None),
    )


def _tells(fact: Fact, readings: Iterable[Anchor]) -> bool:
    """Whether sentences of the fact hold readings of at least two articles."""
    held = {r.article for r in readings for s in fact.sentences if r.article == s.article and s.span.contains(r.span)}
    return len(held) > 1


def in_order_of_presentation(conflicts: Iterable[Conflict], order: Sequence[str]) -> tuple[Conflict, ...]:
    """The conflicts with ids c1, c2, …: disagreements before differences of precision, those of most reports first,
    then by their first reading; `order` holds the article ids in order.
    """
    place = {article: number for number, article in enumerate(order)}

    def key(conflict: Conflict) -> tuple[bool, int, list[tuple[int, Span]]]:
        reports = {anchor.article for anchor in conflict.readings}
        places = [(place[anchor.article], anchor.span) for anchor in conflict.readings]
        return (conflict.kind is ConflictKind.PRECISION, -len(reports), places)

    return tuple(replace(conflict, id=f"c{n}") for n, conflict in enumerate(sorted(conflicts, key=key), start=1))
