"""What the fast network is shown at once in training: stretches of hundreds of words, and what it is to learn there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from secondsource.model.convolution import features_of
from secondsource.model.hashed import distinct_words, rows
from training.reader.corpus import Document, Numbers
from training.reader.lessons import Halves
from training.reader.windows import Example

LIMIT = 420  # words of a stretch
SIZE = 8  # stretches of a batch


class Hashed(NamedTuple):
    """A document as the fast network takes it: (words, 5), and one number a word for the others."""

    rows: Numbers
    features: Numbers
    sentences: Numbers


class Shown(NamedTuple):
    """What goes into the fast network, and the number of words in each stretch."""

    rows: Tensor
    features: Tensor
    sentences: Tensor
    mask: Tensor
    lengths: list[int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of an article with what its annotators marked, and the teacher's vectors of its words."""

    example: Example
    hashed: Hashed
    vectors: Halves


def hashed(document: Document) -> Hashed:
    """The rows of the tables for a document's words."""
    words = document.words
    distinct, places = distinct_words(words.texts)
    return Hashed(rows(distinct)[places], features_of(words), words.sentences)


def cut(document: Document, random: Random) -> list[tuple[int, int]]:
    """Stretches as (first word, one after the last) that end with a sentence where they can; the first is of any
    length, so that cuts fall elsewhere in every epoch.
    """
    sentences = document.words.sentences
    count = len(sentences)
    ends = [*(i for i in range(1, count) if sentences[i] != sentences[i - 1]), count]
    found: list[tuple[int, int]] = []
    first, limit, last = 0, random.randint(LIMIT // 3, LIMIT), 0
    for end in ends:
        if end - first > limit and last > first:
            found.append((first, last))
            first, limit = last, LIMIT
        while end - first > LIMIT:
            found.append((first, first + LIMIT))
            first += LIMIT
        last = end
    if first < count:
        found.append((first, count))
    return found


def batches(lessons: Sequence[Lesson], random: Random) -> list[list[Lesson]]:
    """Lessons in batches of like length, in random order."""
    mixed = list(lessons)
    random.shuffle(mixed)
    found: list[list[Lesson]] = []
    for start in range(0, len(mixed), 20 * SIZE):
        near = sorted(mixed[start : start + 20 * SIZE], key=lambda one: one.example.end - one.example.first)
        found += [near[i : i + SIZE] for i in range(0, len(near), SIZE)]
    random.shuffle(found)
    return found


def shown(stretches: Sequence[tuple[Hashed, int, int]]) -> Shown:
    """Stretches, each (document, first word, one after the last), padded to the longest."""
    longest = max(end - first for _, first, end in stretches)
    table = np.zeros((len(stretches), longest, 5), np.int64)
    features = np.zeros((len(stretches), longest), np.int64)
    sentences = np.zeros((len(stretches), longest), np.int64)
    mask = np.zeros((len(stretches), longest), np.float32)
    count = 1  # the first number is that of what pads
    for row, (document, first, end) in enumerate(stretches):
        table[row, : end - first] = document.rows[first:end]
        features[row, : end - first] = document.features[first:end]
        own = document.sentences[first:end]
        sentences[row, : end - first] = own - own[0] + count
        count += int(own[-1] - own[0]) + 1
        mask[row, : end - first] = 1
    lengths = [end - first for _, first, end in stretches]
    return Shown(torch.tensor(table), torch.tensor(features), torch.tensor(sentences), torch.tensor(mask), lengths)
