"""What reports put right behind a person's name: how old he is, and which state of the United States he is from."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondsource.collate.conflicts.people_named import people_named
from secondsource.collate.conflicts.sides import Disagreement, Report
from secondsource.types import Anchor, ConflictKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from secondsource.collate.conflicts.people_named import Name

# The states with the short forms that reports use.
_STATES = """Alabama Ala AL,Alaska AK,Arizona Ariz AZ,Arkansas Ark AR,California Calif Cal CA,Colorado Colo CO,
    Connecticut Conn CT,Delaware Del DE,Florida Fla FL,Georgia Ga GA,Hawaii HI,Idaho ID,Illinois Ill IL,Indiana Ind IN,
    Iowa IA,Kansas Kan Kans KS,Kentucky Ky KY,Louisiana La LA,Maine ME,Maryland Md MD,Massachusetts Mass MA,
    Michigan Mich MI,Minnesota Minn MN,Mississippi Miss MS,Missouri Mo MO,Montana Mont MT,Nebraska Neb NE,
    Nevada Nev NV,New_Hampshire NH,New_Jersey NJ,New_Mexico NM,New_York NY,North_Carolina NC,North_Dakota ND,Ohio OH,
    Oklahoma Okla OK,Oregon Ore OR,Pennsylvania Pa Penn PA,Rhode_Island RI,South_Carolina SC,South_Dakota SD,
    Tennessee Tenn TN,Texas Tex TX,Utah UT,Vermont Vt VT,Virginia Va VA,Washington Wash WA,West_Virginia WVa WV,
    Wisconsin Wis Wisc WI,Wyoming Wyo WY"""
_STATE = r"(?P<state>(?:(?:New|North|South|West|Rhode)\s+)?[A-Z][A-Za-z]+|[A-Z]\.\s?[A-Z][a-z]*)(?=[.,;:)\s]|$)"
_PARTY = r"(?:Republican|Democrat|independent)"
_HOME = re.compile(
    r"(?:\s?[(,]\s?(?:(?:Rep|Dem|Ind|[RDI])\.?\s?[-–‑]\s?)?"
    rf"|(?:,\s+(?:an?\s+|the\s+)?{_PARTY})?\s+(?:of|from)\s+){_STATE}"
)
_AGE = re.compile(r",\s+(?P<age>1?\d?\d)(?=,\s|\.\s|\.$)")
BIRTHDAY = timedelta(days=3)  # so far apart may reports be that give ages a year apart


class Particular(NamedTuple):
    """What a report gives of a person: its kind, the value to compare, and where it stands with the name."""

    kind: ConflictKind
    value: str
    place: Anchor


def compare_particulars(reports: Iterable[Report]) -> Iterator[Disagreement]:
    """Ages and states that two reports give people of one full name, each where it is first given.

    Silent where a report gives two values for one person, and of ages a year apart in reports of different days.
    """
    told: dict[tuple[Name, ConflictKind], list[tuple[Report, Particular]]] = defaultdict(list)
    for report in reports:
        for name, particular in _settled(report):
            for other_report, other in told[name, particular.kind]:
                if other.value != particular.value and not _had_birthday(other_report, other, report, particular):
                    yield Disagreement(particular.kind, "", other.place, particular.place)
            told[name, particular.kind].append((report, particular))


def _settled(report: Report) -> list[tuple[Name, Particular]]:
    """The first particular of each kind of each person, where all of the kind agree."""
    found: dict[tuple[Name, ConflictKind], list[Particular]] = defaultdict(list)
    for name, place in people_named(report):
        for particular in _particulars(report, place):
            found[name, particular.kind].append(particular)
    return [(name, own[0]) for (name, _), own in found.items() if len({p.value for p in own}) == 1]


def _particulars(report: Report, name: Span) -> Iterator[Particular]:
    text = report.article.text
    if age := _AGE.match(text, name.end):
        yield Particular(ConflictKind.NUMBER, age["age"], Anchor(report.article.id, Span(name.start, age.end())))
    if home := _HOME.match(text, name.end):
        state = _states().get(re.sub(r"[.\s]", "", home["state"]))
        if state is not None:
            yield Particular(ConflictKind.PLACE, state, Anchor(report.article.id, Span(name.start, home.end())))


@cache
def _states() -> dict[str, str]:
    """The name of a state for each of its forms, without spaces and full stops."""
    rows = [row.split() for row in _STATES.split(",")]
    return {form.replace("_", ""): names[0] for names in rows for form in names}


def _had_birthday(one: Report, first: Particular, other: Report, second: Particular) -> bool:
    """Whether two ages differ by the year that the reports may be apart."""
    if first.kind is not ConflictKind.NUMBER or abs(int(first.value) - int(second.value)) != 1:
        return False
    day, other_day = one.article.published_day, other.article.published_day
    return day is None or other_day is None or abs(day - other_day) > BIRTHDAY
