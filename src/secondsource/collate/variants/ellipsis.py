"""Ellipsis: words left out inside a quotation, and marked as left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference

MARK = re.compile(r"…|\.\s?\.\s?\.|\[\s*\]")


def find_ellipsis(difference: Difference) -> tuple[VariantKind, str] | None:
    """ELLIPSIS, where one side shows the mark in the place of (nearly all) the other's words."""
    for side, facing in ((difference.other, difference.base), (difference.base, difference.other)):
        if len(facing) > 2 * len(side) and MARK.search(side.surroundings):
            return VariantKind.ELLIPSIS, "" if side is difference.other else "in the fullest reading"
    return None
