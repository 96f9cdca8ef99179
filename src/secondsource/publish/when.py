"""Dates and times in words, the same in every locale."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from secondsource.types import DateBasis, DateMention, Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
AS_WRITTEN = "as written"
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def day_words(day: date, *, weekday: bool = False) -> str:
    """``14 May 2024``, or with `weekday` ``Tue 14 May 2024``."""
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {words}" if weekday else words


def iso(moment: date | None) -> str | None:
    """A date or an aware datetime in ISO 8601."""
    return moment.isoformat() if moment is not None else None


def moment_words(moment: date | None) -> str:
    """When a report was published: the day (``Tue 14 May 2024``), for a datetime also the time, in its own zone."""
    if moment is None:
        return "no date given"
    if not isinstance(moment, datetime):
        return day_words(moment, weekday=True)
    return f"{day_words(moment, weekday=True)}, {moment:%H:%M}{_zone_words(moment.utcoffset())}"


def _zone_words(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def range_words(first: date, last: date) -> str:
    """``14–15 May 2024``, ``30 April – 2 May 2024``, or one day."""
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    start = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else day_words(first)
    return f"{start} – {day_words(last)}"


def period_words(value: str, precision: Precision, earliest: date, latest: date) -> str:
    """A calendar value in words, as exact as it is: a day, ``week of 13 May 2024``, ``May 2024``, ``summer 2024`` …"""
    match precision:
        case Precision.DAY if earliest == latest:
            return day_words(earliest, weekday=True)
        case Precision.WEEK:
            return f"week of {day_words(earliest)}"
        case Precision.MONTH if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"{_MONTHS[earliest.month - 1]} {earliest.year}"
        case Precision.SEASON if value[-2:] in _SEASONS:
            return f"{_SEASONS[value[-2:]]} {value[:4]}"
        case Precision.QUARTER if value[-1:] in _ORDINALS:
            return f"{_ORDINALS[value[-1]]} quarter of {value[:4]}"
        case Precision.YEAR if earliest.year == latest.year:
            return str(earliest.year)
        case Precision.DECADE:
            return f"{earliest.year // 10 * 10}s"
        case Precision.CENTURY:
            century = earliest.year // 100 + 1
            return f"{century}{'st' if century == 21 else 'th'} century"
    return range_words(earliest, latest)


def gap_words(previous: tuple[date, date], following: tuple[date, date]) -> str:
    """The time between two items of a timeline, each given by its first and last day (``3 days later``). "" where they
    touch, or where one is a period too long for the time between to mean anything: longer than a third of it, unless
    both are months or both are years.
    """
    lengths = [(last - first).days for first, last in (previous, following)]
    days = (following[0] - previous[0]).days
    alike = min(lengths) >= 27 and max(lengths) - min(lengths) <= 3
    if 3 * max(lengths) > days and not alike:
        return ""
    if days <= 1:
        return "the next day" if days == 1 else ""
    if days < 61:
        return "" if alike else f"{days} days later"
    if days < 730:
        return "" if alike and max(lengths) > 31 else f"about {round(days / 30.44)} months later"
    return f"about {round(days / 365.25)} years later"


def basis_words(mention: DateMention | None, anchor_text: str) -> str:
    """How a date expression was resolved, in words. `anchor_text` are the words it was counted from, if any."""
    if mention is None or mention.basis is DateBasis.ABSOLUTE:
        return AS_WRITTEN
    if mention.basis is DateBasis.PUBLICATION:
        return "counted from the day of publication"
    if mention.basis is DateBasis.TEXT:
        return f"counted from {anchor_text} in the same report" if anchor_text else "counted from the text"
    return "not resolved"
