"""Typography: the same words with other capitals, marks or contractions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.collate.readings import fold_form
from secondsource.collate.variants.ellipsis import MARK
from secondsource.types import Anchor, Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.collate.alignment import Alignment
    from secondsource.collate.readings import Reading

# Glyphs of one mark are no difference; nor are nested quotation marks, whose shape depends on the outer ones.
_DASH = re.compile(r"\s*(?:[‐‑‒–—―]|--+|(?<=\s)-(?=\s))\s*")
_QUOTE = re.compile(r"[\"'‘’‚‛“”„‟«»`´]")
_SENTENCE = re.compile(r"[.!?]")


def find_typography(base: Reading, other: Reading, alignment: Alignment) -> list[Variant]:
    """SPELLING variants inside the aligned words, in order; the note says "capital", "contraction", "punctuation" or
    "spelling". Left aside: the marks at either end of a part and a capital that follows from a cut or a full stop.
    """
    found = []
    matched = ({i for i, _ in alignment.matches}, {j for _, j in alignment.matches})
    before: tuple[int, int] | None = None
    for i, j in alignment.matches:
        together = before == (i - 1, j - 1)
        punctuated = together and _punctuated(base, other, i, j)
        note = "punctuation" if punctuated else _word_note(base, other, i, j)
        if note == "capital" and (_begins(base, i) or _begins(other, j)):
            note = ""
        if note == "contraction" and not (_halves(base, i) <= matched[0] and _halves(other, j) <= matched[1]):
            note = ""  # half of it is missing in the other reading, which is more than typography
        if note:
            first = (i - 1, j - 1) if punctuated else (i, j)
            found.append((note, (first[0], i + 1), (first[1], j + 1)))
        before = (i, j)
    return [
        Variant(VariantKind.SPELLING, other.id, base.anchor(*ours), other.anchor(*theirs), note)
        for note, ours, theirs in _once(found, base, other)
    ]


Ranges = tuple[tuple[int, int], tuple[int, int]]  # words of the fullest reading, words of the other
Finding = tuple[str, tuple[int, int], tuple[int, int]]


def _once(found: list[Finding], base: Reading, other: Reading) -> Iterator[Finding]:
    """Each finding, but the two halves of a contraction as one, and none that lies inside the one before."""
    seen: list[tuple[Anchor, Anchor]] = []
    for k, (note, ours, theirs) in enumerate(found):
        pair = (ours, theirs)
        if note == "contraction" and k + 1 < len(found) and found[k + 1][0] == note:
            pair = _joined(pair, found[k + 1][1:], base, other)
        anchors = (base.anchor(*pair[0]), other.anchor(*pair[1]))
        if not (seen and _inside(anchors, seen[-1])):
            seen.append(anchors)
            yield note, *pair


def _joined(one: Ranges, two: Ranges, base: Reading, other: Reading) -> Ranges:
    """Two findings as one, if they are the halves of one contraction."""
    follows = two[0][0] == one[0][1] and two[1][0] == one[1][1]
    halves = base.words[one[0][0]].whole == base.words[two[0][0]].whole
    if follows and (halves or other.words[one[1][0]].whole == other.words[two[1][0]].whole):
        return (one[0][0], two[0][1]), (one[1][0], two[1][1])
    return one


def _inside(inner: tuple[Anchor, Anchor], outer: tuple[Anchor, Anchor]) -> bool:
    return all(b.span.contains(a.span) for a, b in zip(inner, outer, strict=True))


def _word_note(base: Reading, other: Reading, i: int, j: int) -> str:
    """How two matched words are written differently, if at all."""
    ours, theirs = base.words[i].whole.of(base.text), other.words[j].whole.of(other.text)
    ours, theirs = ours.replace("’", "'"), theirs.replace("’", "'")
    if ours == theirs:
        return ""
    if fold_form(ours) != fold_form(theirs):
        return "contraction" if "'" in ours or "'" in theirs else "spelling"
    return "capital" if ours.lower() == theirs.lower() else "spelling"


def _begins(reading: Reading, index: int) -> bool:
    """Whether a word begins a part or a sentence, where a capital means nothing."""
    if index == 0 or reading.words[index - 1].part != reading.words[index].part:
        return True
    between = reading.between(index - 1, index)
    return bool(_SENTENCE.search(between) or MARK.search(between))


def _halves(reading: Reading, index: int) -> set[int]:
    """The indexes of the words that share a whole word with this one, itself included."""
    whole, last = reading.words[index].whole, len(reading.words) - 1
    return {k for k in (index - 1, index, index + 1) if 0 <= k <= last and reading.words[k].whole == whole}


def _runs_on(reading: Reading, index: int) -> bool:
    """Whether a word and the one before are two words of one part."""
    left, right = reading.words[index - 1], reading.words[index]
    return left.part == right.part and left.whole != right.whole


def _punctuated(base: Reading, other: Reading, i: int, j: int) -> bool:
    """Whether other marks stand between two matched words and those before; a full stop may belong to a short form."""
    if not (_runs_on(base, i) and _runs_on(other, j)):
        return False
    ours, theirs = _marks(base, i), _marks(other, j)
    if base.words[i - 1].form != other.words[j - 1].form:
        ours, theirs = ours.removeprefix("."), theirs.removeprefix(".")
    return ours != theirs


def _marks(reading: Reading, index: int) -> str:
    """The marks between a word and the one before, glyphs made one."""
    between = _QUOTE.sub("", _DASH.sub("—", reading.between(index - 1, index)))
    return "".join(between.split()).replace("-", "")
