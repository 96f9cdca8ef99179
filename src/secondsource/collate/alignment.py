"""Word-by-word alignment of two readings of one utterance.

Local alignment with affine gaps (Smith and Waterman 1981, Gotoh 1982): the stretch both readings share, inside which
each word of either reading is paired with a word of the other or with nothing. What lies outside the stretch is
for the caller to judge: words cut off at an end, or another utterance.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.collate.readings import is_content, same_form
from secondsource.collate.word_likeness import likenesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.readings import Reading

OPEN, EXTEND = 1.6, 0.02  # a gap costs little more when it is long: outlets drop whole sentences
OPEN_AT_BREAK = 0.5  # the same where the text itself shows a break: an interruption, an ellipsis, a full stop
REST = 8  # at most so many words left over at an end are looked through once more
CELLS = 250_000  # above this many cells only exact matches are aligned, in linear space

_START, _PAIR = 0, 1
_BREAK = re.compile(r"[.!?…;—–\[\]]|--")


@dataclass(frozen=True, slots=True)
class Step:
    """One column of an alignment table: the index of a word in either reading, or None for a gap. `equal` tells
    whether the two words have the same form.
    """

    base: int | None
    other: int | None
    equal: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The columns from the first matched word to the last, in order; empty when nothing matches."""

    steps: tuple[Step, ...]

    @property
    def matches(self) -> list[tuple[int, int]]:
        """The pairs (base index, other index) of words with the same form."""
        return [(s.base, s.other) for s in self.steps if s.equal and s.base is not None and s.other is not None]

    @property
    def base_range(self) -> tuple[int, int]:
        """The base words that the alignment spans, half-open."""
        matches = self.matches
        return (matches[0][0], matches[-1][0] + 1) if matches else (0, 0)

    @property
    def other_range(self) -> tuple[int, int]:
        """The other reading's words that the alignment spans, half-open."""
        matches = self.matches
        return (matches[0][1], matches[-1][1] + 1) if matches else (0, 0)


STRAY, STRAYED = 2, 4  # so few small words at an end, so many other words away, were not matched but met


def align(base: Reading, other: Reading) -> Alignment:
    """The best local alignment of two readings. The result depends on their words and marks alone."""
    a, b = base.forms, other.forms
    if not a or not b:
        return Alignment(())
    found = _find_run(a, b)
    if found is not None:
        return Alignment(tuple(Step(found + i, i, True) for i in range(len(b))))
    if len(a) * len(b) > CELLS:
        return Alignment(_trim(_long_steps(a, b)))
    return _aligned(a, b, _gap_costs(base), _gap_costs(other))


@lru_cache(maxsize=4096)
def _aligned(
    a: tuple[str, ...], b: tuple[str, ...], costs_a: tuple[float, ...], costs_b: tuple[float, ...]
) -> Alignment:
    """The alignment of two readings' words by the table. Outlets that copy one text ask for the same one many times."""
    steps = _trim(_Table(a, b, costs_a, costs_b).steps())
    return Alignment(_without_strays(_extended(steps, a, b), b))


def _find_run(a: Sequence[str], b: Sequence[str]) -> int | None:
    """Where `b` stands in `a` word for word, if it stands there exactly once."""
    inside, sought = f" {' '.join(a)} ", f" {' '.join(b)} "
    at = inside.find(sought)
    if at < 0 or inside.find(sought, at + 1) >= 0:
        return None
    return inside.count(" ", 0, at)


def _gap_costs(reading: Reading) -> tuple[float, ...]:
    """What it costs to open a gap in front of each word, and after the last."""
    costs = [OPEN_AT_BREAK]
    for i in range(1, len(reading.words)):
        parted = reading.words[i - 1].part != reading.words[i].part
        costs.append(OPEN_AT_BREAK if parted or _BREAK.search(reading.between(i - 1, i)) else OPEN)
    return (*costs, OPEN_AT_BREAK)


class _Table:
    """The Gotoh matrices (best score, gap in either reading), filled once, with the way back.

    The trace holds 0 for a start, 1 for a pair, 1 + n for n unpaired base words, -n for n unpaired other words.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str], costs_a: Sequence[float], costs_b: Sequence[float]) -> None:
        self.a, self.b, self._costs_b = a, b, costs_b
        self._trace: list[list[int]] = [[_START] * (len(b) + 1)]
        self._end, self._top = (0, 0), 0.0
        values = likenesses(a, b)
        above = [0.0] * (len(b) + 1)
        down, down_length = [float("-inf")] * (len(b) + 1), [0] * (len(b) + 1)
        for i, word in enumerate(a, 1):
            # A gap is cheap where either text shows a break.
            opens_down = [min(cost, costs_a[i - 1]) for cost in costs_b]
            above = self._fill_row(i, values[word], above, (down, down_length, opens_down), costs_a[i])

    def _fill_row(
        self,
        i: int,
        values: list[float],
        above: list[float],
        unpaired: tuple[list[float], list[int], list[float]],
        after: float,
    ) -> list[float]:
        """The best scores of alignments that end at base word i-1. `unpaired` carries, for each other word, the best
        score and the length of a gap in the other reading there, and tells what it costs to open one.
        """
        down, down_length, opens_down = unpaired
        row, trace = [0.0], [_START]
        right, right_length, score, top = float("-inf"), 0, 0.0, self._top
        corner = above[0]
        for j, (value, over, before) in enumerate(zip(values, above[1:], self._costs_b, strict=False), 1):
            gap, opened = down[j] - EXTEND, over - opens_down[j]
            length = 1 if opened >= gap else down_length[j] + 1
            gap = opened if length == 1 else gap
            down[j], down_length[j] = gap, length
            right, opened = right - EXTEND, score - (before if before < after else after)
            right_length = 1 if opened >= right else right_length + 1
            right = opened if right_length == 1 else right
            score, step = corner + value, _PAIR
            corner = over
            if gap > score:
                score, step = gap, _PAIR + length
            if right > score:
                score, step = right, -right_length
            if score <= 0:
                score, step = 0.0, _START
            elif score > top:
                top, self._end = score, (i, j)
            row.append(score)
            trace.append(step)
        self._top = top
        self._trace.append(trace)
        return row

    def steps(self) -> list[Step]:
        """The columns of the best alignment, in order."""
        i, j = self._end
        columns: list[Step] = []
        while i > 0 and j > 0 and (step := self._trace[i][j]) != _START:
            if step == _PAIR:
                i, j = i - 1, j - 1
                columns.append(Step(i, j, same_form(self.a[i], self.b[j])))
            elif step > _PAIR:
                columns.extend(Step(k, None) for k in range(i - 1, i - step, -1))
                i -= step - 1
            else:
                columns.extend(Step(None, k) for k in range(j - 1, j - 1 + step, -1))
                j += step
        return columns[::-1]


def _long_steps(a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """An alignment by longest common subsequence, for readings too long for the table."""
    from rapidfuzz.distance import Indel

    steps: list[Step] = []
    for code in Indel.opcodes(list(map(_written_out, a)), list(map(_written_out, b))):
        if code.tag == "equal":
            pairs = zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
            steps.extend(Step(i, j, True) for i, j in pairs)
        else:
            steps.extend(Step(i, None) for i in range(code.src_start, code.src_end))
            steps.extend(Step(None, j) for j in range(code.dest_start, code.dest_end))
    return steps


def _extended(steps: tuple[Step, ...], a: Sequence[str], b: Sequence[str]) -> tuple[Step, ...]:
    """The steps, and at either end the small words that the table left out because one odd word stands before them
    ("I am" in "I am not leaving", "I am leaving"), where the other reading has few words left.
    """
    if not steps or steps[0].base is None or steps[0].other is None:
        return steps
    last = steps[-1]
    low, left = steps[0].base, steps[0].other
    if 0 < left <= REST:
        start = max(0, low - left - REST)
        head = _pairs_at(a[start:low], b[:left], start, 0)
        steps = (*head, *(_gap(head[-1], steps[0]) if head else ()), *steps)
    if last.base is not None and last.other is not None and 0 < len(b) - last.other - 1 <= REST:
        high, right = last.base + 1, last.other + 1
        tail = _pairs_at(a[high : high + len(b) - right + REST], b[right:], high, right)
        steps = (*steps, *(_gap(last, tail[0]) if tail else ()), *tail)
    return steps


def _pairs_at(a: Sequence[str], b: Sequence[str], base: int, other: int) -> tuple[Step, ...]:
    """The common subsequence of two short stretches that begin at the words `base` and `other`, with its gaps, if it
    has half of the other's words.
    """
    steps = [
        Step(
            None if step.base is None else step.base + base,
            None if step.other is None else step.other + other,
            step.equal,
        )
        for step in _trim(_long_steps(a, b))
    ]
    return tuple(steps) if 2 * sum(step.equal for step in steps) >= len(b) else ()


def _gap(before: Step, after: Step) -> list[Step]:
    """The unpaired words between two pairs."""
    if before.base is None or before.other is None or after.base is None or after.other is None:
        return []
    return [
        *(Step(i, None) for i in range(before.base + 1, after.base)),
        *(Step(None, j) for j in range(before.other + 1, after.other)),
    ]


def _written_out(form: str) -> str:
    """The commonest meaning of a contraction that has several."""
    return {"'s": "is", "'d": "would"}.get(form, form)


def _trim(steps: list[Step]) -> tuple[Step, ...]:
    """The steps from the first match to the last."""
    equal = [k for k, step in enumerate(steps) if step.equal]
    return tuple(steps[equal[0] : equal[-1] + 1]) if equal else ()


def _without_strays(steps: tuple[Step, ...], b: Sequence[str]) -> tuple[Step, ...]:
    """The steps without a small word or two at either end that other words part from the rest: "a" tells nothing."""
    for backwards in (False, True):
        ordered = steps[::-1] if backwards else steps
        run = list(itertools.takewhile(lambda step: step.equal, ordered))
        gap = list(itertools.takewhile(lambda step: not step.equal, ordered[len(run) :]))
        skipped = [sum(getattr(step, side) is not None for step in gap) for side in ("base", "other")]
        small = len(run) <= STRAY and not any(is_content(b[step.other]) for step in run if step.other is not None)
        if small and max(skipped) >= STRAYED and min(skipped) > 0 and len(ordered) > len(run) + len(gap):
            ordered = ordered[len(run) + len(gap) :]
        steps = ordered[::-1] if backwards else ordered
    return steps
