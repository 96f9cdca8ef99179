"""What is made of a network's outputs: names, opinions, vectors and antecedents."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from secondsource.annotate.sentences import find_sentences
from secondsource.model.reading import NetworkReading, Outputs
from secondsource.model.words import read_words
from secondsource.types import Article, EntityKind, Span

_TEXT = "Orla Venn rows. She wins."  # seven words and marks: Orla Venn rows . She wins .
_WORDS = read_words(_TEXT, find_sentences(Article("a", "Gazette", _TEXT)), [])
_NAMES, _VOICE, _VECTOR, _LATER, _EARLIER = (np.zeros((7, width), np.float32) for width in (9, 5, 4, 2, 2))
_ZEROS = Outputs(_NAMES, _VOICE, _VECTOR, _LATER, _EARLIER, apart=np.zeros(3, np.float32))


def _reading(outputs: Outputs) -> NetworkReading:
    return NetworkReading(_WORDS, 2, outputs, ())


def _cosine(a: bytes, b: bytes) -> float:
    x, y = (np.frombuffer(v, np.int8).astype(float) for v in (a, b))
    return float(x @ y / np.sqrt(x @ x) / np.sqrt(y @ y))


def test_no_label_no_name() -> None:
    names = _ZEROS.names.copy()
    names[:, 0] = 5
    assert _reading(replace(_ZEROS, names=names)).names == ()


def test_a_beginning_and_its_inside_are_one_name() -> None:
    names = _ZEROS.names.copy()
    names[:, 0] = 5
    names[0, 1], names[1, 2], names[4, 1] = 9, 9, 9
    found = _reading(replace(_ZEROS, names=names)).names
    assert [(name.span.of(_TEXT), name.kind) for name in found] == [
        ("Orla Venn", EntityKind.PERSON),
        ("She", EntityKind.PERSON),
    ]
    assert all(0.9 < name.probability <= 1 for name in found)


def test_each_sentence_has_an_opinion_of_its_own() -> None:
    voice = _ZEROS.voice.copy()
    voice[4:, [2, 4]] = 8  # the second sentence's words
    first, second = _reading(replace(_ZEROS, voice=voice)).opinions
    assert first < 0.5 < second


def test_the_vector_of_a_passage_is_the_mean_of_its_words() -> None:
    vector = _ZEROS.vector.copy()
    vector[0], vector[1], vector[4] = [1, 0, 0, 0], [0, 1, 0, 0], [2, 2, 0, 0]
    reading = _reading(replace(_ZEROS, vector=vector))
    assert _cosine(reading.vector([Span(0, 9)]), reading.vector([Span(16, 19)])) == pytest.approx(1, abs=0.01)
    assert _cosine(reading.vector([Span(0, 4)]), reading.vector([Span(5, 9)])) == 0


def test_a_passage_without_words_has_no_vector() -> None:
    reading = _reading(replace(_ZEROS, vector=np.ones((7, 4), np.float32)))
    assert reading.vector([Span(4, 5)]) == b""
    assert reading.vector([]) == b""


def test_a_mention_has_a_score_for_each_one_before_it() -> None:
    later, earlier = _ZEROS.later.copy(), _ZEROS.earlier.copy()
    later[4], earlier[1] = [3, 0], [3, 0]  # "She", "Venn"
    reading = _reading(replace(_ZEROS, later=later, earlier=earlier, apart=np.array([0, -1, -2], np.float32)))
    none, (score,) = reading.antecedents([Span(0, 9), Span(16, 19)])
    assert none == []
    assert score == pytest.approx(9 * np.sqrt(2) - 1)
    assert reading.antecedents([]) == []
