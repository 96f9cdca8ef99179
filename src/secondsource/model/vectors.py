"""What words are about: the vectors of their word pieces, from a table in the package.

The table was made from a pretrained encoder of sentences (``training.reader.vectors``): the sum over a passage's words
is near that of another passage about the same thing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

FILE = Path(__file__).with_name("vectors.npz")


class PieceVectors:
    """The table of `file`, kept as it lies there: signed bytes, and a factor for each row."""

    def __init__(self, file: Path = FILE) -> None:
        tables = np.load(file)
        self._rows, self._scales = tables["vectors"], tables["scales"].astype(np.float32)

    def of_words(self, pieces: npt.NDArray[np.int64], firsts: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """The vectors of words (words, dimensions), the sum of their pieces' each, given the pieces of all words and
        the place of each word's first piece, with the end as last entry. Every word has a piece.
        """
        if len(firsts) < 2:
            return np.zeros((0, self._rows.shape[1]), np.float32)
        vectors = self._rows[pieces] * self._scales[pieces, None]
        summed: npt.NDArray[np.float32] = np.add.reduceat(vectors, firsts[:-1], axis=0)
        return summed
