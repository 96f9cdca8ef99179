"""Holidays: the days that are named and not numbered."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from secondsource.annotate.dates import periods
from secondsource.annotate.dates.context import NOT_A_DATE, Context, Reading
from secondsource.annotate.dates.lexicon import PART_OF_DAY, YEAR
from secondsource.annotate.dates.partial import place
from secondsource.annotate.dates.periods import Period
from secondsource.annotate.dates.rule import Rule, pattern
from secondsource.types import DateBasis, Precision

InYear = Callable[[int], date]


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, J. Meeus, Astronomical Algorithms, 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    letter = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = epact + letter - 7 * ((golden + 11 * epact + 22 * letter) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def _fixed(month: int, day: int) -> InYear:
    return lambda year: date(year, month, day)


def _nth(number: int, weekday: int, month: int, plus: int = 0) -> InYear:
    """The `number`th `weekday` (0 is Monday) of a month; the last one if `number` is 0; `plus` days after it."""

    def in_year(year: int) -> date:
        if number:
            first = date(year, month, 1)
            day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
        else:
            last = periods.month(year, month).latest
            day = last - timedelta(days=(last.weekday() - weekday) % 7)
        return day + timedelta(days=plus)

    return in_year


def _from_easter(days: int) -> InYear:
    return lambda year: _easter(year) + timedelta(days=days)


_APOSTROPHE = "['’]?"
# Longer names come before the shorter ones that they begin with.
_HOLIDAYS: tuple[tuple[str, InYear], ...] = (
    (rf"New\s+Year{_APOSTROPHE}s?{_APOSTROPHE}\s+Eve", _fixed(12, 31)),
    (rf"New\s+Year{_APOSTROPHE}s{_APOSTROPHE}(?:\s+Day)?", _fixed(1, 1)),
    (r"(?:Martin\s+Luther\s+King|MLK)(?:,?\s+Jr\.?,?)?\s+Day", _nth(3, 0, 1)),
    (rf"Valentine{_APOSTROPHE}s\s+Day", _fixed(2, 14)),
    (rf"President{_APOSTROPHE}s{_APOSTROPHE}\s+Day", _nth(3, 0, 2)),
    (rf"St\.?\s+Patrick{_APOSTROPHE}s\s+Day", _fixed(3, 17)),
    (r"Ash\s+Wednesday", _from_easter(-46)),
    (r"Palm\s+Sunday", _from_easter(-7)),
    (r"Good\s+Friday", _from_easter(-2)),
    (r"Easter\s+Monday", _from_easter(1)),
    (r"Easter(?:\s+Sunday)?", _from_easter(0)),
    (r"May\s+Day", _fixed(5, 1)),
    (rf"Mother{_APOSTROPHE}s\s+Day", _nth(2, 6, 5)),
    (r"Memorial\s+Day", _nth(0, 0, 5)),
    (rf"Father{_APOSTROPHE}s\s+Day", _nth(3, 6, 6)),
    (r"(?:the\s+)?Fourth\s+of\s+July|Independence\s+Day", _fixed(7, 4)),
    (r"Bastille\s+Day", _fixed(7, 14)),
    (r"Labou?r\s+Day", _nth(1, 0, 9)),
    (r"Columbus\s+Day", _nth(2, 0, 10)),
    (r"Halloween", _fixed(10, 31)),
    (r"Guy\s+Fawkes\s+(?:Day|Night)", _fixed(11, 5)),
    (r"Election\s+Day", _nth(1, 0, 11, plus=1)),
    (r"Veterans\s+Day|Armistice\s+Day", _fixed(11, 11)),
    (r"Thanksgiving(?:\s+Day)?", _nth(4, 3, 11)),
    (r"Black\s+Friday", _nth(4, 3, 11, plus=1)),
    (r"Christmas\s+Eve", _fixed(12, 24)),
    (r"Christmas(?:\s+Day)?", _fixed(12, 25)),
    (r"Boxing\s+Day", _fixed(12, 26)),
)
_NAME = "|".join(f"(?P<h{number}>{name})" for number, (name, _) in enumerate(_HOLIDAYS))
_PATTERN = (
    rf"(?:(?P<which>last|this|next|this\s+past|this\s+coming)\s+)?(?:(?:early|late)\s+)?(?:{_NAME})(?!\w)"
    rf"(?:\s+{PART_OF_DAY})?(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
# "Christmas trees" name no day, and neither does "every Christmas".
_NO_DAY_AFTER = re.compile(
    r"\s+(?:(?:and|or)\s+\w+\s+)?(?:trees?|dinners?|part(?:y|ies)|shopp\w+|season|cards?|gifts?|presents?|carols?|albums?"
    r"|movies?|films?|songs?|music|markets?|lights?|decorations?|messages?|speech|special|concerts?|parades?|sales?"
    r"|turkeys?|eggs?|costumes?|cand(?:y|ies)|pudding|services?|mass|play|star|story|stories|spirit|cookies?|meals?|feast"
    r"|lunch|bonus(?:es)?|wish\w*|program\w*|shows?|broadcasts?|coverage|tradition\w*|holidays|crackers?|jumpers?|sweaters?|islands?)\b"
    r"|[-’'](?!s\b)",
    re.IGNORECASE,
)
_NO_DAY_BEFORE = re.compile(
    r"\b(?:every|each|of|a|an|merry|happy|for|white|about|celebrat\w+|annual)\s+$|[’'“\"]$", re.IGNORECASE
)


def read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    """Memorial Day, Christmas 2007, last Thanksgiving: the one of the year told, or the nearest as the verb points."""
    in_year = next(rule for number, (_, rule) in enumerate(_HOLIDAYS) if match[f"h{number}"])
    if match["year"]:
        return Reading(periods.day(in_year(int(match["year"]))))
    before = context.text[max(context.sentence.start, match.start() - 12) : match.start()]
    if _NO_DAY_AFTER.match(context.text, match.end()) or _NO_DAY_BEFORE.search(before):
        return NOT_A_DATE

    def period(year: int) -> Period:
        return periods.day(in_year(year))

    published, which = context.published, match["which"]
    if which and published and not context.history:
        past = "last" in which.lower() or "past" in which.lower()
        found = [period(published.year + step) for step in (-1, 0, 1)]
        if past:
            return Reading(next(p for p in reversed(found) if p.latest < published), DateBasis.PUBLICATION)
        if which.lower() != "this" or found[1].earliest >= published:
            return Reading(next(p for p in found if p.earliest >= published), DateBasis.PUBLICATION)
    return place(period, match, context, Precision.DAY)


RULES = (Rule("holiday", "holiday unit", pattern(_PATTERN), read_holiday),)
