"""What passages mean: vectors of sentences and of attributed words, as the pretrained encoder gives them to each alone.

The network is taught to give the same vectors to passages in their surroundings, in fewer dimensions: the directions in
which the vectors of all passages differ most (a singular value decomposition, not centred, so that cosines are kept).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import torch

from training.reader.corpus import Annotated, Document, Passages, Vectors
from training.reader.network import VECTOR, Network
from training.reader.windows import batch

SIZE = 64  # passages read at once
SHORTEST, LONGEST = 3, 200  # words


def passages_of(article: Annotated) -> tuple[tuple[int, int], ...]:
    """The sentences of an article, and each stretch of words that somebody is said to have said."""
    stretches = list(sentences_of(article.document))
    for reading in article.readings:
        for attribution in reading.attributions:
            first = 0
            words = attribution.content
            for place in range(1, len(words) + 1):
                if place == len(words) or words[place] != words[place - 1] + 1:
                    stretches.append((words[first], words[place - 1] + 1))
                    first = place
    return tuple(sorted({(a, b) for a, b in stretches if SHORTEST <= b - a <= LONGEST}))


def sentences_of(document: Document) -> Iterable[tuple[int, int]]:
    """The words of each sentence."""
    sentences = document.words.sentences
    count = len(sentences)
    bounds = [0, *(i for i in range(1, count) if sentences[i] != sentences[i - 1]), count] if count else []
    return pairwise(bounds)


@torch.no_grad()
def plain_vectors(pretrained: Network, passages: Sequence[tuple[Document, int, int]]) -> Vectors:
    """The unit vectors that the pretrained encoder gives to passages, each read alone: (passages, width)."""
    lengths = [int(document.firsts[end] - document.firsts[first]) for document, first, end in passages]
    order = np.argsort(lengths, kind="stable")
    found: list[Vectors] = []
    for start in range(0, len(order), SIZE):
        shown = batch([passages[i] for i in order[start : start + SIZE]])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = pretrained(shown.ids, torch.zeros_like(shown.features), shown.mask)
        mean = (read.float() * shown.mask[..., None]).sum(1)
        found.append(torch.nn.functional.normalize(mean, dim=-1).numpy())
    vectors = np.concatenate(found)
    result = np.empty_like(vectors)
    result[order] = vectors
    return result


def directions(vectors: Vectors) -> Vectors:
    """The directions to keep, (width, VECTOR)."""
    _, _, rows = np.linalg.svd(vectors[:: max(1, len(vectors) // 20000)], full_matrices=False)
    kept: Vectors = rows[:VECTOR].T
    return kept


def teach(pretrained: Network, articles: Sequence[Annotated]) -> list[Passages]:
    """The passages of each article with their vectors."""
    stretches = [passages_of(article) for article in articles]
    wanted = [(a.document, first, end) for a, own in zip(articles, stretches, strict=True) for first, end in own]
    vectors = plain_vectors(pretrained, wanted)
    kept = vectors @ directions(vectors)
    kept /= np.linalg.norm(kept, axis=1, keepdims=True)
    ends = np.cumsum([0, *map(len, stretches)])
    return [Passages(own, kept[a:b]) for own, a, b in zip(stretches, ends[:-1], ends[1:], strict=True)]
