"""The sample coverage: what a careful reader finds in examples/, the program finds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.example_findings import CHECKS, Finding, Found, expected_stories, holds
from tests.example_guide import GUIDE, PROJECT, guide

EXPECTED = expected_stories()
HARD = ("number", "date", "name", "place", "attribution", "status")

Json = dict[str, Any]


def program(*arguments: str) -> str:
    """What the installed program writes to standard output; it must be done without refusing anything."""
    command = [sys.executable, "-m", "secondsource", *arguments]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def document() -> Json:
    result: Json = json.loads(program("collate", "examples", "--format", "json"))
    return result


@pytest.fixture(scope="session")
def articles() -> tuple[Json, ...]:
    return tuple(json.loads(line) for line in program("ingest", "examples").splitlines())


def found_in(folder: str, document: Json, articles: tuple[Json, ...]) -> Found:
    """What was found in one folder; its story is the one that holds most of its articles."""
    own = tuple(a for a in articles if Path(a["file"]).parent.name == folder)
    ids = {a["id"] for a in own}
    story = max(document["stories"], key=lambda story: len(ids & set(story["articles"])))
    return Found(folder, story, own)


MISSED = pytest.mark.xfail(strict=True, reason="known to be missed; once found, take `missed` off it")


def as_parameters() -> list[Any]:
    return [
        pytest.param(
            folder,
            finding,
            id=f"{folder}: {finding['what']} ({finding['outlet']})",
            marks=[MISSED] if finding.get("missed") else [],
        )
        for folder, story in EXPECTED.items()
        for finding in story["findings"]
    ]


@pytest.mark.parametrize(("folder", "finding"), as_parameters())
def test_finds(folder: str, finding: Finding, document: Json, articles: tuple[Json, ...]) -> None:
    assert holds(found_in(folder, document, articles), finding), f"not found: {finding}"


@pytest.mark.parametrize("folder", EXPECTED)
def test_each_folder_is_one_story_and_look_alikes_stay_apart(
    folder: str, document: Json, articles: tuple[Json, ...]
) -> None:
    found = found_in(folder, document, articles)
    assert set(found.story["articles"]) == {a["id"] for a in found.articles}
    assert len(found.articles) == len(EXPECTED[folder]["outlets"])


def test_there_are_as_many_stories_as_folders(document: Json) -> None:
    assert len(document["stories"]) == len(EXPECTED)


@pytest.mark.parametrize("folder", EXPECTED)
def test_raises_no_false_alarm(folder: str, document: Json, articles: tuple[Json, ...]) -> None:
    found = found_in(folder, document, articles)
    expected = [f for f in EXPECTED[folder]["findings"] if f["check"] in ("conflict", "update")]
    alarms = []
    for conflict in found.story["conflicts"]:
        alone = Found(folder, {**found.story, "conflicts": [conflict]}, found.articles)
        if conflict["kind"] in HARD and not any(holds(alone, finding) for finding in expected):
            alarms.append(f"{conflict['kind']}: {conflict['explanation']}")
    assert not alarms, "\n".join(alarms)


@pytest.mark.parametrize("folder", EXPECTED)
def test_every_item_shows_the_exact_characters_of_its_place(
    folder: str, document: Json, articles: tuple[Json, ...]
) -> None:
    texts = {a["id"]: a["text"] for a in articles}

    def anchors(value: Any) -> Any:
        if isinstance(value, list):
            for item in value:
                yield from anchors(item)
        elif isinstance(value, dict):
            if {"article", "span", "text"} <= value.keys():
                yield value
            for item in value.values():
                yield from anchors(item)

    shown = list(anchors(found_in(folder, document, articles).story))
    assert len(shown) > 20
    for anchor in shown:
        assert texts[anchor["article"]][slice(*anchor["span"])] == anchor["text"]


def test_the_guide_to_the_examples_lists_every_finding() -> None:
    assert GUIDE.read_text(encoding="utf-8") == guide(EXPECTED), "rewrite it: python -m tests.example_guide"


def test_every_check_is_used() -> None:
    assert {f["check"] for story in EXPECTED.values() for f in story["findings"]} == set(CHECKS)
