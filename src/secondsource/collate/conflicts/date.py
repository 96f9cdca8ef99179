"""Dates that disagree: two reports place the same event on different days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.precision import Verdict, compare_dates
from secondsource.collate.conflicts.sides import Agreement, Disagreement, Side, is_past, words_inside
from secondsource.collate.facts.word_families import family_of, stem_of
from secondsource.types import ConflictKind, DateBasis, Precision, Span
from secondsource.types.words import STOPWORDS, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import DateMention

# What is done again and again in one story: a second day may be a second occasion.
REPEATED = frozenset(
    stem_of(word)
    for word in """add announce appear ask call claim comment confirm continue criticise deny expected identify insist
    interview meet met post release reply report respond said say scheduled speak spoke statement story talk tell told
    tweet visit warn write wrote""".split()
)
RECURRING = 0.6  # likelihood of the two sentences from which these may be one occasion, if told of in the past
OCCASION = 2  # shared words beside it that this takes as well, one of them no name
ENOUGH = 3  # shared words beside any other event that tell it from another of its name
ALIKE = 0.4  # likelihood of the two sentences from which one shared word is enough
VERY_MUCH_ALIKE = 0.8  # and from which none is needed
REACH = 9  # content words before a date among which the verb of its clause is sought
FARTHEST = 14  # days between two dates of one event of which one was told by its weekday
BOUNDED = 0.15  # as is where both dates say until when, or since when: that is told once of a thing
_BOUNDS = frozenset("until till since".split())
# Words between an event and its date that belong to neither: "late on Tuesday night".
_BETWEEN = frozenset(
    "late early earlier later last this next on in at by during local time morning afternoon evening night".split()
)


def compare_events(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement | Agreement]:
    """How the dates that two aligned sentences give to the same event agree or disagree.

    An event is a content word that the date stands next to ("published Sunday", "on Sunday resigned"). The same event
    asks for such a word on both sides, for one date of it on either side, and for more shared words beside it or
    sentences that are very much alike. A disagreement is not reported where either report elsewhere gives the other's
    date for the event, or at all where the sentences are not alike. "Monday" and "last week" differ in exactness only
    as any two reporters do: of such pairs those are reported of which one is absolute.
    """
    for one in first.dates:
        for other in second.dates:
            verdict = compare_dates(one, other)
            if verdict is Verdict.UNSURE:
                continue
            event = _same_event(first, one, second, other, likelihood)
            if not event:
                continue
            anchors = first.anchor(one.span), second.anchor(other.span)
            if verdict is Verdict.SAME:
                yield Agreement(*anchors)
            elif _gives(first, other, event, likelihood) or _gives(second, one, event, likelihood):
                continue
            elif verdict is Verdict.CONFLICT and not _moving(first, one, second, other):
                yield Disagreement(ConflictKind.DATE, "", *anchors)
            elif verdict is Verdict.COMPATIBLE and DateBasis.ABSOLUTE in (one.basis, other.basis):
                yield Disagreement(ConflictKind.PRECISION, "One date is less exact than the other.", *anchors)


def _same_event(first: Side, one: DateMention, second: Side, other: DateMention, likelihood: float) -> frozenset[str]:
    """The words for the event that both dates are given to, if it is one event; else nothing."""
    ours, theirs = first.once(_events)[one.span], second.once(_events)[other.span]
    event = frozenset(ours.keys() & theirs.keys())
    if not event or (likelihood >= BOUNDED and any(" " in word for word in event)):
        return event
    recurring = all(ours[word] or theirs[word] for word in event)
    if likelihood >= VERY_MUCH_ALIKE and not recurring:
        return event
    shared = (first.told_around(one.span) & second.told_around(other.span)) - event
    if recurring:
        matter = shared - first.report.names - second.report.names
        same = likelihood >= RECURRING and len(shared) >= OCCASION and bool(matter)
    else:
        same = len(shared) >= ENOUGH or (bool(shared) and likelihood >= ALIKE)
    return event if same else frozenset()


def _events(side: Side) -> dict[Span, dict[str, bool]]:
    """What each date of the sentence is given to, as `_event` tells it, without what several are given to."""
    found = {date.span: _event(side, date) for date in side.dates}
    count = Counter(word for words in found.values() for word in words)
    return {date: {word: again for word, again in words.items() if count[word] == 1} for date, words in found.items()}


def _event(side: Side, date: DateMention) -> dict[str, bool]:
    """What may be told to have happened then, as families of words, and whether it may be done again: the nearest
    content words before and after the date, in its clause, and the nearest verb in the past before it. Left out are
    numbers, names (which are no events), and what is done again and again unless it is told in the past. Where "until"
    or "since" stands there, it and the nearest word before it that is no name ("since led" in "led it since 2002").
    """
    clause = side.clause(date.span)
    before = words_inside(side.words, Span(clause.start, date.span.start))[::-1]
    after = words_inside(side.words, Span(date.span.end, clause.end))
    bound = ""
    for span in before:
        word = fold(span.of(side.text))
        if word in _BOUNDS and not bound:
            bound = "until " if word == "till" else f"{word} "
        elif bound and span.of(side.text)[0].islower() and word not in STOPWORDS:
            return {bound + family_of(word): False}
    content = [[w for w in words if _is_content(fold(w.of(side.text)))][:REACH] for words in (before, after)]
    verb = [word for word in content[0] if is_past(fold(word.of(side.text)))]
    found = {}
    for span in (*content[0][:1], *content[1][:1], *verb[:1]):
        word = fold(span.of(side.text))
        again = stem_of(word) in REPEATED
        if span.of(side.text)[0].islower() and (is_past(word) or not again):
            found[family_of(word)] = again
    return found


def _is_content(word: str) -> bool:
    return word not in STOPWORDS and word not in _BETWEEN


def _gives(side: Side, date: DateMention, event: frozenset[str], likelihood: float) -> bool:
    """Whether the side's report names exactly the days of `date` anywhere; or in sentences that are much alike, whether
    it does so near a word for the event.
    """
    days = date.earliest, date.latest
    near = [told for d, told in side.report.near_dates if (d.earliest, d.latest) == days]
    return (
        any(told & {word.rpartition(" ")[2] for word in event} for told in near) if likelihood >= ALIKE else bool(near)
    )


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
