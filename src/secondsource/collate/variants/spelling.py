"""Spelling: the same words written another way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.collate.readings import fold_form
from secondsource.collate.variants.numbers import read_number
from secondsource.types import VariantKind

if TYPE_CHECKING:
    from secondsource.collate.variants.difference import Difference

# British and American spellings made one. Applied to both sides, so that a word that merely looks alike is not hurt.
_SPELLINGS = [
    (re.compile(r"(?<=[a-z]{2}[a-z])our(?=s$|$|ed$|ing$|able$|ite$|ful|less$|y$|ers?$|hood)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|ing$|er$|ers$|ation)"), "iz"),
    (re.compile(r"ys(?=e$|es$|ed$|ing$)"), "yz"),
    (re.compile(r"(?<=[a-z][bct])re(?=s?$)"), "er"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|ment)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[a-z]{2})ence(?=s?$)"), "ense"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"ey(?=s?$)"), "y"),
]
_SAME = [
    frozenset(group.split())
    for group in (
        "ok okay", "mr mister", "dr doctor", "sen senator", "rep representative", "gov governor", "gen general",
        "lt lieutenant", "sgt sergeant", "col colonel", "capt captain", "prof professor", "st saint street",
        "dept department", "sec secretary", "pres president", "atty attorney", "vs versus", "u you", "thru through",
        "tv television", "us unitedstates", "usa unitedstates", "uk unitedkingdom", "un unitednations", "gonna goingto",
        "gray grey", "mom mum", "among amongst", "while whilst", "toward towards", "mustache moustache", "tire tyre",
        "percent percentage", "dollar dollars", "pound pounds", "til till until", "cause because", "em them",
        "yeah yes", "yall youall", "dc districtofcolumbia", "fbi federalbureauofinvestigation",
    )
]  # fmt: skip


def find_spelling(difference: Difference) -> tuple[VariantKind, str] | None:
    """SPELLING, where both sides spell one word or number, or one is masked ("s***")."""
    base, other = difference.base.forms, difference.other.forms
    if base and other:
        left, right = _joined(base), _joined(other)
        if left == right or _same_spelling(base, other) or any({left, right} <= group for group in _SAME):
            return VariantKind.SPELLING, "spelling"
        number = read_number(base)
        if number is not None and number == read_number(other):
            return VariantKind.SPELLING, "number"
        if _is_masked(left, right) or _is_masked(right, left):
            return VariantKind.SPELLING, "masked"
    if {*base, *other} <= {"'s"}:
        return VariantKind.SPELLING, "possessive"
    return None


def spelling_key(form: str) -> str:
    """The form under which British and American spellings of a word are one."""
    for pattern, replacement in _SPELLINGS:
        form = pattern.sub(replacement, form)
    return form


def _joined(forms: tuple[str, ...]) -> str:
    return "".join(fold_form(form).replace("'", "") for form in forms)


def _same_spelling(base: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return spelling_key(_joined(base)) == spelling_key(_joined(other))


def _is_masked(masked: str, plain: str) -> bool:
    """Whether `masked` is `plain` with letters starred out."""
    head = masked.split("*", 1)[0]
    return "*" in masked and bool(head) and plain.startswith(head)
