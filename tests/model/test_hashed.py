"""Words as rows of tables."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.hashed import AFFIXES, SHAPES, WORDS, distinct_words, plain, rows


def test_other_words_have_other_rows() -> None:
    first, second = rows(["bridge", "ferry"])
    assert (first[:4] != second[:4]).all()


def test_case_changes_nothing_but_the_shape() -> None:
    first, second = rows(["bridge", "Bridge"])
    assert (first[:4] == second[:4]).all()
    assert first[4] != second[4]


def test_words_with_one_beginning_share_its_row() -> None:
    first, second = rows(["ferryman", "ferries"])
    assert first[2] == second[2]
    assert first[3] != second[3]


def test_digits_are_alike() -> None:
    assert plain("2031") == plain("1987") == "0000"
    assert plain("Ferry") == "ferry"


def test_no_words_have_no_rows() -> None:
    assert rows([]).shape == (0, 5)


@given(st.lists(st.text(min_size=1)))
def test_rows_lie_in_the_tables_whatever_the_words_are(texts: list[str]) -> None:
    words, places = distinct_words(texts)
    assert [words[place] for place in places] == texts
    assert len(set(words)) == len(words)
    found = rows(words)
    assert found.shape == (len(words), 5)
    assert (found >= 0).all()
    assert (found < [WORDS, WORDS, AFFIXES, AFFIXES, SHAPES]).all()


def test_another_process_finds_the_same_rows() -> None:
    program = "from secondsource.model.hashed import rows; print(rows(['Ferry', 'was', '2031', 'naïve']).tolist())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(rows(["Ferry", "was", "2031", "naïve"]).tolist())
