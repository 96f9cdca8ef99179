"""Dates that do not tell their year or their week: it comes from the day of publication or from the narrative."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from secondsource.annotate.dates import periods
from secondsource.annotate.dates.context import NOT_A_DATE, Context, Reading
from secondsource.annotate.dates.lexicon import (
    DAY,
    HYPHEN,
    MONTH,
    NARROWER,
    PART_OF_DAY,
    TO,
    WEEKDAY,
    YEAR,
    month_number,
    ordinal,
    weekday_number,
)
from secondsource.annotate.dates.periods import Period
from secondsource.annotate.dates.rule import Rule, pattern
from secondsource.annotate.dates.tense import Direction
from secondsource.types import DateBasis, Precision, Span

InYear = Callable[[int], Period | None]

_FORWARD = 4  # months by which a narrative may step over New Year without saying so
_ELECTION = 11  # the month of US general elections, of which a year's politics speaks as of a time to come
_VOTES = re.compile(r"\b(?:elect|vot|ballot|poll|race|seat|win|beat|nominee|Democrat|Republican)", re.IGNORECASE)
_SLACK = timedelta(days=2)  # a report may be dated in another time zone than the day it tells


def place(in_year: InYear, match: re.Match[str], context: Context, precision: Precision) -> Reading | None:
    """The expression's reading in the year that the narrative or the day of publication gives it."""
    if context.history and context.flow:
        period = _in_narrative(in_year, context.flow.period)
        return Reading(period, DateBasis.TEXT, anchor=context.flow.span) if period else None
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED, precision)
    # What tells no year is mostly of the last or next months: only a verb close to it says otherwise.
    where = context.direction(Span(*match.span()), reach=30 if precision is Precision.DAY else 60)
    if where is Direction.UNTOLD and precision is Precision.MONTH:
        election = month_number(match["month"]) == _ELECTION and context.published.month < _ELECTION
        start, end = max(context.sentence.start, match.start() - 200), min(context.sentence.end, match.end() + 200)
        where = Direction.FUTURE if election and _VOTES.search(context.text, start, end) else Direction.PAST
    period = _near(in_year, context.published, where, precision)
    return Reading(period, DateBasis.PUBLICATION) if period else None


def _in_narrative(in_year: InYear, last: Period) -> Period | None:
    """The occurrence in the year last told, or early in the next one where the narrative was at the end of its year."""
    year = last.earliest.year
    here = in_year(year)
    if here is None or last.precision not in (Precision.DAY, Precision.MONTH, Precision.WEEK, Precision.RANGE):
        return here
    steps = (here.earliest.month - last.earliest.month) % 12
    return in_year(year + 1) if here.earliest.month < last.earliest.month and steps <= _FORWARD else here


def _near(in_year: InYear, published: date, where: Direction, precision: Precision) -> Period | None:
    found = [p for p in (in_year(published.year + step) for step in range(-4, 5)) if p]
    past = [p for p in found if p.earliest <= published + _SLACK]
    future = [p for p in found if p.latest >= published]
    nearest = min(found, key=lambda p: abs((p.earliest - published).days), default=None)
    if precision is Precision.DAY and where is Direction.FUTURE:
        where = Direction.UNTOLD
    if where is Direction.UNTOLD or not past or not future:
        return nearest
    return past[-1] if where is Direction.PAST else future[0]


def read_month_day(match: re.Match[str], context: Context) -> Reading | None:
    """Feb. 8, June 3-5, 8 February, Thursday, June 13; in a year of which the weekday is true, if one is told."""
    word, number = match["month"], ordinal(match["day"])
    if word.islower() and word in ("may", "march", "mar", "dec", "sep", "jun", "jan"):
        return None
    month = month_number(word)
    groups = match.groupdict()
    if match[0].lower().startswith("the") and _DAY_AFTER.match(context.text, match.end()):
        return None
    weekday = groups.get("weekday")
    if month == 9 and number == 11 and _is_of_2001(match, context):
        return Reading(periods.day_of(2001, 9, 11))

    def in_year(year: int) -> Period | None:
        first = periods.day_of(year, month, number)
        if first is None or (weekday and first.earliest.weekday() != weekday_number(weekday)):
            return None
        last = periods.day_of(year, month, ordinal(groups["last"])) if groups.get("last") else None
        return periods.between(first, last) if last and first.latest < last.earliest else first

    if groups.get("whose"):
        return _in_year_named(in_year, match["whose"], context)
    return place(in_year, match, context, Precision.DAY)


def _is_of_2001(match: re.Match[str], context: Context) -> bool:
    """Whether Sept. 11 is the day of the attacks, which is told without its year."""
    attacks = _ATTACKS.match(context.text, match.end()) is not None
    return attacks or _BEFORE_OR_AFTER.search(context.text, max(0, match.start() - 5), match.start()) is not None


def read_nine_eleven(_: re.Match[str], __: Context) -> Reading | None:
    """9/11."""
    return Reading(periods.day_of(2001, 9, 11))


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """In December, last May, June of that year; not a person called April or what May may do."""
    if not _is_month(match, context):
        return None
    month = month_number(match["month"])
    if match["whose"]:
        return _in_year_named(lambda year: periods.month(year, month), match["whose"], context)
    which = (match["which"] or "").lower().split()
    if which and context.published and not context.history:
        published = context.published
        back = (published.month - month) % 12 or 12
        if "next" in which or "coming" in which:
            return Reading(periods.month(published.year, published.month + 12 - back % 12), DateBasis.PUBLICATION)
        if "last" in which or "past" in which:
            return Reading(periods.month(published.year, published.month - back), DateBasis.PUBLICATION)
    return place(lambda year: periods.month(year, month), match, context, Precision.MONTH)


def _is_month(match: re.Match[str], context: Context) -> bool:
    word, text = match["month"], context.text
    full = len(word) > 3 or word == "May"
    if word.islower() or not full:
        return False
    before = text[max(context.sentence.start, match.start("month") - 40) : match.start("month")]
    named = _CAPITAL.match(text, match.end("month")) is not None
    led = match["which"] or match["narrower"] or match["whose"] or _LEADS_A_MONTH.search(before)
    led = led or (not named and _MAY_LEAD_A_MONTH.search(before))
    if not led and (_AFTER_A_NAME.search(before) or _AFTER_NO_MONTH.match(text, match.end("month"))):
        return False
    if word.lower().rstrip(".") in ("april", "may", "june", "march", "august", "mar"):
        return bool(led)
    return bool(led) or not _BEFORE_A_NAME.match(text, match.end("month"))


def _in_year_named(in_year: InYear, words: str, context: Context) -> Reading | None:
    """The expression's reading in the year of "of that year", "last year" and so on."""
    word, told = words.lower().split(), context.last
    if "that" in word or "same" in word:
        period = in_year(told.period.earliest.year) if told else None
        return Reading(period, DateBasis.TEXT, anchor=told.span) if period and told else None
    if context.published is None:
        return None
    step = -1 if "last" in word else 1 if "next" in word else 0
    period = in_year(context.published.year + step)
    return Reading(period, DateBasis.PUBLICATION) if period else None


def read_day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """On the 10th: of the month last told, if the text has told one."""
    last = context.last
    if last is None or last.period.precision not in (Precision.DAY, Precision.MONTH):
        return None
    told = periods.day_of(last.period.earliest.year, last.period.earliest.month, ordinal(match["day"]))
    return Reading(told, DateBasis.TEXT, anchor=last.span, span=Span(*match.span("span"))) if told else None


def read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """Friday, last Friday, Friday evening, next Monday, that Sunday, Monday last week."""
    text = context.text
    before = text[max(context.sentence.start, match.start() - 16) : match.start()]
    show = before.endswith("Fox News ") and match["name"] == "Sunday"
    if show or _NOT_A_WEEKDAY.search(before) or _TITLE_AFTER_WEEKDAY.match(text, match.end("name")):
        return NOT_A_DATE
    number = weekday_number(match["name"])
    which = " ".join((match["which"] or match["week"] or "").lower().split())
    if context.history or which in _FROM_THE_TEXT:
        told = context.last_day
        if told is None:
            return Reading(None, DateBasis.UNRESOLVED) if context.published is None else NOT_A_DATE
        there = _weekday_from(told.period.earliest, number, back="previous" in which, same="that" in which)
        return Reading(periods.day(there), DateBasis.TEXT, anchor=told.span)
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED)
    return Reading(periods.day(_weekday(number, which, match, context, context.published)), DateBasis.PUBLICATION)


def _weekday(number: int, which: str, match: re.Match[str], context: Context, published: date) -> date:
    days_ago = (published.weekday() - number) % 7
    monday = published - timedelta(days=published.weekday())
    if "week" in which:
        step = -7 if "last" in which else 7 if "next" in which else 0
        return monday + timedelta(days=number + step)
    if which in ("last", "this past", "past"):
        return published - timedelta(days=days_ago or 7)
    if which == "next":
        return monday + timedelta(days=number + 7)
    where = context.direction(Span(*match.span()))
    # "Thursday's shooting" is of the day that the rest of the article tells, whatever its own sentence is about.
    if where is Direction.UNTOLD or (context.text[match.end() : match.end() + 2] in ("'s", "’s") and not which):
        where = context.weekdays.get(number, Direction.PAST)
    # A report that tells of yesterday by the name of its day hardly means the day of that name next week as well.
    stated = _IS.search(context.text, max(context.sentence.start, match.start() - 16), match.start())
    if where is Direction.FUTURE and days_ago == 1 and not which and not stated:
        where = context.weekdays.get(number, where)
    if which in ("this", "this coming", "the coming", "coming"):
        where = Direction.PAST if where is Direction.PAST and which == "this" and days_ago else Direction.FUTURE
    if where is Direction.FUTURE:
        return published + timedelta(days=-days_ago % 7)
    return published - timedelta(days=days_ago)


def _weekday_from(start: date, number: int, *, back: bool, same: bool) -> date:
    if back:
        return start - timedelta(days=(start.weekday() - number) % 7 or 7)
    ahead = (number - start.weekday()) % 7
    return start + timedelta(days=ahead if same else ahead or 7)


_ATTACKS = re.compile(
    r",?\s+(?:\w+\s+)?(?:attack|terror|hijack|victim|famil|survivor|commission|memorial)", re.IGNORECASE
)
# The day stands behind its month, and a count before it: "the 12 March 3 arrests".
_DAY_AFTER = re.compile(rf"\s(?!{YEAR}){DAY}(?!\w)(?!\s?(?:[ap]\.?m\b|{MONTH}))")
_BEFORE_OR_AFTER = re.compile(r"\b(?:post|pre)-\Z", re.IGNORECASE)
_LEADS_A_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|from|through|throughout|during|early|late|mid|last|next|previous|following)[\s-]+$",
    re.IGNORECASE,
)
_MAY_LEAD_A_MONTH = re.compile(
    r"\b(?:to|for|before|after|between|and|or|this|each|every|a|an|the|its|their|his|her|that|on|around|begin\w*|start\w*"
    r"|end\w*|month)[\s-]+$|\b(?:the|a|an|this|its)\s+[a-z-]+\s+$|[(–—-]\s?$",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(r"[A-Z][a-z]+\s+$|\b[A-Z]\.\s*$|['’]s\s+$")
_CAPITAL = re.compile(r"\s+[A-Z][a-z]")
_BEFORE_A_NAME = re.compile(r"\s+[A-Z][a-z]+(?:\s+(?:said|says|told|was|is|has|had|who)\b|,\s+\d\d|\s+[A-Z])")
_AFTER_NO_MONTH = re.compile(
    r"[’'](?!s\b)|\s+(?:for|on|Madness|Rain|Surprise|Revolution|be|have|not|he|she|they|it|you)\b(?<!\son\s)|-\w"
)
_IS = re.compile(r"\b(?:is|are)\s+(?:on\s+)?\Z", re.IGNORECASE)
_NOT_A_WEEKDAY = re.compile(
    r"\b(?:every|each|any|bloody|ruby|super|fat|ash|palm|holy|shrove|cyber|giving|casual|mail\s+on|most)\s+$",
    re.IGNORECASE,
)
_TITLE_AFTER_WEEKDAY = re.compile(
    r"\s+(?:Times|Mirror|Express|Telegraph|Herald|Post|Mail|Sun|Star|Night\s+[A-Z]\w+)\b|s\b"
    r"|\s+(?:(?:morning|night|talk|news|political)\s+)+(?:shows?|programs?|programming|football)\b"
)
_FROM_THE_TEXT = ("that", "the same", "the following", "the next", "the previous", "the preceding")

_WHOSE = r"(?:,?\s+(?:of\s+)?(?P<whose>(?:that|this|last|next|the\s+same)(?:\s+same)?\s+year\b))?"
_WEEKDAY_NAMED = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
_MONTH_DAY = (
    rf"{NARROWER}?{_WEEKDAY_NAMED}(?P<month>{MONTH})\s*(?:the\s+)?(?P<day>{DAY})(?:{HYPHEN}(?P<last>{DAY}))?{_WHOSE}"
)
_DAY_MONTH = (
    rf"{NARROWER}?{_WEEKDAY_NAMED}(?:the\s+)?(?P<day>{DAY})(?:{HYPHEN}(?P<last>{DAY}))?(?:\s+of)?[\s-]+(?P<month>{MONTH})"
    rf"{_WHOSE}"
)
_DAY_OF_A_PAIR = rf"(?:the\s+)?(?P<day>{DAY})(?={TO}(?:the\s+)?{DAY}\s+(?P<month>{MONTH}))"
_BARE_MONTH = (
    rf"(?:(?P<which>last|next|this|this\s+past|this\s+coming)\s+)?(?P<narrower>{NARROWER})?(?P<month>{MONTH}){_WHOSE}"
)
_DAY_OF_MONTH = (
    r"(?:on|by|until|from|since|to|and|of)\s+(?P<span>the\s+(?P<day>\d{1,2}(?:st|nd|rd|th)))(?=[.,;)]"
    r"|\s+(?:of|and|the|a|he|she|they|it|in|at|to|when|as|was|were|had|with)\b)"
)
_WEEKDAY_RULE = (
    rf"(?:(?P<which>(?:this|the)\s+(?:past|coming)|last|next|this|past|coming|that|the\s+(?:same|following|next|previous"
    rf"|preceding))\s+)?{NARROWER}?(?:(?P<week>(?:last|next|this)\s+week)\s+(?:on\s+)?)?(?P<name>{WEEKDAY})"
    rf"(?:\s+(?:early\s+|late\s+)?{PART_OF_DAY})?"
)
_WEEKDAY_OF_WEEK = (
    rf"{NARROWER}?(?P<which>)(?P<name>{WEEKDAY})(?:\s+{PART_OF_DAY})?,?\s+(?:of\s+)?"
    r"(?P<week>(?:last|next|this)\s+week)\b"
)

RULES = (
    Rule("9/11", "digits", pattern(r"9/11(?![\w/])"), read_nine_eleven),
    Rule("month day", "month", pattern(_MONTH_DAY), read_month_day),
    Rule("day month", "month", pattern(_DAY_MONTH), read_month_day),
    Rule("day of a pair without year", "month", pattern(_DAY_OF_A_PAIR), read_month_day),
    Rule("weekday of a week", "weekday", pattern(_WEEKDAY_OF_WEEK), read_weekday),
    Rule("weekday", "weekday", pattern(_WEEKDAY_RULE), read_weekday),
    Rule("month", "month", pattern(_BARE_MONTH), read_month),
    Rule("day of the month", "digits", pattern(_DAY_OF_MONTH), read_day_of_month),
)
