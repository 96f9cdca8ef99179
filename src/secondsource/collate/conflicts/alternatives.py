"""Things of one sort that reports tell apart: a knife in one report, a pistol in the other; a van, a lorry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.sides import Disagreement, Side
from secondsource.types import ConflictKind, Span
from secondsource.types.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each line is one sort of thing; words joined by "=" are one thing of it. Left out are things that one reporter calls
# by a wider name ("car", "gun"), and what may well occur together in one event.
_SORTS = """
rifle=rifles pistol=pistols=handgun=handguns=revolver=revolvers shotgun=shotguns knife=knives hammer sword
truck=trucks=lorry=lorries=pickup van=vans=minivan bus=buses motorcycle=motorbike tram=trams train=trains
plane=aircraft=airplane helicopter=helicopters
photo=photograph=photos=photographs video=videos=footage audio
burglary mugging carjacking
misdemeanor=misdemeanour felony
church mosque synagogue temple
"""
LIKELY = 0.4  # likelihood of the two sentences from which they are compared
ENOUGH = 1  # shared words of the clauses that the things stand in


@cache
def _table() -> dict[str, tuple[int, str]]:
    """The sort of each word, and the thing that it means."""
    return {
        word: (number, thing.split("=")[0])
        for number, line in enumerate(_SORTS.strip().splitlines())
        for thing in line.split()
        for word in thing.split("=")
    }


def compare_alternatives(first: Side, second: Side, likelihood: float) -> Iterator[Disagreement]:
    """Two things of one sort in two much alike sentences, of kind STATUS: the only ones of their sort there, told of
    with shared words. Silent where either report has the other's thing anywhere.
    """
    if likelihood < LIKELY:
        return
    ours, theirs = first.once(_things), second.once(_things)
    for sort in ours.keys() & theirs.keys():
        (one, here), (other, there) = ours[sort], theirs[sort]
        if one == other or _has(first, other) or _has(second, one):
            continue
        if len(first.told_around(here) & second.told_around(there)) >= ENOUGH:
            yield Disagreement(ConflictKind.STATUS, "", first.anchor(here), second.anchor(there))


def _things(side: Side) -> dict[int, tuple[str, Span]]:
    """The thing of each sort of which the sentence has exactly one."""
    found: dict[int, tuple[str, Span]] = {}
    several: set[int] = set()
    for word in side.words:
        sort, thing = _table().get(fold(word.of(side.text)), (-1, ""))
        if sort in found and found[sort][0] != thing:
            several.add(sort)
        elif sort >= 0:
            found.setdefault(sort, (thing, word))
    return {sort: place for sort, place in found.items() if sort not in several}


def _has(side: Side, thing: str) -> bool:
    return any(_table().get(word, (-1, ""))[1] == thing for word in side.report.words)
