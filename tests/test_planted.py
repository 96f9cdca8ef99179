"""How disagreements are planted in reports, and how it is counted which of them are found; all reports are invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evals.planted import Outcome, planted, planted_scores
from evals.plants import Plant, find_plants
from secondsource.types import Article, Block, BlockKind, Span

LARK = """The ferry to Boston sank in the harbour of Tarn on Sunday with 312 passengers on board, said Robert Moor.

“We never meant to slow the ferry, and we will not close the broken harbour this winter,” Moor said."""
POST = """With 312 passengers on board the ferry to Boston sank on Sunday in the harbour, said Robert Moor, a pilot.

Moor said: “We never meant to slow the ferry, and we will not close the broken harbour this winter.”"""
CHOIR = "The Hollin choir sang for 312 guests on Sunday in the old mill, and Ben Reed sold the piano in Boston."


def article(identifier: str, text: str) -> Article:
    block = Block(Span(0, len(text)), BlockKind.BODY)
    return Article(id=identifier, outlet=identifier, text=text, blocks=(block,))


def kinds(one: str, other: str) -> dict[str, Plant]:
    return {plant.kind: plant for plant in find_plants(article("one", one), article("other", other))}


def test_nothing_is_planted_in_reports_of_different_things() -> None:
    assert kinds(LARK, CHOIR) == {}


def test_nothing_is_planted_where_only_one_report_tells_it() -> None:
    without = POST.replace("312", "many").replace("on Sunday ", "")
    assert {"number", "date"}.isdisjoint(kinds(LARK, without))


def test_each_kind_of_place_is_found() -> None:
    found = kinds(LARK, POST)
    assert set(found) == {"number", "date", "name", "place", "word dropped", "word replaced", "turning word"}


@pytest.mark.parametrize("kind", sorted(kinds(LARK, POST)))
def test_a_change_is_made_in_its_place_alone_and_the_blocks_move_with_it(kind: str) -> None:
    report = article("one", LARK)
    plant = kinds(LARK, POST)[kind]
    changed, places = plant.changed(report)
    assert changed.text != LARK
    assert [place.of(changed.text) for place in places] == [new for _, new in plant.edits]
    back = changed.text
    for (span, _), place in list(zip(plant.edits, places, strict=True))[::-1]:
        back = back[: place.start] + span.of(LARK) + back[place.end :]
    assert back == LARK
    assert changed.blocks[0].span == Span(0, len(changed.text))


def test_a_name_is_misspelt_wherever_the_report_gives_it() -> None:
    changed, places = kinds(LARK, POST)["name"].changed(article("one", LARK))
    assert len(places) == 2
    assert "Moor" not in changed.text


def test_the_changes_do_not_depend_on_the_run() -> None:
    changes = {kind: plant.edits[0][1] for kind, plant in kinds(LARK, POST).items()}
    assert changes == {
        "date": "Wednesday", "name": "Moar", "number": "366", "place": "Cleveland", "turning word": "will not",
        "word dropped": "", "word replaced": "quiet",
    }  # fmt: skip


def test_kinds_count_alike_however_many_changes_they_have() -> None:
    def outcome(kind: str, *, conflict: bool, variant: bool = False) -> Outcome:
        return Outcome(Plant(kind, "one", ((Span(0, 1), "x"),), ""), conflict, variant, (), "")

    found = [outcome("date", conflict=False)] * 3 + [outcome("date", conflict=True)] + [outcome("name", conflict=True)]
    assert planted_scores(found) == {"planted disagreements found": (0.25 + 1) / 2}
    assert planted_scores([outcome("word dropped", conflict=False, variant=True)]) == {"planted disagreements found": 1}
    assert planted_scores([]) == {"planted disagreements found": 0}


def test_planted_disagreements_are_found_in_two_reports_of_one_event(tmp_path: Path) -> None:
    records = [
        {"event": "ferry", "outlet": name, "url": f"https://{name}.example/", "title": name, "text": text,
         "published": "2024-03-04"}
        for name, text in (("lark", LARK), ("post", POST))
    ]  # fmt: skip
    file = tmp_path / "events.jsonl.gz"
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.write("\n".join(map(json.dumps, records)))
    found = {outcome.plant.kind: outcome for outcome in planted(file)}
    assert {kind for kind, outcome in found.items() if outcome.found} >= {"number", "name", "word replaced"}
    assert not any(outcome.elsewhere for outcome in found.values())
