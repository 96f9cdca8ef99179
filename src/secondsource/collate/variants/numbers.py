"""Numbers in words or digits, as far as spoken words need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten
        eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def read_number(forms: Sequence[str]) -> float | None:
    """The number that the words spell ("twenty", "five"; "84000"; "2.5", "million"), or None where they spell none."""
    total = current = 0.0
    seen = False
    for form in forms:
        if form in _UNITS:
            current += _UNITS[form]
        elif form in _TENS:
            current += _TENS[form]
        elif form in _SCALES:
            scale = _SCALES[form]
            current = (current or 1) * scale
            if scale > 100:
                total, current = total + current, 0.0
        elif form[0].isdigit() and not seen:
            digits = _digits(form)
            if digits is None:
                return None
            current = digits
        elif not (form == "and" and seen):
            return None
        seen = True
    return total + current if seen and forms[-1] != "and" else None


def _digits(form: str) -> float | None:
    """The value of a number in digits, "24th" included."""
    if form[-2:] in ("st", "nd", "rd", "th"):
        form = form[:-2]
    try:
        return float(form) if form.isascii() and len(form) < 16 else None
    except ValueError:
        return None
