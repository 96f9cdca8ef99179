"""The fast reader: hashed words through a small convolutional network, a whole article at once.

Each word sees a fixed number of words on either side and the means of the sentences that it can see, so that an
article too long to be held at once is cut where the cut cannot be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from secondsource.model.files import NetworkFiles
from secondsource.model.hashed import distinct_words, rows
from secondsource.model.neighbourhoods import attributions
from secondsource.model.reading import NetworkReading, Outputs
from secondsource.model.words import Words, read_words
from secondsource.types import Sentence, Span

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.int64]

SENTENCE = 420  # words of which a mean is taken at most; a longer sentence counts as several
_CORE = 3000  # words that are read at once
_SEEN = (4, 28, 3)  # words to a side that are seen before, between and after the sentences' means
_FOR_ROLES = ("bio", "cue", "word", "bias", "relation")
_FOR_WORDS = ("names", "voice", "later", "earlier")


class ConvolutionalReader:
    """Reads with the network in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._files = NetworkFiles(folder)
        self.version = self._files.version

    def read(self, text: str, sentences: Sequence[Sentence], marked: Sequence[Span]) -> NetworkReading:
        """Everything found in one article."""
        words = read_words(text, sentences, marked)
        distinct, places = distinct_words(words.texts)
        outputs = self._outputs(words, rows(distinct), places)
        found = attributions(words, outputs, self._files.distances)
        vector = self._files.vectors.of_words(*self._files.pieces.of(distinct))[places]
        by_word = Outputs(**{name: outputs[name] for name in _FOR_WORDS}, vector=vector, apart=self._files.apart)
        return NetworkReading(words, len(sentences), by_word, found)

    def _outputs(self, words: Words, table: Numbers, places: Numbers) -> dict[str, Floats]:
        """What the network says: one row a word. `table` has the rows of the distinct words, `places` which of them
        each word is.
        """
        features, units = features_of(words), units_of(words.sentences)
        names = (*_FOR_ROLES, *_FOR_WORDS)
        found: dict[str, list[Floats]] = {name: [] for name in names}
        for first, core, core_end, end in stretches(units):
            kept, own = np.unique(places[first:end], return_inverse=True)
            inputs = {
                "rows": table[kept],
                "places": own.astype(np.int64),
                "features": features[first:end],
                "sentences": units[first:end] - units[first : first + 1],
                "means": _means(units[first:end]),
            }
            for name, output in zip(names, self._files.session.run(names, inputs), strict=True):
                found[name].append(output[core - first : core_end - first])
        return {name: parts[0] if len(parts) == 1 else np.concatenate(parts) for name, parts in found.items()}


def features_of(words: Words) -> Numbers:
    """Each word's feature, and whether it opens a sentence, as one number."""
    opens = np.ones(len(words.sentences), np.int64)
    opens[1:] = words.sentences[1:] != words.sentences[:-1]
    return words.features * 2 + opens


def units_of(sentences: Numbers) -> Numbers:
    """What each word's mean is taken over, numbered without gaps: its sentence, or a part of a very long one."""
    if not len(sentences):
        return sentences
    starts = np.flatnonzero(np.concatenate([[True], sentences[1:] != sentences[:-1]]))
    within = np.arange(len(sentences)) - np.repeat(starts, np.diff([*starts, len(sentences)]))
    opens = within % SENTENCE == 0
    numbers: Numbers = np.cumsum(opens) - 1
    return numbers


def _means(units: Numbers) -> Floats:
    """The matrix (units, words) by which words are multiplied to give the mean of each unit."""
    if not len(units):
        return np.zeros((0, 0), np.float32)
    own = units - units[0]
    member: Floats = np.zeros((own[-1] + 1, len(own)), np.float32)
    member[own, np.arange(len(own))] = (1 / np.bincount(own)).astype(np.float32)[own]
    return member


def stretches(units: Numbers) -> list[tuple[int, int, int, int]]:
    """An article as stretches: first word to look at, first and one after the last that count, end of what is looked
    at. What counts sees all that it would see in the whole article.
    """
    count = len(units)
    if count <= _CORE:
        return [(0, 0, count, count)]
    found = []
    for core in range(0, count, _CORE):
        first, last = core, min(core + _CORE, count)
        core_end = last
        for number, seen in enumerate(reversed(_SEEN)):
            first, last = max(0, first - seen), min(count, last + seen)
            if number < len(_SEEN) - 1:
                first = int(np.searchsorted(units, units[first], "left"))
                last = int(np.searchsorted(units, units[last - 1], "right"))
        found.append((first, core, core_end, last))
    return found
