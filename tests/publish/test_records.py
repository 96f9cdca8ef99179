from __future__ import annotations

import json

from secondsource.publish.records import annotation_record, article_record, cluster_record
from secondsource.types import (
    Annotations,
    Entity,
    EntityKind,
    Figure,
    Mention,
    MentionForm,
    Sentence,
    Voice,
)
from tests.publish.invented import bridge_story
from tests.publish.reports import WIRE, span

STORY = bridge_story()


def test_an_article_record_has_what_is_known_of_it_and_its_unchanged_text() -> None:
    record = article_record(WIRE)
    assert list(record)[:7] == ["id", "input_id", "outlet", "url", "title", "authors", "published"]
    assert record["text"] == WIRE.text
    assert record["published"] == "2024-05-14T16:20:00+01:00"
    assert record["blocks"][0] == {"span": (0, 34), "kind": "headline"}


def test_an_annotation_record_has_spans_as_pairs_and_quotations_as_in_the_collation_format() -> None:
    mayor = span(WIRE, "Mayor Ilse Okonjo")
    annotations = Annotations(
        article="wire",
        version="1",
        sentences=(Sentence(span(WIRE, "Repairs will cost 2.4 million crowns, the council said."), 4),),
        entities=(Entity("Ilse Okonjo", EntityKind.PERSON, titles=("Mayor",)),),
        mentions=(Mention(mayor, EntityKind.PERSON, MentionForm.NAME, 0),),
        quotations=tuple(q for a, q in STORY.quotations if a == "wire"),
        dates=tuple(d for a, d in STORY.dates if a == "wire"),
        figures=(Figure(span(WIRE, "2.4 million crowns"), 2.4e6, 2.4e6, "crown"),),
        voices=(Voice.ATTRIBUTED,),
    )
    record = json.loads(json.dumps(annotation_record(WIRE, annotations)))
    assert record["input_id"] == "in-wire"
    assert (record["outlet"], record["url"], record["file"]) == (WIRE.outlet, WIRE.url, WIRE.file)
    assert record["mentions"][0]["span"] == list(mayor)
    assert record["quotations"][0]["mention"] == list(mayor)
    assert record["quotations"][0]["kind"] == "direct"
    assert record["dates"][0] == {
        "article": "wire", "span": list(span(WIRE, "Tuesday")), "text": "Tuesday", "value": "2024-05-14",
        "precision": "day", "basis": "publication", "earliest": "2024-05-14", "latest": "2024-05-14", "anchor": None,
    }  # fmt: skip
    assert record["figures"][0]["text"] == "2.4 million crowns"
    assert record["voice"] == ["attributed"]
    assert record["sentences"][0]["paragraph"] == 4


def test_a_cluster_record_names_story_and_origin() -> None:
    origin = STORY.story.origins[0]
    assert cluster_record(WIRE, STORY.story, origin) == {
        "id": "wire",
        "input_id": "in-wire",
        "outlet": WIRE.outlet,
        "url": WIRE.url,
        "file": WIRE.file,
        "story": "story-vell",
        "origin": "o1",
    }
