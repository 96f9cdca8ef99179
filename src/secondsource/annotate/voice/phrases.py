"""Patterns of whole words and phrases, from the lists of the lexicon."""

from __future__ import annotations

import re


def either(words: str) -> str:
    """An alternative of whole words and phrases, which commas separate; ``*`` stands for any ending, ``'`` for both
    apostrophes.
    """
    phrases = (re.escape(" ".join(phrase.split())) for phrase in words.split(","))
    return "|".join(phrase.replace(r"\*", r"\w*").replace("'", "[’']") for phrase in phrases)


def starting(words: str) -> re.Pattern[str]:
    """Where a sentence starts with one of `words`."""
    return re.compile(rf"^\W*(?:{either(words)})(?!\w)", re.IGNORECASE)


def holding(words: str) -> re.Pattern[str]:
    """Where one of `words` stands."""
    return re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)", re.IGNORECASE)
