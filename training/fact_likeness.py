#!/usr/bin/env python3
"""Fit the weights of ``secondsource.collate.facts.likeness_weights`` on hand-marked stories, and score them.

usage: python -m training.fact_likeness GOLD_DIR...

Each GOLD_DIR holds a folder per story: <outlet>.json (outlet, title, url, published, text, sentences as pairs of
offsets) and gold.json (`facts`: lists of sentences, "outlet:number"; `quotations` and `statements`, whose pairs of
sentences are neither right nor wrong). Prints the weights fitted on all stories, and for each story left out in turn
the pairs of sentences found by grouping with the weights fitted on all others: precision, recall and F1 over the
stories of each folder and over all.

Method: L2-regularised logistic regression on standardised features, by Newton's method.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from secondsource.annotate import annotate
from secondsource.cluster import cluster
from secondsource.collate.facts import LIKELY, QUOTED, Match, Passage, read_passages
from secondsource.collate.facts.grouping import LINKED, group_matches
from secondsource.collate.facts.likeness import FEATURES, feature_rows
from secondsource.model import Reader, load_reader
from secondsource.types import Article, Span
from training.logistic import Floats, fit

PENALTY = 3.0  # weight of the sum of squares of the standardised weights

Pair = frozenset[tuple[str, int]]  # two sentences: outlet and number


class Marked(NamedTuple):
    """One story: its passages, the sentences that each covers, the pairs that share words, and what is right."""

    passages: tuple[Passage, ...]
    sentences: list[set[tuple[str, int]]]
    pairs: list[tuple[int, int]]
    features: Floats
    right: set[Pair]
    ignored: set[Pair]


def read_story(folder: Path, reader: Reader | None) -> Marked:
    """The story in one folder, annotated with `reader` and compared by the package."""
    sources = {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.json"))}
    gold = sources.pop("gold")
    articles = {
        name: Article(name, name, s["text"], s["title"], s["url"], published=date.fromisoformat(s["published"][:10]))
        for name, s in sources.items()
    }
    annotations = {name: annotate(article, reader) for name, article in articles.items()}
    (story,) = cluster(tuple(articles.values()), annotations, one_story=True)
    passages = read_passages(story, articles, annotations)
    covered = [_sentences(p.anchor.article, p.anchor.span, sources) for p in passages]
    pairs, rows = [], []
    for first, seconds, features in feature_rows(passages):
        pairs += [(first, int(second)) for second in seconds]
        rows.append(features)
    right = _pairs([[(s.split(":")[0], int(s.split(":")[1])) for s in fact["sents"]] for fact in gold["facts"]])
    quotations = {q["id"]: [(q["article"], n) for n in q["sents"]] for q in gold["quotations"]}
    said = _pairs([[s for q in statement["quotations"] for s in quotations[q]] for statement in gold["statements"]])
    return Marked(passages, covered, pairs, np.concatenate(rows), right, said - right)


def _sentences(name: str, span: Span, sources: dict[str, Any]) -> set[tuple[str, int]]:
    """The marked sentences that a passage shares more than half of itself or of them with."""
    found = set()
    for number, (start, end) in enumerate(sources[name]["sentences"]):
        shared = min(end, span.end) - max(start, span.start)
        if shared > 0.5 * min(end - start, span.end - span.start):
            found.add((name, number))
    return found


def _pairs(groups: list[list[tuple[str, int]]]) -> set[Pair]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2) if pair[0][0] != pair[1][0]}


def labels(story: Marked) -> tuple[Floats, Floats]:
    """The features and labels of the pairs that are right or wrong."""
    kept, right = [], []
    for row, (first, second) in zip(story.features, story.pairs, strict=True):
        pairs = _pairs([[a, b] for a in story.sentences[first] for b in story.sentences[second]])
        if not pairs or not pairs <= story.ignored:
            kept.append(row)
            right.append(bool(pairs & story.right))
    return np.array(kept), np.array(right, dtype=np.float64)


def found_pairs(story: Marked, weights: Floats, intercept: float) -> set[Pair]:
    """The pairs of sentences in the groups made with the weights."""
    likelihood = 1 / (1 + np.exp(-(story.features @ weights + intercept)))
    matches = [
        Match(first, second, float(value))
        for (first, second), value in zip(story.pairs, likelihood, strict=True)
        if value >= LINKED and max(story.passages[first].quoted, story.passages[second].quoted) <= QUOTED
    ]
    groups = group_matches(matches, story.passages, LIKELY)
    sentences = [sorted(set().union(*(story.sentences[member] for member in group))) for group in groups]
    return _pairs(sentences) - story.ignored


def found_left_out(stories: list[Marked]) -> list[set[Pair]]:
    """The pairs found in each story with the weights fitted on all the others."""
    tables = [labels(story) for story in stories]
    found = []
    for left_out, story in enumerate(stories):
        others = [table for number, table in enumerate(tables) if number != left_out]
        weights = fit(np.concatenate([t[0] for t in others]), np.concatenate([t[1] for t in others]), PENALTY)
        found.append(found_pairs(story, *weights))
    return found


def print_scores(name: str, stories: list[Marked], found: list[set[Pair]]) -> None:
    """Precision, recall and F1 over all pairs of the stories."""
    hit = sum(len(pairs & story.right) for story, pairs in zip(stories, found, strict=True))
    every, right = sum(map(len, found)), sum(len(story.right) for story in stories)
    print(f"{name}: P {hit / every:.3f} R {hit / right:.3f} F1 {2 * hit / (every + right):.3f}")


def main() -> None:
    """Fit, and print weights and scores."""
    reader = load_reader("accurate")
    files = {name: sorted(Path(name).glob("*/gold.json")) for name in sys.argv[1:]}
    stories = [read_story(file.parent, reader) for found in files.values() for file in found]
    found = found_left_out(stories)
    first = 0
    for name, inside in files.items():
        part = slice(first, first := first + len(inside))
        print_scores(f"{name}, each story left out in turn", stories[part], found[part])
    print_scores("all", stories, found)
    tables = [labels(story) for story in stories]
    weights, intercept = fit(np.concatenate([t[0] for t in tables]), np.concatenate([t[1] for t in tables]), PENALTY)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"INTERCEPT = {intercept:.2f}")


if __name__ == "__main__":
    main()
