"""Which words near a cue are its source and its content, given how likely each is."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from secondsource.model.roles import CONTENT, best_roles

_NOTHING, _INSIDE = 0, CONTENT + 1


def _scores(*chosen: dict[int, float]) -> npt.NDArray[np.float32]:
    """One cue's scores: of each word the labels that are likely, with their log probabilities."""
    scores = np.full((1, len(chosen), 5), -9.0, np.float32)
    for word, labels in enumerate(chosen):
        for label, score in labels.items():
            scores[0, word, label] = score
    return scores


def test_a_clear_beginning_and_end_are_kept() -> None:
    scores = _scores({CONTENT: -0.1}, {_INSIDE: -0.1}, {_NOTHING: -0.1})
    assert best_roles(scores, np.array([True, True, True])).tolist() == [[CONTENT, _INSIDE, _NOTHING]]


def test_an_unsure_end_moves_to_the_next_punctuation_mark() -> None:
    scores = _scores({CONTENT: -0.1}, {_NOTHING: -0.6, _INSIDE: -0.9}, {_NOTHING: -0.1})
    before_mark = best_roles(scores, np.array([True, True, False])).tolist()
    assert before_mark == [[CONTENT, _INSIDE, _NOTHING]]
    assert best_roles(scores, np.array([True, False, True])).tolist() == [[CONTENT, _NOTHING, _NOTHING]]


def test_an_unsure_second_piece_is_left_out() -> None:
    scores = _scores({CONTENT: -0.1}, {_NOTHING: -0.1}, {CONTENT: -0.6, _NOTHING: -0.9})
    assert best_roles(scores, np.array([True, False, True])).tolist() == [[CONTENT, _NOTHING, _NOTHING]]
