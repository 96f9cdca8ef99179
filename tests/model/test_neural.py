"""The shipped reader: what it finds in plain sentences, and that it always finds the same."""

from __future__ import annotations

import pytest

from secondsource.annotate import annotate
from secondsource.model import READERS, Attribution, Reader, is_installed, load_reader
from secondsource.types import Article
from tests.model.plain_report import TEXT, read

pytestmark = pytest.mark.skipif(not is_installed("accurate"), reason="the reader's model is not in this checkout")


@pytest.fixture(scope="module")
def reader() -> Reader:
    loaded = load_reader("accurate")
    assert loaded is not None
    return loaded


def _lines(text: str, attributions: tuple[Attribution, ...]) -> list[tuple[str, str]]:
    return [(a.cue.of(text), a.source.of(text) if a.source else "") for a in attributions]


def test_cues_and_sources_of_plain_reporting(reader: Reader) -> None:
    found = _lines(TEXT, read(reader, TEXT).attributions)
    assert ("said", "The county") in found
    assert ("According to", "the county engineer") in found
    assert ("complained", "Ferry crews") in found


def test_a_long_article_reads_as_its_parts_do(reader: Reader) -> None:
    once = _lines(TEXT, read(reader, TEXT).attributions)
    many = "\n\n".join([TEXT] * 8)
    assert len(read(reader, many).attributions) >= 7 * len(once)


def test_the_annotations_name_what_read_them(reader: Reader) -> None:
    article = Article(id="a", outlet="Gazette", text=TEXT)
    assert reader.version in annotate(article, reader).version
    assert reader.version not in annotate(article).version


def test_rules_need_no_model() -> None:
    assert is_installed("rules")
    assert load_reader("rules") is None
    assert "rules" in READERS
