#!/usr/bin/env python3
"""Fit the weights of ``secondsource.collate.same_utterance_weights`` on hand-marked stories, and score them.

usage: python -m training.utterance_likeness GOLD_DIR [JUDGED]
       utterance_likeness.py --marked GOLD_DIR...

GOLD_DIR holds a folder per story: <outlet>.json (outlet, title, url, published, text) and gold.json (`quotations` with
`article` and `parts`, `statements` as lists of them). JUDGED is a JSON file of single pairs judged by hand: `stories`,
by name the articles of one event (as above, with an `id` each), and `pairs`: [story, [article, start, end], [article,
start, end], whether the two passages report one utterance].

A pair is a paraphrase and another article's quotation that share a word family. Prints the weights fitted on all pairs,
and for each story left out in turn the average precision and the best F1 of its pairs under the weights of the others.
With --marked, a pair is two marked quotations of different articles that share a word, without those of two speakers
who are known to differ.
Method: as in ``training.logistic``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from secondsource.collate import same_words
from secondsource.collate.alignment import align
from secondsource.collate.evidence import densest, shared_context
from secondsource.collate.rarity import Rarity
from secondsource.collate.same_utterance import FEATURES, features
from secondsource.collate.same_words import shared_words
from secondsource.collate.speakers import Likeness, compare_speakers
from secondsource.collate.statements import find_witnesses
from secondsource.collate.witness import Witness, outside_stems
from secondsource.pipeline import Settings, annotate_all, cluster_all
from secondsource.types import Annotations, Article
from training.logistic import Floats, fit

PENALTY = 3.0  # weight of the sum of squares of the standardised weights
READER = "accurate"
SAME = 0.3  # a quotation is that which shares so much of the characters of both
Row = tuple[str, tuple[float, ...], bool]  # story, features, whether one utterance
Place = tuple[str, int, int]  # article, start, end
Pair = tuple[Witness, Witness, tuple[float, ...]]  # the longer quotation, the other, their features


def witnesses_of(sources: dict[str, Any]) -> tuple[list[Witness], Rarity]:
    """The quotations of a story, and how telling its words are."""
    articles = {
        name: Article(
            name, name, s["text"], s.get("title"), s.get("url"), published=date.fromisoformat(s["published"][:10])
        )
        for name, s in sources.items()
    }
    notes = {a.article: a for a in annotate_all(articles.values(), READER, map) if isinstance(a, Annotations)}
    (story,) = cluster_all(list(articles.values()), notes, Settings(one_story=True))
    witnesses = find_witnesses(story, articles, notes)
    outside = [outside_stems(articles[name], notes[name]) for name in story.articles]
    return witnesses, Rarity(outside, [witness.families for witness in witnesses])


def pairs_of(sources: dict[str, Any]) -> Iterator[Pair]:
    """The pairs of a paraphrase and another article's quotation in one story, with their features."""
    witnesses, rarity = witnesses_of(sources)
    for pair in combinations(witnesses, 2):
        host, other = sorted(pair, key=lambda w: (not w.reading.marked, -w.reading.size))
        relation = compare_speakers(host.speaker, other.speaker)
        if other.reading.marked or host.reading.article == other.reading.article or relation is Likeness.DIFFERENT:
            continue
        _, shared = densest(host, other.families, rarity)
        if shared:
            around = shared_context(host, other, rarity)
            yield host, other, features(host, other, shared, around, relation, rarity)


def marked_pairs_of(sources: dict[str, Any]) -> Iterator[Pair]:
    """The pairs of two articles' marked quotations in one story, with their features."""
    witnesses, rarity = witnesses_of(sources)
    for pair in combinations([w for w in witnesses if w.reading.marked], 2):
        host, other = sorted(pair, key=lambda w: -w.reading.size)
        relation = compare_speakers(host.speaker, other.speaker)
        if host.reading.article == other.reading.article or relation is Likeness.DIFFERENT:
            continue
        alignment = align(host.reading, other.reading)
        if alignment.matches:
            same = relation in (Likeness.SAME, Likeness.PART)
            around = shared_context(host, other, rarity)
            yield host, other, shared_words(host, other, alignment, rarity).features(around, same)


def overlap(witness: Witness, place: Place) -> float:
    """How much of the characters of both a quotation and a passage share."""
    span = witness.reading.quotation.span
    shared = min(span.end, place[2]) - max(span.start, place[1])
    whole = max(span.end, place[2]) - min(span.start, place[1])
    return shared / whole if witness.reading.article == place[0] and shared > 0 else 0.0


def gold_rows(folder: Path, compared: Callable[[dict[str, Any]], Iterator[Pair]] = pairs_of) -> Iterator[Row]:
    """The rows of a hand-marked story: whatever is not marked as one utterance is none."""
    sources = {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.json"))}
    gold = sources.pop("gold")
    places = {q["id"]: (q["article"], q["parts"][0][0], q["parts"][-1][1]) for q in gold["quotations"]}
    right = {frozenset(pair) for s in gold["statements"] for pair in combinations(s["quotations"], 2)}
    for host, other, row in compared(sources):
        marked = [max(places, key=lambda q: overlap(w, places[q])) for w in (host, other)]
        found = all(overlap(w, places[q]) > SAME for w, q in zip((host, other), marked, strict=True))
        yield folder.name, row, found and frozenset(marked) in right


def judged_rows(file: Path) -> Iterator[Row]:
    """The rows of the pairs judged by hand that are still found."""
    judged = json.loads(file.read_text(encoding="utf-8"))
    for name, articles in judged["stories"].items():
        pairs = [pair for pair in judged["pairs"] if pair[0] == name]
        for host, other, row in pairs_of({article["id"]: article for article in articles}):
            for _, one, two, same in pairs:
                if any(min(overlap(host, a), overlap(other, b)) > 2 * SAME for a, b in ((one, two), (two, one))):
                    yield name, row, same
                    break


def scores(odds: Floats, right: Floats) -> tuple[float, float]:
    """Average precision, and the best F1."""
    ordered = right[np.argsort(-odds)]
    hits = ordered.cumsum()
    precision = hits / np.arange(1, len(ordered) + 1)
    best = 2 * hits / (np.arange(1, len(ordered) + 1) + right.sum())
    return float((precision * ordered).sum() / right.sum()), float(best.max())


def main() -> None:
    """Fit, and print weights and scores."""
    if sys.argv[1] == "--marked":
        files = [file for folder in sys.argv[2:] for file in sorted(Path(folder).glob("*/gold.json"))]
        report([row for file in files for row in gold_rows(file.parent, marked_pairs_of)], same_words.FEATURES)
        return
    rows = [row for file in sorted(Path(sys.argv[1]).glob("*/gold.json")) for row in gold_rows(file.parent)]
    judged = [row for file in sys.argv[2:3] for row in judged_rows(Path(file))]
    report(rows, FEATURES, judged)


def report(rows: Sequence[Row], named: Sequence[str], judged: Sequence[Row] = ()) -> None:
    """Print what weights of the features `named` fit best, and how well those of other stories do."""
    marked = {name for name, _, _ in rows}
    rows = [*rows, *judged]
    names = np.array([name for name, _, _ in rows])
    table, right = np.array([row for _, row, _ in rows]), np.array([same for _, _, same in rows], dtype=np.float64)
    odds = np.zeros(len(rows))
    for name in set(names):
        weights, intercept = fit(table[names != name], right[names != name], PENALTY)
        odds[names == name] = table[names == name] @ weights + intercept
    for label, chosen in (("marked", np.isin(names, list(marked))), ("judged", ~np.isin(names, list(marked)))):
        if chosen.any():
            average, best = scores(odds[chosen], right[chosen])
            print(f"{label}, each story left out in turn: average precision {average:.3f}, best F1 {best:.3f}")
    weights, intercept = fit(table, right, PENALTY)
    for name, weight in zip(named, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"INTERCEPT = {intercept:.2f}")


if __name__ == "__main__":
    main()
