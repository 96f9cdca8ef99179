#!/usr/bin/env python3
"""Fit the weights of ``secondsource.annotate.voice.analysis_weights`` on hand-marked stories, and score them.

usage: python -m training.commentary GOLD_DIR ...

A GOLD_DIR holds a folder per story: <outlet>.json (outlet, title, url, published, text, sentences as pairs of offsets)
and gold.json (`commentary`: sentences, "outlet:number"; `arguable`, if there: those that count half). Prints the
weights fitted on all stories, and for each collection, with each story left out in turn, precision, recall and F1 of
the sentences that the rules or the weights fitted on the other stories call commentary.

Method: L2-regularised logistic regression on standardised features, by Newton's method.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from secondsource.annotate import annotate
from secondsource.annotate.voice import find_voices, may_weigh
from secondsource.annotate.voice.analysis import features, settings_of
from secondsource.annotate.voice.outlet_words import outlet_words
from secondsource.model import load_reader
from secondsource.types import Article, Voice
from training.logistic import Floats, fit

PENALTY = 10.0  # weight of the sum of squares of the standardised weights
ENOUGH = 0.5

Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


class Marked(NamedTuple):
    """One story's sentences: features, how far each is commentary (0, 0.5, 1), what the rules alone call so, and which
    the weights may judge.
    """

    collection: str
    features: Floats
    right: Floats
    ruled: Flags
    judged: Flags


def read_story(folder: Path) -> tuple[Marked, list[str]]:
    """The story in one folder, annotated by the package, and the names of the features."""
    sources = {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.json"))}
    gold = sources.pop("gold")
    rows, right, ruled, judged = [], [], [], []
    names: list[str] = []
    for name, source in sources.items():
        article = Article(
            name,
            name,
            source["text"],
            source["title"],
            source["url"],
            published=date.fromisoformat(source["published"]),
        )
        found = annotate(article, load_reader("accurate"))
        words = outlet_words(article, found)
        by_rule = find_voices(article, replace(found, opinions=()))
        settings = settings_of(words, found.opinions)
        for number, (sentence, own) in enumerate(zip(found.sentences, words, strict=True)):
            row = features(own, settings[number])
            names = list(row)
            judged.append(may_weigh(article, sentence, own))
            rows.append(list(row.values()))
            right.append(_right(name, sentence.span, source["sentences"], gold))
            ruled.append(by_rule[number] is Voice.COMMENTARY)
    return Marked(folder.parent.name, np.array(rows), np.array(right), np.array(ruled), np.array(judged)), names


def _right(name: str, span: Any, sentences: list[Any], gold: dict[str, Any]) -> float:
    """How far a sentence is commentary: as much as the marked one with which it shares a character."""
    shared = {f"{name}:{n}" for n, (start, end) in enumerate(sentences) if max(start, span.start) < min(end, span.end)}
    return 1.0 if shared & set(gold["commentary"]) else 0.5 if shared & set(gold.get("arguable", [])) else 0.0


def fit_stories(stories: list[Marked]) -> tuple[Floats, float]:
    """Weights and intercept, from the sentences that they may judge."""
    return fit(
        np.concatenate([story.features[story.judged] for story in stories]),
        np.concatenate([story.right[story.judged] for story in stories]),
        PENALTY,
    )


def main() -> None:
    """Fit, and print weights and scores."""
    folders = [file.parent for folder in sys.argv[1:] for file in sorted(Path(folder).glob("*/gold.json"))]
    stories = [read_story(folder) for folder in folders]
    names = stories[0][1]
    tables = [story for story, _ in stories]
    counts: dict[str, Floats] = {}
    for left_out, story in enumerate(tables):
        others = [table for number, table in enumerate(tables) if number != left_out]
        weights, intercept = fit_stories(others)
        likely = 1 / (1 + np.exp(-(story.features @ weights + intercept))) >= ENOUGH
        called = story.ruled | (likely & story.judged)
        clear = story.right != 0.5
        counts.setdefault(story.collection, np.zeros(3))
        counts[story.collection] += (
            (called & (story.right == 1)).sum(),
            (called & clear).sum(),
            (story.right == 1).sum(),
        )
    for collection, (hit, found, right) in counts.items():
        print(f"{collection}: P {hit / max(1, found):.3f} R {hit / right:.3f} F1 {2 * hit / (found + right):.3f}")
    weights, intercept = fit_stories(tables)
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"INTERCEPT = {intercept:.2f}")


if __name__ == "__main__":
    main()
