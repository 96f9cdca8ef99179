"""Paraphrase: an utterance reported without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.readings import is_content
from secondsource.collate.variants.shift import shift_between, shifts_of, spoken_as
from secondsource.types import Anchor, Span, Variant, VariantKind

if TYPE_CHECKING:
    from secondsource.collate.readings import Reading

VERBATIM = (
    0.8  # with so much of its words in the fullest reading, person and tense aside, it is that in indirect speech
)
LEAST = 3  # so many content words


def find_paraphrase(fullest: Reading, other: Reading) -> Variant:
    """One PARAPHRASE for a reading of which one side is indirect: its words are the reporter's, so none is compared.
    `other` anchors the whole reading. The note tells when marked words stand against an indirect fullest reading, or
    when the paraphrase is the marked words in indirect speech, with person or tense shifted.
    """
    first, last = other.quotation.parts[0], other.quotation.parts[-1]
    note = _direct_against_indirect(fullest, other) if fullest.marked else ""
    if other.marked and not fullest.marked:
        note = "fullest reading is a paraphrase"
    return Variant(VariantKind.PARAPHRASE, other.id, None, Anchor(other.article, Span(first.start, last.end)), note)


def _direct_against_indirect(fullest: Reading, other: Reading) -> str:
    """The note on a paraphrase that keeps the marked words, or "" for one in other words."""
    from rapidfuzz.distance import LCSseq

    a, b = ([form for form in reading.forms if form != "that"] for reading in (fullest, other))
    ours, theirs = list(map(spoken_as, a)), list(map(spoken_as, b))
    pairs = [
        (a[i], b[j])
        for code in LCSseq.opcodes(ours, theirs)
        if code.tag == "equal"
        for i, j in zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    ]
    if len(pairs) < VERBATIM * len(b) or sum(is_content(theirs) for _, theirs in pairs) < LEAST:
        return ""
    shifts = [shift_between(*pair) or "tense" for pair in pairs]  # a modal verb moves with the tense
    return ", ".join(filter(None, ("direct against indirect", shifts_of(shifts))))
