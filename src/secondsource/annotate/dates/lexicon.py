"""The words of dates, and the fragments of patterns that the rules are made of."""

from __future__ import annotations

import re

from secondsource.types import Precision

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}

# Months in full, or shortened with or without a full stop; the rules ask for a digit beside the short ones.
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May(?:\.(?=\s*\d))?|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![\w])"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?(?![\d%]|[.,]\d|:\s?\d)"
YEAR = r"(?:1\d|20)\d\d(?![\d%]|,\d{3}|\.\d)"
HYPHEN = r"\s?[-–—‑]\s?"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?![\d.,]\d)|(?:{'|'.join(_TENS)})(?:{HYPHEN}(?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(sorted(_ONES[1:], key=len, reverse=True))}|an?\s+dozen|an?|another)"
)
UNITS = r"(?:days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)(?!\w)"
PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midnight)(?!\w)"
# What narrows an expression down without changing its value at our precision ("late May", "the end of 1944").
NARROWER = (
    r"(?:(?:very\s+)?(?:early|late|mid|later|earlier)(?:\s+in|\s+on)?(?:\s+|\s?[-–‑]\s?)"
    r"|(?:the\s+)?(?:(?:early|late)\s+)?(?:beginning|start|end|middle|close|(?:first|second|latter)\s+(?:half|part)"
    rf"|{PART_OF_DAY})\s+of\s+)"
)
# A year in two or four digits, "Friday," before a day of the month, and what joins the two ends of a stretch of time.
MARKED_YEAR = rf"(?P<year>{YEAR}|['’]\d\d(?!\w))"
NAMED_DAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+(?:the\s+)?)?"
TO = rf"(?:{HYPHEN}|\s+(?:to|and|through|until|till|or)\s+)"
# How exactly "two weeks ago" points.
PRECISIONS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "weekend": Precision.RANGE,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.YEAR,
    "century": Precision.YEAR,
}


def month_number(word: str) -> int:
    """1 for any form of January, and so on."""
    key = word[:3].lower()
    return next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(key))


def weekday_number(word: str) -> int:
    """0 for any form of Monday, and so on."""
    key = word[:2].lower()
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(key))


def ordinal(word: str) -> int:
    """1 for "1st" and "first", 21 for "21st"; the words reach to twentieth."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.index(word.lower()) + 1


def count(words: str) -> int:
    """The number that a match of NUMBER stands for: "a" is 1, "twenty-one" 21. "A couple" is too vague."""
    words = words.lower()
    if words[0].isdigit():
        return int(words.replace(",", ""))
    if "dozen" in words:
        return 12
    return sum(_NUMBERS.get(word, 1) for word in re.split(r"[^a-z]+", words) if word)


def unit(word: str) -> str:
    """The singular of a match of UNITS."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def full_year(digits: str) -> int:
    """The year of four digits, or of two: 69 to 99 are of the 20th century."""
    digits = digits.lstrip("'’")
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 69 else 2000)
