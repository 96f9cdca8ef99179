"""Omission: words left out inside a quotation without a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference


def find_omission(difference: Difference) -> tuple[VariantKind, str] | None:
    """OMISSION, where one side has no words; the note tells when it is the fullest reading that lacks them, or when
    they are missing where the quotation is interrupted.
    """
    if difference.base and difference.other:
        return None
    lacking = difference.base if not difference.base else difference.other
    if lacking.crosses_parts:
        return VariantKind.OMISSION, "at an interruption"
    return VariantKind.OMISSION, "" if lacking is difference.other else "in the fullest reading"
