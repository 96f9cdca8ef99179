"""Split: one outlet's single quotation is given by another as several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.types import Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secondsource.collate.alignment import Alignment
    from secondsource.collate.readings import Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a split quotation: its variant, and the fullest reading's words (half-open) up to the next piece on
    either side, which are the only ones that can count as cut off.
    """

    variant: Variant
    free: tuple[int, int]


def find_splits(fullest: Reading, others: Sequence[Reading], alignments: Mapping[str, Alignment]) -> dict[str, Piece]:
    """The pieces, by quotation id: marked readings of one article that give different stretches of the fullest one.
    `alignments` are theirs with it, by quotation id.
    """
    if not fullest.marked:
        return {}
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for other in others:
        if other.marked and other.article != fullest.article:
            by_article[other.article].append(other)
    pieces: dict[str, Piece] = {}
    for readings in by_article.values():
        if len(readings) > 1:
            pieces.update(_pieces(fullest, readings, alignments))
    return pieces


def _pieces(fullest: Reading, readings: Sequence[Reading], alignments: Mapping[str, Alignment]) -> dict[str, Piece]:
    placed: list[tuple[int, int, Reading]] = []
    for reading in readings:
        start, end = alignments[reading.id].base_range
        if start < end and not any(start < high and low < end for low, high, _ in placed):
            placed.append((start, end, reading))
    placed.sort(key=lambda item: item[:2])
    if len(placed) < 2:
        return {}
    edges = [0, *(end for _, end, _ in placed)]
    starts = [*(start for start, _, _ in placed), len(fullest.words)]
    found = {}
    for number, (start, end, reading) in enumerate(placed):
        span = fullest.anchor(start, end)
        whole = reading.anchor(0, len(reading.words))
        note = f"piece {number + 1} of {len(placed)}"
        variant = Variant(VariantKind.SPLIT, reading.id, span, whole, note)
        found[reading.id] = Piece(variant, (edges[number], starts[number + 1]))
    return found
