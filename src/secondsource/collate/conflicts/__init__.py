"""Conflicts: places where reports of one thing disagree, or are not equally exact.

Each kind is one file. Names with what stands beside them, and what a report says has changed, are compared across
whole reports, all else between two sentences that tell the same thing; here the kinds are called in turn, and what they
find is joined: readings that disagree pairwise about one thing make one conflict.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.date import compare_events
from secondsource.collate.conflicts.explanation import explain
from secondsource.collate.conflicts.joining import Matter, join_disagreements
from secondsource.collate.conflicts.name import compare_names
from secondsource.collate.conflicts.number import compare_numbers
from secondsource.collate.conflicts.particulars import compare_particulars
from secondsource.collate.conflicts.place import compare_places
from secondsource.collate.conflicts.prospect import compare_prospects
from secondsource.collate.conflicts.revision import compare_revisions
from secondsource.collate.conflicts.roles import compare_roles
from secondsource.collate.conflicts.sides import Agreement, Disagreement, Report, Side
from secondsource.collate.conflicts.status import compare_states
from secondsource.collate.facts.passages import order_of_publication
from secondsource.types import Conflict, ConflictKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secondsource.collate.facts import Match, Passage
    from secondsource.types import Anchor, Annotations, Article, Fact, Span

__all__ = ["find_conflicts", "in_order_of_presentation"]

ALIGNED = 0.12  # likelihood from which two sentences are compared; what the kinds ask for narrows further
ALIGNED_LATER = 0.4  # and from which they are where one report was filed much later: much has changed by then
LATER = timedelta(days=14)
_RANK = {ConflictKind.WORDING: 1, ConflictKind.NAME: 2, ConflictKind.PRECISION: 3}
LONGEST = 1500  # characters of a sentence that is compared


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
    order = order_of_publication(articles)
    reports = {identifier: Report(articles[identifier], annotations[identifier]) for identifier in order}
    sides = [Side(reports[passage.anchor.article], passage.anchor.span) for passage in passages]
    found: list[Disagreement | Agreement] = [
        *compare_names(reports.values()),
        *compare_roles(reports.values()),
        *compare_particulars(reports.values()),
        *compare_revisions(sides),
    ]
    for match in matches:
        one, other = passages[match.first], passages[match.second]
        if match.likelihood >= _aligned(one, other, articles) and _are_comparable(one, other):
            found.extend(_compare(sides[match.first], sides[match.second], match.likelihood))
    disagreed = [comparison for comparison in found if isinstance(comparison, Disagreement)]
    agreed = [comparison for comparison in found if isinstance(comparison, Agreement)]
    matters = join_disagreements(disagreed, agreed, articles)
    return in_order_of_presentation([_conflict(matter, order, facts, articles) for matter in matters], order)


def _are_comparable(one: Passage, other: Passage) -> bool:
    """Whether neither passage is a list or a page without full stops, and they may tell of the same people: one of them
    tells of nobody, or they share somebody.
    """
    if max(passage.anchor.span.end - passage.anchor.span.start for passage in (one, other)) > LONGEST:
        return False
    return not one.people or not other.people or bool(one.people & other.people)


def _aligned(one: Passage, other: Passage, articles: Mapping[str, Article]) -> float:
    """The likelihood from which two passages are compared."""
    day, other_day = articles[one.anchor.article].published_day, articles[other.anchor.article].published_day
    return ALIGNED_LATER if day and other_day and abs(day - other_day) > LATER else ALIGNED


def _compare(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement | Agreement]:
    yield from compare_numbers(first, second, likelihood)
    yield from compare_events(first, second, likelihood)
    yield from compare_places(first, second)
    yield from compare_states(first, second, likelihood)
    yield from compare_prospects(first, second, likelihood)


def _conflict(matter: Matter, order: Sequence[str], facts: Iterable[Fact], articles: Mapping[str, Article]) -> Conflict:
    readings = tuple(sorted(matter.readings, key=lambda anchor: (order.index(anchor.article), anchor.span)))
    return Conflict(
        id="",
        kind=matter.kind,
        readings=readings,
        explanation=explain(readings, articles, matter.reasons),
        subject=next((fact.id for fact in facts if _tells(fact, readings)), None),
    )


def _tells(fact: Fact, readings: Iterable[Anchor]) -> bool:
    """Whether sentences of the fact hold readings of at least two articles."""
    held = {r.article for r in readings for s in fact.sentences if r.article == s.article and s.span.contains(r.span)}
    return len(held) > 1


def in_order_of_presentation(conflicts: Iterable[Conflict], order: Sequence[str]) -> tuple[Conflict, ...]:
    """The conflicts with ids c1, c2, …: disagreements of substance first, then of wording, then of names (mostly slips
    of the pen), differences of precision last; within these those of most reports first, then by their first reading.
    `order` holds the article ids in order.
    """
    place = {article: number for number, article in enumerate(order)}

    def key(conflict: Conflict) -> tuple[int, int, list[tuple[int, Span]]]:
        reports = {anchor.article for anchor in conflict.readings}
        places = [(place[anchor.article], anchor.span) for anchor in conflict.readings]
        return (_RANK.get(conflict.kind, 0), -len(reports), places)

    return tuple(replace(conflict, id=f"c{n}") for n, conflict in enumerate(sorted(conflicts, key=key), start=1))
