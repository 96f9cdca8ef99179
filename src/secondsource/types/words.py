"""Words as every stage counts and compares them."""

from __future__ import annotations

import re
import unicodedata

from secondsource.types.article import Span

_WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’]\w+)*")

STOPWORDS = frozenset(
    """a about after all also an and any are as at be been before being but by can could did do does for from had has
    have he her hers him his how i if in into is it its it's just me more my no nor not of off on one only or other our
    out over own said say says she should so some such than that that's the their them then there these they this those
    through to too under up us very was we were what when where which while who whom why will with would you your
    mr mrs ms""".split()
)


def word_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of ``text[start:end]``, as spans into `text`; "1,200.50" and "don't" are one word each."""
    return [Span(*m.span()) for m in _WORD.finditer(text, start, len(text) if end is None else end)]


def fold(word: str) -> str:
    """The form under which two spellings of a word are one: lower case, without accents or possessive,
    straight apostrophes.
    """
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in decomposed if not unicodedata.combining(c))
    return word.lower().removesuffix("'s")


def content_words(text: str) -> list[str]:
    """The folded words of `text` without stop words, in order."""
    return [w for w in (fold(m.group()) for m in _WORD.finditer(text)) if w not in STOPWORDS]
