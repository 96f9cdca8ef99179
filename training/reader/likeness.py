"""What distillation lowers: how far the fast network is from what was annotated, and from what the teacher says.

The teacher's labels count as probabilities at a raised temperature (Geoffrey Hinton and others, "Distilling the
Knowledge in a Neural Network", 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.reader.convolution import FastHeads, FastNetwork
from training.reader.lessons import Halves
from training.reader.losses import BABE_VOICES, WORDS_OF_A_ROLE, chain_losses, wanted_roles
from training.reader.network import REACH, Heads, Network, distances
from training.reader.stretches import Hashed, Lesson, Shown, shown

TEMPERATURE = 2.0
OF_TEACHER = 0.7  # the teacher's share, where there are annotations as well
SURE = 0.5  # how likely the teacher must find a cue for its roles to be learned where nobody annotated


class Likeness(NamedTuple):
    """The parts of the loss, before they are weighted."""

    labels: Tensor
    names: Tensor
    roles: Tensor
    chains: Tensor
    vectors: Tensor
    sentences: Tensor
    voice: Tensor


WEIGHTS = Likeness(*map(torch.tensor, (1.0, 0.5, 1.0, 0.15, 1.0, 0.2, 0.3)))


def total(losses: Likeness) -> Tensor:
    """The weighted sum."""
    return torch.stack([loss * weight for loss, weight in zip(losses, WEIGHTS, strict=True)]).sum()


def vectors_of(network: FastNetwork, words: Shown) -> Tensor:
    """The network's vectors, reckoned in bfloat16 and returned in float32."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors: Tensor = network(words.rows, words.features, words.sentences, words.mask)
    return vectors.float()


def lesson_losses(
    network: FastNetwork, teacher: Network, lessons: Sequence[Lesson], random: Random
) -> tuple[Tensor, ...]:
    """All parts but the voice of marked sentences, each a mean over what it is reckoned for."""
    given = shown([(one.hashed, one.example.first, one.example.end) for one in lessons])
    vectors, heads = vectors_of(network, given), network.heads
    inside = given.mask.bool()
    own = vectors[inside]
    taught = torch.tensor(np.concatenate([o.vectors[o.example.first : o.example.end] for o in lessons])).float()
    names = torch.tensor(np.concatenate([o.example.article.names[o.example.first : o.example.end] for o in lessons]))
    marked = torch.tensor(
        np.concatenate(
            [
                o.example.reading.labels[o.example.first : o.example.end]
                if o.example.reading is not None
                else np.full(o.example.end - o.example.first, -1)
                for o in lessons
            ]
        )
    )
    with torch.no_grad():
        soft_labels, soft_names = teacher.heads.labels(taught), teacher.heads.names(taught)
    roles, chains = ([own.new_zeros(0)] for _ in range(2))
    cues = 0
    parts = [x.split(given.lengths) for x in (own, taught, soft_labels)]
    for lesson, words, right, soft in zip(lessons, *parts, strict=True):
        chains.append(chain_losses(heads, lesson.example, words))
        found = _role_losses((heads, teacher.heads), lesson, words, right, soft, random)
        roles.append(found.flatten())
        cues += len(found)
    return (
        _likeness(heads.labels(own), soft_labels, marked).mean(),
        _likeness(heads.names(own), soft_names, names).mean(),
        torch.cat(roles).sum() / max(1, cues) / WORDS_OF_A_ROLE,
        _mean(chains),
        _far(own, taught),
        _sentence_losses(network, teacher, own, taught, given.sentences[inside]),
    )


def voice_losses(network: FastNetwork, teacher: Network, sentences: Sequence[tuple[Hashed, int, Halves]]) -> Tensor:
    """How far from their marks, and from the teacher's opinion, the voices of marked sentences are found."""
    given = shown([(words, 0, len(words.rows)) for words, _, _ in sentences])
    vectors = vectors_of(network, given)
    pooled = (vectors * given.mask[..., None]).sum(1) / given.mask.sum(1, keepdim=True)
    right = torch.tensor([voice for _, voice, _ in sentences])
    foreign = (right[:, None] < BABE_VOICES) != (torch.arange(5)[None] < BABE_VOICES)
    with torch.no_grad():
        soft = teacher.heads.voice(torch.stack([torch.tensor(v).float().mean(0) for _, _, v in sentences]))
    scores = network.heads.voice(functional.dropout(pooled, 0.1))
    return _likeness(scores.masked_fill(foreign, -1e4), soft.masked_fill(foreign, -1e4), right).mean()


def _likeness(scores: Tensor, taught: Tensor, marked: Tensor) -> Tensor:
    """For each row of scores, how unlike the teacher's it is, and how unlikely it finds the mark (-1: no mark)."""
    soft = (taught / TEMPERATURE).softmax(-1)
    unlike = functional.kl_div((scores / TEMPERATURE).log_softmax(-1), soft, reduction="none").sum(-1)
    wrong = functional.cross_entropy(scores, marked, reduction="none", ignore_index=-1)
    share = torch.where(marked >= 0, OF_TEACHER, 1.0)
    return share * unlike * TEMPERATURE**2 + (1 - share) * wrong


def _far(own: Tensor, taught: Tensor) -> Tensor:
    """The mean squared difference of the vectors, the teacher's spread in each dimension being one."""
    return ((own - taught) / taught.std(0).clamp(min=0.05)).square().mean()


def _role_losses(
    heads: tuple[FastHeads, Heads],
    lesson: Lesson,
    own: Tensor,
    taught: Tensor,
    soft_labels: Tensor,
    random: Random,
) -> Tensor:
    """For each cue, annotated or (where nobody annotated) found by the teacher, each word's role: (cues, words).
    `heads` are the fast network's and the teacher's.
    """
    example = lesson.example
    if example.reading is not None:
        wanted = wanted_roles(example, example.reading, random)
        places = torch.tensor(list(wanted), dtype=torch.long)
        marked = torch.tensor(np.array(list(wanted.values())).reshape(len(wanted), len(own)), dtype=torch.long)
    else:
        places = (soft_labels.softmax(-1)[:, 3] > SURE).nonzero()[:, 0]
        marked = torch.full((len(places), len(own)), -1)
    if not len(places):
        return own.new_zeros(0, len(own))
    sentences = torch.tensor(example.article.document.words.sentences[example.first : example.end])
    scores = heads[0].roles(own, places, sentences)
    scores = scores + heads[0].related(own, places, example.article.document.words, example.first)
    with torch.no_grad():
        soft = heads[1].roles(taught, places, sentences)
    near = (distances(len(own), places).abs() < REACH).float()
    return _likeness(scores.flatten(0, 1), soft.flatten(0, 1), marked.flatten()).view(near.shape) * near


def _sentence_losses(network: FastNetwork, teacher: Network, own: Tensor, taught: Tensor, sentences: Tensor) -> Tensor:
    """How unlike the teacher's the voices of the articles' sentences are found."""
    count = int(sentences.max()) + 1
    sizes = torch.bincount(sentences, minlength=count).clamp(min=1)[:, None]
    sums = [own.new_zeros(count, x.shape[1]).index_add(0, sentences, x) / sizes for x in (own, taught)]
    with torch.no_grad():
        soft = teacher.heads.voice(sums[1])
    scores = network.heads.voice(sums[0])
    none = torch.full((count,), -1)
    parts = [slice(0, BABE_VOICES), slice(BABE_VOICES, 5)]
    return torch.stack([_likeness(scores[:, part], soft[:, part], none).mean() for part in parts]).mean()


def _mean(losses: list[Tensor]) -> Tensor:
    joined = torch.cat(losses)
    return joined.sum() / max(1, len(joined))
