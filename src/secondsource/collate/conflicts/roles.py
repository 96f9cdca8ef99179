"""What people are, as reports put it beside their names: in office in one report, formerly so in the other."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from secondsource.collate.conflicts.people_named import people_named
from secondsource.collate.conflicts.sides import Disagreement, Report
from secondsource.collate.facts.word_families import family_of
from secondsource.types import Anchor, ConflictKind, Span
from secondsource.types.words import fold, word_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from secondsource.collate.conflicts.people_named import Name

# Roles that end. Titles before a name are kept for life and so left out: only nouns in small letters are read.
_NOUNS = (
    "adviser|advisor|agent|aide|ambassador|analyst|assistant|attorney|captain|chairman|chairwoman|chief|clerk|coach"
    "|commissioner|commander|contractor|councillor|counsel|deputy|director|editor|employee|executive|goalkeeper"
    "|governor|guard|head|inspector|intern|judge|lawmaker|lawyer|leader|lieutenant|lobbyist|manager|mayor|minister"
    "|officer|official|owner|partner|player|president|principal|prosecutor|reporter|secretary|senator|sheriff"
    "|spokesman|spokesperson|spokeswoman|staffer|strategist|student|teacher|trainer|treasurer|trustee|worker"
)
_FORMER = re.compile(r"\b(?:former|formerly|ex|onetime|one-time|retired|then)\b", re.IGNORECASE)
_ROLE = rf"(?P<before>(?:[^\W\d_][\w.’'-]*\s+){{0,5}}?)(?P<noun>{_NOUNS})"
_LEADS = re.compile(rf"(?:^|(?<=[\s(“\"]))(?P<role>{_ROLE})\s+$")
_FOLLOWS = re.compile(rf",\s+(?:an?\s+|the\s+|its\s+|his\s+|her\s+|their\s+)?(?P<role>{_ROLE})(?=[\s,.;)])(?!\s+[A-Z])")
# Words at which what stands before a role ends, or that make it part of something else.
_BREAK = re.compile(
    r"\b(?:an?|about|after|against|and|as|at|before|but|by|for|from|in|into|is|of|on|or|over|said|says|that|the|to|told|was"
    r"|when|which|while|who|with)\s+",
    re.IGNORECASE,
)
REASON = "One report gives the role as a former one."
REACH = 70  # characters before or after a name in which a role is sought


class Role(NamedTuple):
    """A role told of somebody: the family of its noun, whether it is over, and where it stands."""

    noun: str
    former: bool
    place: Anchor


def compare_roles(reports: Iterable[Report]) -> Iterator[Disagreement]:
    """The role that one report gives a person as held and another as formerly held, of kind PRECISION: many reports
    leave that out.

    People are one where the first and last words of their full names are, and the roles those that stand where the name
    is given in full. Silent where the first report calls anybody the former holder of such a role.
    """
    reports = list(reports)
    named = {report.article.id: people_named(report) for report in reports}
    names = {name for places in named.values() for name, _ in places}
    held: dict[Name, list[tuple[Report, Role]]] = defaultdict(list)
    for report in reports:
        own = _roles(report, [*named[report.article.id], *_written(report, names, named[report.article.id])])
        for name, role in own:
            for other_report, other in held[name]:
                if other.noun != role.noun or other.former == role.former:
                    continue
                if not _knows_of_an_end(other_report if role.former else report, role.noun):
                    yield Disagreement(ConflictKind.PRECISION, REASON, other.place, role.place)
        for name, role in own:
            held[name].append((report, role))


def _written(report: Report, names: Iterable[Name], known: Iterable[tuple[Name, Span]]) -> Iterator[tuple[Name, Span]]:
    """The first place of each name that other reports give a person, and that stands in this one unnoticed."""
    noticed = {name for name, _ in known}
    for first, last in sorted(set(names) - noticed):
        if first in report.words and last in report.words:
            pattern = rf"\b{re.escape(first)}\s+(?:\S+\s+)?{re.escape(last)}\b"
            if match := re.search(pattern, report.article.text, re.IGNORECASE):
                yield (first, last), Span(*match.span())


def _roles(report: Report, places: Iterable[tuple[Name, Span]]) -> list[tuple[Name, Role]]:
    """The roles that stand right before or after names, the first of each noun for each person."""
    text = report.article.text
    found: dict[tuple[Name, str, bool], tuple[Name, Role]] = {}
    for name, here in places:
        start = max(text.rfind("\n", 0, here.start) + 1, here.start - REACH)
        if match := _LEADS.search(text, start, here.start):
            cut = max((m.end() for m in _BREAK.finditer(match["before"])), default=0)
            whole = Span(match.start("role") + cut, here.end)
        elif (match := _FOLLOWS.match(text, here.end, here.end + REACH)) and not _BREAK.search(match["before"]):
            whole = Span(here.start, match.end("noun"))
        else:
            continue
        former = bool(_FORMER.search(text, *whole))
        role = Role(family_of(match["noun"]), former, Anchor(report.article.id, whole))
        found.setdefault((name, role.noun, former), (name, role))
    return list(found.values())


def _knows_of_an_end(report: Report, noun: str) -> bool:
    """Whether the report speaks of a former holder of such a role."""
    text = report.article.text
    for match in _FORMER.finditer(text):
        after = [fold(span.of(text)) for span in word_spans(text, match.end(), min(len(text), match.end() + REACH))[:6]]
        if noun in map(family_of, after):
            return True
    return False
