"""Over real reports too, every published item's span yields exactly the characters that are shown."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evals.run import shared_folder

SHARED = shared_folder()
STORIES = sorted(folder for folder in (SHARED / "gold").glob("*") if folder.is_dir())
EVENTS = SHARED / "data" / "basil_dev.jsonl.gz"
# Lists of the collation format whose items are (or hold) places, and must not all be empty for a real story.
LISTS = ("quotations", "statements", "facts", "conflicts", "dates", "timeline", "alone", "commentary")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not EVENTS.exists(), reason=f"shared data absent ({SHARED})"),
]


def collated(out: Path, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "secondsource", "collate", "--quiet", "--out", str(out), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return document


def anchors(value: object) -> Iterator[dict[str, Any]]:
    """Everything inside `value` that points to a place and says what stands there."""
    if isinstance(value, list):
        for item in value:
            yield from anchors(item)
    elif isinstance(value, dict):
        if {"article", "span", "text"} <= value.keys():
            yield value
        yield from anchors(list(value.values()))


def misplaced(story: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    """The items of one story whose words are not exactly what stands at their place."""
    for anchor in anchors(story):
        if texts[anchor["article"]][slice(*anchor["span"])] != anchor["text"]:
            yield f"{anchor['article']} {anchor['span']}: {anchor['text']!r}"
    for quotation in story["quotations"]:
        text = texts[quotation["article"]]
        if [text[start:end] for start, end in quotation["parts"]] != quotation["text"]:
            yield f"{quotation['id']}: {quotation['text']!r}"
        for name in ("mention", "cue"):
            span = quotation[name]
            if span is not None and not text[slice(*span)].strip():
                yield f"{quotation['id']}: {name} {quotation[name]}"


def texts_of(document: dict[str, Any], records: dict[str, str], key: str) -> dict[str, str]:
    return {article["id"]: records[article[key]] for article in document["articles"]}


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_every_item_of_a_hand_marked_story_is_anchored(folder: Path, tmp_path: Path) -> None:
    files = [file for file in sorted(folder.glob("*.json")) if file.name != "gold.json"]
    document = collated(tmp_path / "out.json", "--one-story", *map(str, files))
    records = {file.stem: json.loads(file.read_text(encoding="utf-8"))["text"] for file in files}
    texts = texts_of(document, records, "outlet")
    assert sum(len(document["stories"][0][name]) for name in LISTS) > 10
    assert list(misplaced(document["stories"][0], texts)) == []


def test_every_item_of_sixty_events_is_anchored(tmp_path: Path) -> None:
    with gzip.open(EVENTS, "rt", encoding="utf-8") as lines:
        records = {record["id"]: record["text"] for record in map(json.loads, lines)}
    document = collated(tmp_path / "out.json", str(EVENTS))
    texts = texts_of(document, records, "input_id")
    assert len(texts) == len(records)
    assert [item for story in document["stories"] for item in misplaced(story, texts)] == []


def test_a_misplaced_item_is_seen() -> None:
    story = {"quotations": [], "facts": [{"lead": {"article": "a", "span": [0, 3], "text": "one"}}]}
    assert list(misplaced(story, {"a": "one two"})) == []
    assert len(list(misplaced(story, {"a": "two one"}))) == 1
