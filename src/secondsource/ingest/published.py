"""What a source says of the time of publication → an aware datetime, or a date if the time or its zone is unknown."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[T ]+(?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*"
    r"(?P<zone>Z|(?:UTC|GMT)\s*(?P<offset>[+-]\d\d?(?::?\d\d)?)?|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?!\d)"
)
_LABEL = re.compile(
    r"^(?:(?:first |last )?(?:published|posted|updated|modified|date)(?: on| at)?\s*:?\s+)", re.IGNORECASE
)
_LONGEST = 80
_FIRST_NEWSPAPER = 1605
_MILLISECONDS = 10**11  # as seconds, a time beyond the year 5000


class UnreadDate(ValueError):
    """A value that does not say one certain day; the message shows it and says what to write."""

    def __init__(self, value: object, why: str = "it does not say one certain day") -> None:
        shown = repr(value if not isinstance(value, str) else value[:_LONGEST])[: _LONGEST + 2]
        super().__init__(
            f"the date {shown} cannot be read, {why}: write it as YYYY-MM-DD or with a time and zone (ISO 8601)"
        )


def published_of(value: object) -> datetime | date | None:
    """The time of publication in `value`: ISO 8601, RFC 5322, a date written out in English, seconds or milliseconds
    since 1970, or an object around one of these (``{"$date": ...}``).

    None where there is none (null, an empty string). A time of day without a zone is left out: when it was elsewhere
    can only be guessed. UnreadDate where `value` says no certain day ("soon", "03/04/2024").
    """
    if isinstance(value, dict) and len(value) == 1:
        (value,) = value.values()
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        moment = (
            _of_number(value) if isinstance(value, int | float) else _of_text(value) if isinstance(value, str) else None
        )
    except (ValueError, OverflowError, OSError):
        moment = None
    if moment is None:
        raise UnreadDate(value)
    if moment.year < _FIRST_NEWSPAPER:
        raise UnreadDate(value, "it lies before the first newspaper")
    return moment


def _of_number(seconds: float) -> datetime | date | None:
    if isinstance(seconds, bool):
        return None
    if match := _COMPACT.fullmatch(str(seconds)):  # as seconds, a day of August 1970
        return date(int(match[1]), int(match[2]), int(match[3]))
    return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= _MILLISECONDS else seconds, UTC)


def _of_text(text: str) -> datetime | date | None:
    text = _LABEL.sub("", text.strip())
    if len(text) > _LONGEST:
        return None
    if match := _ISO.match(text):
        return _of_iso(match)
    if match := _COMPACT.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if text.isdigit() and len(text) in (10, 13):
        return _of_number(int(text))
    from email.utils import parsedate_to_datetime  # it imports the network's modules

    try:
        return _with_zone_or_day(parsedate_to_datetime(text))
    except ValueError:
        return _of_words(text)


def _of_iso(match: re.Match[str]) -> datetime | date:
    day = date.fromisoformat(match["day"])
    if not match["time"] or not match["zone"]:
        return day
    time, midnight = match["time"], match["time"] in ("24:00", "24:00:00")  # which not all Pythons know
    try:
        moment = datetime.fromisoformat(f"{day}T{'00:00' if midnight else time}{_zone(match)}")
    except ValueError:  # a time that no clock shows leaves the day as it is
        return day
    return moment + timedelta(days=midnight)


def _zone(match: re.Match[str]) -> str:
    """The zone as ISO 8601 writes it: "+02:00" for "UTC+2"."""
    if match["offset"]:
        sign, digits = match["offset"][0], match["offset"][1:].replace(":", "")
        return f"{sign}{digits.zfill(2)}" if len(digits) <= 2 else f"{sign}{digits.zfill(4)}"
    return "Z" if match["zone"][0] in "UG" else match["zone"]


def _of_words(text: str) -> datetime | date | None:
    """A date written out in English; one in digits only if it is the same day in either order of day and month."""
    import dateparser  # heavy: only where a date is neither ISO 8601 nor RFC 5322

    readings = {
        dateparser.parse(
            text,
            languages=["en"],
            settings={
                "STRICT_PARSING": True,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time"],
                "DATE_ORDER": order,
            },
        )
        for order in ("DMY", "MDY")
    }
    moment = readings.pop()
    return None if readings or moment is None else _with_zone_or_day(moment)


def _with_zone_or_day(moment: datetime) -> datetime | date:
    return moment if moment.tzinfo is not None else moment.date()
