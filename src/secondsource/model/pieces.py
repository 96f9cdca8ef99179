"""Words cut into the pieces that the pretrained encoder knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

FILE = Path(__file__).with_name("tokenizer.json")
_UNKNOWN = 100  # the piece of a word of which nothing is left: an odd control character


class WordPieces:
    """The tokenizer in `file`, cutting and padding nothing."""

    def __init__(self, file: Path = FILE) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def of(self, texts: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The pieces of all words, and the place of each word's first piece, with the end as last entry."""
        encoding = self._tokenizer.encode(list(texts), is_pretokenized=True, add_special_tokens=False)
        ids = np.array(encoding.ids, np.int64)
        owners = np.array(encoding.word_ids, np.int64)
        counts = np.bincount(owners, minlength=len(texts)) if len(owners) else np.zeros(len(texts), np.int64)
        for word in np.flatnonzero(counts == 0).tolist():
            place = int(np.searchsorted(owners, word))
            ids, owners = np.insert(ids, place, _UNKNOWN), np.insert(owners, place, word)
        counts = np.maximum(counts, 1)
        return ids, np.concatenate([[0], np.cumsum(counts)])
