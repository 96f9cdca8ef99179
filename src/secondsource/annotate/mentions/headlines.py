"""Names in headlines, where every word may have a capital."""

from __future__ import annotations

from collections.abc import Collection

from secondsource.annotate.mentions.capitals import listed_length
from secondsource.annotate.mentions.lexicon import is_english, lexicon
from secondsource.annotate.mentions.page import Line
from secondsource.annotate.mentions.tokens import Token


def longest_names(names: Collection[tuple[str, ...]]) -> dict[str, int]:
    """For each first word of the names, how many words the longest one has."""
    longest: dict[str, int] = {}
    for name in names:
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    return longest


def headline_runs(line: Line, known: Collection[tuple[str, ...]], longest: dict[str, int]) -> list[tuple[int, int]]:
    """The runs of a headline that are names: those that the article uses elsewhere (`known`), those of the word lists,
    and a given name with an unusual word after it. `longest` is ``longest_names(known)``.
    """
    tokens = line.tokens
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        size = 0
        if tokens[i].is_capital:
            size = _known(tokens, i, known, longest) or _listed(tokens, i) or _given(tokens, i)
        if size:
            runs.append((i, i + size))
        i += size or 1
    return runs


def _known(tokens: list[Token], i: int, known: Collection[tuple[str, ...]], longest: dict[str, int]) -> int:
    for size in range(min(longest.get(tokens[i].low, 0), len(tokens) - i), 0, -1):
        if tuple(t.low for t in tokens[i : i + size]) in known:
            return size
    return 0


def _listed(tokens: list[Token], i: int) -> int:
    size = listed_length(tokens, i)
    return size if size > 1 or not is_english(tokens[i].low) else 0


def _given(tokens: list[Token], i: int) -> int:
    words = lexicon()
    if tokens[i].low not in words.given or tokens[i].low in words.function_words:
        return 0
    if i + 1 < len(tokens) and tokens[i + 1].is_capital:
        low = tokens[i + 1].low
        if low not in words.function_words and (not is_english(low) or low in words.surnames):
            return 2
    return 0
