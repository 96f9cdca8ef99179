"""Words that make a number less exact: about, more than, at least."""

from __future__ import annotations

import re

from secondsource.types import Span

_BEFORE: tuple[tuple[str, str], ...] = (
    ("at least", r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than|a\s+minimum\s+of|at\s+minimum"),
    ("at most", r"at\s+most|up\s+to|as\s+(?:many|much)\s+as|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of"),
    ("more than", r"more\s+than|over|upwards?\s+of|in\s+excess\s+of|exceed(?:s|ed|ing)|greater\s+than|well\s+over|above"
     r"|just\s+over"),
    ("less than", r"(?:less|fewer)\s+than|under|below|just\s+under|short\s+of"),
    ("nearly", r"nearly|almost|close\s+to|just\s+shy\s+of|not\s+quite"),
    ("about", r"about|around|approximately|roughly|some|an\s+estimated|estimated|circa|or\s+so|an\s+average\s+of"),
)  # fmt: skip
_BEFORE_RULES = tuple(
    (name, re.compile(rf"(?:^|[\s(“\"‘—–-])(?:{words})\s+(?:the\s+)?$", re.IGNORECASE)) for name, words in _BEFORE
)
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at least", re.compile(r"\s?\+|[-\s]plus\b|\s+(?P<noun>\w+\s+)?or\s+more\b", re.IGNORECASE)),
    ("at most", re.compile(r"\s+(?P<noun>\w+\s+)?or\s+(?:fewer|less)\b", re.IGNORECASE)),
    ("about", re.compile(r"-?odd\b|\s+(?P<noun>\w+\s+)?or\s+so\b", re.IGNORECASE)),
)
_REACH = 24  # characters before the number in which its modifier stands


def modifier_of(text: str, start: int, end: int, sentence: Span) -> tuple[str, int]:
    """The modifier of the number in ``text[start:end]``, a part of `sentence` ("" if it has none), and where the
    number ends with what is said of it ("130 or more").
    """
    before = text[max(sentence.start, start - _REACH) : start]
    after = ("", end)
    for name, words in _AFTER:
        if match := words.match(text, end, sentence.end):
            after = (name, end if match["noun"] else match.end())
            break
    for name, words in _BEFORE_RULES:
        if words.search(before):
            return name, after[1]
    return after
