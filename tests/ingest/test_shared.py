"""Over real reports: texts are kept to the character, and the marks of asides spare the story."""

from __future__ import annotations

import gzip
import json

import pytest

from evals.run import shared_folder
from tests.ingest.sources import run

DATA = shared_folder() / "data"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.exists(), reason=f"shared data absent ({DATA})"),
]


def visible(text: str) -> str:
    """`text` without white space and zero-width spaces, which blocks do not hold at their ends."""
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("name", ["basil_dev", "polnear_dev", "stories_incidents_dev", "stories_ecb_dev"])
def test_texts_are_kept_to_the_character(name: str) -> None:
    path = DATA / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    articles, errors = run(path)
    assert not errors
    assert [article.text for article in articles] == texts
    for article in articles:
        kept = "".join(block.span.of(article.text) for block in article.blocks)
        assert visible(kept) == visible(article.text)


@pytest.mark.parametrize(("name", "most"), [("basil_dev", 0.002), ("polnear_dev", 0.005), ("stories_ecb_dev", 0.001)])
def test_hardly_anything_of_edited_texts_is_marked_as_no_story(name: str, most: float) -> None:
    articles, _ = run(DATA / f"{name}.jsonl.gz")
    marked = sum(b.span.end - b.span.start for a in articles for b in a.blocks if not b.is_story)
    assert marked / sum(len(a.text) for a in articles) < most
