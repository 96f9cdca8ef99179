"""What the accurate network teaches the fast one: its vectors of all words of the training texts, read as the package
reads, in windows with context around them. All that its heads say can be reckoned from these again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from secondsource.model.windows import windows
from training.reader.corpus import Document
from training.reader.losses import vectors_of
from training.reader.network import WIDTH, Network
from training.reader.windows import batch

SIZE = 16  # windows of a batch
NEAR = 64  # documents among whose windows those of like length are put together

Halves = npt.NDArray[np.float16]


@torch.no_grad()
def word_vectors(teacher: Network, documents: Sequence[Document]) -> list[Halves]:
    """The teacher's vectors of each document's words, (words, width)."""
    found = [np.zeros((len(d.words.spans), WIDTH), np.float16) for d in documents]
    for start in range(0, len(documents), NEAR):
        numbers = range(start, min(start + NEAR, len(documents)))
        todo = [(n, w) for n in numbers for w in windows(documents[n].words.sentences, documents[n].firsts)]
        todo.sort(key=lambda one: one[1].end - one[1].first)
        for at in range(0, len(todo), SIZE):
            now = todo[at : at + SIZE]
            shown = batch([(documents[n], w.first, w.end) for n, w in now])
            vectors = vectors_of(teacher, shown)
            for row, (n, w) in enumerate(now):
                own = vectors[row, shown.places[row]].numpy()
                found[n][w.core : w.core_end] = own[w.core - w.first : w.core_end - w.first]
    return found
