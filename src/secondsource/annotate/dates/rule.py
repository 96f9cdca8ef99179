"""What a rule is: a name, the kind of word without which it is not tried, a pattern and a reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from secondsource.annotate.dates.context import Context, Reading
from secondsource.annotate.dates.lexicon import DECADES, MONTHS, SEASON_CODES, WEEKDAYS

Reader = Callable[[re.Match[str], Context], Reading | None]


class Rule(NamedTuple):
    """One way to write a date.

    `read` gets a match of `pattern` and the context; it returns what the expression means, or None to leave the
    words to later rules. Where two rules match at one place, the earlier in the list has its turn first. `needs`
    names the kinds of words (see `kinds_of`) of which a sentence must hold one for the rule to be tried.
    """

    name: str
    needs: str
    pattern: re.Pattern[str]
    read: Reader


def pattern(source: str) -> re.Pattern[str]:
    """`source` compiled to begin where a word does and to disregard case."""
    return re.compile(rf"(?<![\w$£€])(?:{source})", re.IGNORECASE)


_MONTH_WORDS = [*MONTHS, "sept", *(name[:3] for name in MONTHS)]
_UNIT_WORDS = "day week weekend fortnight month year decade"
_KINDS = (
    dict.fromkeys(_MONTH_WORDS, "month")
    | dict.fromkeys(WEEKDAYS, "weekday")
    | dict.fromkeys(SEASON_CODES, "season")
    | dict.fromkeys(DECADES, "decade")
    | dict.fromkeys("century centuries".split(), "century")
    | dict.fromkeys("quarter q1 q2 q3 q4".split(), "quarter")
    | {word + ending: "unit" for word in _UNIT_WORDS.split() for ending in ("", "s")}
    | dict.fromkeys("today tonight yesterday tomorrow overnight".split(), "deictic")
    | dict.fromkeys("morning afternoon evening night".split(), "part")
    | dict.fromkeys("christmas thanksgiving easter halloween fourth".split(), "holiday")
)
_WORD = re.compile(r"\w+")


def kinds_of(sentence: str) -> set[str]:
    """The kinds of date words in `sentence`: month, weekday, unit and so on; "digits" for any number in digits, and
    "year" for one of at least four.
    """
    kinds = set()
    for word in _WORD.findall(sentence.lower()):
        kind = _KINDS.get(word)
        if kind is not None:
            kinds.add(kind)
        elif word[0].isdigit():
            kinds.add("digits")
            if len(word) >= 4:
                kinds.add("year")
    return kinds
