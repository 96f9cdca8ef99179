"""What training lowers: the mistakes in labels, names, roles, chains and voice."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.reader.corpus import Numbers, Reading, Voiced, put_labels
from training.reader.network import DROPOUT, REACH, Heads, Network, distances
from training.reader.windows import Batch, Example, batch

SOURCE_ROLE, CONTENT_ROLE = 1, 3  # begin labels of the roles
WORDS_OF_A_ROLE = 12  # the sum of a cue's role losses over this many words counts as one
BABE_VOICES = 3  # the first labels of VOICES; the others are NewsSD-ENG's


class Losses(NamedTuple):
    """The parts of the loss, before they are weighted."""

    labels: Tensor
    names: Tensor
    roles: Tensor
    chains: Tensor
    voice: Tensor


WEIGHTS = Losses(*map(torch.tensor, (1.0, 0.5, 1.0, 0.2, 0.3)))


def total(losses: Losses) -> Tensor:
    """The weighted sum."""
    return torch.stack([loss * weight for loss, weight in zip(losses, WEIGHTS, strict=True)]).sum()


def vectors_of(network: Network, windows: Batch) -> Tensor:
    """The encoder's vectors, reckoned in bfloat16 and returned in float32."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors: Tensor = network(windows.ids, windows.features, windows.mask)
    return vectors.float()


def article_losses(network: Network, examples: Sequence[Example], random: Random) -> tuple[Tensor, ...]:
    """Label and name loss per word, role loss per cue and chain loss per mention."""
    windows = batch([(e.article.document, e.first, e.end) for e in examples])
    vectors, heads = vectors_of(network, windows), network.heads
    labels, names, roles, chains = ([vectors.new_zeros(0)] for _ in range(4))
    cues = 0
    for row, example in enumerate(examples):
        stretch = slice(example.first, example.end)
        own = functional.dropout(vectors[row, windows.places[row]], DROPOUT)
        right = torch.tensor(example.article.names[stretch])
        names.append(functional.cross_entropy(heads.names(own), right, reduction="none"))
        chains.append(chain_losses(heads, example, own))
        if example.reading is not None:
            right = torch.tensor(example.reading.labels[stretch])
            labels.append(functional.cross_entropy(heads.labels(own), right, reduction="none"))
            wanted = wanted_roles(example, example.reading, random)
            if wanted:
                roles.append(_role_losses(heads, example, own, wanted).flatten())
                cues += len(wanted)
    of_roles = torch.cat(roles).sum() / max(1, cues) / WORDS_OF_A_ROLE
    return _mean(labels), _mean(names), of_roles, _mean(chains)


def _mean(losses: list[Tensor]) -> Tensor:
    joined = torch.cat(losses)
    return joined.sum() / max(1, len(joined))


def wanted_roles(example: Example, reading: Reading, random: Random) -> dict[int, Numbers]:
    """For each cue in the window, by its first word, the roles that all words should be given. Some lower-case words
    that are part of no attribution stand among them, a quarter as many as there are cues, with no roles at all.
    """
    first, end = example.first, example.end
    wanted: dict[int, Numbers] = {}
    for attribution in reading.attributions:
        if attribution.cue and first <= attribution.cue[0] < end:
            roles = wanted.setdefault(attribution.cue[0] - first, np.zeros(end - first, np.int64))
            for part, begin in ((attribution.source, SOURCE_ROLE), (attribution.content, CONTENT_ROLE)):
                put_labels(roles, (word - first for word in part if first <= word < end), begin)
    shapes = example.article.document.words.features // 4
    plain = [w - first for w in range(first, end) if reading.labels[w] == 0 and shapes[w] == 0]
    for word in random.sample(plain, min(len(plain), max(1, len(wanted) // 4))):
        wanted.setdefault(word, np.zeros(end - first, np.int64))
    return wanted


def _role_losses(heads: Heads, example: Example, words: Tensor, wanted: dict[int, Numbers]) -> Tensor:
    cues = torch.tensor(list(wanted))
    sentences = torch.tensor(example.article.document.words.sentences[example.first : example.end])
    scores = heads.roles(words, cues, sentences)
    right = torch.tensor(np.stack(list(wanted.values())))
    near = (distances(len(words), cues).abs() < REACH).float()
    return functional.cross_entropy(scores.permute(0, 2, 1), right, reduction="none") * near


def chain_losses(heads: Heads, example: Example, words: Tensor) -> Tensor:
    """For each mention, how unlikely it finds all its antecedents in the window; without one, that it finds none."""
    first, end = example.first, example.end
    mentions = [(word - first, chain) for word, chain in example.article.mentions if first <= word < end]
    if len(mentions) < 2:
        return words.new_zeros(0)
    places = torch.tensor([word for word, _ in mentions])
    chain = torch.tensor([chain for _, chain in mentions])
    sentences = torch.tensor(example.article.document.words.sentences[first:end])[places]
    scores = heads.same(words[places], sentences)
    earlier = torch.ones_like(scores, dtype=torch.bool).tril(-1)
    right = earlier & (chain[:, None] == chain[None]) & (chain[:, None] >= 0)
    none = scores.new_zeros(len(mentions), 1)
    every = torch.cat([scores.masked_fill(~earlier, -1e4), none], 1)
    wanted = torch.cat([right, ~right.any(1, keepdim=True)], 1)
    return every.logsumexp(1) - every.masked_fill(~wanted, -1e4).logsumexp(1)


def voice_loss(network: Network, sentences: Sequence[Voiced]) -> Tensor:
    """How unlikely the marked voices of sentences are found, each read alone."""
    windows = batch([(s.document, 0, len(s.document.words.spans)) for s in sentences])
    vectors = vectors_of(network, windows)
    pooled = torch.stack([vectors[row, places].mean(0) for row, places in enumerate(windows.places)])
    right = torch.tensor([s.voice for s in sentences])
    labels = torch.arange(5)
    # A sentence is marked with one collection's labels; the scores of the other collection's are left out.
    foreign = (right[:, None] < BABE_VOICES) != (labels[None] < BABE_VOICES)
    scores = network.heads.voice(functional.dropout(pooled, DROPOUT)).masked_fill(foreign, -1e4)
    return functional.cross_entropy(scores, right)
