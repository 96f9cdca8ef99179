from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from secondsource.publish import publish
from secondsource.publish.schema import generated_schema
from secondsource.types import Collation
from tests.publish.invented import bridge_story, otter_story
from tests.publish.reports import BELL, CHRONICLE, GAZETTE, POST_A, POST_B, WIRE
from tests.publish.variations import emptied, with_words

TEXTS = {a.id: a.text for a in (WIRE, CHRONICLE, BELL, GAZETTE, POST_A, POST_B)}


def document(*collations: Collation) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(publish(collations, "json"))
    return loaded


def anchors(value: object) -> list[dict[str, Any]]:
    """Every object with an article and a span, however deep."""
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        found += [value] if {"article", "span", "text"} <= value.keys() else []
        value = list(value.values())
    if isinstance(value, list):
        found += [a for item in value for a in anchors(item)]
    return found


@pytest.mark.parametrize("stories", [(), (bridge_story(),), (bridge_story(), otter_story()), (emptied(otter_story()),)])
def test_output_follows_the_schema(stories: tuple[Collation, ...]) -> None:
    Draft202012Validator(generated_schema()).validate(document(*stories))


def test_every_span_yields_exactly_the_text_beside_it() -> None:
    found = anchors(document(bridge_story(), otter_story()))
    assert len(found) > 60
    for anchor in found:
        start, end = anchor["span"]
        assert TEXTS[anchor["article"]][start:end] == anchor["text"]


def test_quotations_hold_their_parts_words_speaker_mention_and_cue() -> None:
    (story,) = document(bridge_story())["stories"]
    quotation = next(q for q in story["quotations"] if q["id"] == "gazette-q4")
    text = TEXTS["gazette"]
    assert quotation["text"] == ["I heard the girder sing like a wet glass,", "and then the whole deck hummed."]
    assert [text[s:e] for s, e in quotation["parts"]] == quotation["text"]
    assert (quotation["kind"], quotation["speaker"]) == ("direct", "Anselm Drury")
    assert (text[slice(*quotation["mention"])], text[slice(*quotation["cue"])]) == ("Anselm Drury", "said")


def test_an_article_of_two_stories_is_listed_once() -> None:
    assert [a["id"] for a in document(bridge_story(), bridge_story())["articles"]] == [
        "wire", "chronicle", "bell", "gazette",
    ]  # fmt: skip


def test_input_ids_files_and_times_are_kept() -> None:
    first = document(bridge_story())["articles"][0]
    assert (first["input_id"], first["file"], first["published"]) == (
        "in-wire",
        "reports/wire.txt",
        "2024-05-14T16:20:00+01:00",
    )


def test_spans_stand_on_one_line() -> None:
    assert '"span": [' in publish([bridge_story()], "json")
    assert "[\n" not in publish([bridge_story()], "json").split('"span": ')[1][:3]


def test_half_a_surrogate_pair_survives_as_an_escape() -> None:
    broken = with_words(bridge_story(), "bell", "It is a disgrace", "It is \ud83d disgrace")
    (story,) = json.loads(publish([broken], "json").encode())["stories"]
    assert story["commentary"][0]["text"].startswith("It is \ud83d disgrace")
