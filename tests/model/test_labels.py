from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from secondsource.model.labels import best_labels, runs

_SHAPE = st.tuples(st.integers(1, 3), st.integers(1, 12), st.just(5))


@given(arrays(np.float32, _SHAPE, elements=st.floats(-9, 0, width=32)))
def test_an_inside_label_follows_only_its_own_kind(scores: npt.NDArray[np.float32]) -> None:
    for labels in best_labels(scores):
        for before, label in zip([0, *labels[:-1]], labels, strict=True):
            assert label not in (2, 4) or before in (label, label - 1)


def test_the_best_path_is_found_where_single_labels_would_break_the_rule() -> None:
    #                      O     B-1   I-1
    scores = np.array([[[-1.0, -1.2, -9.0], [-2.0, -9.0, -0.1]]], np.float32)
    assert best_labels(scores).tolist() == [[1, 2]]


def test_a_stretch_goes_on_where_ending_it_costs_more() -> None:
    #                      O     B-1   I-1
    scores = np.array([[[-9.0, -0.1, -9.0], [-0.5, -9.0, -0.9], [-0.1, -9.0, -3.0]]], np.float32)
    assert best_labels(scores).tolist() == [[1, 0, 0]]
    assert best_labels(scores, np.array([[0.0, 0.6, 0.0]], np.float32)).tolist() == [[1, 2, 0]]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [([0, 0], []), ([1, 2, 0, 1], [(0, 2), (3, 4)]), ([1, 1, 2], [(0, 1), (1, 3)]), ([3, 4, 1], [(2, 3)])],
)
def test_runs_are_half_open(labels: list[int], expected: list[tuple[int, int]]) -> None:
    assert runs(np.array(labels), 1) == expected
