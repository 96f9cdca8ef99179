"""Figures that disagree: two reports count the same thing and come to different values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.precision import Verdict, compare_figures
from secondsource.collate.conflicts.sides import Disagreement, Side, words_inside
from secondsource.collate.facts.word_families import family_of, stem_of
from secondsource.types import ConflictKind, Span
from secondsource.types.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import Figure

# Words that say which part of a whole a figure counts: with different ones, two figures count different things.
SCOPE = frozenset(
    """additional adult another each elderly every extra female first foreign further initial last least local male
    more new nearly other others previous remaining second senior separate similar subsequent third total women young
    daily weekly monthly yearly annual annually hour day week month year night""".split()
)
# What grows while an event unfolds: a later report with a higher count is an update.
GROWING = frozenset(
    family_of(word)
    for word in """kill dead death toll die injure hurt wound victim casualty missing arrest detain evacuate displaced
    case infected sick rescue flee damage acre homeless sign signature donate raise""".split()
)
_FREE_STANDING = frozenset({"", family_of("person")})
_RATE = re.compile(r"\s*(?:a|an|per|each|every)\s+(?:hour|day|week|month|year|night|person|head)\b|\s*annually\b", re.I)
_SCORE = re.compile(r"\d\s*(?:-|–|to)\s*$")
_PART = re.compile(r"\s+of\s+(?:the|its|his|her|their|those|these|them|us|you|whom|which)\b", re.I)
# Words around a figure that tell how exact it is, not what it counts.
_HEDGES = frozenset(
    stem_of(word) for word in "least most total estimated roughly approximately almost around up".split()
)
REACH = 4  # words between a figure and what it counts


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure in its sentence: the phrase to show, what it counts, and what is told of it."""

    figure: Figure
    phrase: Span
    noun: str  # family of the counted noun, or ""
    scope: frozenset[str]  # what narrows the noun: scope words before it, all words between figure and noun, its rate
    told: frozenset[str]  # families of the other content words of its clause
    beside: frozenset[str]  # the nearest of them on either side


def find_number_disagreements(first: Side, second: Side) -> Iterator[Disagreement]:
    """Figures of two aligned sentences that count the same thing, narrowed by the same words, and are not equal.

    Silent where a sentence gives two values for one thing, or where either report elsewhere gives the other's value:
    then the figures are about two things.
    """
    ours, theirs = first.once(_counted), second.once(_counted)
    for one in ours:
        rivals = [other for other in theirs if _count_the_same(one, other)]
        twins = [other for other in ours if _count_the_same(one, other)]
        if len(rivals) != 1 or len(twins) != 1:
            continue
        other = rivals[0]
        if _gives(first, other.figure) or _gives(second, one.figure):
            continue
        verdict = compare_figures(one.figure, other.figure)
        if verdict is Verdict.CONFLICT:
            kind, reason = _kind(first, one, second, other)
            yield Disagreement(kind, first.anchor(one.phrase), second.anchor(other.phrase), reason)
        elif verdict is Verdict.COMPATIBLE:
            reason = "One figure is less exact than the other."
            yield Disagreement(ConflictKind.PRECISION, first.anchor(one.phrase), second.anchor(other.phrase), reason)


def _counted(side: Side) -> list[_Counted]:
    found = []
    for figure in side.figures:
        if _SCORE.search(side.text, max(0, figure.span.start - 12), figure.span.start):
            continue
        if _PART.match(side.text, figure.span.end):
            continue
        phrase = _phrase(side, figure)
        clause = side.clause(figure.span)
        inside = Span(figure.span.end, phrase.end)
        noun = family_of(figure.counted) if figure.counted else ""
        near = [*side.folded(Span(clause.start, figure.span.start))[-3:], *side.folded(inside)]
        after = _RATE.match(side.text, phrase.end)
        scope = {word for word in near if word in SCOPE} | {word for word in side.families(inside) if word != noun}
        if after:
            scope.add("rate " + after.group().split()[-1].lower())
        before = [w for w in side.families(Span(clause.start, figure.span.start)) if w not in _HEDGES]
        beside = {*before[-1:], *side.families(Span(phrase.end, clause.end))[:1]}
        told = side.told_around(phrase)
        found.append(_Counted(figure, phrase, noun, frozenset(scope), told, frozenset(beside)))
    return found


def _phrase(side: Side, figure: Figure) -> Span:
    """The figure with the noun that it counts, where that follows within a few words: "312 seats"."""
    if not figure.counted:
        return figure.span
    noun = family_of(figure.counted)
    following = words_inside(side.words, Span(figure.span.end, side.clause(figure.span).end))
    for word in following[: REACH + 1]:
        if family_of(fold(word.of(side.text))) == noun:
            return Span(figure.span.start, word.end)
    return figure.span


def _count_the_same(one: _Counted, other: _Counted) -> bool:
    """Whether two figures measure one thing: unit, noun and scope agree, and enough else of what is told of them."""
    if one.figure.unit != other.figure.unit or one.scope != other.scope:
        return False
    shared = len(one.told & other.told)
    if one.noun not in _FREE_STANDING and other.noun not in _FREE_STANDING:
        return one.figure.counted == other.figure.counted and shared >= 1
    # Nothing, or only "people", is counted: the rest of the clause must say what, beginning with the nearest word.
    if one.noun != other.noun and not {one.noun, other.noun} <= _FREE_STANDING:
        return False
    if not one.figure.unit and not (one.noun and other.noun):
        return False
    return bool(one.beside & other.beside) and shared >= (1 if one.noun else 2)


def _gives(side: Side, figure: Figure) -> bool:
    """Whether the side's report gives the figure's value, for the same unit and noun, anywhere."""
    values = side.report.figures_of.get((figure.unit, figure.counted), set())
    return figure.low in values or figure.high in values


def _kind(first: Side, one: _Counted, second: Side, other: _Counted) -> tuple[ConflictKind, str]:
    """A conflict, unless the figure grows while the event unfolds and the later report has the higher one."""
    early, late = first.report.article.published_day, second.report.article.published_day
    if early is None or late is None or early == late or not GROWING & (one.told | other.told | {one.noun, other.noun}):
        return ConflictKind.NUMBER, ""
    grown = (other.figure.low > one.figure.low) == (late > early)
    return (ConflictKind.PRECISION, "The later report may give a later count.") if grown else (ConflictKind.NUMBER, "")
