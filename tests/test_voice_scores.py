"""How opinion against fact is scored."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from evals.voice import held_back, is_opinion, macro_f1
from secondsource.model import Reader
from tests.reader_double import DoubleReader, DoubleReading


@pytest.mark.parametrize(
    ("right", "found", "score"),
    [
        ([True, False], [True, False], 1.0),
        ([True, False], [False, True], 0.0),
        ([True, True, False, False], [True, False, False, False], (2 / 3 + 4 / 5) / 2),
    ],
)
def test_macro_f1_is_the_mean_of_both_sides(right: list[bool], found: list[bool], score: float) -> None:
    assert macro_f1(right, found) == pytest.approx(score)


def test_only_sentences_kept_from_training_are_scored(tmp_path: Path) -> None:
    texts = [f"Sentence {number}." for number in range(40)]
    (tmp_path / "data").mkdir()
    with gzip.open(tmp_path / "data/voice_dev.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text, "label": "OBJ"}) + "\n" for text in texts)
    kept = {text for text, _ in held_back(tmp_path)}
    assert 0 < len(kept) < len(texts)
    assert kept == {t for t in texts if int(hashlib.sha256(t.encode()).hexdigest(), 16) % 4 == 0}


@pytest.mark.parametrize(
    ("text", "reader", "opinion"),
    [
        ("The ferry sank.", None, False),
        ("Ugh.", None, True),
        ("The ferry sank.", DoubleReader(DoubleReading(opinions=(0.8,))), True),
        ("The ferry sank.", DoubleReader(DoubleReading(opinions=(0.2,))), False),
    ],
)
def test_an_opinion_by_rules_or_by_the_reader(text: str, reader: Reader | None, opinion: bool) -> None:
    assert is_opinion(text, reader) is opinion
