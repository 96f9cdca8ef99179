"""Figures that disagree: two reports count the same thing and come to different values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.conflicts.counting import Counted, count_the_same, read_counted
from secondsource.collate.conflicts.precision import Verdict, compare_figures
from secondsource.collate.conflicts.sides import Agreement, Disagreement, Side
from secondsource.collate.facts.word_families import family_of
from secondsource.types import ConflictKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import Figure

# What grows while an event unfolds: a later report with a higher count is an update.
GROWING = frozenset(
    family_of(word)
    for word in """kill dead death toll die injure hurt wound victim casualty missing arrest detain evacuate displaced
    case infected sick rescue flee damage acre homeless sign signature donate raise""".split()
)


def compare_numbers(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement | Agreement]:
    """How the figures of two aligned sentences that count the same thing, narrowed alike, agree or disagree.

    Silent where a sentence gives two values for one thing, or where either report elsewhere gives the other's value:
    then the figures are about two things.
    """
    ours, theirs = first.once(read_counted), second.once(read_counted)
    for one in ours:
        rivals = [other for other in theirs if count_the_same(one, other, likelihood)]
        twins = [other for other in ours if count_the_same(one, other, likelihood)]
        if len(rivals) != 1 or len(twins) > 1:
            continue
        other = rivals[0]
        anchors = first.anchor(one.phrase), second.anchor(other.phrase)
        verdict = compare_figures(one.figure, other.figure)
        if verdict is Verdict.SAME:
            yield Agreement(*anchors)
        elif _gives(first, other.figure) or _gives(second, one.figure):
            continue
        elif verdict is Verdict.CONFLICT:
            yield Disagreement(*_kind(first, one, second, other), *anchors)
        elif verdict is Verdict.COMPATIBLE:
            yield Disagreement(ConflictKind.PRECISION, "One figure is less exact than the other.", *anchors)


def _gives(side: Side, figure: Figure) -> bool:
    """Whether the side's report gives the figure's value, for the same unit and noun, anywhere."""
    values = side.report.figures_of.get((figure.unit, figure.counted), set())
    return figure.low in values or figure.high in values


def _kind(first: Side, one: Counted, second: Side, other: Counted) -> tuple[ConflictKind, str]:
    """A conflict, unless the figure grows while the event unfolds and the later report has the higher one."""
    early, late = first.report.article.published_day, second.report.article.published_day
    if early is None or late is None or early == late or not GROWING & (one.told | other.told | {one.noun, other.noun}):
        return ConflictKind.NUMBER, ""
    grown = (other.figure.low > one.figure.low) == (late > early)
    return (ConflictKind.PRECISION, "The later report may give a later count.") if grown else (ConflictKind.NUMBER, "")
