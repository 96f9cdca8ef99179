"""An article's words as the network sees them: spans, places and the features beside the word pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.types import Sentence, Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_WORD = re.compile(r"\w+(?:[.'’\-‑&]\w+)*|[^\w\s]")
_MARK = 5  # the shape of punctuation
_LONGEST = 60  # characters of a word that are shown to the network


@dataclass(frozen=True, slots=True)
class Words:
    """The words and punctuation marks of an article, in order. The arrays have one number for each: where it starts and
    ends, its sentence and its features.
    """

    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    sentences: npt.NDArray[np.int64]
    features: npt.NDArray[np.int64]

    @property
    def inside(self) -> npt.NDArray[np.int64]:
        """1 for each word inside quotation marks, 0 for the others."""
        return self.features // 2 % 2

    @property
    def are_words(self) -> npt.NDArray[np.bool_]:
        """Whether each is a word or number, and no punctuation mark."""
        found: npt.NDArray[np.bool_] = self.features // 4 != _MARK
        return found

    @property
    def paragraphs(self) -> npt.NDArray[np.int64]:
        """Each word's paragraph, numbered without gaps."""
        return (self.features % 2).cumsum()


def read_words(text: str, sentences: Sequence[Sentence], marked: Sequence[Span]) -> Words:
    """The words of all sentences. A feature tells the word's shape (lower, Capitalised, UPPER, miXed, number, mark),
    whether it stands inside quotation marks, and whether it opens a paragraph.
    """
    import numpy as np

    spans: list[Span] = []
    places: list[int] = []
    features: list[int] = []
    k, paragraph = 0, -1
    for index, sentence in enumerate(sentences):
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            start = match.start()
            while k < len(marked) and marked[k].end <= start:
                k += 1
            inside = k < len(marked) and marked[k].start <= start
            spans.append(Span(start, match.end()))
            places.append(index)
            features.append(_shape(match.group()) * 4 + inside * 2 + (sentence.paragraph != paragraph))
            paragraph = sentence.paragraph
    texts = tuple(text[a : min(b, a + _LONGEST)] for a, b in spans)
    bounds = np.array(spans, np.int64).reshape(-1, 2)
    return Words(
        tuple(spans), texts, bounds[:, 0], bounds[:, 1], np.array(places, np.int64), np.array(features, np.int64)
    )


def _shape(word: str) -> int:
    if word[0].isdigit():
        return 4
    if not word[0].isalnum():
        return _MARK
    if word.isupper() and len(word) > 1:
        return 2
    if word[0].isupper():
        return 1 if len(word) == 1 or word[1:].islower() else 3
    return 0
