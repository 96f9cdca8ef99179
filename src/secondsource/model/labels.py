"""The most likely sequence of begin/inside/outside labels, by the Viterbi algorithm."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_NEVER = -1e4


def best_labels(
    scores: npt.NDArray[np.float32], ending: npt.NDArray[np.float32] | None = None
) -> npt.NDArray[np.int64]:
    """The best labels of several sequences of one length: `scores` is (sequences, words, labels), in log
    probabilities, with the labels O, B-1, I-1, B-2, I-2, ...; an I follows only a B or I of its own kind. `ending`
    (sequences, words) is what it costs that a stretch of the last kind ends before a word.
    """
    import numpy as np

    sequences, length, count = scores.shape
    step = np.zeros((count, count), np.float32)
    for inside in range(2, count, 2):
        step[:, inside] = _NEVER
        step[[inside - 1, inside], inside] = 0.0
    total = scores[:, 0].copy()
    total[:, 2::2] = _NEVER
    back = np.zeros((length, sequences, count), np.int64)
    for word in range(1, length):
        paths = total[:, :, None] + step
        if ending is not None:
            paths[:, -2:, :-1] -= ending[:, word, None, None]
        back[word] = paths.argmax(1)
        total = paths.max(1) + scores[:, word]
    labels = np.zeros((sequences, length), np.int64)
    labels[:, -1] = total.argmax(1)
    rows = np.arange(sequences)
    for word in range(length - 1, 0, -1):
        labels[:, word - 1] = back[word, rows, labels[:, word]]
    return labels


def runs(labels: npt.NDArray[np.int64], begin: int) -> list[tuple[int, int]]:
    """The stretches labelled `begin` and then ``begin + 1``, as (first word, one after the last)."""
    found: list[tuple[int, int]] = []
    for word in (labels == begin).nonzero()[0].tolist():
        end = word + 1
        while end < len(labels) and labels[end] == begin + 1:
            end += 1
        found.append((word, end))
    return found
