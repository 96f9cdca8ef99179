"""Merger: one quotation gives as one what the fullest reading's article gives as two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.readings import is_content
from secondsource.types import Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.readings import Reading
    from secondsource.collate.variants.difference import Side

WHOLE = 0.8  # so much of the words must stand in the other quotation
LEAST = 3  # so many content words


def find_merger(side: Side, neighbours: Sequence[Reading]) -> Variant | None:
    """SPLIT with the note "merged", where the words that a reading has before or behind those of the fullest reading
    stand in another quotation (`neighbours`) of the fullest reading's article.
    """
    if sum(map(is_content, side.forms)) < LEAST:
        return None
    for neighbour in neighbours:
        inside = [j for _, j in align(neighbour, side.reading).matches if side.start <= j < side.end]
        if len(inside) >= WHOLE * len(side):
            note = "merged with another quotation of the fullest reading's outlet"
            return Variant(VariantKind.SPLIT, side.reading.id, None, side.reading.anchor(side.start, side.end), note)
    return None
