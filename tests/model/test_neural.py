"""The shipped reader: what it finds in plain sentences, and that it always finds the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

from secondsource.annotate import annotate
from secondsource.annotate.marks import marked_spans
from secondsource.annotate.sentences import find_sentences
from secondsource.model import READERS, Attribution, Reader, is_installed, load_reader
from secondsource.types import Article

pytestmark = pytest.mark.skipif(not is_installed("accurate"), reason="the reader's model is not in this checkout")

_TEXT = """The county said on Monday that the Mill bridge would stay closed until May. According to the county \
engineer, a pier has cracked. “We are sorry if anyone was delayed,” said Orla Venn, who has led the works since 2029.

Ferry crews complained that nobody had told them of the closure, and promised to run more boats."""


def _read(reader: Reader, text: str) -> tuple[Attribution, ...]:
    article = Article(id="a", outlet="Gazette", text=text)
    return reader.read(text, find_sentences(article), marked_spans(text)).attributions


@pytest.fixture(scope="module")
def reader() -> Reader:
    loaded = load_reader("accurate")
    assert loaded is not None
    return loaded


def _lines(text: str, attributions: tuple[Attribution, ...]) -> list[tuple[str, str]]:
    return [(a.cue.of(text), a.source.of(text) if a.source else "") for a in attributions]


def test_cues_and_sources_of_plain_reporting(reader: Reader) -> None:
    found = _lines(_TEXT, _read(reader, _TEXT))
    assert ("said", "The county") in found
    assert ("According to", "the county engineer") in found
    assert ("complained", "Ferry crews") in found


def test_contents_reach_from_the_cue_to_the_end_of_the_clause(reader: Reader) -> None:
    contents = [" … ".join(span.of(_TEXT) for span in a.content) for a in _read(reader, _TEXT)]
    assert any("the Mill bridge would stay closed until May" in content for content in contents)
    assert any("nobody had told them of the closure" in content for content in contents)


def test_spans_lie_in_the_text(reader: Reader) -> None:
    for attribution in _read(reader, _TEXT):
        for span in (attribution.cue, *attribution.content, *([attribution.source] if attribution.source else [])):
            assert 0 <= span.start < span.end <= len(_TEXT)


@pytest.mark.parametrize("text", ["", "\n", "a", "\u200b\u00ad \ufffd", "😀 said 😀.", "x" * 5000, "said " * 3000])
def test_odd_texts_are_read(reader: Reader, text: str) -> None:
    _read(reader, text)


def test_a_long_article_reads_as_its_parts_do(reader: Reader) -> None:
    once = _lines(_TEXT, _read(reader, _TEXT))
    many = "\n\n".join([_TEXT] * 8)
    assert len(_read(reader, many)) >= 7 * len(once)


def test_another_process_finds_the_same(reader: Reader) -> None:
    program = (
        "import sys; from secondsource.annotate import annotate; from secondsource.model import load_reader;"
        "from secondsource.types import Article; text = sys.stdin.read();"
        "print(annotate(Article(id='a', outlet='Gazette', text=text), load_reader('accurate')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=_TEXT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == str(annotate(Article(id="a", outlet="Gazette", text=_TEXT), reader))


def test_the_annotations_name_what_read_them(reader: Reader) -> None:
    article = Article(id="a", outlet="Gazette", text=_TEXT)
    assert reader.version in annotate(article, reader).version
    assert reader.version not in annotate(article).version


def test_rules_need_no_model() -> None:
    assert is_installed("rules")
    assert load_reader("rules") is None
    assert "rules" in READERS
