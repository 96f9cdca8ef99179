"""Places that disagree: two reports set one event in two places of one kind ("Elm Street", "Oak Street")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.sides import Disagreement, Side
from secondsource.types import ConflictKind, Span
from secondsource.types.words import fold, word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

# Nouns that end the name of a place. Two places of different kinds may well hold one another ("Elm Street" in "Kent
# County"), so only names that end in the same noun are compared.
_KINDS = """Airport Avenue Beach Bridge Cathedral Cemetery Church Clinic Club Court Courthouse County Crossing District
Drive Harbour Harbor Highway Hospital Hotel Island Jail Lake Lane Library Mosque Park Pier Prison Province Road School
Square Stadium Station Street Synagogue Temple Theatre Theater University""".split()
_PLACE = re.compile(
    rf"\b(?:at|in|inside|into|near|off|on|onto|outside|under|along|around|behind|beside|from|to)\s+(?:the\s+)?"
    rf"(?P<place>(?P<name>(?:[A-Z][\w'’-]*\.?[^\S\n]+){{1,3}})"
    rf"(?P<kind>{'|'.join(_KINDS)}))\b"
)
_NO_NAME = frozenset("the a an at in on of to from near north south east west st saint new old".split())


def compare_places(first: Side, second: Side) -> Iterator[Disagreement]:
    """Two places of one kind, the only ones of it in two aligned sentences, whose names share no word, told of with at
    least one shared word; silent where either report elsewhere names the other's place.
    """
    ours, theirs = first.once(_places), second.once(_places)
    for kind in ours.keys() & theirs.keys():
        if len(ours[kind]) != 1 or len(theirs[kind]) != 1:
            continue
        one, other = ours[kind][0], theirs[kind][0]
        names, others = _names(first, one), _names(second, other)
        if not names or not others or names & others:
            continue
        if others <= first.report.words or names <= second.report.words:
            continue
        if first.told_around(one) & second.told_around(other):
            yield Disagreement(ConflictKind.PLACE, "", first.anchor(one), second.anchor(other))


def _places(side: Side) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in _PLACE.finditer(side.text, *side.span):
        found.setdefault(match["kind"].lower().replace("harbor", "harbour").replace("theater", "theatre"), []).append(
            Span(*match.span("place"))
        )
    return found


def _names(side: Side, place: Span) -> frozenset[str]:
    words = [fold(span.of(side.text)) for span in word_spans(side.text, *place)]
    return frozenset(word for word in words[:-1] if word not in _NO_NAME)
