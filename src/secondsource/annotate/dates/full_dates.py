"""Dates that tell their day or month and their year, in all the styles of news."""

from __future__ import annotations

import re

from secondsource.annotate.dates import periods
from secondsource.annotate.dates.context import NOT_A_DATE, Context, Reading
from secondsource.annotate.dates.lexicon import (
    DAY,
    HYPHEN,
    MARKED_YEAR,
    MONTH,
    NAMED_DAY,
    NARROWER,
    TO,
    YEAR,
    full_year,
    month_number,
    ordinal,
)
from secondsource.annotate.dates.periods import Period
from secondsource.annotate.dates.rule import Rule, pattern


def _reading(period: Period | None) -> Reading | None:
    return Reading(period) if period else None


def read_iso(match: re.Match[str], _: Context) -> Reading | None:
    """2013-05-02, 2013/05/02, 2013.05.02."""
    return _reading(periods.day_of(int(match["year"]), int(match["month"]), int(match["day"])))


def read_numeric(match: re.Match[str], context: Context) -> Reading | None:
    """05/02/2013: the month first, unless it cannot be or the article shows that it writes the day first."""
    first, second, number = int(match["first"]), int(match["second"]), full_year(match["year"])
    day_first = first > 12 or (second <= 12 and (context.day_first or match["mark"] == "."))
    month, day = (second, first) if day_first else (first, second)
    return _reading(periods.day_of(number, month, day))


def read_full(match: re.Match[str], _: Context) -> Reading | None:
    """Feb. 8, 2001; 8 February 2001; June 3-5, 2001; the 3rd of May, 2010."""
    year, month = full_year(match["year"]), month_number(match["month"])
    first = periods.day_of(year, month, ordinal(match["day"]))
    groups = match.groupdict()
    last = periods.day_of(year, month, ordinal(groups["last"])) if groups.get("last") else None
    if first is None:
        return NOT_A_DATE  # a day that the calendar does not have
    return Reading(periods.between(first, last) if last and first.latest < last.earliest else first)


def read_month_year(match: re.Match[str], _: Context) -> Reading | None:
    """February 2001, May of 1995, May '68; the first month of "April and June 1955" too."""
    first = month_number(match["month"])
    year = full_year(match["year"])
    later = match.groupdict().get("later")
    if later and month_number(later) < first and match["crossing"]:
        year -= 1
    return Reading(periods.month(year, first))


_MONTH_DAY_YEAR = (
    rf"{NARROWER}?{NAMED_DAY}(?P<month>{MONTH})\s*(?P<day>{DAY})(?:{HYPHEN}(?P<last>{DAY}))?,?\s+(?P<year>{YEAR})"
)
_DAY_MONTH_YEAR = (
    rf"{NARROWER}?{NAMED_DAY}(?:the\s+)?(?P<day>{DAY})(?:{HYPHEN}(?P<last>{DAY}))?(?:\s+of)?[\s-]+(?P<month>{MONTH})"
    rf"(?:\s+of)?,?[\s-]+(?P<year>{YEAR})"
)
# The first day of "April 4 to May 7, 1864", of "4 April-7 May 1864" and of "between 4 and 7 May 1864" has the year, or
# the month and year, of the second.
_MONTH_DAY_OF_A_PAIR = (
    rf"{NAMED_DAY}(?P<month>{MONTH})\s+(?P<day>{DAY})(?={TO}{NAMED_DAY}(?:{MONTH}\s+)?{DAY},?\s+(?P<year>{YEAR}))"
)
_DAY_MONTH_OF_A_PAIR = (
    rf"{NAMED_DAY}(?:the\s+)?(?P<day>{DAY})\s+(?P<month>{MONTH})"
    rf"(?={TO}{NAMED_DAY}(?:the\s+)?{DAY}\s+{MONTH},?\s+(?P<year>{YEAR}))"
)
_DAY_OF_A_PAIR = rf"(?:the\s+)?(?P<day>{DAY})(?={TO}(?:the\s+)?{DAY}\s+(?P<month>{MONTH}),?\s+(?P<year>{YEAR}))"
_MONTH_YEAR = rf"{NARROWER}?(?P<month>{MONTH})(?:,?\s+|\s+of\s+(?:the\s+year\s+)?){MARKED_YEAR}"
_MONTH_OF_A_PAIR = (
    rf"{NARROWER}?(?P<month>{MONTH})(?=(?:\s+and|\s+or|(?P<crossing>{TO}))\s*(?:from\s+|in\s+)?{NARROWER}?"
    rf"(?P<later>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR}))"
)

_NUMERIC_RULES = (
    Rule("year month day in digits", "year", pattern(
        r"(?P<year>(?:1\d|20)\d\d)(?P<mark>\s?[-/.]\s?)(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>[0-3]?\d)(?![\w/-]|\.\d)"
    ), read_iso),
    Rule("day and month in digits", "digits", pattern(
        r"(?<![/.-])(?P<first>[0-3]?\d)\s?(?P<mark>[/.-])\s?(?P<second>[0-3]?\d)\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d|(?<=/)\d\d|(?<=/\s)\d\d)"
        r"(?![\w/%]|[-.]\d)"
    ), read_numeric),
)  # fmt: skip
_MONTH_RULES = (
    Rule("month day year", "month", pattern(_MONTH_DAY_YEAR), read_full),
    Rule("day month year", "month", pattern(_DAY_MONTH_YEAR), read_full),
    Rule("month day of a pair", "month", pattern(_MONTH_DAY_OF_A_PAIR), read_full),
    Rule("day month of a pair", "month", pattern(_DAY_MONTH_OF_A_PAIR), read_full),
    Rule("day of a pair", "month", pattern(_DAY_OF_A_PAIR), read_full),
    Rule("month year", "month", pattern(_MONTH_YEAR), read_month_year),
    Rule("month of a pair", "month", pattern(_MONTH_OF_A_PAIR), read_month_year),
)
RULES = (*_NUMERIC_RULES, *_MONTH_RULES)
