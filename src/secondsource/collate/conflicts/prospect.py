"""What one report expects and another tells as done: "is expected to resign", "resigned"."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.date import REPEATED
from secondsource.collate.conflicts.sides import Disagreement, Report, Side, is_past, words_inside
from secondsource.collate.facts.word_families import family_of, stem_of
from secondsource.types import ConflictKind, Span
from secondsource.types.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

LIKELY = 0.6  # likelihood of the two sentences from which they are compared
_OPEN = re.compile(
    r"\b(?:(?:is|are|was|were|’s|'s|’re|'re)\s+(?:now\s+|still\s+|also\s+|widely\s+|reportedly\s+)?"
    r"(?:(?:going|expected|due|set|scheduled|likely|about|preparing|planning|poised|supposed)\s+to"
    r"|(?:planning|considering|weighing|mulling|contemplating)(?:\s+whether\s+to)?)"
    r"|(?:considers?|weighs?|mulls?|may|might|plans?\s+to|intends?\s+to))\s+(?P<passive>(?:be|being)\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"(?:\b(?:not|never|no|without|denied|if|unless)|n[’']t)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
# What stands before a form in "-ed" that tells nothing as done.
_NOT_YET = frozenset("to will would may might could should must can if not never be being".split())
_PASSIVE = frozenset("was were been is are got".split())
# Verbs that say too little by themselves, and those of which one may follow another in one story.
_SAYS_LITTLE = frozenset(stem_of(w) for w in "be become do get give go have keep make need take use want".split())


def compare_prospects(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement]:
    """Of two much alike sentences, one that tells as coming or under consideration what the other tells as done: the
    same verb, both active or both passive, with shared words beside it.

    Silent where the first report tells it as done elsewhere, or the second as coming, or where the second was published
    first. Where the first was, it is an update, of kind PRECISION.
    """
    if likelihood < LIKELY:
        return
    for one, other in ((first, second), (second, first)):
        coming, done = one.once(_coming), other.once(_done)
        for key in coming.keys() & done.keys():
            here, there = coming[key], done[key]
            if key in other.once(_coming) or _is_done_elsewhere(one, key, other.text[there.start : there.end]):
                continue
            kind = _kind(one.report, other.report)
            if kind is not None and (one.told_around(here) & other.told_around(there)) - {key[0]}:
                yield Disagreement(*kind, one.anchor(here), other.anchor(there))


def _is_done_elsewhere(side: Side, key: tuple[str, bool], written: str) -> bool:
    """Whether the report of a sentence that tells something as coming tells it as done in another; of a passive, which
    is written alike in both, in the words of `written`.
    """
    family, passive = key
    if not passive:
        return family in side.report.pasts
    return re.search(rf"\b(?:was|were|been)\s+(?:\w+\s+)?{re.escape(written)}\b", side.text, re.IGNORECASE) is not None


def _kind(open_: Report, done: Report) -> tuple[ConflictKind, str] | None:
    """A difference of PRECISION where the report that leaves a thing open was published before the one that tells of it
    as done; STATUS on the same day; None where it came later: it may speak of another occasion. Hours count where both
    reports give them.
    """
    early, late = open_.article.published, done.article.published
    if not (isinstance(early, datetime) and isinstance(late, datetime)):
        early, late = open_.article.published_day, done.article.published_day
    if early is None or late is None or early == late:
        return ConflictKind.STATUS, ""
    return (ConflictKind.PRECISION, "The later report tells what came of it.") if early < late else None


def _coming(side: Side) -> dict[tuple[str, bool], Span]:
    """What the sentence tells as coming: (family of the verb, whether it is passive), with the words that say so."""
    found: dict[tuple[str, bool], Span] = {}
    for match in _OPEN.finditer(side.text, *side.span):
        verb = fold(match["verb"])
        if stem_of(verb) in REPEATED | _SAYS_LITTLE or len(verb) < 3:
            continue
        if not _NEGATION.search(side.text, max(side.span.start, match.start() - 30), match.start()):
            found.setdefault((family_of(verb), bool(match["passive"])), Span(*match.span()))
    return found


def _done(side: Side) -> dict[tuple[str, bool], Span]:
    """What the sentence tells as done, likewise."""
    found: dict[tuple[str, bool], Span] = {}
    words = words_inside(side.words, side.span)
    for number, word in enumerate(words):
        written = fold(word.of(side.text))
        if not is_past(written):
            continue
        before = {fold(w.of(side.text)) for w in words[max(0, number - 2) : number]}
        if before & _NOT_YET or _NEGATION.search(side.text, max(side.span.start, word.start - 30), word.start):
            continue
        found.setdefault((family_of(written), bool(before & _PASSIVE)), word)
    return found
