"""Dates that disagree: two reports place the same event on different days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.conflicts.precision import Verdict, compare_dates
from secondsource.collate.conflicts.sides import Disagreement, Side
from secondsource.collate.facts.word_families import family_of
from secondsource.types import ConflictKind, DateBasis, Span
from secondsource.types.words import STOPWORDS, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import DateMention

# What is done again and again in one story: a second day is a second occasion.
REPEATED = frozenset(
    family_of(word)
    for word in """said say told tell add announce speak ask reply respond write tweet post comment report warn insist
    claim deny confirm criticise call continue appear meet visit talk interview story article release statement update
    scheduled expected since until before after""".split()
)
# Words between an event and its date that belong to neither: "late on Tuesday night".
_BETWEEN = frozenset(
    "late early earlier later last this next on in at by during local time morning afternoon evening night".split()
)


def find_date_disagreements(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement]:
    """The dates of two aligned sentences that are given to the same event and differ.

    An event is the content word that the date stands next to ("published Sunday", "Sunday's vote"). A conflict needs
    the same event on both sides, one date of it on either side, and a second shared word beside it or sentences that
    are very much alike; it is not reported where either report elsewhere gives the other's date.
    """
    for one in first.dates:
        for other in second.dates:
            verdict = compare_dates(one, other)
            if verdict in (Verdict.SAME, Verdict.UNSURE):
                continue
            if not _same_event(first, one, second, other, likelihood):
                continue
            if _gives(first, other) or _gives(second, one):
                continue
            anchors = first.anchor(one.span), second.anchor(other.span)
            if verdict is Verdict.COMPATIBLE:
                yield Disagreement(ConflictKind.PRECISION, *anchors, "One date is less exact than the other.")
            elif not _same_words(first, one, second, other):
                yield Disagreement(ConflictKind.DATE, *anchors)


def _same_event(first: Side, one: DateMention, second: Side, other: DateMention, likelihood: float) -> bool:
    ours, theirs = first.once(_events), second.once(_events)
    event = ours[one.span]
    if event is None or event != theirs[other.span] or event in REPEATED:
        return False
    if any(list(events.values()).count(event) > 1 for events in (ours, theirs)):
        return False
    shared = first.told_around(one.span) & second.told_around(other.span) - {event}
    return bool(shared) or likelihood >= 0.8


def _events(side: Side) -> dict[Span, str | None]:
    return {date.span: _event(side, date) for date in side.dates}


def _event(side: Side, date: DateMention) -> str | None:
    """The family of the nearest content word before the date, in its clause, or else of the first one after it."""
    clause = side.clause(date.span)
    before = side.folded(Span(clause.start, date.span.start))
    after = side.folded(Span(date.span.end, clause.end))
    for word in (*reversed(before), *after):
        if word not in STOPWORDS and word not in _BETWEEN:
            return family_of(word) if not word[0].isdigit() else None
    return None


def _gives(side: Side, date: DateMention) -> bool:
    """Whether the side's report names exactly the days of `date` anywhere."""
    return any((d.earliest, d.latest) == (date.earliest, date.latest) for d in side.report.read.dates)


def _same_words(first: Side, one: DateMention, second: Side, other: DateMention) -> bool:
    """Whether both dates are the same relative words: "on Tuesday" in two reports filed a week apart may mean one day,
    since a page's date of publication is often that of its last change.
    """
    relative = DateBasis.ABSOLUTE not in (one.basis, other.basis)
    return relative and fold(one.span.of(first.text)) == fold(other.span.of(second.text))
