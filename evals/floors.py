"""Floors: what was once reached, per score, and the only ways in which a floor moves.

A floor only rises when a measurement is written; it is lowered by name and with a reason, which is kept in the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Floor:
    """One score (0 to 1): what it may not fall below, and what it is to reach (None: no target is set)."""

    score: str
    floor: float
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and why."""

    score: str
    before: float
    after: float
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All floors, in the order in which they are shown, and the record of those that were lowered."""

    floors: tuple[Floor, ...]
    lowered: tuple[Lowered, ...] = ()


def read_floors(file: Path = FILE) -> Floors:
    """The floors in `file`."""
    found = json.loads(file.read_text(encoding="utf-8"))
    return Floors(
        tuple(Floor(score, **values) for score, values in found["floors"].items()),
        tuple(Lowered(**entry) for entry in found["lowered"]),
    )


def write_floors(floors: Floors, file: Path = FILE) -> None:
    """Write `floors` to `file`, one score a line."""
    rows: dict[str, dict[str, Any]] = {
        f.score: {"floor": f.floor} | ({"target": f.target} if f.target is not None else {}) for f in floors.floors
    }
    lines = ",\n".join(f"  {json.dumps(score)}: {json.dumps(row)}" for score, row in rows.items())
    fields = ("score", "before", "after", "day", "reason")
    records = [json.dumps({name: getattr(entry, name) for name in fields}) for entry in floors.lowered]
    lowered = ",\n".join(f"  {record}" for record in records)
    text = f'{{\n "floors": {{\n{lines}\n }},\n "lowered": [{f"{chr(10)}{lowered}{chr(10)} " if lowered else ""}]\n}}\n'
    file.write_text(text, encoding="utf-8")


def below(floors: Floors, measured: Mapping[str, float]) -> tuple[Floor, ...]:
    """The floors that `measured` falls below. Scores are compared as they are kept, cut to three decimals; a floor
    whose score was not measured counts as fallen.
    """
    return tuple(f for f in floors.floors if cut(measured.get(f.score, -1.0)) < f.floor)


def raised(floors: Floors, measured: Mapping[str, float]) -> Floors:
    """`floors` with each raised to what was measured, where that is higher. Scores without a floor get one."""
    known = {f.score for f in floors.floors}
    kept = tuple(replace(f, floor=max(f.floor, cut(measured.get(f.score, 0.0)))) for f in floors.floors)
    new = tuple(Floor(score, cut(value)) for score, value in measured.items() if score not in known)
    return replace(floors, floors=kept + new)


def lowered(floors: Floors, measured: Mapping[str, float], reason: str, day: date) -> Floors:
    """`floors` with those that `measured` falls below set to what was measured, each recorded with `reason`."""
    if not reason.strip():
        raise ValueError("a floor is lowered with a reason, or not at all")
    fallen = [f for f in below(floors, measured) if f.score in measured]
    record = tuple(Lowered(f.score, f.floor, cut(measured[f.score]), day.isoformat(), reason) for f in fallen)
    values = {entry.score: entry.after for entry in record}
    kept = tuple(replace(f, floor=values.get(f.score, f.floor)) for f in floors.floors)
    return Floors(kept, floors.lowered + record)


def cut(value: float) -> float:
    """`value` without what follows its third decimal: a floor never stands above what was measured."""
    return int(value * 1000 + 1e-6) / 1000


def table(floors: Floors, measured: Mapping[str, float]) -> str:
    """Measured beside floor and target, one score a line."""
    fallen = {f.score for f in below(floors, measured)}
    width = max((len(f.score) for f in floors.floors), default=5)
    lines = [f"{'score':{width}} {'measured':>8} {'floor':>6} {'target':>6}"]
    for f in floors.floors:
        value = f"{measured[f.score]:8.3f}" if f.score in measured else f"{'-':>8}"
        target = f"{f.target:6.3f}" if f.target is not None else f"{'-':>6}"
        short = f.target is not None and cut(measured.get(f.score, 0.0)) < f.target
        remark = "  BELOW THE FLOOR" if f.score in fallen else "  short of the target" if short else ""
        lines.append(f"{f.score:{width}} {value} {f.floor:6.3f} {target}{remark}")
    return "\n".join(lines)
