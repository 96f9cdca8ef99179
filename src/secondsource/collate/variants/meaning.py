"""Meaning: a word that turns or bounds the sense stands in one reading and not in the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from secondsource.collate.variants.numbers import read_number
from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference

_BEARING = {
    "negation": "not never no none nobody nothing nowhere neither nor without",
    "condition": "if unless whether until except provided although though despite",
    "modality": "may might could can should must would will shall ought cannot",
    "likelihood": "maybe perhaps possibly probably likely unlikely allegedly apparently certainly definitely",
    "quantity": "all some any every each many most few several both half less more least only least fewer another",
    "frequency": "always often usually sometimes occasionally rarely seldom again ever still yet",
    "intensity": """very extremely totally absolutely completely utterly highly deeply incredibly really truly quite
        somewhat slightly hardly barely scarcely almost nearly mostly largely partly entirely merely too enough""",
}
_CATEGORY = {word: category for category, words in _BEARING.items() for word in words.split()}
_TURNING = ("negation", "condition")  # these turn the sense among any words, the others where few words differ
FEW = 2
LONGEST = 5  # from more words than this a whole clause was left out: an omission, whatever words it holds


def find_meaning(difference: Difference) -> tuple[VariantKind, str] | None:
    """MEANING, with the sorts of word that differ ("negation", "number", …) as the note."""
    base, other = difference.base.forms, difference.other.forms
    longest = max(len(base), len(other))
    if (not base or not other) and longest > LONGEST:
        return None
    sorts = _sorts(base, other) if longest <= FEW else [s for s in _sorts(base, other) if s in _TURNING]
    if base and other and _numbers(base) != _numbers(other):
        sorts.append("number")
    return (VariantKind.MEANING, ", ".join(sorts)) if sorts else None


def _sorts(base: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """Which sorts of meaning-bearing words one side has and the other lacks, in a fixed order."""
    ours, theirs = Counter(w for w in base if w in _CATEGORY), Counter(w for w in other if w in _CATEGORY)
    odd = set((ours - theirs) + (theirs - ours))
    return [category for category in _BEARING if any(_CATEGORY[word] == category for word in odd)]


def _numbers(forms: tuple[str, ...]) -> list[float]:
    """The numbers among the forms, in words or digits."""
    found: list[float] = []
    at = 0
    while at < len(forms):
        for size in range(min(6, len(forms) - at), 0, -1):
            value = read_number(forms[at : at + size])
            if value is not None:
                found.append(value)
                at += size
                break
        else:
            at += 1
    return found
