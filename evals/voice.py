"""How well opinion is told from fact, on sentences that readers labelled: ``python -m evals.voice --shared ../shared``.

A quarter of the labelled sentences, chosen by a hash of their text, is kept from training and scored here: those marked
subjective or objective, and those marked opinion or factual (what is marked as both is left out). A sentence is held
for opinion where its voice is commentary or its ``Annotations.opinions`` reaches a half.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from secondsource.annotate import annotate
from secondsource.model import Reader, load_reader
from secondsource.types import Article, Voice

HALF = 0.5
COLLECTIONS = {"SUBJ/OBJ": ("OBJ", "SUBJ"), "opinion/factual": ("Entirely factual", "Expresses writer’s opinion")}
"""Each collection's labels of fact and of opinion."""


def held_back(shared: Path) -> Iterator[tuple[str, str]]:
    """Text and label of the sentences that training leaves out."""
    with gzip.open(shared / "data/voice_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            sentence = json.loads(line)
            if int(hashlib.sha256(sentence["text"].encode()).hexdigest(), 16) % 4 == 0:
                yield sentence["text"], sentence["label"]


def is_opinion(text: str, reader: Reader | None) -> bool:
    """Whether the program holds a sentence, read alone, for opinion."""
    found = annotate(Article(id="voice", outlet="", text=text), reader)
    return Voice.COMMENTARY in found.voices or max(found.opinions, default=0.0) >= HALF


def macro_f1(right: Sequence[bool], found: Sequence[bool]) -> float:
    """The mean of the F1 of opinion and the F1 of fact."""
    scores = []
    for label in (True, False):
        both = sum(r == f == label for r, f in zip(right, found, strict=True))
        scores.append(2 * both / max(1, right.count(label) + found.count(label)))
    return sum(scores) / len(scores)


def voice_scores(shared: Path, reader: Reader | None) -> dict[str, float]:
    """Macro-F1 of each collection."""
    sentences = list(held_back(shared))
    scores = {}
    for name, (fact, opinion) in COLLECTIONS.items():
        chosen = [(text, label) for text, label in sentences if label in (fact, opinion)]
        found = [is_opinion(text, reader) for text, _ in chosen]
        scores[f"voice: {name} macro-F1"] = macro_f1([label == opinion for _, label in chosen], found)
    return scores


def main() -> None:
    """Print the scores of one reader, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared data")
    parser.add_argument("--reader", default="accurate")
    given = parser.parse_args()
    for name, score in voice_scores(given.shared, load_reader(given.reader)).items():
        print(f"{name} {score:.3f}")


if __name__ == "__main__":
    main()
