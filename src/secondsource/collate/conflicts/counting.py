"""What a figure counts, as its sentence tells it, and whether two figures count the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.sides import Side, words_inside
from secondsource.collate.facts.word_families import family_of, stem_of
from secondsource.types import Span
from secondsource.types.words import fold

if TYPE_CHECKING:
    from secondsource.types import Figure

# Words that say which part of a whole a figure counts: with different ones, two figures count different things.
SCOPE = frozenset(
    """additional adult another each elderly every extra female first foreign further initial last least local male
    more new nearly other others previous remaining second senior separate similar subsequent third women young
    daily weekly monthly yearly annual annually hour day week month year night""".split()
)
# Nouns under which anybody may be counted: what happened to them must be told in the words next to the figure.
ANYBODY = frozenset(
    family_of(word)
    for word in """adult boy brother child daughter girl individual man member other person relative resident sister son
    suspect teen teenager woman""".split()
)
RATES = frozenset("day hour minute month night week year".split())
AGES = frozenset({"year old", "month old"})
# Words around a figure that tell how exact it is, not what it counts.
_HEDGES = frozenset(
    stem_of(word) for word in "least most total estimated roughly approximately almost around up".split()
)
_MODIFIER = re.compile(
    r"\b(?:about|above|almost|approximately|around|as\s+(?:many|much|few)\s+as|at\s+(?:least|most)|close\s+to|estimated"
    r"|fewer\s+than|just\s+(?:over|under)|less\s+than|more\s+than|nearly|no\s+(?:fewer|more|less)\s+than|over|roughly"
    r"|some|under|up\s+to|well\s+over)\s+$",
    re.IGNORECASE,
)
_RATE = re.compile(r"\s*(?:a|an|per|each|every)\s+(?:hour|day|week|month|year|night|person|head)\b|\s*annually\b", re.I)
_SCORE = re.compile(r"\d\s*(?:-|–|to)\s*$")
_PART = re.compile(r"\s+of\s+(?:the|its|his|her|their|those|these|them|us|you|whom|which)\b", re.IGNORECASE)
# Verbs and nouns of a change, by its direction: shares that "crash by" and "fall by" are told of alike.
_DOWNWARD = """crash cut decline decrease dip dive down drop fall lose low lower plummet plunge reduce shed shrink sink
    slide slump tumble"""
_UPWARD = "climb gain grow high higher increase jump leap raise rise rocket soar surge up"
DIRECTIONS = {stem_of(word): "down" for word in _DOWNWARD.split()} | {stem_of(w): "up" for w in _UPWARD.split()}
DIRECTIONS |= {family_of(word): way for word, way in list(DIRECTIONS.items())}
# What is said of any change, whatever changed.
_OF_ANY_CHANGE = frozenset(family_of(word) for word in "compare period same total previous early last per cent".split())
# Verbs and nouns of what something costs.
SPENDING = frozenset(family_of(word) for word in "book budget buy cost pay price reserve spend spending worth".split())
ONE_SUM = 0.6  # likelihood of the two sentences from which the one sum that each tells of may be the same
MUCH = 3  # shared words of the clauses from which two sums may, wherever these stand
ALIKE = 0.4  # likelihood of the two sentences from which one shared word is enough
REACH = 4  # words between a figure and what it counts


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in its sentence: the phrase to show, what it counts, and what is told of it. Words are families.

    `scope` is what narrows the counted noun: scope words before it, all words between figure and noun, and the rate;
    `whole` the two words that follow in "members of a family"; `told` the other content words of its clause; `close`
    the nearest few of those, and `beside` the nearest one on either side; `sum_spent` tells that it is the only sum of
    money of its sentence, and spent.
    """

    figure: Figure
    phrase: Span
    noun: str
    scope: frozenset[str]
    whole: frozenset[str]
    told: frozenset[str]
    close: frozenset[str]
    beside: frozenset[str]
    sum_spent: bool = False


def read_counted(side: Side) -> list[Counted]:
    """The figures of a sentence with what they count. Left out: scores; parts ("two of the four"); and ages where the
    sentence gives several, since nothing tells whose they are.
    """
    ages = sum(figure.unit in AGES for figure in side.figures)
    return [
        _read(side, figure)
        for figure in side.figures
        if not _SCORE.search(side.text, max(0, figure.span.start - 12), figure.span.start)
        and not _PART.match(side.text, figure.span.end)
        and not (figure.unit in AGES and ages > 1)
    ]


def _read(side: Side, figure: Figure) -> Counted:
    is_rate = bool(figure.unit) and figure.counted in RATES
    noun = family_of(figure.counted) if figure.counted and not is_rate else ""
    clause = side.clause(figure.span)
    phrase = _phrase(side, figure, noun, clause)
    before, inside = Span(clause.start, phrase.start), Span(figure.span.end, phrase.end)
    near = [*side.folded(before)[-3:], *side.folded(inside)]
    scope = {word for word in near if word in SCOPE} | {word for word in side.families(inside) if word != noun}
    if rate := _RATE.match(side.text, phrase.end):
        phrase = Span(phrase.start, rate.end())
        scope.add(f"per {rate.group().split()[-1].lower()}")
    after = Span(phrase.end, clause.end)
    whole = side.families(after)[:2] if side.folded(after)[:1] == ["of"] else ()
    told = side.told_around(phrase)
    led_by, led_to = [word for word in side.families(before) if word not in _HEDGES], side.families(after)
    return Counted(
        figure,
        phrase,
        noun,
        scope=frozenset(scope),
        whole=frozenset(whole),
        told=told,
        close=frozenset(led_by[-3:] + led_to[:2]),
        beside=frozenset(led_by[-1:] + led_to[:1]),
        sum_spent=_is_money(figure) and sum(map(_is_money, side.figures)) == 1 and bool(told & SPENDING),
    )


def _is_money(figure: Figure) -> bool:
    return figure.unit[-1:] in ("$", "£", "€", "¥", "₹")


def _phrase(side: Side, figure: Figure, noun: str, clause: Span) -> Span:
    """The figure with its modifier and the noun that it counts, where that follows shortly: "about 312 seats"."""
    start, end = figure.span
    if figure.modifier and (modifier := _MODIFIER.search(side.text, max(clause.start, start - 24), start)):
        start = modifier.start()
    if noun:
        following = words_inside(side.words, Span(end, clause.end))[: REACH + 1]
        end = next((word.end for word in following if family_of(fold(word.of(side.text))) == noun), end)
    return Span(start, end)


def count_the_same(one: Counted, other: Counted, likelihood: float) -> bool:
    """Whether two figures measure one thing: unit, noun and scope agree, and enough else of what is told of them; more
    where their sentences are not much alike.
    """
    if one.figure.unit != other.figure.unit or one.scope != other.scope:
        return False
    if one.figure.unit == "%" and not (one.noun or other.noun):
        return _changed_alike(one, other)
    if one.sum_spent and other.sum_spent and likelihood >= ONE_SUM:
        return True
    if one.whole and other.whole and not one.whole & other.whole:
        return False
    shared = len(one.told & other.told)
    if one.noun and one.figure.counted == other.figure.counted:
        enough = shared >= (1 if likelihood >= ALIKE else 2)
        return enough and (one.noun not in ANYBODY or bool(one.beside & other.beside))
    if one.noun and other.noun:
        return False
    # One or both count nothing by name, as sums of money do: the rest of the clause must say what.
    if _is_money(one.figure) and likelihood >= ONE_SUM and shared >= MUCH:
        return True
    return bool(one.figure.unit and one.close & other.close) and shared + len(one.scope) >= 2


def _changed_alike(one: Counted, other: Counted) -> bool:
    """Whether two shares tell by how much the same thing rose, or fell."""
    ways = [{DIRECTIONS[word] for word in counted.told if word in DIRECTIONS} for counted in (one, other)]
    shared = {word for word in one.told & other.told if word not in DIRECTIONS} - _OF_ANY_CHANGE
    return ways[0] == ways[1] and len(ways[0]) == 1 and bool(shared)
