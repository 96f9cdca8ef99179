"""Stretches of the calendar, each with its ISO 8601 value."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.types import Precision

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month in which each begins
FIRST_YEAR, LAST_YEAR = 2, 9990  # leaves room for a decade or a shift at either end of the calendar


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `earliest` to `latest`, both included; `value` is their ISO 8601 form."""

    value: str
    precision: Precision
    earliest: date
    latest: date


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), Precision.DAY, when, when)


def day_of(year: int, month: int, number: int) -> Period | None:
    """One day by its numbers, or None if the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= number <= calendar.monthrange(_bounded(year), month)[1]:
        return None
    return day(date(_bounded(year), month, number))


def week(when: date) -> Period:
    """The ISO week, Monday to Sunday, that holds `when`."""
    monday = when - timedelta(days=when.weekday())
    year, number, _ = when.isocalendar()
    return Period(f"{year:04}-W{number:02}", Precision.WEEK, monday, monday + timedelta(days=6))


def weekend(when: date) -> Period:
    """The Saturday and Sunday of the ISO week that holds `when`."""
    saturday = when + timedelta(days=5 - when.weekday())
    return between(day(saturday), day(saturday + timedelta(days=1)))


def month(year: int, number: int) -> Period:
    """One month; `number` may run past either end of the year (0 is the December before)."""
    year, number = _bounded(year + (number - 1) // 12), (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04}-{number:02}", Precision.MONTH, date(year, number, 1), date(year, number, last))


def season(year: int, code: str) -> Period:
    """A season by its code (SP, SU, FA, WI), northern; winter runs into the year after."""
    first, last = month(year, SEASONS[code]), month(year, SEASONS[code] + 2)
    return Period(f"{first.value[:4]}-{code}", Precision.SEASON, first.earliest, last.latest)


def quarter(year: int, number: int) -> Period:
    """A quarter, 1 to 4; like a month's, `number` may run past either end of the year."""
    first, last = month(year, number * 3 - 2), month(year, number * 3)
    value = f"{first.value[:4]}-Q{(number - 1) % 4 + 1}"
    return Period(value, Precision.QUARTER, first.earliest, last.latest)


def year(number: int) -> Period:
    """One year."""
    number = _bounded(number)
    return Period(f"{number:04}", Precision.YEAR, date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> Period:
    """The ten years that begin like `first` (1970 and 1974 give 197X)."""
    start = _bounded(first) // 10 * 10
    return Period(f"{start // 10:03}X", Precision.DECADE, year(start).earliest, year(start + 9).latest)


def century(number: int) -> Period:
    """A century by its number: the 19th is 18XX."""
    start = (number - 1) * 100
    return Period(f"{number - 1:02}XX", Precision.CENTURY, year(start).earliest, year(start + 99).latest)


def between(first: Period, last: Period) -> Period:
    """All days from the first of `first` to the last of `last`."""
    return Period(f"{first.value}/{last.value}", Precision.RANGE, first.earliest, last.latest)


def shifted(start: date, count: int, unit: str) -> Period:
    """The day, week, month, year, decade or century that lies `count` of them after the one of `start`."""
    if unit in ("day", "week", "fortnight"):
        days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
        # An absurd count ("99,999 weeks ago") stops at the calendar's ends.
        days = max(date(FIRST_YEAR, 1, 1).toordinal(), min(date(LAST_YEAR, 1, 1).toordinal(), start.toordinal() + days))
        there = date.fromordinal(days)
        return day(there) if unit == "day" else week(there)
    if unit == "month":
        return month(start.year, start.month + count)
    return year(start.year + count * {"year": 1, "decade": 10, "century": 100}[unit])


def named(when: date, unit: str, step: int = 0) -> Period:
    """As `shifted`, but a decade is all its ten years ("the next decade")."""
    return decade(when.year + 10 * step) if unit == "decade" else shifted(when, step, unit)


def _bounded(number: int) -> int:
    return max(FIRST_YEAR, min(LAST_YEAR, number))
