"""Whether two figures or two dates that are not equal contradict each other, or one is merely less exact.

Four verdicts: same, compatible (a difference of precision or a later count), conflict, and unsure, which is not
reported: a false alarm costs the reader's trust more than a miss does.
"""

from __future__ import annotations

from enum import Enum
from math import floor, log10
from typing import TYPE_CHECKING

from secondsource.types import Precision

if TYPE_CHECKING:
    from secondsource.types import DateMention, Figure


class Verdict(Enum):
    """What is to be said of two readings."""

    SAME = "same"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNSURE = "unsure"


APPROXIMATE = frozenset({"about", "nearly"})
AT_LEAST = frozenset({"more than", "at least"})
AT_MOST = frozenset({"less than", "at most"})
NEAR = 0.12  # share by which a value may differ from what is "about" or "nearly" it
BOUND = 0.34  # share by which a value may pass a bound ("more than 50") and still be meant by it
WIDEST = 1.7  # times by which figures must differ that are no two estimates of one thing
WIDE = 1.3  # and an estimate and what is told without a modifier
FAR = 10.0  # two values this many times apart hardly count the same thing

_EXACTNESS = {Precision.DAY: 0, Precision.WEEK: 1, Precision.MONTH: 2, Precision.SEASON: 3, Precision.YEAR: 4}


def compare_figures(first: Figure, second: Figure) -> Verdict:
    """The verdict on two figures of one unit that count the same thing."""
    if (first.low, first.high) == (second.low, second.high):
        bounds = APPROXIMATE.isdisjoint((first.modifier, second.modifier))
        return Verdict.COMPATIBLE if bounds and bool(first.modifier) != bool(second.modifier) else Verdict.SAME
    if first.low <= second.high and second.low <= first.high:
        return Verdict.COMPATIBLE
    if _meets(first, second) or _meets(second, first) or _rounds(first, second) or _rounds(second, first):
        return Verdict.COMPATIBLE
    if (first.modifier or second.modifier) and not _is_beyond(first, second):
        return Verdict.UNSURE
    if max(first.low, second.low) > FAR * max(min(first.low, second.low), 1e-9):
        return Verdict.UNSURE
    return Verdict.CONFLICT


def _meets(loose: Figure, exact: Figure) -> bool:
    """Whether the modifier of `loose` allows for the value of `exact`."""
    if loose.modifier in APPROXIMATE:
        return abs(exact.low - loose.low) <= NEAR * loose.low or _rounds(loose, exact)
    if loose.modifier in AT_LEAST:
        return loose.low <= exact.low <= loose.low * (1 + BOUND)
    if loose.modifier in AT_MOST:
        return loose.high * (1 - BOUND) <= exact.high <= loose.high
    return False


def _is_beyond(first: Figure, second: Figure) -> bool:
    """Whether no modifier can bridge two figures: "about 150" is not 300."""
    low, high = sorted((first, second), key=lambda figure: (figure.low, figure.high))
    if low.modifier in AT_LEAST or high.modifier in AT_MOST:
        return False
    return high.low >= (WIDEST if low.modifier and high.modifier else WIDE) * low.high > 0


def _rounds(round_: Figure, exact: Figure) -> bool:
    """Whether `round_` is `exact` rounded, to one or two digits, without saying so ("50" for 52, "1.2 million")."""
    if round_.low != round_.high or exact.low != exact.high or round_.low < 20:
        return False
    kept = _digits(round_.low)
    return kept < _digits(exact.low) and kept <= 2 and _rounded(exact.low, kept) == round_.low


def _digits(value: float) -> int:
    """How many digits a value has, without the zeros at its end: 2 for 1200."""
    return len(f"{value:.10g}".replace(".", "").strip("0")) if value else 1


def _rounded(value: float, digits: int) -> float:
    scale = 10.0 ** (floor(log10(abs(value))) - digits + 1)
    return round(round(value / scale) * scale, 6)


def compare_dates(first: DateMention, second: DateMention) -> Verdict:
    """The verdict on two resolved dates of one event."""
    if first.earliest is None or second.earliest is None or first.latest is None or second.latest is None:
        return Verdict.UNSURE
    if (first.earliest, first.latest) == (second.earliest, second.latest):
        return Verdict.SAME
    if first.precision not in _EXACTNESS or second.precision not in _EXACTNESS:
        return Verdict.UNSURE
    apart = first.latest < second.earliest or second.latest < first.earliest
    if not apart:
        inside = first.earliest >= second.earliest and first.latest <= second.latest
        around = second.earliest >= first.earliest and second.latest <= first.latest
        return Verdict.COMPATIBLE if inside or around else Verdict.UNSURE
    return Verdict.CONFLICT if first.precision is second.precision else Verdict.UNSURE
