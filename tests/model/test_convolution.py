"""The fast reader: what it finds in plain sentences, and that it finds the same in any company."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import secondsource.model
from secondsource.annotate import annotate
from secondsource.annotate.marks import marked_spans
from secondsource.annotate.sentences import find_sentences
from secondsource.model import Attribution, Reader, Reading, is_installed, load_reader
from secondsource.types import Article, Span

pytestmark = pytest.mark.skipif(not is_installed("fast"), reason="the fast reader's model is not in this checkout")

_TEXT = """The county said on Monday that the Mill bridge would stay closed until May. According to the county \
engineer, a pier has cracked. “We are sorry if anyone was delayed,” said Orla Venn, who has led the works since 2029.

Ferry crews complained that nobody had told them of the closure, and promised to run more boats."""


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(text, find_sentences(Article(id="a", outlet="Gazette", text=text)), marked_spans(text))


def _lines(text: str, attributions: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    return [
        (a.cue.of(text), a.source.of(text) if a.source else "", " … ".join(s.of(text) for s in a.content))
        for a in attributions
    ]


@pytest.fixture(scope="module")
def reader() -> Reader:
    loaded = load_reader("fast")
    assert loaded is not None
    return loaded


def test_cues_and_sources_of_plain_reporting(reader: Reader) -> None:
    found = {(cue, source) for cue, source, _ in _lines(_TEXT, _read(reader, _TEXT).attributions)}
    assert ("said", "The county") in found
    assert ("complained", "Ferry crews") in found


def test_contents_reach_from_the_cue_to_the_end_of_the_clause(reader: Reader) -> None:
    contents = [content for _, _, content in _lines(_TEXT, _read(reader, _TEXT).attributions)]
    assert any("the Mill bridge would stay closed until May" in content for content in contents)
    assert any("nobody had told them of the closure" in content for content in contents)


def test_names_opinions_vectors_and_antecedents_are_given(reader: Reader) -> None:
    reading = _read(reader, _TEXT)
    assert "Orla Venn" in [name.span.of(_TEXT) for name in reading.names]
    assert len(reading.opinions) == 4
    assert all(0 < opinion < 1 for opinion in reading.opinions)
    assert reading.vector([Span(0, 40)])
    assert [len(row) for row in reading.antecedents([Span(0, 10), Span(77, 107)])] == [0, 1]


@pytest.mark.parametrize("text", ["", "\n", "a", "\u200b\u00ad \ufffd", "😀 said 😀.", "x" * 5000, "said " * 3000])
def test_odd_texts_are_read(reader: Reader, text: str) -> None:
    reading = _read(reader, text)
    for attribution in reading.attributions:
        for span in (attribution.cue, *attribution.content, *([attribution.source] if attribution.source else [])):
            assert 0 <= span.start < span.end <= len(text)


def test_an_article_has_no_seams(reader: Reader) -> None:
    once = _lines(_TEXT, _read(reader, _TEXT).attributions)
    text = "\n\n".join([_TEXT] * 120)
    many = _lines(text, _read(reader, text).attributions)
    # At their ends articles see nothing beyond them, so one in the middle is what the others are compared with.
    inner = many[len(many) // 120 * 60 :][: len(once)]
    places = [place for place in range(len(many) - len(inner)) if many[place : place + len(inner)] == inner]
    assert len(places) >= 117


def test_one_after_another_reads_as_alone(reader: Reader) -> None:
    alone = _read(reader, _TEXT)
    _read(reader, _TEXT.replace("county", "harbour board") * 3)
    again = _read(reader, _TEXT)
    assert alone.attributions == again.attributions
    assert alone.names == again.names
    assert alone.opinions == again.opinions


def test_another_process_finds_the_same(reader: Reader) -> None:
    program = (
        "import sys; from secondsource.annotate import annotate; from secondsource.model import load_reader;"
        "from secondsource.types import Article; text = sys.stdin.read();"
        "print(annotate(Article(id='a', outlet='Gazette', text=text), load_reader('fast')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=_TEXT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == str(annotate(Article(id="a", outlet="Gazette", text=_TEXT), reader))


@given(st.lists(st.integers(1, 900), max_size=40))
def test_stretches_hold_every_word_once_and_all_that_it_sees(lengths: list[int]) -> None:
    from secondsource.model.convolution import SENTENCE, stretches, units_of

    units = units_of(np.repeat(np.arange(len(lengths)), lengths))
    assert (np.bincount(units) <= SENTENCE).all() if len(units) else True
    cores: list[int] = []
    for first, core, core_end, end in stretches(units):
        assert 0 <= first <= core <= core_end <= end <= len(units)
        assert first == 0 or units[first - 1] == units[first] or first <= core - 35
        cores += range(core, core_end)
    assert cores == list(range(len(units)))


def test_both_models_are_small() -> None:
    folder = Path(secondsource.model.__file__).parent
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.suffix in (".onnx", ".npz", ".json")]
    assert sum(sizes) <= 60e6
