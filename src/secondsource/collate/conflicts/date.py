"""Dates that disagree: two reports place the same event on different days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.conflicts.precision import Verdict, compare_dates
from secondsource.collate.conflicts.sides import Agreement, Disagreement, Side, words_inside
from secondsource.collate.facts.word_families import family_of, stem_of
from secondsource.types import ConflictKind, DateBasis, Precision, Span
from secondsource.types.words import STOPWORDS, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import DateMention

# What is done again and again in one story: a second day is a second occasion.
REPEATED = frozenset(
    stem_of(word)
    for word in """add announce appear ask call claim comment confirm continue criticise deny expected identify insist
    interview meet met post release reply report respond said say scheduled speak spoke statement story talk tell told
    tweet visit warn write wrote""".split()
)
ENOUGH = 3  # shared words beside the event that tell one occasion of it from another
ALIKE = 0.4  # likelihood of the two sentences from which one shared word is enough
VERY_MUCH_ALIKE = 0.8  # and from which none is needed
FARTHEST = 14  # days between two dates of one event of which one was told by its weekday
BOUNDED = 0.25  # as is where both dates say until when, or since when: that is told once of a thing
_BOUNDS = frozenset("until till since".split())
# Words between an event and its date that belong to neither: "late on Tuesday night".
_BETWEEN = frozenset(
    "late early earlier later last this next on in at by during local time morning afternoon evening night".split()
)


def compare_events(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement | Agreement]:
    """How the dates that two aligned sentences give to the same event agree or disagree.

    An event is the content word that the date stands next to ("published Sunday", "Sunday's vote"). The same event
    asks for that word on both sides, for one date of it on either side, and for more shared words beside it or
    sentences that are very much alike. A disagreement is not reported where either report elsewhere gives the other's
    date. "Monday" and "last week" differ in exactness only as any two reporters do: of such pairs those are reported of
    which one is absolute.
    """
    for one in first.dates:
        for other in second.dates:
            verdict = compare_dates(one, other)
            if verdict is Verdict.UNSURE or not _same_event(first, one, second, other, likelihood):
                continue
            anchors = first.anchor(one.span), second.anchor(other.span)
            if verdict is Verdict.SAME:
                yield Agreement(*anchors)
            elif _gives(first, other) or _gives(second, one):
                continue
            elif verdict is Verdict.CONFLICT and not _moving(first, one, second, other):
                yield Disagreement(ConflictKind.DATE, "", *anchors)
            elif verdict is Verdict.COMPATIBLE and DateBasis.ABSOLUTE in (one.basis, other.basis):
                yield Disagreement(ConflictKind.PRECISION, "One date is less exact than the other.", *anchors)


def _same_event(first: Side, one: DateMention, second: Side, other: DateMention, likelihood: float) -> bool:
    ours, theirs = first.once(_events), second.once(_events)
    event = ours[one.span]
    if event is None or event != theirs[other.span]:
        return False
    if any(list(events.values()).count(event) > 1 for events in (ours, theirs)):
        return False
    if event.partition(" ")[0] in _BOUNDS and likelihood >= BOUNDED:
        return True
    shared = len((first.told_around(one.span) & second.told_around(other.span)) - {event.rpartition(" ")[2]})
    return shared >= ENOUGH or (shared > 0 and likelihood >= ALIKE) or likelihood >= VERY_MUCH_ALIKE


def _events(side: Side) -> dict[Span, str | None]:
    return {date.span: _event(side, date) for date in side.dates}


def _event(side: Side, date: DateMention) -> str | None:
    """The family of the nearest content word before the date, in its clause, or else of the first one after it; None
    where that is a number, a name (which is no event) or done again and again. Where "until" or "since" stands there,
    it and the nearest word before it that is no name ("since led": "led the House since 2002").
    """
    clause = side.clause(date.span)
    before = words_inside(side.words, Span(clause.start, date.span.start))
    after = words_inside(side.words, Span(date.span.end, clause.end))
    bound = ""
    for span in (*reversed(before), *after):
        written = span.of(side.text)
        word = fold(written)
        if word in _BOUNDS and not bound:
            bound = "until " if word == "till" else f"{word} "
        elif bound and written[0].islower() and word not in STOPWORDS:
            return bound + family_of(word)
        elif not bound and word not in STOPWORDS and word not in _BETWEEN:
            return family_of(word) if written[0].islower() and stem_of(word) not in REPEATED else None
    return None


def _gives(side: Side, date: DateMention) -> bool:
    """Whether the side's report names exactly the days of `date` anywhere."""
    return any((d.earliest, d.latest) == (date.earliest, date.latest) for d in side.report.read.dates)


def _moving(first: Side, one: DateMention, second: Side, other: DateMention) -> bool:
    """Whether the dates may differ for the reason that the reports were filed at different times: "on Tuesday" in both,
    where a page's date of publication may be that of its last change; a weekday that is weeks from the other date; or
    "this year", which ends with the report.
    """
    relative = DateBasis.ABSOLUTE not in (one.basis, other.basis)
    if one.precision is Precision.DAY and _days_apart(one, other) > FARTHEST:
        return DateBasis.PUBLICATION in (one.basis, other.basis)
    words, others = set(first.folded(one.span)), set(second.folded(other.span))
    same_day = relative and bool((words & others) - _BETWEEN - STOPWORDS)
    return same_day or (one.precision is not Precision.DAY and "this" in words | others)


def _days_apart(one: DateMention, other: DateMention) -> int:
    return abs((one.earliest - other.earliest).days) if one.earliest and other.earliest else 0
