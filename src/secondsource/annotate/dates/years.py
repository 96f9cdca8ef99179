"""Years and what is made of them: seasons, quarters, decades and centuries that tell their year."""

from __future__ import annotations

import re

from secondsource.annotate.dates import periods
from secondsource.annotate.dates.context import NOT_A_DATE, Context, Reading
from secondsource.annotate.dates.lexicon import (
    DECADES,
    HYPHEN,
    MARKED_YEAR,
    NARROWER,
    ORDINALS,
    SEASON_CODES,
    YEAR,
    full_year,
    ordinal,
)
from secondsource.annotate.dates.rule import Rule, pattern
from secondsource.types import Span


def read_season(match: re.Match[str], _: Context) -> Reading | None:
    """Summer 2012, the winter of 1944-45, early spring 1865."""
    return Reading(periods.season(full_year(match["year"]), SEASON_CODES[match["season"].lower()]))


def read_quarter(match: re.Match[str], _: Context) -> Reading | None:
    """The third quarter of 2011, Q3 2011, second-quarter 2011."""
    digits = match["digit"] or str(ORDINALS.index(match["word"].lower()) + 1)
    return Reading(periods.quarter(int(match["year"]), int(digits)))


def read_decade(match: re.Match[str], _: Context) -> Reading | None:
    """The 1990s, the mid-1970s."""
    return Reading(periods.decade(int(match["digits"])))


def read_short_decade(match: re.Match[str], context: Context) -> Reading | None:
    """The '60s, the nineties: of the 20th century, or of the century that a history tells of; not somebody's age."""
    before = context.text[max(context.sentence.start, match.start() - 24) : match.start()]
    marked = match[0].lower().startswith("the ")
    if _NOT_A_DECADE.search(before) or not (marked or _AFTER_A_DECADE.search(before)):
        return NOT_A_DATE
    tens = int(match["digits"]) if match["digits"] else 10 * (2 + DECADES.index(match["word"].lower()))
    century = context.last.period.earliest.year // 100 if context.history and context.last else 19
    return Reading(periods.decade(century * 100 + tens))


def read_century(match: re.Match[str], _: Context) -> Reading | None:
    """The 19th century."""
    number = ordinal(match["number"])
    return Reading(periods.century(number)) if 2 <= number <= 21 else None


def read_years(match: re.Match[str], _: Context) -> Reading | None:
    """1989-2013, 2015-16, 2015/16."""
    first, digits = int(match["year"]), match["last"]
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if not first < last <= first + 130 or (len(digits) == 2 and last > first + 30):
        return None
    return Reading(periods.between(periods.year(first), periods.year(last)))


def read_year(match: re.Match[str], context: Context) -> Reading | None:
    """2009, late 1941; not a quantity, a street number or a clock time."""
    number = int(match["year"])
    text, start, end = context.text, match.start(), match.end("year")
    before = text[max(context.sentence.start, start - 24) : start]
    if _NOT_A_YEAR_BEFORE.search(before) or _QUANTITY.match(text, end):
        return None
    if number < 1900 or number > 2060:
        told = _TELLS_A_YEAR.search(before) or match["narrower"] or context.history
        if not told or _PLURAL.match(text, end):
            return None
    return Reading(periods.year(number))


def read_apostrophe_year(match: re.Match[str], context: Context) -> Reading | None:
    """In '08: the nearest past year of these digits."""
    digits = int(match["digits"])
    latest = context.published.year if context.published else 2068
    if context.history and context.last:
        latest = context.last.period.earliest.year + 60
    return Reading(periods.year(latest - (latest - digits) % 100), span=Span(*match.span("year")))


_AFTER_A_DECADE = re.compile(
    r"(?:\d0s|ies)\s+(?:and|or|to)\s+$|\b(?:early|late|mid|in|of|since|and|from|until)[\s-]+$", re.IGNORECASE
)
# Ages ("in her 60s", "men in their 30s, 40s and 50s") and temperatures.
_NOT_A_DECADE = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its|people|women|men|man|woman|temperatures|highs|lows)\s+(?:early|mid|late)?"
    r"|\b(?:upper|lower))[\s-]*(?:\d0s,?\s+(?:and\s+|or\s+)?)*$",
    re.IGNORECASE,
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$£€¥#№/:.]\s?|\d,|\d[-–]|\b(?:no|nos|route|highway|section|article|rule|bill|room|suite|apartment|flight|unit"
    r"|channel|box|page|pp?|gate|windows|office|boeing|model|exceed\w*|than|at\s+least|approximately|nearly|roughly"
    r"|some|over|about|over|or|x)\.?\s+|[A-Za-z][-/]|\w[’']\s?)$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"[-\s]{0,2}(?:people|men|women|troops|soldiers|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|ft|acres|hectares"
    r"|homes|houses|dollars|euros|pounds|votes|voters|workers|jobs|words|pages|tons|tonnes|barrels|calories|students|members"
    r"|officers|police|employees|residents|families|children|civilians|prisoners|refugees|protesters|demonstrators"
    r"|delegates|signatures|rounds|cases|deaths|casualties|times|percent|per\s+cent|gmt|hours|hrs|local\s+time|utc|z|mhz"
    r"|cc|block|guests|fans|points|yards|guns|tanks|aircraft|ships|planes|horses|others|more|strong|or\s+(?:so|more))\b"
    r"|\s?(?:bc|bce|b\.\s?c)\b|[’'](?!s)|\w",
    re.IGNORECASE,
)
_TELLS_A_YEAR = re.compile(
    r"(?:\b(?:in|of|since|by|from|until|till|to|before|after|between|during|through|early|late|year|years|around|circa"
    r"|c|ca|the|and|for)\.?\s+|[(\[–-]\s?|,\s+)$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s+[a-z]+s\b(?<!was)(?<!has)(?<!is)(?<!as)(?<!its)(?<!this)(?<!his)")

_SEASON_YEAR = (
    rf"(?:the\s+)?{NARROWER}?(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+of|,)?\s+{MARKED_YEAR}"
    r"(?:\s?[-–/]\s?\d\d(?!\d))?"
)
_QUARTER = (
    rf"(?:the\s+)?(?:(?P<word>first|second|third|fourth)[\s-]+quarter|Q(?P<digit>[1-4]))(?:\s+of|\s+in|,)?\s+"
    rf"(?P<year>{YEAR})"
)
_CENTURY = rf"(?:the\s+)?{NARROWER}?(?:the\s+)?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]+century\b"
_DECADE = rf"(?:the\s+)?{NARROWER}?(?:the\s+)?(?P<digits>(?:1[5-9]|20)\d0)\s?['’]?s\b"
_SHORT_DECADE = (
    rf"(?:the\s+)?{NARROWER}?(?:the\s+)?(?:['’‘]?(?P<digits>[2-9]0)['’]?s\b|(?P<word>{'|'.join(DECADES)})\b)"
)
_YEARS = rf"(?P<year>(?:1[5-9]|20)\d\d){HYPHEN}(?P<last>(?:(?:1[5-9]|20)\d\d|\d\d))(?![\w-]|[,.]\d)"
_YEAR = rf"(?P<narrower>{NARROWER})?(?:the\s+(?:financial|fiscal|tax)\s+)?(?P<year>{YEAR})(?![\w])(?!\s?[-–/]\s?\d)"
_APOSTROPHE_YEAR = r"(?:in|since|of|by|until|from|early|late|back\s+in)\s+(?P<year>['’‘](?P<digits>\d\d))(?![\w-])"

RULES = (
    Rule("season year", "season", pattern(_SEASON_YEAR), read_season),
    Rule("quarter", "quarter", pattern(_QUARTER), read_quarter),
    Rule("century", "century", pattern(_CENTURY), read_century),
    Rule("decade", "year", pattern(_DECADE), read_decade),
    Rule("short decade", "digits decade", pattern(_SHORT_DECADE), read_short_decade),
    Rule("years", "year", pattern(_YEARS), read_years),
    Rule("apostrophe year", "digits", pattern(_APOSTROPHE_YEAR), read_apostrophe_year),
    Rule("year", "year", pattern(_YEAR), read_year),
)
