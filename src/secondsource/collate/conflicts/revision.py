"""Updates that a later report tells itself: "six fires, not four", "the first reports said that nobody was hurt"."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.counting import read_counted
from secondsource.collate.conflicts.sides import Disagreement, Side
from secondsource.collate.conflicts.status import left_states, right_states
from secondsource.types import ConflictKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REASON = "The later report tells what has changed since."
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_INSTEAD = re.compile(
    r",? (?:and |but )?(?:not|up from|down from|rather than|instead of|compared (?:with|to)) (?:the )?"
    r"(?:earlier |initial |original |first |previous )?(?:count of |figure of |total of |estimate of )?"
    rf"(?:about |some |around )?(?P<old>\d[\d,.]*\d|\d|{'|'.join(_NUMBERS)})\b(?! per ?cent|%)"
)
_AT_FIRST = re.compile(
    r"\b(?:first|early|earlier|initial|initially|previous|previously|original|originally|at first|until now|so far)\b",
    re.IGNORECASE,
)
NEXT = 2  # sentences after the one that tells how it was, in which it is told how it is


def compare_revisions(sides: Sequence[Side]) -> Iterator[Disagreement]:
    """What earlier reports of a story tell and a later one says has changed, of kind PRECISION.

    `sides` are all sentences of the story, each report's together and in order. The later report must name both the
    old and the new: a figure with the old one beside it, or a state after the old one that it gives to first reports.
    Days of publication are compared, and nothing is said of a report without one.
    """
    reports = [list(told) for _, told in groupby(sides, key=lambda side: side.report.article.id)]
    for later in reports:
        earlier = [told for told in reports if _is_before(told[0], later[0])]
        if not earlier:
            continue
        for number, side in enumerate(later):
            yield from _figures_revised(side, earlier)
            yield from _states_revised(later[number : number + 1 + NEXT], earlier)


def _is_before(one: Side, other: Side) -> bool:
    day, other_day = one.report.article.published_day, other.report.article.published_day
    return day is not None and other_day is not None and day < other_day


def _figures_revised(side: Side, earlier: Sequence[Sequence[Side]]) -> Iterator[Disagreement]:
    for new in side.once(read_counted):
        old = _INSTEAD.match(side.text, new.phrase.end, side.span.end)
        if old is None or not new.noun:
            continue
        written = re.compile(rf"(?<![\w.,£$€]){_spellings(old['old'])}(?![\w%]|[.,]\d)", re.IGNORECASE)
        for told in earlier:
            places = (other.anchor(figure) for other in told for figure in _told_of(other, new.noun, written))
            if (first := next(places, None)) is not None:
                yield Disagreement(ConflictKind.PRECISION, REASON, first, side.anchor(new.phrase))


def _told_of(side: Side, noun: str, written: re.Pattern[str]) -> Iterator[Span]:
    """Where the sentence has the number in a clause that tells of `noun`: "four of them caught fire"."""
    for found in written.finditer(side.text, *side.span):
        figure = Span(*found.span())
        if noun in side.told_around(figure):
            yield figure


def _spellings(number: str) -> str:
    """A pattern of a number as it stands, in figures and in words."""
    if number.isdigit() and 0 < int(number) <= len(_NUMBERS):
        return rf"(?:{number}|{_NUMBERS[int(number) - 1]})"
    if number.lower() in _NUMBERS:
        return rf"(?:{number}|{_NUMBERS.index(number.lower()) + 1})"
    return re.escape(number)


def _states_revised(told: Sequence[Side], earlier: Sequence[Sequence[Side]]) -> Iterator[Disagreement]:
    before = told[0]
    if not _AT_FIRST.search(before.text, *before.span):
        return
    for row in before.once(left_states):
        after = next((side for side in told if row in side.once(right_states)), None)
        if after is None:
            continue
        anchor = after.anchor(after.once(right_states)[row])
        for sides in earlier:
            if (first := next((side for side in sides if row in side.once(left_states)), None)) is not None:
                yield Disagreement(ConflictKind.PRECISION, REASON, first.anchor(first.once(left_states)[row]), anchor)
