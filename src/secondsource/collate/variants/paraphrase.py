"""Paraphrase: an utterance reported without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.types import Anchor, Span, Variant, VariantKind

if TYPE_CHECKING:
    from secondsource.collate.readings import Reading


def find_paraphrase(fullest: Reading, other: Reading) -> Variant:
    """One PARAPHRASE for a reading of which one side is indirect: its words are the reporter's, so none is compared.
    `other` anchors the whole reading; the note tells when marked words stand against an indirect fullest reading.
    """
    first, last = other.quotation.parts[0], other.quotation.parts[-1]
    note = "" if fullest.marked or not other.marked else "fullest reading is a paraphrase"
    return Variant(VariantKind.PARAPHRASE, other.id, None, Anchor(other.article, Span(first.start, last.end)), note)
