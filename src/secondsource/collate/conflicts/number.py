"""Figures that disagree: two reports count the same thing and come to different values."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.counting import Counted, count_the_same, read_counted
from secondsource.collate.conflicts.precision import Verdict, compare_figures
from secondsource.collate.conflicts.sides import Agreement, Disagreement, Side
from secondsource.collate.facts.word_families import family_of
from secondsource.types import ConflictKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import Figure

# What grows while an event unfolds: a later report with a higher count is an update.
GROWING = frozenset(
    family_of(word)
    for word in """kill dead death toll die injure hurt wound victim casualty missing arrest detain evacuate displaced
    case infected sick rescue flee damage acre homeless sign signature donate raise count charge""".split()
)
CASUALTIES = frozenset(family_of(word) for word in "dead death die kill toll injure wound shoot victim".split())
_ATTACKER = re.compile(
    r"\bincluding\s+(?:himself|herself|the\s+(?:\w+\s+)?(?:gunman|shooter|suspect|attacker|bomber|killer))\b"
    r"|\b(?:killed|shot)\s+(?:himself|herself)\b|\bsuicide\b|\bthen\s+himself\b|\b(?:his|her)\s+own\s+life\b",
    re.IGNORECASE,
)
YEAR = timedelta(days=365)
VERY_MUCH_ALIKE = 0.8  # likelihood of two such sentences
SAME_PLACE = 2  # words that two sums have in common among those next to them, where they stand in the same place
_TO_LIFE = re.compile(r"(?:[\s-]+in\s+(?:prison|jail))?[\s-]+to[\s-]+life\b", re.IGNORECASE)


def compare_numbers(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement | Agreement]:
    """How the figures of two aligned sentences that count the same thing, narrowed alike, agree or disagree.

    Silent where a sentence gives two values for one thing, or where either report elsewhere gives the other's value:
    then the figures are about two things, unless they are sums in the same place of sentences that are very much alike;
    as they are where only one sentence tells of an earlier year.
    """
    years, other_years = first.once(_earlier_years), second.once(_earlier_years)
    if (years or other_years) and not years & other_years:
        return
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
            terms = _with_life(first, one), _with_life(second, other)
            if (terms[0] == one.phrase) != (terms[1] == other.phrase):
                anchors = first.anchor(terms[0]), second.anchor(terms[1])
                yield Disagreement(ConflictKind.PRECISION, "One report gives the shortest term alone.", *anchors)
            else:
                yield Agreement(*anchors)
        elif not _is_one_sum(one, other, likelihood) and (
            _gives(first, other.figure, one.figure) or _gives(second, one.figure, other.figure)
        ):
            continue
        elif verdict is Verdict.CONFLICT:
            yield Disagreement(*_kind(first, one, second, other), *anchors)
        elif verdict is Verdict.COMPATIBLE:
            yield Disagreement(ConflictKind.PRECISION, "One figure is less exact than the other.", *anchors)


def _is_one_sum(one: Counted, other: Counted, likelihood: float) -> bool:
    """Whether two sums that count nothing by name stand in the same place of sentences that are very much alike."""
    unnamed = one.figure.unit and not (one.figure.counted or other.figure.counted)
    return bool(unnamed) and likelihood >= VERY_MUCH_ALIKE and len(one.close & other.close) >= SAME_PLACE


def _gives(side: Side, figure: Figure, instead: Figure) -> bool:
    """Whether the side's report, which has `instead` here, gives the figure's value too, for the same unit and noun."""
    if (figure.low, figure.high) == (instead.low, instead.high):
        return False
    values = side.report.figures_of.get((figure.unit, figure.counted), set())
    return figure.low in values or figure.high in values


def _earlier_years(side: Side) -> frozenset[int]:
    """The years of the dates of the sentence that lie a year or more before publication."""
    day = side.report.article.published_day
    dates = [date.latest for date in side.dates if date.latest is not None]
    return frozenset(date.year for date in dates if day is not None and day - date >= YEAR)


def _with_life(side: Side, counted: Counted) -> Span:
    """The phrase with what makes a term of years the shortest one: "30 years to life"."""
    life = _TO_LIFE.match(side.text, counted.phrase.end) if counted.figure.unit == "year" else None
    return Span(counted.phrase.start, life.end()) if life else counted.phrase


def _kind(first: Side, one: Counted, second: Side, other: Counted) -> tuple[ConflictKind, str]:
    """A conflict, unless one of two counts of casualties may include who caused them, or the figure grows while the
    event unfolds and the later report has the higher one.
    """
    told = one.told | other.told | {one.noun, other.noun}
    if CASUALTIES & told and abs(one.figure.low - other.figure.low) == 1 and _tells_of_attacker(first, second):
        return ConflictKind.PRECISION, "One count may include the attacker."
    early, late = first.report.article.published_day, second.report.article.published_day
    if early is None or late is None or early == late or not GROWING & told:
        return ConflictKind.NUMBER, ""
    grown = (other.figure.low > one.figure.low) == (late > early)
    return (ConflictKind.PRECISION, "The later report may give a later count.") if grown else (ConflictKind.NUMBER, "")


def _tells_of_attacker(*sides: Side) -> bool:
    return any(_ATTACKER.search(side.text, *side.span) for side in sides)
