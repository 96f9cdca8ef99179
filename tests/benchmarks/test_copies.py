"""Copies for measuring are different stories of the same shape."""

from __future__ import annotations

import json

from benchmarks.copies import as_lines, copies

REPORT = {
    "id": "1",
    "outlet": "Gazette",
    "title": "Fire in Tolverton",
    "published": "2025-02-27T10:00:00+00:00",
    "text": "A mill burned in Tolverton on Monday. The mill was old, and the people of Tolverton loved it.",
    "blocks": [],
}


def test_the_first_set_is_the_reports_as_they_are() -> None:
    assert next(copies([REPORT], 3))["text"] == REPORT["text"]


def test_a_copy_has_names_of_its_own_a_week_later() -> None:
    _, copy, other = copies([REPORT], 3)
    assert "Tolverton" not in copy["text"]
    assert "Tolverton" not in other["text"]
    assert copy["text"].endswith(f"the people of {copy['title'].split()[-1]} loved it.")
    assert copy["text"] != other["text"]
    assert copy["published"] == "2025-03-06T10:00:00+00:00"


def test_words_that_are_no_names_and_days_stay() -> None:
    copy = list(copies([REPORT], 2))[1]
    assert copy["text"].startswith("A mill burned in ")
    assert " on Monday. The mill was old" in copy["text"]


def test_every_record_has_an_id_of_its_own() -> None:
    lines = as_lines(copies([REPORT, {**REPORT, "id": "2"}], 4)).splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == 8
