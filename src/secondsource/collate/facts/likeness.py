"""How likely two sentences of different reports are to tell the same thing.

A logistic model over ten readable features of the two sentences (`FEATURES`). Sentences meet through an inverted index
of their words, one row at a time, so that memory grows with sentences times reports, not with pairs of sentences.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from secondsource.collate.facts.common_words import telling
from secondsource.collate.facts.likeness_weights import INTERCEPT, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from secondsource.collate.facts.passages import Passage

    Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Ints = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

FEATURES = (
    "words",  # cosine of the content words, weighted by rarity in the story and in news at large (0 to 1)
    "second",  # that cosine less the greatest that either of the two has with the other's report (-1 to 0)
    "names",  # weight of the shared names (at most 3)
    "content",  # weight of the shared words that are no names (at most 4)
    "surroundings",  # mean cosine of the pairs of sentences around them (0 to 1)
    "figures",  # weight of the shared figures (at most 2)
    "dates",  # weight of the shared dates (at most 2)
    "people",  # weight of the shared people, however they are called (at most 2)
    "depth",  # logarithm of 1 and the number of sentences before the later of the two in its report
    "quoted",  # the greater share inside quotation marks of the two (0 to 1)
)
FLOOR = 0.04  # cosine under which two sentences are not looked at
NEAREST = 150  # later sentences that one is compared with, those of greatest cosine: however many reports there are


def likelihoods(features: Floats) -> Floats:
    """The likelihood (0 to 1) for each row of features that its two sentences tell the same thing."""
    weights = np.array([WEIGHTS[name] for name in FEATURES])
    return 1 / (1 + np.exp(-(features @ weights + INTERCEPT)))  # type: ignore[no-any-return]


def feature_rows(passages: Sequence[Passage]) -> Iterator[tuple[int, Ints, Floats]]:
    """For each passage, the later passages of other articles that share words with it (the `NEAREST` at most), and a
    row of `FEATURES` for each of those. The passages of an article stand together, in text order.
    """
    if not passages or passages[0].anchor.article == passages[-1].anchor.article:
        return
    views = _Views(passages)
    for first in range(len(passages)):
        cosine = views.cosine(first)
        seconds = np.flatnonzero((cosine > FLOOR) & (views.article > views.article[first]))
        if len(seconds) > NEAREST:
            seconds = np.sort(seconds[np.argsort(-cosine[seconds], kind="stable")[:NEAREST]])
        if len(seconds):
            yield first, seconds, views.features(first, seconds)


class _Index:
    """An inverted index of one kind of term: which passages hold it, and what it weighs.

    A term that stands in no more passages than there are articles weighs 1; one that stands in every passage, 0.
    """

    def __init__(self, terms: Sequence[frozenset[object]], articles: int) -> None:
        self.size = len(terms)
        postings: dict[object, list[int]] = defaultdict(list)
        for passage, held in enumerate(terms):
            for term in held:
                postings[term].append(passage)
        spread = np.log((self.size + 1) / articles)
        self.weight = {
            term: float(np.log((self.size + 1) / max(len(where), articles)) / spread)
            for term, where in postings.items()
        }
        self._postings = {term: np.array(where, dtype=np.int64) for term, where in postings.items() if len(where) > 1}
        # Sums in one order, whatever order a set comes in: their last bits would depend on it.
        self._terms = [sorted(held, key=repr) for held in terms]

    def shared(self, passage: int) -> Floats:
        """For every passage, the weight of the terms that it shares with `passage`."""
        return self._sum(passage, self.weight)

    def _sum(self, passage: int, weight: Mapping[object, float]) -> Floats:
        total = np.zeros(self.size)
        for term in self._terms[passage]:
            where = self._postings.get(term)
            if where is not None:
                total[where] += weight[term]
        return total


class _WordIndex(_Index):
    """An index of words that compares passages by cosine, where words common in any news weigh less."""

    def __init__(self, words: Sequence[frozenset[object]], articles: int) -> None:
        super().__init__(words, articles)
        self._squares = {word: (weight * telling(str(word))) ** 2 for word, weight in self.weight.items()}
        self._norm = np.maximum([sum(map(self._squares.__getitem__, held)) ** 0.5 for held in self._terms], 1e-9)

    def cosine(self, passage: int) -> Floats:
        """The cosine of `passage` with every passage."""
        cosine: Floats = self._sum(passage, self._squares) / (self._norm * self._norm[passage])
        return cosine


class _Views:
    """The passages of one story as their words, names, figures, dates and people, each in its index."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        numbers: dict[str, int] = {}
        self.article = np.array([numbers.setdefault(p.anchor.article, len(numbers)) for p in passages], dtype=np.int64)
        articles = len(numbers)
        self._words = _WordIndex([frozenset(p.words) for p in passages], articles)
        self._names = _Index([p.names for p in passages], articles)
        self._figures = _Index([p.figures for p in passages], articles)
        self._dates = _Index([p.dates for p in passages], articles)
        self._people = _Index([p.people for p in passages], articles)
        self._quoted = np.array([p.quoted for p in passages])
        self._position = np.array([p.position for p in passages])
        self._rows: dict[int, Floats] = {}
        starts = np.flatnonzero(np.diff(self.article, prepend=-1))
        self._best = np.zeros((len(passages), articles), dtype=np.float32)
        for passage in range(len(passages)):
            self._best[passage] = np.maximum.reduceat(self.cosine(passage), starts)

    def cosine(self, passage: int) -> Floats:
        """The cosine of the words of `passage` with those of every passage; of the last few passages it is kept."""
        row = self._rows.get(passage)
        if row is None:
            for old in [k for k in self._rows if abs(k - passage) > 2]:
                del self._rows[old]
            row = self._rows[passage] = self._words.cosine(passage)
        return row

    def features(self, first: int, seconds: Ints) -> Floats:
        names = self._names.shared(first)[seconds]
        cosine = self.cosine(first)[seconds]
        best = np.maximum(self._best[first, self.article[seconds]], self._best[seconds, self.article[first]])
        columns = (
            cosine,
            np.minimum(cosine - best, 0),
            np.minimum(names, 3),
            np.minimum(np.maximum(self._words.shared(first)[seconds] - names, 0), 4),
            self._surroundings(first, seconds),
            np.minimum(self._figures.shared(first)[seconds], 2),
            np.minimum(self._dates.shared(first)[seconds], 2),
            np.minimum(self._people.shared(first)[seconds], 2),
            np.log1p(np.maximum(self._position[first], self._position[seconds])),
            np.maximum(self._quoted[first], self._quoted[seconds]),
        )
        return np.stack(columns, axis=1)

    def _surroundings(self, first: int, seconds: Ints) -> Floats:
        """The mean cosine of the eight pairs made of the sentences themselves and their neighbours, but for the pair
        itself; a neighbour beyond the ends of its article counts as sharing nothing.
        """
        total = np.zeros(len(seconds))
        last = len(self.article) - 1
        for step in (-1, 0, 1):
            near = first + step
            if not 0 <= near <= last or self.article[near] != self.article[first]:
                continue
            row = self.cosine(near)
            for other in (-1, 0, 1):
                if step == other == 0:
                    continue
                where = np.clip(seconds + other, 0, last)
                total += np.where(self.article[where] == self.article[seconds], row[where], 0.0)
        return total / 8
