"""Order: the same words in another place of the quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.readings import is_content
from secondsource.types import Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.variants.difference import Difference


def find_order(differences: Sequence[Difference]) -> tuple[list[Variant], list[Difference]]:
    """WORDING variants with the note "order", for words that each reading has in a place where the other has none; and
    the differences that are left.
    """
    found: list[Variant] = []
    moved: set[int] = set()
    for here, lost in enumerate(differences):
        if not lost.base or lost.other or not any(map(is_content, lost.base.forms)):
            continue
        for there, gained in enumerate(differences):
            if there not in moved and not gained.base and gained.other.forms == lost.base.forms:
                ours, theirs = lost.base.anchors, gained.other.anchors
                if len(ours) == len(theirs) == 1:
                    reading = gained.other.reading.id
                    found.append(Variant(VariantKind.WORDING, reading, ours[0], theirs[0], "order"))
                    moved |= {here, there}
                break
    return found, [difference for number, difference in enumerate(differences) if number not in moved]
