"""What a rule may know: the text, the day of publication, and the dates that were read before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from secondsource.annotate.dates.lexicon import MONTH, WEEKDAY, weekday_number
from secondsource.annotate.dates.periods import Period
from secondsource.annotate.dates.tense import Direction, direction
from secondsource.types import DateBasis, Precision, Sentence, Span


class Reading(NamedTuple):
    """What a rule makes of an expression; no `period` where it cannot be resolved.

    `span` narrows the expression down where the pattern matched more than the phrase itself. `is_date` is False for
    what only looks like a date, so that no later rule reads it. `moves` tells whether later expressions count from it.
    """

    period: Period | None
    basis: DateBasis = DateBasis.ABSOLUTE
    precision: Precision = Precision.DAY
    anchor: Span | None = None
    span: Span | None = None
    is_date: bool = True
    moves: bool = True


NOT_A_DATE = Reading(None, is_date=False)
NOWHERE = Span(0, 0)


def from_publication(period: Period | None, precision: Precision) -> Reading:
    """A reading counted from the day of publication; unresolved where that is not known."""
    if period is None:
        return Reading(None, DateBasis.UNRESOLVED, precision)
    return Reading(period, DateBasis.PUBLICATION)


class Told(NamedTuple):
    """A date that the text has told, and where."""

    period: Period
    span: Span


@dataclass(frozen=True, slots=True)
class Context:
    """Where the reading of an article stands.

    `history` says that the article narrates past years, so that a bare "May 10" belongs to the year last told. `last`
    is the date told last, `last_day` the last one exact to the day, and `flow` the one that the narrative has reached:
    a year named in passing, outside `years`, does not move it. `day_first` reads 5/2 as the fifth of February.
    `weekdays` holds where the bare weekdays point whose verb tells it.
    """

    text: str
    published: date | None
    history: bool = False
    years: range = range(0)
    day_first: bool = False
    weekdays: Mapping[int, Direction] = field(default_factory=dict)
    sentence: Span = NOWHERE
    last: Told | None = None
    last_day: Told | None = None
    flow: Told | None = None

    def after(self, reading: Reading, period: Period, span: Span) -> Context:
        """The context once `period` has been told at `span`."""
        told = Told(period, span)
        day = told if period.precision is Precision.DAY else self.last_day
        flow = told if reading.moves and self._moves_on(period, span) else self.flow
        return replace(self, last=told, last_day=day, flow=flow)

    def _moves_on(self, period: Period, span: Span) -> bool:
        """Whether the narrative goes on from `period`: not from a decade or from a year that is named in passing."""
        year = period.earliest.year
        if self.flow is None:
            return True
        if period.precision in (Precision.DECADE, Precision.CENTURY) or (self.history and year not in self.years):
            return False
        if period.precision is not Precision.YEAR:
            return True
        opens = span.start - self.sentence.start <= _OPENING or self.flow.period.precision is Precision.YEAR
        return opens and year != self.flow.period.earliest.year

    def direction(self, span: Span, reach: int = 160) -> Direction:
        """Where the words around `span` point; a verb in the past is heeded within `reach` characters."""
        return direction(self.text, self.sentence, span, reach)


_OPENING = 30  # characters within which an expression opens its sentence and so sets the time of what follows
_FULL_YEAR = re.compile(r"(?<![\d$£€,.#-])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")
_MONTH_OF_YEAR = re.compile(rf"\b{MONTH}\s*(?:\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+(?:of\s+)?(?P<year>(?:1[5-9]|20)\d\d)\b")
_FROM_TODAY = re.compile(
    rf"\b(?:{WEEKDAY}|today|yesterday|tomorrow|tonight|this\s+week|last\s+(?:week|month|year))", re.I
)
_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])\s?/\s?(?:0?[1-9]|1[0-2])\s?/\s?(?:(?:19|20)\d\d|\d\d)\b")
_WEEKDAY = re.compile(rf"(?<!\w)(?P<name>{WEEKDAY})")


def opening_context(text: str, published: date | None, sentences: Sequence[Sentence]) -> Context:
    """The context before the first date of `text` is read."""
    if published and not 1000 < published.year < 3000:
        published = None  # a slip of some program: counted from it, every date would be wrong
    years = sorted(int(m[0]) for m in _FULL_YEAR.finditer(text))
    return Context(
        text=text,
        published=published,
        # An article without a day of publication has nothing but its own years to go by.
        history=published is None or _is_history(text, published, years),
        years=_years_told(years),
        day_first=_DAY_FIRST.search(text) is not None,
        weekdays=_told_weekdays(text, sentences),
    )


def _is_history(text: str, published: date, years: Sequence[int]) -> bool:
    """Whether the article tells months and days of past years, or many past years, and hardly counts from today."""
    from_today = sum(1 for _ in _FROM_TODAY.finditer(text))
    full = [abs(int(match["year"]) - published.year) > 1 for match in _MONTH_OF_YEAR.finditer(text)]
    far = sum(full)
    if far >= 3 and far > 2 * from_today and far > len(full) - far:
        return True
    return len(years) >= 8 and not from_today and all(abs(year - published.year) > 1 for year in years)


def _years_told(years: Sequence[int]) -> range:
    """The years that the article is about: those not far outside the middle half of the years it names."""
    if not years:
        return range(0, 10_000)
    low, high = years[len(years) // 4], years[(len(years) * 3) // 4]
    reach = 5 + 2 * (high - low)
    return range(low - reach, high + reach + 1)


def _told_weekdays(text: str, sentences: Sequence[Sentence]) -> dict[int, Direction]:
    """Where most mentions of each weekday point, of those whose verb tells it."""
    told: dict[int, Counter[Direction]] = {}
    for sentence in sentences:
        for match in _WEEKDAY.finditer(text, *sentence.span):
            where = direction(text, sentence.span, Span(*match.span()))
            told.setdefault(weekday_number(match["name"]), Counter())[where] += 1
    return {
        number: Direction.FUTURE if found[Direction.FUTURE] > found[Direction.PAST] else Direction.PAST
        for number, found in told.items()
        if found[Direction.FUTURE] or found[Direction.PAST]
    }
