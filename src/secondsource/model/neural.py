"""The neural reader: word pieces through a small transformer, window by window, and what it says of each word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from secondsource.model import Attribution
from secondsource.model.files import NetworkFiles
from secondsource.model.reading import NetworkReading, Outputs
from secondsource.model.roles import attributions
from secondsource.model.windows import LONGEST, Window, windows
from secondsource.model.words import Words, read_words
from secondsource.types import Sentence, Span

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.int64]

_BATCH = 8  # windows
_START, _END = 101, 102  # pieces
_FOR_ROLES = ("bio", "cue", "word", "bias")
_FOR_WORDS = ("names", "voice", "later", "earlier")


class NeuralReader:
    """Reads with the network in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._files = NetworkFiles(folder)
        self.version = self._files.version

    def read(self, text: str, sentences: Sequence[Sentence], marked: Sequence[Span]) -> NetworkReading:
        """Everything found in one article."""
        words = read_words(text, sentences, marked)
        pieces, firsts = self._files.pieces.of(words.texts)
        found: list[Attribution] = []
        cores: dict[str, list[Floats]] = {name: [np.zeros((0, self._width(name)), np.float32)] for name in _FOR_WORDS}
        todo = windows(words.sentences, firsts)
        for i in range(0, len(todo), _BATCH):
            batch = todo[i : i + _BATCH]
            for window, said in zip(batch, self._run(batch, words, pieces, firsts), strict=True):
                found += attributions(words, window, said, self._files.distances)
                core = slice(window.core - window.first, window.core_end - window.first)
                for name in _FOR_WORDS:
                    cores[name].append(said[name][core])
        joined = {name: np.concatenate(parts) for name, parts in cores.items()}
        outputs = Outputs(**joined, vector=self._files.vectors.of_words(pieces, firsts), apart=self._files.apart)
        in_order = tuple(sorted(found, key=lambda a: a.cue))
        return NetworkReading(words, len(sentences), outputs, in_order)

    def _width(self, name: str) -> int:
        (width,) = (output.shape[-1] for output in self._files.session.get_outputs() if output.name == name)
        return int(width)

    def _run(self, batch: Sequence[Window], words: Words, pieces: Numbers, firsts: Numbers) -> list[dict[str, Floats]]:
        """What the network says of each window's words: one row a word."""
        longest = min(LONGEST, max(int(firsts[w.end] - firsts[w.first]) for w in batch)) + 2
        ids = np.zeros((len(batch), longest), np.int64)
        features = np.zeros((len(batch), longest), np.int64)
        mask = np.zeros((len(batch), longest), np.float32)
        owners = np.repeat(np.arange(len(words.texts)), np.diff(firsts))
        for row, window in enumerate(batch):
            a = int(firsts[window.first])
            b = min(int(firsts[window.end]), a + longest - 2)
            ids[row, 0], ids[row, b - a + 1] = _START, _END
            ids[row, 1 : b - a + 1] = pieces[a:b]
            features[row, 1 : b - a + 1] = words.features[owners[a:b]]
            mask[row, : b - a + 2] = 1
        names = (*_FOR_ROLES, *_FOR_WORDS)
        outputs = self._files.session.run(names, {"ids": ids, "features": features, "mask": mask})
        found: list[dict[str, Floats]] = []
        for row, window in enumerate(batch):
            places = np.minimum(firsts[window.first : window.end] - firsts[window.first] + 1, longest - 1)
            found.append({name: output[row, places] for name, output in zip(names, outputs, strict=True)})
        return found
