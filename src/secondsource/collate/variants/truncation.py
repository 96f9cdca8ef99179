"""Truncation: a quotation that begins later or ends earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.variants.difference import Place
from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference


def find_truncation(difference: Difference) -> tuple[VariantKind, str] | None:
    """TRUNCATION, for whatever stands before the first or behind the last word that both readings have."""
    return (VariantKind.TRUNCATION, difference.place.value) if difference.place is not Place.INSIDE else None
