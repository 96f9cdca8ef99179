"""Words and marks of a sentence, with their offsets and the shape of their letters."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from secondsource.types import Span


class Shape(StrEnum):
    """What a token looks like."""

    LOWER = "x"
    CAPITALIZED = "X"
    UPPER = "XX"  # two capitals or more and no small letter: "NATO", "U.S."
    INITIAL = "I"  # one capital letter, with or without its dot
    NUMBER = "9"
    POSSESSIVE = "'s"
    HANDLE = "@"
    MARK = "."


class Token(NamedTuple):
    """One word or mark; `low` is the word in lower case with straight apostrophes, without an abbreviation's dot."""

    start: int
    end: int
    word: str
    low: str
    shape: Shape

    @property
    def is_capital(self) -> bool:
        """Whether the word could be part of a name by its letters alone."""
        return self.shape in _CAPITAL


_CAPITAL = frozenset((Shape.CAPITALIZED, Shape.UPPER, Shape.INITIAL))
_TOKEN = re.compile(
    r"(?P<handle>(?<!\w)@\w+)"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:[-‑]\w+)*%?\w*)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)"
    r"|(?P<possessive>['’][sS]\b)"
    r"|(?P<word>[^\W\d_]\w*(?:['’](?![sS]\b)[^\W\d_]\w*|[-‑]\w+|&[A-Z]\w*)*)"
    r"|\S"
)
ABBREVIATIONS = frozenset(
    """mr mrs ms dr sen rep gov lt gen sgt capt col maj cmdr adm prof rev fr st jr sr hon msgr sens reps govs messrs det
    supt insp cpl pvt ft mt inc corp co ltd bros pres sec atty asst cllr dept bldg univ ala ariz ark calif colo conn del
    fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo vs
    no""".split()
)


def read_tokens(text: str, span: Span) -> list[Token]:
    """The tokens of ``text[span]`` in order; "'s" is a token of its own, "45-year-old" and "O'Hara" are one each."""
    tokens: list[Token] = []
    last = span.start
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        if start < last:
            continue  # the dot of an abbreviation, taken with the word before it
        kind, word = match.lastgroup, match.group()
        if kind == "word":
            named = bool(tokens) and tokens[-1].end == start - 1 and tokens[-1].is_capital
            token = _word(text, start, end, word, span.end, named)
        elif kind is None:
            plural_possessive = word in "'’" and start == last and tokens and tokens[-1].low.endswith("s")
            follows = text[end : end + 2]
            shape = (
                Shape.POSSESSIVE if plural_possessive and follows[:1] == " " and follows[1:].isalnum() else Shape.MARK
            )
            token = Token(start, end, word, word, shape)
        else:
            shape = Shape.LOWER if kind == "initials" and word.islower() else _SHAPES[kind]  # "p.m."
            token = Token(start, end, word, word.lower().replace("’", "'"), shape)
        tokens.append(token)
        last = token.end
    return tokens


_SHAPES = {
    "handle": Shape.HANDLE,
    "number": Shape.NUMBER,
    "initials": Shape.UPPER,
    "possessive": Shape.POSSESSIVE,
}


def _word(text: str, start: int, end: int, word: str, limit: int, named: bool) -> Token:
    """A token of letters; `named` tells that a capitalised word stands right before it ("Ann I. Reed", "So did I.")."""
    low = word.lower()
    if not low.isascii():
        low = low.replace("’", "'").replace("‑", "-")
    if not word[0].isupper():
        return Token(start, end, word, low, Shape.LOWER)
    dotted = end < limit and text[end] == "."
    if len(word) == 1:
        if dotted and (word != "I" or named):
            return Token(start, end + 1, word + ".", low, Shape.INITIAL)
        return Token(start, end, word, low, Shape.INITIAL)
    if dotted and low in ABBREVIATIONS and text[end + 1 : end + 2] != "":
        return Token(start, end + 1, word + ".", low, Shape.UPPER if word.isupper() else Shape.CAPITALIZED)
    return Token(start, end, word, low, Shape.UPPER if word.isupper() else Shape.CAPITALIZED)
