"""Long articles in overlapping windows of whole sentences, so that each sentence is read with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_CORE = 180  # pieces that a window is read for
_CONTEXT = 60  # pieces around them that are only looked at
LONGEST = 500  # pieces that the network can take


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `end` (not included) are read; what is found from `core` to `core_end` counts."""

    first: int
    end: int
    core: int
    core_end: int


def windows(sentences: npt.NDArray[np.int64], pieces: npt.NDArray[np.int64]) -> list[Window]:
    """Windows over an article, given each word's sentence and the place of its first piece (one entry more than there
    are words). Every word is in the core of one window.
    """
    count = len(sentences)
    if not count:
        return []
    bounds = [0, *(i for i in range(1, count) if sentences[i] != sentences[i - 1]), count]
    units = [piece for a, b in pairwise(bounds) for piece in _cut(a, b, pieces)]
    found: list[Window] = []
    i = 0
    while i < len(units):
        j = i + 1
        while j < len(units) and pieces[units[j][1]] - pieces[units[i][0]] <= _CORE:
            j += 1
        before, after = i, j - 1
        while before > 0 and pieces[units[i][0]] - pieces[units[before - 1][0]] <= _CONTEXT:
            before -= 1
        while after + 1 < len(units) and pieces[units[after + 1][1]] - pieces[units[j - 1][1]] <= _CONTEXT:
            after += 1
        found.append(Window(units[before][0], units[after][1], units[i][0], units[j - 1][1]))
        i = j
    return found


def _cut(first: int, end: int, pieces: npt.NDArray[np.int64]) -> list[tuple[int, int]]:
    """A sentence as one unit, or as several where the network could not take it whole."""
    limit = LONGEST - 2 * _CONTEXT - 2
    cut: list[tuple[int, int]] = []
    start = first
    for word in range(first + 1, end + 1):
        if pieces[word] - pieces[start] > limit and word - 1 > start:
            cut.append((start, word - 1))
            start = word - 1
    cut.append((start, end))
    return cut
