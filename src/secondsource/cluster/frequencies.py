"""How common a word is in news at large, so that three reports alone can tell a rare word from a common one."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

_TYPICAL_LENGTH = 400  # words of a news report
_COMMONEST = 0.08  # share of all words that Zipf's law gives to rank 1, before the offset below
_OFFSET = 8.0  # Mandelbrot's flattening of the first ranks
_UNLISTED = 0.0004  # share of reports that hold a given word outside the list, most often a name
_SMALL_NUMBER = 0.02  # ages, times of day, counts
_LARGE_NUMBER = 0.003
_YEAR = 0.03


@cache
def ranks() -> dict[str, int]:
    """The rank, from 1, of each of the 20,000 commonest English words."""
    text = files("secondsource.cluster").joinpath("english_words.txt").read_text(encoding="utf-8")
    words = (word for line in text.splitlines() if not line.startswith("#") for word in line.split())
    return {word: rank for rank, word in enumerate(words, start=1)}


def document_share(word: str) -> float:
    """The share of news reports (0 to 1) expected to hold `word` (folded), from its rank by Zipf's law.

    Zipf-Mandelbrot: a word of rank r makes up about 0.08 / (r + 8) of running text; a report of n words then holds it
    with probability 1 - exp(-n f).
    """
    if word[0].isdigit():
        if len(word) <= 2:
            return _SMALL_NUMBER
        return _YEAR if len(word) == 4 and word[:2] in ("19", "20") else _LARGE_NUMBER
    rank = ranks().get(word)
    return _UNLISTED if rank is None else 1 - math.exp(-_TYPICAL_LENGTH * _COMMONEST / (rank + _OFFSET))
