"""A difference: the words of one place where two aligned readings part."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from secondsource.collate.variants.brackets import bracket_around
from secondsource.types import QuotationForm

if TYPE_CHECKING:
    from secondsource.collate.alignment import Alignment, Step
    from secondsource.collate.readings import Reading
    from secondsource.types import Anchor

_STOP = re.compile(r"[.,;:!?…—–]")
TAIL = 7  # at most so many unmatched words at both ends of two readings are taken for other words in the same place


class Place(Enum):
    """Where in the alignment the difference stands."""

    START = "start"
    INSIDE = "inside"
    END = "end"


@dataclass(frozen=True, slots=True)
class Side:
    """One reading's words in a difference: ``start`` up to ``end`` (exclusive) of its words, possibly none."""

    reading: Reading
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.form for word in self.reading.words[self.start : self.end])

    @property
    def anchors(self) -> list[Anchor]:
        """Where the words stand: one anchor for each part of the quotation that holds some."""
        words = self.reading.words
        cuts = [k for k in range(self.start + 1, self.end) if words[k].part != words[k - 1].part]
        edges = [self.start, *cuts, self.end]
        return [self.reading.anchor(a, b) for a, b in itertools.pairwise(edges) if a < b]

    @property
    def crosses_parts(self) -> bool:
        """Whether the quotation is interrupted among the words, or where they are missing."""
        words = self.reading.words
        low, high = (self.start, self.end - 1) if self else (self.start - 1, self.end)
        return words[max(low, 0)].part != words[min(high, len(words) - 1)].part

    @property
    def surroundings(self) -> str:
        """The characters from the word before to the word after, of the quotation's own."""
        words, last = self.reading.words, len(self.reading.words) - 1
        low, high = max(self.start - 1, 0), min(self.end, last)
        text = "".join(
            self.reading.between(k, k + 1) + (words[k + 1].span.of(self.reading.text) if k + 1 < high else "")
            for k in range(low, high)
        )
        parts = self.reading.quotation.parts
        before = self.reading.text[parts[0].start : words[0].span.start] if self.start == 0 else ""
        after = self.reading.text[words[last].span.end : parts[-1].end] if self.end > last else ""
        return f"{before} {text} {after}"

    def in_context(self) -> Anchor:
        """The words with one more on each side, as far as the same part of the quotation has one."""
        words = self.reading.words
        start, end = self.start, self.end
        home = words[start].part if start < end else words[max(start - 1, 0)].part
        low = start - 1 if start > 0 and words[start - 1].part == home else start
        high = end + 1 if end < len(words) and words[end].part == home else end
        if low == high:  # nothing before or behind in the same part: take the word behind
            low, high = min(start, len(words) - 1), min(start, len(words) - 1) + 1
        return self.reading.anchor(low, high)


@dataclass(frozen=True, slots=True)
class Difference:
    """What the fullest reading (`base`) and another one (`other`) have in one place; one of them may have nothing."""

    base: Side
    other: Side
    place: Place


def find_differences(base: Reading, other: Reading, alignment: Alignment) -> list[Difference]:
    """Every place where the words of two aligned readings differ, in order; the ends included."""
    if not alignment.steps:
        return []
    (base_from, base_to), (other_from, other_to) = alignment.base_range, alignment.other_range
    inside = [
        Difference(Side(base, *b), Side(other, *o), Place.INSIDE)
        for b, o in _parted_stretches(alignment.steps, base_from, other_from)
    ]
    # A short rest of a reading that the fullest one otherwise has says something else there; readings that merely
    # overlap, and fragments bent to the reporter's sentence, go on differently because they were cut differently.
    whole = other.quotation.form is QuotationForm.DIRECT and other_to - other_from >= 0.6 * len(other.words)
    tail = TAIL if whole else 0
    return [
        *_at_start(Side(base, 0, base_from), Side(other, 0, other_from), tail),
        *inside,
        *_at_end(Side(base, base_to, len(base.words)), Side(other, other_to, len(other.words)), tail),
    ]


def _parted_stretches(
    steps: tuple[Step, ...], base_at: int, other_at: int
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The (base, other) ranges between matched words that hold any word."""
    found = []
    for step in steps:
        if not (step.equal and step.base is not None and step.other is not None):
            continue
        if step.base > base_at or step.other > other_at:
            found.append(((base_at, step.base), (other_at, step.other)))
        base_at, other_at = step.base + 1, step.other + 1
    return found


def _at_start(base: Side, other: Side, tail: int) -> list[Difference]:
    """What stands before the first matched word."""
    bracketed = bracket_around(other) is not None
    if not other or not base or (len(other) > tail and not bracketed):
        return [Difference(base, other, Place.START)] if base or other else []
    low = base.end
    room = 0 if bracketed and len(base) > 2 else len(other) + 2
    while low > base.start and base.end - low < room and not _parted(base.reading, low - 1):
        low -= 1
    rest = Difference(Side(base.reading, base.start, low), Side(other.reading, 0, 0), Place.START)
    return [*([rest] if rest.base else []), Difference(Side(base.reading, low, base.end), other, Place.INSIDE)]


def _at_end(base: Side, other: Side, tail: int) -> list[Difference]:
    """What stands behind the last matched word."""
    bracketed = bracket_around(other) is not None
    if not other or not base or (len(other) > tail and not bracketed):
        return [Difference(base, other, Place.END)] if base or other else []
    high = base.start
    room = 0 if bracketed and len(base) > 2 else len(other) + 2
    while high < base.end and high - base.start < room and not _parted(base.reading, high - 1):
        high += 1
    end = other.end
    rest = Difference(Side(base.reading, high, base.end), Side(other.reading, end, end), Place.END)
    return [Difference(Side(base.reading, base.start, high), other, Place.INSIDE), *([rest] if rest.base else [])]


def _parted(reading: Reading, left: int) -> bool:
    """Whether a mark or an interruption stands between word `left` and the next."""
    return reading.words[left].part != reading.words[left + 1].part or bool(
        _STOP.search(reading.between(left, left + 1))
    )
