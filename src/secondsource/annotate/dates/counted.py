"""Dates counted from a date that the text has told: two days later, the next day, that year, the day after the vote."""

from __future__ import annotations

import re

from secondsource.annotate.dates import periods
from secondsource.annotate.dates.context import Context, Reading, Told, from_publication
from secondsource.annotate.dates.lexicon import NUMBER, PRECISIONS, UNITS, count, unit
from secondsource.annotate.dates.periods import Period
from secondsource.annotate.dates.rule import Rule, pattern
from secondsource.types import DateBasis, Precision


def read_later(match: re.Match[str], context: Context) -> Reading | None:
    """Two days later, a year earlier, the next day, the previous month: counted from the date told before."""
    words = " ".join(match["step"].lower().split())
    if words == "next" and not context.history and _DURATION.search(context.text, match.start() - 12, match.start()):
        return None
    back = any(word in words for word in ("earlier", "before", "previous", "preceding", "prior"))
    number = count(match["number"]) if match["number"] else 1
    return _counted(match, context, -number if back else number)


def _counted(match: re.Match[str], context: Context, number: int) -> Reading | None:
    word = _day_for_a_part(match["unit"])
    told = _anchor(context, word)
    if told is None:
        return Reading(None, DateBasis.UNRESOLVED, PRECISIONS[word]) if context.published is None else None
    start = told.period.earliest if number < 0 or told.period.precision is not Precision.RANGE else told.period.latest
    there = periods.shifted(start, number, word)
    if not context.history and context.published and number > 0 and there.earliest > context.published:
        return None
    return Reading(there, DateBasis.TEXT, anchor=told.span, moves=number > 0)


def _anchor(context: Context, word: str) -> Told | None:
    """The date told last that is exact enough to count a day, a week, a month or a year from."""
    if word in ("day", "week", "fortnight"):
        told = context.last_day
        # A year or month told since then has moved the story away from that day.
        moved = told and context.last and not _covers(context.last.period, told.period)
        return None if moved else told
    last = context.last
    if last and word == "month" and last.period.precision in (Precision.YEAR, Precision.DECADE, Precision.CENTURY):
        return None
    return last


def _covers(wide: Period, narrow: Period) -> bool:
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


def _day_for_a_part(word: str) -> str:
    return "day" if word.lower() in ("morning", "afternoon", "evening", "night") else unit(word)


def read_same(match: re.Match[str], context: Context) -> Reading | None:
    """That day, the same year, later that month, that evening: the one of the date told last."""
    word = _day_for_a_part(match["unit"])
    told = context.last_day if word == "day" else context.last
    if told is None:
        return Reading(None, DateBasis.UNRESOLVED, PRECISIONS[word]) if context.published is None else None
    if word == "week" and context.last_day:
        told = context.last_day
    if word == "month" and told.period.precision is Precision.YEAR:
        return None
    return Reading(periods.named(told.period.earliest, word, 0), DateBasis.TEXT, anchor=told.span)


def read_after(match: re.Match[str], context: Context) -> Reading | None:
    """Two days after the vote, the day before the trial: counted from a date told last in a history, else the time of
    what the report tells now.
    """
    word = _day_for_a_part(match["unit"])
    number = count(match["number"])
    number = -number if match["step"].lower() in ("before", "preceding") else number
    if context.history:
        return _counted(match, context, number)
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED, PRECISIONS[word])
    before = context.text[max(context.sentence.start, match.start() - 120) : match.start()]
    after = context.text[match.end() : min(context.sentence.end, match.end() + 120)]
    tells_now = _COMES.search(before) or (not before.strip(" ,").count(" ") and _NOW.search(after))
    if number < 0 or match["number"].lower() == "the" or not tells_now:
        return None
    return from_publication(periods.named(context.published, word, 0), PRECISIONS[word])._replace(moves=False)


def read_end(match: re.Match[str], context: Context) -> Reading | None:
    """The end of the year, late in the month, the new year: of the time told last in a history, else of publication."""
    word = unit(match["unit"])
    if context.history:
        return read_same(match, context)
    if context.published is None:
        return Reading(None, DateBasis.UNRESOLVED, PRECISIONS[word])
    return from_publication(periods.named(context.published, word, 0), PRECISIONS[word])


_COMES = re.compile(r"\b(?:comes?|came|coming|arrives?)\b", re.IGNORECASE)
_NOW = re.compile(r",\s[^,]*\b(?:has|have|is|are)\b")
_DURATION = re.compile(r"\b(?:over|for|in|within|during|throughout)\s+\Z", re.IGNORECASE)
_LATER = (
    rf"(?P<number>{NUMBER})\s+(?P<unit>{UNITS})\s+"
    r"(?P<step>later|afterwards?|earlier|beforehand|previously|before(?=[.,;]))\b"
)
_NEXT = (
    r"the\s+(?P<step>next|following|previous|preceding|prior)(?P<number>)\s+"
    r"(?P<unit>day|week|month|year|morning|afternoon|evening|night)\b(?!\s+(?:or|and)\b)"
)
_SAME = (
    r"(?:(?:earlier|later|late|early)\s+)?(?:that(?:\s+same|\s+very)?|the(?:\s+very)?\s+same)\s+(?P<unit>day|morning"
    r"|afternoon|evening|night|week|month|year)\b(?!\s+(?:last|next|as|of)\b)"
)
_IN_THE = r"(?:earlier|later|late|early)\s+in\s+the\s+(?P<unit>day|week|month|year)\b(?!\s+on\b)"
_AFTER = (
    rf"(?:(?P<number>{NUMBER}|the)\s+(?P<unit>{UNITS}))\s+"
    r"(?P<step>after|before|following|preceding)\b(?=\s+\w)(?!\s+(?:that|next|tomorrow|yesterday)\b)"
)
_END = r"(?:the\s+(?:beginning|start|end|middle|close|rest|latter\s+part)\s+of\s+the)\s+(?P<unit>month|year)\b"

RULES = (
    Rule("later", "unit", pattern(_LATER), read_later),
    Rule("the next day", "unit part", pattern(_NEXT), read_later),
    Rule("the same day", "unit part", pattern(_SAME), read_same),
    Rule("later in the day", "unit", pattern(_IN_THE), read_same),
    Rule("two days after", "unit", pattern(_AFTER), read_after),
    Rule("the end of the year", "unit", pattern(_END), read_end),
)
