"""Words as numbers of rows in tables of embeddings, by hashing: no list of words is kept, and none is unknown.

Each word has two rows of the table of words, so that two words rarely share both (Tito Svenstrup and others, "Hash
Embeddings for Efficient Word Representations", 2017), and one row each for its beginning, its end and its shape. The
hash is BLAKE2, the same in every process and on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

WORDS, AFFIXES, SHAPES = 65536, 4096, 1024
"""Rows of the table of words, of those of beginnings and ends, and of that of shapes."""

_AFFIX = 3  # characters of a beginning or an end
_LONGEST_SHAPE = 8
_RUN = 4  # like characters in a row that a shape tells


def distinct_words(texts: Sequence[str]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The distinct words among `texts`, and for each of `texts` which of them it is."""
    import numpy as np

    numbers: dict[str, int] = {}
    places = [numbers.setdefault(text, len(numbers)) for text in texts]
    return list(numbers), np.array(places, np.int64)


def rows(words: Sequence[str]) -> npt.NDArray[np.int64]:
    """Each word's rows, (words, 5): two of words, one each of beginnings, ends and shapes."""
    import numpy as np

    return np.array([_rows(word) for word in words], np.int64).reshape(-1, 5)


def plain(word: str) -> str:
    """A word as it is hashed: in lower case, all digits alike."""
    lower = word.lower()
    return lower if lower.isalpha() else "".join("0" if c.isdigit() else c for c in lower)


@lru_cache(maxsize=1 << 16)
def _rows(word: str) -> tuple[int, int, int, int, int]:
    lower = plain(word)
    first, second = _hash(lower)
    beginning, end = _hash(lower[:_AFFIX])[0], _hash(lower[-_AFFIX:])[1]
    return first % WORDS, second % WORDS, beginning % AFFIXES, end % AFFIXES, _hash(_shape(word))[0] % SHAPES


def _hash(text: str) -> tuple[int, int]:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest[:4], "little"), int.from_bytes(digest[4:], "little")


def _shape(word: str) -> str:
    """A word's letters as X or x, its digits as d, other characters as they are; long runs and long words cut."""
    found: list[str] = []
    run = 0
    for character in word:
        kind = "X" if character.isupper() else "x" if character.isalpha() else "d" if character.isdigit() else character
        run = run + 1 if found and found[-1] == kind else 1
        if run <= _RUN:
            found.append(kind)
        if len(found) == _LONGEST_SHAPE:
            break
    return "".join(found)
