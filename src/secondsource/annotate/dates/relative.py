"""Dates counted from the day of publication: yesterday, last week, two days ago."""

from __future__ import annotations

import re
from datetime import date, timedelta

from secondsource.annotate.dates import periods
from secondsource.annotate.dates.context import NOT_A_DATE, Context, Reading, from_publication
from secondsource.annotate.dates.lexicon import NUMBER, PART_OF_DAY, PRECISIONS, SEASON_CODES, UNITS, count, unit
from secondsource.annotate.dates.periods import Period
from secondsource.annotate.dates.rule import Rule, pattern
from secondsource.annotate.dates.tense import Direction
from secondsource.types import DateBasis, Precision, Span


def read_deictic(match: re.Match[str], context: Context) -> Reading | None:
    """Today, yesterday evening, tomorrow, tonight, this morning, last night, the day before yesterday."""
    words = " ".join(match[0].lower().split())
    if _is_title(match, context):
        return NOT_A_DATE
    if words == "overnight" and not _tells_a_night(match, context):
        return NOT_A_DATE
    step = -1 if "yesterday" in words or words == "last night" else 1 if "tomorrow" in words else 0
    step *= 2 if words.startswith("the day") else 1
    there = context.published + timedelta(days=step) if context.published else None
    return from_publication(periods.day(there) if there else None, Precision.DAY)


def _tells_a_night(match: re.Match[str], context: Context) -> bool:
    """Whether "overnight" is last night: not "an overnight success", nor what "would not change overnight"."""
    if _ADJECTIVE_OVERNIGHT.match(context.text, match.end()):
        return False
    return match.start() == context.sentence.start or context.direction(Span(*match.span()), 40) is Direction.PAST


def _is_title(match: re.Match[str], context: Context) -> bool:
    """Whether "Today" or "Tonight" is part of a name: USA Today, the Tonight Show."""
    word = match[0].split()[0]
    if not word[0].isupper() or word.lower() not in ("today", "tonight"):
        return False
    before = context.text[max(context.sentence.start, match.start() - 20) : match.start()]
    if _NAME_BEFORE.search(before) or _SHOW_AFTER.match(context.text, match.end(), context.sentence.end):
        return True
    return before[-1:] in _MARKS and _MARK_AFTER.match(context.text, match.end()) is not None


def read_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Last week, earlier this month, next year, this weekend, last summer."""
    which, word = " ".join(match["which"].lower().split()), match["unit"].lower()
    if which in ("last", "next") and _THE.search(
        context.text, max(context.sentence.start, match.start() - 5), match.start()
    ):
        return None
    if match["unit"][0].isupper() and match["which"][0].isupper() and match.start() > context.sentence.start:
        return NOT_A_DATE  # the title of a programme
    precision = Precision.SEASON if word in SEASON_CODES else PRECISIONS[unit(word)]
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED, precision)
    step = -1 if "last" in which or which == "this past" else 1 if "next" in which or which == "this coming" else 0
    if which == "this past" and word == "week" and context.published.weekday() >= _LATE_IN_THE_WEEK:
        step = 0
    if word == "weekend":
        where = context.direction(Span(*match.span()))
        return from_publication(_weekend(context.published, step, where, which), precision)
    if word in SEASON_CODES:
        return from_publication(_season(context.published, SEASON_CODES[word], which), precision)
    return from_publication(periods.named(context.published, unit(word), step), precision)


def _weekend(published: date, step: int, where: Direction, which: str) -> Period:
    """The weekend meant: the coming or running one by itself, the one just past where the words look back."""
    running = published.weekday() >= 4
    if which == "the":
        step = 0 if running or where is Direction.FUTURE else -1
    elif which == "this" and not running and where is not Direction.FUTURE:
        step = -1 if published.weekday() <= 1 or where is Direction.PAST else 0
    elif which == "last" and not running:
        step = -1
    return periods.weekend(published + timedelta(days=7 * step))


def _season(published: date, code: str, which: str) -> Period:
    """The season meant: the one running or next, or the last one, as the words say; else the one of this year."""
    found = [periods.season(published.year + step, code) for step in (-2, -1, 0, 1, 2)]
    if which in ("last", "this past"):
        return next(season for season in reversed(found) if season.latest < published)
    if which in ("next", "this coming"):
        return next(season for season in found if season.earliest > published)
    running = next((season for season in found if season.earliest <= published <= season.latest), None)
    if running:
        return running
    if which == "this":  # of the year that runs, except a winter that is just over
        return found[1] if code == "WI" and published.month <= 5 else found[2]
    return found[2]


def read_bare_season(match: re.Match[str], context: Context) -> Reading | None:
    """In the fall, that summer: of the year last told in a history, else the one that the verb points to."""
    code, last = SEASON_CODES[match["season"].lower()], context.last
    span = Span(*match.span("span"))
    if context.history or match["which"].lower() != "the":
        if last is None:
            return None
        told = periods.season(last.period.earliest.year, code)
        return Reading(told, DateBasis.TEXT, anchor=last.span, span=span)
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED, Precision.SEASON, span=span)
    which = {Direction.FUTURE: "next", Direction.PAST: "last", Direction.UNTOLD: ""}[context.direction(span, 60)]
    return Reading(_season(context.published, code, which), DateBasis.PUBLICATION, span=span)


def read_stretch(match: re.Match[str], context: Context) -> Reading | None:
    """Over the last week, in the past month: from then to the day of publication."""
    span, published = Span(*match.span("span")), context.published
    if published is None:
        return Reading(None, DateBasis.UNRESOLVED, Precision.RANGE, span=span)
    days = 7 if match["unit"].lower() == "week" else (periods.month(published.year, published.month - 1).latest).day
    stretch = periods.between(periods.day(published - timedelta(days=days)), periods.day(published))
    return Reading(stretch, DateBasis.PUBLICATION, span=span, moves=False)


def read_ago(match: re.Match[str], context: Context) -> Reading | None:
    """Two days ago, a year ago, three weeks from now."""
    word, number = unit(match["unit"]), count(match["number"])
    precision = PRECISIONS[word]
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED, precision)
    sign = -1 if match["ago"].lower() == "ago" else 1
    return from_publication(periods.shifted(context.published, sign * number, word), precision)


def read_new_year(_: re.Match[str], context: Context) -> Reading | None:
    """The new year: the one that has begun in the first two months, else the one to come."""
    published = context.published
    if published is None or context.history:
        return None
    return from_publication(periods.year(published.year + (published.month > 2)), Precision.YEAR)


_LATE_IN_THE_WEEK = 4  # from Friday on "this past week" is the one that ends
_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’']*|\b[Tt]he)\s+$")
_SHOW_AFTER = re.compile(r"[”\"’']*\s+(?:show|program|host)", re.IGNORECASE)
_MARKS = ("“", "”", '"', "‘", "’", "'")
_MARK_AFTER = re.compile(r"[“”\"‘’'](?!s\b)")  # "today's" has an apostrophe and no mark
_ADJECTIVE_OVERNIGHT = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:success|sensation|trip|flight|stay|bag|guest|shift|train|ratings?)\b"
)
_MOD = r"(?:earlier|later|late|early)\s+"
_SEASON = "spring|summer|autumn|fall|winter"
_DEICTIC = (
    rf"the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|(?:today|yesterday|tomorrow)(?:\s+{PART_OF_DAY})?"
    rf"|(?:(?:earlier|later|late|early)\s+)?(?:today|yesterday|tonight|overnight|this\s+(?:very\s+)?(?:morning|afternoon"
    r"|evening)|last\s+night)\b"
)
_UNIT = (
    rf"(?:{_MOD}|(?:the\s+)?(?:beginning|start|end|middle)\s+of\s+)?(?P<which>this\s+past|this\s+coming|this|last|next"
    rf"|the(?=\s+weekend)|all(?=\s+week\b))\s+(?P<unit>week|weekend|month|year|decade|{_SEASON})(?![\w-])"
)
_STRETCH = r"(?:over|in|during|within)\s+(?P<span>the\s+(?:last|past)\s+(?P<unit>week|month))\b"
_AGO = rf"(?P<number>{NUMBER})\s+(?P<unit>{UNITS})\s+(?P<ago>ago|from\s+now|hence)\b"
_NEW_YEAR = r"(?:early\s+in\s+)?the\s+new\s+year\b(?!['’])"
_BARE_SEASON = (
    rf"(?:in|by|until|since|during|over|through|throughout|for|of|spent|that)\s+(?P<span>(?P<which>the|that|the\s+same)\s+"
    rf"(?P<season>{_SEASON}))\b(?!\s+(?:of|from|before|after)\b|\s*-)"
)

RULES = (
    Rule("today", "deictic part", pattern(_DEICTIC), read_deictic),
    Rule("ago", "unit", pattern(_AGO), read_ago),
    Rule("last week", "unit season", pattern(_UNIT), read_unit),
    Rule("the last week", "unit", pattern(_STRETCH), read_stretch),
    Rule("the new year", "unit", pattern(_NEW_YEAR), read_new_year),
    Rule("the season", "season", pattern(_BARE_SEASON), read_bare_season),
)
