"""Shift: another person or tense of the same words ("I am" / "he was"), as between direct and indirect speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.facts.word_families import stem_of
from secondsource.collate.readings import is_content
from secondsource.types import VariantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.variants.difference import Difference

LONGEST = 3  # more words than this side by side are other words
_PERSONS = (
    "i you he she it we they",
    "me you him her it us them",
    "my your his her its our their",
    "mine yours his hers ours theirs",
    "myself yourself himself herself itself ourselves themselves",
)
_PERSON = [frozenset(line.split()) for line in _PERSONS]
_TENSED = ("be am is are was were 's", "have has had", "do does did")
_TENSES = {form: line.split()[0] for line in _TENSED for form in line.split()}
# In indirect speech these move with the tense; between two quotations they bear on the meaning.
_MODALS = {"will": "will", "would": "will", "can": "can", "could": "can", "may": "may", "might": "may"}


def find_shift(difference: Difference) -> tuple[VariantKind, str] | None:
    """WORDING with the note "person", "tense" or both, where the words of the two sides differ in nothing else."""
    base, other = difference.base.forms, difference.other.forms
    if len(base) != len(other) or not 0 < len(base) <= LONGEST:
        return None
    shifts = [shift_between(a, b) for a, b in zip(base, other, strict=True)]
    return (VariantKind.WORDING, shifts_of(shifts)) if all(shifts) else None


def shift_between(a: str, b: str) -> str:
    """How one word is the other in another "person" or "tense"; "same" for one word, "" for two."""
    if a == b:
        return "same"
    if any(a in group and b in group for group in _PERSON):
        return "person"
    if a in _TENSES and _TENSES[a] == _TENSES.get(b):
        return "tense"
    regular = is_content(a) and is_content(b) and stem_of(a) == stem_of(b)
    return "tense" if regular and a.endswith("ed") != b.endswith("ed") else ""


def shifts_of(shifts: Sequence[str]) -> str:
    """The shifts among some words, each once, "person" before "tense"."""
    return ", ".join(kind for kind in ("person", "tense") if kind in shifts)


def spoken_as(form: str) -> str:
    """What a word and its counterparts in indirect speech have in common."""
    if any(form in group for group in _PERSON):
        return "(pronoun)"
    return _TENSES.get(form) or _MODALS.get(form) or stem_of(form)
