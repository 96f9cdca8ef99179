"""Wording: other words in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference


def find_wording(difference: Difference) -> tuple[VariantKind, str] | None:
    """WORDING, for what no other rule explains."""
    return (VariantKind.WORDING, "") if difference.base or difference.other else None
