"""The typed differences between a statement's fullest reading and each other one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from secondsource.collate.alignment import Alignment, align
from secondsource.collate.variants.brackets import bracket_around, find_brackets
from secondsource.collate.variants.condition import find_lost_condition
from secondsource.collate.variants.difference import Difference, Place, Side, find_differences
from secondsource.collate.variants.ellipsis import find_ellipsis
from secondsource.collate.variants.meaning import find_meaning
from secondsource.collate.variants.merger import find_merger
from secondsource.collate.variants.omission import find_omission
from secondsource.collate.variants.order import find_order
from secondsource.collate.variants.paraphrase import find_paraphrase
from secondsource.collate.variants.shift import find_shift
from secondsource.collate.variants.spelling import find_spelling
from secondsource.collate.variants.split import find_splits
from secondsource.collate.variants.truncation import find_truncation
from secondsource.collate.variants.typography import find_typography
from secondsource.collate.variants.wording import find_wording
from secondsource.types import Anchor, Span, Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.readings import Reading

# The first rule that explains a difference names it.
RULES = (
    find_lost_condition,
    find_truncation,
    find_brackets,
    find_ellipsis,
    find_spelling,
    find_shift,
    find_meaning,
    find_omission,
    find_wording,
)

# What a reader should see first.
ORDER = {
    kind: rank
    for rank, kind in enumerate(
        (
            VariantKind.MEANING,
            VariantKind.SPEAKER,
            VariantKind.WORDING,
            VariantKind.OMISSION,
            VariantKind.BRACKETS,
            VariantKind.ELLIPSIS,
            VariantKind.SPLIT,
            VariantKind.TRUNCATION,
            VariantKind.PARAPHRASE,
            VariantKind.SPELLING,
        )
    )
}


def find_variants(
    fullest: Reading, others: Sequence[Reading], neighbours: Sequence[Reading] = ()
) -> tuple[Variant, ...]:
    """Every difference in the words of `others` (readings of the same utterance) from `fullest`, in order.
    `neighbours` are the other marked quotations of the fullest reading's article.
    """
    found: list[Variant] = []
    alignments = {other.id: align(fullest, other) for other in others if fullest.marked and other.marked}
    pieces = find_splits(fullest, others, alignments)
    for other in others:
        if not (fullest.marked and other.marked):
            found.append(find_paraphrase(fullest, other))
            continue
        if other.id in pieces:
            found.append(pieces[other.id].variant)
        free = pieces[other.id].free if other.id in pieces else None
        found.extend(_compare(fullest, other, alignments[other.id], free, neighbours))
    return in_order(found)


def in_order(variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """Variants with those that bear on the meaning first, then by kind; otherwise as they come."""
    return tuple(sorted(variants, key=lambda variant: ORDER[variant.kind]))


def _compare(
    base: Reading,
    other: Reading,
    alignment: Alignment,
    free: tuple[int, int] | None,
    neighbours: Sequence[Reading],
) -> list[Variant]:
    """The variants of one marked reading. `free` bounds the base words that no sibling piece of `other` gives."""
    found = find_typography(base, other, alignment)
    differences = [_within(difference, free) for difference in find_differences(base, other, alignment)]
    moved, differences = find_order(differences)
    found.extend(moved)
    for difference in differences:
        merger = find_merger(difference.other, neighbours) if difference.place is not Place.INSIDE else None
        if merger is not None:
            found.append(merger)
            empty = Side(other, difference.other.start, difference.other.start)
            difference = Difference(difference.base, empty, difference.place)  # noqa: PLW2901
        if difference.base or difference.other:
            found.extend(_variants_of(difference))
    return sorted(found, key=_place)


def _place(variant: Variant) -> tuple[bool, int]:
    """Where a variant stands in the fullest reading; what is only in the other one comes last."""
    return variant.base is None, (variant.base or variant.other or Anchor("", Span(0, 0))).span.start


def _within(difference: Difference, free: tuple[int, int] | None) -> Difference:
    """A difference at an end without the base words that a sibling piece gives."""
    if free is None or difference.place is Place.INSIDE:
        return difference
    side = difference.base
    start, end = max(side.start, free[0]), min(side.end, free[1])
    return Difference(Side(side.reading, start, max(start, end)), difference.other, difference.place)


def explain(difference: Difference) -> tuple[VariantKind, str]:
    """The kind of a difference, and a note."""
    for rule in RULES:
        found = rule(difference)
        if found is not None:
            return found
    raise AssertionError("a difference has words")  # find_wording explains every one that does


def _variants_of(difference: Difference) -> list[Variant]:
    """The variants that show a difference: one, or several where a quotation is interrupted inside it."""
    kind, note = explain(difference)
    ours: Sequence[Anchor | None] = difference.base.anchors
    theirs: Sequence[Anchor | None] = difference.other.anchors
    if kind is VariantKind.BRACKETS:
        ours, theirs = (_brackets_or(side) for side in (difference.base, difference.other))
    reading = difference.other.reading.id
    if kind is VariantKind.TRUNCATION:
        return [
            *(Variant(kind, reading, anchor, None, note) for anchor in ours),
            *(Variant(kind, reading, None, anchor, f"{note}, in the fullest reading") for anchor in theirs),
        ]
    return [Variant(kind, reading, a, b, note) for a, b in zip_longest(ours, theirs)]


def _brackets_or(side: Side) -> Sequence[Anchor]:
    bracket = bracket_around(side)
    return [bracket] if bracket else side.anchors
