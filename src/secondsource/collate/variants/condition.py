"""Condition: a quotation cut so that its "if" is lost, and what was promised on a condition stands as promised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.collate.variants.difference import Difference, Place, Side
from secondsource.types import QuotationForm, VariantKind

if TYPE_CHECKING:
    from secondsource.collate.readings import Reading

_CONDITIONS = frozenset("if unless until provided providing".split())
_LEADS = frozenset("only even not but".split())  # may stand before the condition
_JOINS = frozenset("and or that then so because".split())  # may stand before a condition inside a sentence
_SENTENCE = re.compile(r"[.!?…](?![\w])")


def find_lost_condition(difference: Difference) -> tuple[VariantKind, str] | None:
    """MEANING, where the words cut off at an end, or left out inside, make the condition of the very sentence that is
    left, and the reading gives what is left as a whole sentence or clause (direct, not a fragment).
    """
    if not difference.base or difference.other:
        return None
    if difference.other.reading.quotation.form is not QuotationForm.DIRECT:
        return None
    if difference.place is Place.INSIDE:
        return (VariantKind.MEANING, "condition left out") if _is_condition(difference.base) else None
    cut = _nearest_sentence(difference)
    forms = list(cut.forms)
    while forms and forms[0] in _LEADS:
        forms.pop(0)
    lost = bool(forms) and forms[0] in _CONDITIONS
    if difference.place is Place.END and "," in cut.surroundings.strip(" ,"):
        lost = False  # a comma: the condition is that of a clause that follows, and was cut off with it
    return (VariantKind.MEANING, "condition cut off") if lost else None


def _is_condition(left_out: Side) -> bool:
    """Whether the words left out inside a sentence open with its condition, and end before the sentence does."""
    forms = list(left_out.forms)
    while forms and forms[0] in _LEADS | _JOINS:
        forms.pop(0)
    ends = any(_ends_sentence(left_out.reading, word) for word in range(left_out.start, left_out.end))
    return len(forms) > 1 and forms[0] in _CONDITIONS and not ends


def _nearest_sentence(difference: Difference) -> Side:
    """The words cut off that belong to the sentence of the words left; none where a sentence ends at the cut."""
    side, reading = difference.base, difference.base.reading
    if difference.place is Place.END:
        stop = side.start
        while stop < side.end and not _ends_sentence(reading, stop - 1):
            stop += 1
        return Side(reading, side.start, stop)
    start = side.end
    while start > side.start and not _ends_sentence(reading, start - 1):
        start -= 1
    return Side(reading, start, side.end)


def _ends_sentence(reading: Reading, left: int) -> bool:
    """Whether a sentence ends between word `left` and the next."""
    return left >= 0 and left + 1 < len(reading.words) and bool(_SENTENCE.search(reading.between(left, left + 1)))
