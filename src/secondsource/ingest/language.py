"""Whether a text is English, the one language that is read: what its source declares, or a sign in its words."""

from __future__ import annotations

import re

ENGLISH = "en"

_WORD = re.compile(r"[^\W\d_]+")
# Frequent in English texts, even in lists of headlines or warnings, and rare in others: so not "for" and "at", which
# Danish has, or "we", as in Dutch.
_ENGLISH_WORDS = frozenset(
    """the of and to that with by from his they said are were be this which their who not but its has been would it
    about after she you there when what more than could if into out up had
    monday tuesday wednesday thursday friday saturday sunday january february june july october december""".split()
)
# Of 2,500 English reports none has fewer than 5% of these words, and other languages have up to 2%.
_FEWEST = 0.04
_ENOUGH = 50  # words: of fewer, chance decides
_LOOKED_AT = 20_000  # characters
_LATIN_ENDS = "\u024f"  # letters beyond are of another script


def foreign(text: str, declared: str) -> str | None:
    """A remark on a text that is not English, by the code of the language that its source declares ("" where it
    declares none) or by its words; None for English, and for a text too short to tell.
    """
    if declared and declared != ENGLISH:
        return f"its language is given as {declared!r}: only English is understood, so little will be found in it"
    if _looks_foreign(text[:_LOOKED_AT]):
        return "it does not look like English: only English is understood, so little will be found in it"
    return None


def _looks_foreign(text: str) -> bool:
    """Whether most letters are of another script, or hardly any word is one that English cannot do without."""
    letters = "".join(words := _WORD.findall(text.lower()))
    if len(letters) >= _ENOUGH and sum(letter > _LATIN_ENDS for letter in letters) * 2 > len(letters):
        return True
    return len(words) >= _ENOUGH and sum(word in _ENGLISH_WORDS for word in words) < _FEWEST * len(words)
