"""Spelling: the same words written another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.spellings import spelling_key
from secondsource.collate.variants.numbers import read_number
from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference

# Written in full or by initials, words joined.
_INITIALS = {
    "us": "unitedstates", "usa": "unitedstates", "uk": "unitedkingdom", "un": "unitednations", "eu": "europeanunion",
    "tv": "television", "dc": "districtofcolumbia", "fbi": "federalbureauofinvestigation", "yall": "youall",
}  # fmt: skip


def find_spelling(difference: Difference) -> tuple[VariantKind, str] | None:
    """SPELLING, where both sides spell one word or number, or one is masked ("s***")."""
    base, other = difference.base.forms, difference.other.forms
    if base and other:
        left, right = _joined(base), _joined(other)
        if left == right or _INITIALS.get(left, left) == _INITIALS.get(right, right):
            return VariantKind.SPELLING, "spelling"
        number = read_number(base)
        if number is not None and number == read_number(other):
            return VariantKind.SPELLING, "number"
        if _is_masked(left, right) or _is_masked(right, left):
            return VariantKind.SPELLING, "masked"
    if {*base, *other} <= {"'s"}:
        return VariantKind.SPELLING, "possessive"
    return None


def _joined(forms: tuple[str, ...]) -> str:
    """The words as one, without hyphens and apostrophes, in one spelling."""
    return spelling_key("".join(form.replace("'", "") for form in forms))


def _is_masked(masked: str, plain: str) -> bool:
    """Whether `masked` is `plain` with letters starred out."""
    head = masked.split("*", 1)[0]
    return "*" in masked and bool(head) and plain.startswith(head)
