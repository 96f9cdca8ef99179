"""What the network is shown at once in training: stretches of whole sentences, in batches of like length.

Reading cuts an article into windows with context on both sides (``secondsource.model.windows``). Training needs none,
and lets the first window of an article be of any length, so that cuts fall elsewhere in every epoch.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from training.reader.corpus import Annotated, Document, Reading

LIMIT = 300  # pieces of a window
SIZE = 10  # windows of a batch
NEAR = 20  # batches' worth of windows among which those of like length are put together

_START, _END = 101, 102  # pieces


class Example(NamedTuple):
    """Words `first` to `end` (not included) of an article, as one annotator read it (None: nobody did)."""

    article: Annotated
    reading: Reading | None
    first: int
    end: int


class Batch(NamedTuple):
    """What goes into the network, (windows, pieces), and for each window the places of its words' first pieces."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    places: list[Tensor]


def cut(document: Document, random: Random) -> list[tuple[int, int]]:
    """Windows of whole sentences as (first word, one after the last); a sentence above the limit is cut."""
    firsts, sentences = document.firsts, document.words.sentences
    count = len(sentences)
    bounds = [0, *(i for i in range(1, count) if sentences[i] != sentences[i - 1]), count]
    found: list[tuple[int, int]] = []
    limit = random.randint(LIMIT // 4, LIMIT)
    at = 0
    while at < len(bounds) - 1:
        after = at + 1
        while after < len(bounds) - 1 and firsts[bounds[after + 1]] - firsts[bounds[at]] <= limit:
            after += 1
        first, end = bounds[at], bounds[after]
        while firsts[end] - firsts[first] > LIMIT:
            word = first
            while firsts[word + 1] - firsts[first] <= LIMIT and word + 1 < end:
                word += 1
            word = max(word, first + 1)
            found.append((first, word))
            first = word
        found.append((first, end))
        at, limit = after, LIMIT
    return found


def epoch(articles: Sequence[Annotated], random: Random) -> list[list[Example]]:
    """All articles once, each as one of its annotators read it: batches of like length in random order."""
    examples: list[Example] = []
    for article in articles:
        reading = article.readings[random.randrange(len(article.readings))] if article.readings else None
        examples += [Example(article, reading, first, end) for first, end in cut(article.document, random)]
    random.shuffle(examples)
    batches: list[list[Example]] = []
    for start in range(0, len(examples), SIZE * NEAR):
        near = sorted(examples[start : start + SIZE * NEAR], key=lambda e: e.end - e.first)
        batches += [near[i : i + SIZE] for i in range(0, len(near), SIZE)]
    random.shuffle(batches)
    return batches


def batch(windows: Sequence[tuple[Document, int, int]]) -> Batch:
    """Windows, each (document, first word, one after the last), padded to the longest."""
    longest = max(int(d.firsts[end] - d.firsts[first]) for d, first, end in windows) + 2
    ids = np.zeros((len(windows), longest), np.int64)
    features = np.zeros((len(windows), longest), np.int64)
    mask = np.zeros((len(windows), longest), np.float32)
    places = []
    for row, (document, first, end) in enumerate(windows):
        a, b = int(document.firsts[first]), int(document.firsts[end])
        ids[row, 0], ids[row, b - a + 1] = _START, _END
        ids[row, 1 : b - a + 1] = document.pieces[a:b]
        features[row, 1 : b - a + 1] = document.features[a:b]
        mask[row, : b - a + 2] = 1
        places.append(torch.tensor(document.firsts[first:end] - a + 1))
    return Batch(torch.tensor(ids), torch.tensor(features), torch.tensor(mask), places)
