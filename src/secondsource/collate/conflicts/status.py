"""States of affairs that disagree: one report has it settled one way, the other the other way, or not yet."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.sides import Disagreement, Side
from secondsource.types import ConflictKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Pairs of states that exclude each other, as reports put them. A state counts as told only where its words stand
# without a negation before them.
OPPOSITES = (
    (r"plead(?:ed|ing|s)? guilty|pled guilty", r"plead(?:ed|ing|s)? not guilty|pled not guilty|denied the charges?"),
    (r"convicted|found guilty", r"acquitted|found not guilty|cleared of"),
    (r"died|was killed|were killed|found dead", r"survived|remains? alive|is alive"),
    (r"was approved|were approved|approved|passed", r"was rejected|were rejected|rejected|voted down|threw out"),
    (r"arrested|in custody|detained", r"at large|on the run|escaped"),
    (r"no one was (?:hurt|injured)|nobody was (?:hurt|injured)|no injuries|unhurt|uninjured",
     r"(?:was|were) (?:hurt|injured|wounded)|(?:slightly|seriously|critically) (?:hurt|injured|wounded)"
     r"|(?:was|were) treated (?:there |here )?(?:for|in|at)"),
    (r"interim|temporary", r"permanent"),
    (r"was fired|were fired|was dismissed|was sacked|fired", r"resigned|stepped down|quit"),
    (r"was released|were released|freed", r"remains? in (?:custody|jail|prison)|still (?:held|in custody|in jail)"),
    (r"was cancelled|was canceled|were cancelled|called off", r"was postponed|were postponed|put off|delayed"),
    (r"unanimously|unanimous", r"narrowly|split vote|split decision"),
)  # fmt: skip
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|n't|without|denied|if|unless|would)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
LIKELY = 0.4  # likelihood of the two sentences from which states are compared
VERY_MUCH_ALIKE = 0.9  # and from which no word need be shared beside them


@cache
def _table() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """(one state, the other), compiled."""
    return tuple(
        (re.compile(rf"\b(?:{left})\b", re.IGNORECASE), re.compile(rf"\b(?:{right})\b", re.IGNORECASE))
        for left, right in OPPOSITES
    )


def compare_states(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement]:
    """States in two much alike sentences that exclude each other; silent where either report elsewhere tells the
    other's state.
    """
    if likelihood < LIKELY:
        return
    for one, other in ((first, second), (second, first)):
        for row, here in one.once(left_states).items():
            there = other.once(right_states).get(row)
            left, right = _table()[row]
            if there is None or right.search(one.text) or left.search(other.text):
                continue
            if likelihood >= VERY_MUCH_ALIKE or one.told_around(here) & other.told_around(there):
                yield Disagreement(ConflictKind.STATUS, "", one.anchor(here), other.anchor(there), topic=left.pattern)


def left_states(side: Side) -> dict[int, Span]:
    """The first state of each row of the table that the sentence tells, by row."""
    found = ((row, _state(left, side)) for row, (left, _) in enumerate(_table()))
    return {row: span for row, span in found if span is not None}


def right_states(side: Side) -> dict[int, Span]:
    """The first state of the right column that the sentence tells, by row."""
    found = ((row, _state(right, side)) for row, (_, right) in enumerate(_table()))
    return {row: span for row, span in found if span is not None}


def _state(state: re.Pattern[str], side: Side) -> Span | None:
    for match in state.finditer(side.text, *side.span):
        if not _NEGATION.search(side.text, max(side.span.start, match.start() - 30), match.start()):
            return Span(*match.span())
    return None
