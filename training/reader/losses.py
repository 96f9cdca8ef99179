"""What training lowers: the mistakes in labels, names, roles and voice, and the drift of the sentence vectors."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.reader.corpus import Numbers, Voiced, put_labels
from training.reader.network import DROPOUT, REACH, Heads, Network, distances, pool
from training.reader.windows import Batch, Example, batch

SOURCE_ROLE, CONTENT_ROLE = 1, 3  # begin labels of the roles
WORDS_OF_A_ROLE = 12  # the sum of a cue's role losses over this many words counts as one
BABE_VOICES = 3  # the first labels of VOICES; the others are NewsSD-ENG's


class Losses(NamedTuple):
    """The parts of the loss, before they are weighted."""

    labels: Tensor
    names: Tensor
    roles: Tensor
    voice: Tensor
    drift: Tensor


WEIGHTS = Losses(*map(torch.tensor, (1.0, 0.5, 1.0, 0.15, 0.5)))


def total(losses: Losses) -> Tensor:
    """The weighted sum."""
    return torch.stack([loss * weight for loss, weight in zip(losses, WEIGHTS, strict=True)]).sum()


def vectors_of(network: Network, windows: Batch) -> Tensor:
    """The encoder's vectors, reckoned in bfloat16 and returned in float32."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors: Tensor = network(windows.ids, windows.features, windows.mask)
    return vectors.float()


def article_losses(network: Network, examples: Sequence[Example], random: Random) -> tuple[Tensor, Tensor, Tensor]:
    """Label and name loss per word, and role loss per cue."""
    windows = batch([(e.article.document, e.first, e.end) for e in examples])
    vectors = vectors_of(network, windows)
    labels, names, roles = (vectors.new_zeros(()) for _ in range(3))
    words, cues = 0, 0
    for row, example in enumerate(examples):
        stretch = slice(example.first, example.end)
        own = functional.dropout(vectors[row, windows.places[row]], DROPOUT)
        right = torch.tensor(example.reading.labels[stretch])
        labels = labels + functional.cross_entropy(network.heads.labels(own), right, reduction="sum")
        right = torch.tensor(example.article.names[stretch])
        names = names + functional.cross_entropy(network.heads.names(own), right, reduction="sum")
        words += example.end - example.first
        wanted = wanted_roles(example, random)
        if wanted:
            roles = roles + _role_loss(network.heads, example, own, wanted)
            cues += len(wanted)
    return labels / words, names / words, roles / max(1, cues) / WORDS_OF_A_ROLE


def wanted_roles(example: Example, random: Random) -> dict[int, Numbers]:
    """For each cue in the window, by its first word, the roles that all words should be given. Some lower-case words
    that are part of no attribution stand among them, a quarter as many as there are cues, with no roles at all.
    """
    first, end = example.first, example.end
    wanted: dict[int, Numbers] = {}
    for attribution in example.reading.attributions:
        if attribution.cue and first <= attribution.cue[0] < end:
            roles = wanted.setdefault(attribution.cue[0] - first, np.zeros(end - first, np.int64))
            for part, begin in ((attribution.source, SOURCE_ROLE), (attribution.content, CONTENT_ROLE)):
                put_labels(roles, (word - first for word in part if first <= word < end), begin)
    shapes = example.article.document.words.features // 4
    plain = [w - first for w in range(first, end) if example.reading.labels[w] == 0 and shapes[w] == 0]
    for word in random.sample(plain, min(len(plain), max(1, len(wanted) // 4))):
        wanted.setdefault(word, np.zeros(end - first, np.int64))
    return wanted


def _role_loss(heads: Heads, example: Example, words: Tensor, wanted: dict[int, Numbers]) -> Tensor:
    cues = torch.tensor(list(wanted))
    sentences = torch.tensor(example.article.document.words.sentences[example.first : example.end])
    scores = heads.roles(words, cues, sentences)
    right = torch.tensor(np.stack(list(wanted.values())))
    near = (distances(len(words), cues).abs() < REACH).float()
    return (functional.cross_entropy(scores.permute(0, 2, 1), right, reduction="none") * near).sum()


def sentence_losses(network: Network, pretrained: Network, sentences: Sequence[Voiced]) -> tuple[Tensor, Tensor]:
    """Voice loss, and how far the sentences' pooled vectors have turned away from the pretrained encoder's."""
    windows = batch([(s.document, 0, len(s.document.words.spans)) for s in sentences])
    pooled = pool(vectors_of(network, windows), windows.mask)
    right = torch.tensor([s.voice for s in sentences])
    labels = torch.arange(5)
    # A sentence is marked with one collection's labels; the scores of the other collection's are left out.
    foreign = (right[:, None] < BABE_VOICES) != (labels[None] < BABE_VOICES)
    voice = functional.cross_entropy(network.heads.voice(pooled).masked_fill(foreign, -1e4), right)
    with torch.no_grad():
        plain = windows._replace(features=torch.zeros_like(windows.features))
        before = pool(vectors_of(pretrained, plain), windows.mask)
    return voice, (1 - functional.cosine_similarity(pooled, before)).mean()
