from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.windows import LONGEST, windows


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=400), max_size=30))
def test_every_word_is_in_the_core_of_one_window_that_the_network_can_take(lengths: list[list[int]]) -> None:
    sentences = np.array([i for i, words in enumerate(lengths) for _ in words], np.int64)
    firsts = np.concatenate([[0], np.cumsum([n for words in lengths for n in words])]).astype(np.int64)
    cores: list[int] = []
    for window in windows(sentences, firsts):
        assert window.first <= window.core < window.core_end <= window.end
        assert firsts[window.end] - firsts[window.first] + 2 <= LONGEST + 2
        cores += range(window.core, window.core_end)
    assert cores == list(range(len(sentences)))


def test_sentences_are_not_cut_and_have_neighbours_around_them() -> None:
    sentences = np.repeat(np.arange(40), 10)
    firsts = np.arange(401)
    found = windows(sentences, firsts)
    assert len(found) > 1
    assert all(window.core % 10 == 0 and window.core_end % 10 == 0 for window in found)
    assert found[1].first < found[1].core
    assert found[0].end > found[0].core_end
