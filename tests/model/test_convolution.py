"""The fast reader: what it finds in plain sentences, and that it finds the same in any company."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import secondsource.model
from secondsource.model import Attribution, Reader, is_installed, load_reader
from secondsource.types import Span
from tests.model.plain_report import TEXT, read

pytestmark = pytest.mark.skipif(not is_installed("fast"), reason="the fast reader's model is not in this checkout")


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
    found = {(cue, source) for cue, source, _ in _lines(TEXT, read(reader, TEXT).attributions)}
    assert ("said", "The county") in found
    assert ("complained", "Ferry crews") in found


def test_names_opinions_vectors_and_antecedents_are_given(reader: Reader) -> None:
    reading = read(reader, TEXT)
    assert "Orla Venn" in [name.span.of(TEXT) for name in reading.names]
    assert len(reading.opinions) == 4
    assert all(0 < opinion < 1 for opinion in reading.opinions)
    assert reading.vector([Span(0, 40)])
    assert [len(row) for row in reading.antecedents([Span(0, 10), Span(77, 107)])] == [0, 1]


def test_an_article_has_no_seams(reader: Reader) -> None:
    once = _lines(TEXT, read(reader, TEXT).attributions)
    text = "\n\n".join([TEXT] * 120)
    many = _lines(text, read(reader, text).attributions)
    # At their ends articles see nothing beyond them, so one in the middle is what the others are compared with.
    inner = many[len(many) // 120 * 60 :][: len(once)]
    places = [place for place in range(len(many) - len(inner)) if many[place : place + len(inner)] == inner]
    assert len(places) >= 117


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
