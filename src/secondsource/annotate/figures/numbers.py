"""Numbers in digits and words, and what they are worth."""

from __future__ import annotations

import re

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip

BIG = r"(?:hundred|thousand|million|billion|trillion|dozen)(?!\w)"
# Atomic: a number that goes on is not read as its first digits.
_DIGITS = r"(?>(?>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)(?:\s?[½¼¾⅓⅔]|\s[1-3]/[2-4](?![\w/]))?|[½¼¾⅓⅔]"
_UNDER_100 = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-‑\s](?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))})(?!\w)"
)
_HALF = r"(?:\s+and\s+a\s+half)"
# "One hundred and five thousand", "half a million", "a dozen", "1.2 billion", "four and a half".
NUMBER = (
    rf"(?:(?:{_DIGITS}|(?:an?\s+)?half\s+an?(?=\s+(?:{BIG}))|half\s+a(?=\s+dozen)|{_UNDER_100}|an?(?=\s+{BIG}))"
    rf"{_HALF}?(?:[-\s]?(?:{BIG}))*(?:\s+(?:and\s+)?{_UNDER_100}(?:[-\s]{BIG})*)*{_HALF}?)"
)
PARTS = (
    rf"(?:(?:{_UNDER_100}|an?)[-\s](?:thirds?|quarters?|halves|half|fourths?|fifths?|sixths?|eighths?|tenths?)(?!\w))"
)
# Where a number can begin.
_PARTS_AFTER_A = "half|third|quarter|fourth|fifth|sixth|eighth|tenth"
START = rf"(?:\d|\.\d|[½¼¾⅓⅔]|(?:{'|'.join([*_TENS, *_ONES])}|half|an?\s+(?:{BIG}|half|{_PARTS_AFTER_A}))(?!\w))"
_WORD = re.compile(r"[½¼¾⅓⅔]|[\d,]*\.?\d+(?:/\d)?|[a-z]+", re.IGNORECASE)


def number_value(words: str) -> float:
    """What a match of NUMBER is worth: "1,200" and "twelve hundred" are both 1200."""
    total = group = 0.0
    tokens = _WORD.findall(words.lower())
    for position, token in enumerate(tokens):
        if token in _SCALES:
            factor = _SCALES[token]
            if factor == 100 or token == "dozen":
                group = (group or 1) * factor
            else:
                total, group = total + (group or 1) * factor, 0.0
        elif token == "half":
            # "Four and a half million" has more to come; "two million and a half" is not written.
            group = (group or 0) + 0.5
        elif token in _SMALL:
            group += _SMALL[token]
        elif token in _FRACTIONS:
            group += _FRACTIONS[token]
        elif "/" in token:
            above, below = token.split("/")
            group += int(above) / int(below)
        elif token[-1].isdigit():
            group += float(token.replace(",", ""))
        elif token in ("a", "an") and position == 0:
            group = 0.0
    return total + group


def parts_value(words: str) -> float:
    """What a match of PARTS is worth: "two-thirds" is 0.667, "a quarter" 0.25."""
    above, below = re.split(r"[-\s]+", words.lower().strip(), maxsplit=1)
    return _SMALL.get(above, 1) / _PARTS.get(below, _PARTS.get(below.removesuffix("s"), 1))


def scale_of(words: str) -> float:
    """The scale that `words` end in ("1.2 billion" 1e9), 1 if none."""
    tokens = _WORD.findall(words.lower())
    return _SCALES.get(tokens[-1], 1.0) if tokens else 1.0
