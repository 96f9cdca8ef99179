"""Attributions of a whole article at once: the words around each cue are gathered and given their roles together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from secondsource.model import Attribution
from secondsource.model.roles import (
    CUE,
    REACH,
    ROLES,
    WIDTH,
    Distances,
    attribution,
    best_roles,
    bucket,
    log_softmax,
)
from secondsource.model.words import Words

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.int64]

_CUES = 64  # whose neighbourhoods are held at once
_NEVER = -1e4
_OFFSETS = np.arange(1 - REACH, REACH)
_CROSSED = 3  # ends of marked stretches from the cue to a word; more count as this many
RELATIONS = (2 * _CROSSED + 1) * 2 * 3
"""How many relations `relations` tells apart."""


def attributions(words: Words, outputs: dict[str, Floats], distances: Distances) -> tuple[Attribution, ...]:
    """The attributions of an article in the order of their cues; `outputs` have one row for each of its words."""
    scores = log_softmax(outputs["bio"])
    cues = _cues(scores.argmax(1), words.sentences)
    found: list[Attribution | None] = []
    for start in range(0, len(cues), _CUES):
        now = cues[start : start + _CUES]
        labels, firsts = _roles(words, outputs, distances, np.array([i for i, _ in now]))
        for cue, own, first in zip(now, labels, firsts.tolist(), strict=True):
            found.append(attribution(words, cue, own, first, float(scores[cue[0], CUE])))
    return tuple(one for one in found if one is not None)


def relations(inside: Numbers, paragraphs: Numbers, heads: Numbers, around: Numbers) -> Numbers:
    """How the words `around` each cue (cues, words) stand to it, as numbers below RELATIONS: how many marked stretches
    begin or end between them and on which side, whether the word is inside marks, and whether its paragraph is the
    cue's, or before or after it. `inside` and `paragraphs` have one number for each of the article's words, `heads` are
    the cues' first words.
    """
    ends = np.concatenate([[0], np.cumsum(inside[1:] != inside[:-1])])
    crossed = np.clip(ends[around] - ends[heads][:, None], -_CROSSED, _CROSSED) + _CROSSED
    moved = np.clip(paragraphs[around] - paragraphs[heads][:, None], -1, 1) + 1
    found: Numbers = (crossed * 2 + inside[around]) * 3 + moved
    return found


def _cues(labels: Numbers, sentences: Numbers) -> list[tuple[int, int]]:
    """The cues as (first word, one after the last); an inside without a beginning begins one."""
    inside = (labels == CUE) | (labels == CUE + 1)
    goes_on = np.zeros(len(labels) + 1, np.bool_)
    goes_on[1:-1] = inside[1:] & inside[:-1] & (labels[1:] == CUE + 1) & (sentences[1:] == sentences[:-1])
    firsts = np.flatnonzero(inside & ~goes_on[:-1])
    lasts = np.flatnonzero(inside & ~goes_on[1:])
    return list(zip(firsts.tolist(), (lasts + 1).tolist(), strict=True))


def _roles(words: Words, outputs: dict[str, Floats], distances: Distances, heads: Numbers) -> tuple[Numbers, Numbers]:
    """The best roles of the words around each cue, (cues, words), and the number of the first word of each row."""
    sentences, count = words.sentences, len(words.sentences)
    around = heads[:, None] + _OFFSETS
    inside = (around >= 0) & (around < count)
    around = np.clip(around, 0, count - 1)
    queries = outputs["cue"][heads].reshape(len(heads), ROLES, WIDTH)
    scores = (outputs["word"][around] @ queries.transpose(0, 2, 1)) * np.float32(2 / np.sqrt(WIDTH))
    scores += outputs["bias"][around]
    scores += distances.by_words[bucket(_OFFSETS)]
    scores += distances.by_sentences[np.clip(sentences[around] - sentences[heads][:, None], -4, 4) + 4]
    own = outputs["relation"][heads].reshape(len(heads), RELATIONS, ROLES)
    scores += own[np.arange(len(heads))[:, None], relations(words.inside, words.paragraphs, heads, around)]
    scores = log_softmax(scores)
    scores[~inside, 1:] = _NEVER
    near = np.flatnonzero((scores[:, :, 0] < np.log(0.999)).any(0))  # elsewhere no word has a role
    if not len(near):
        return np.zeros((len(heads), 0), np.int64), heads
    first, end = int(near[0]), int(near[-1]) + 1
    are_words = words.are_words[around[:, first:end]]
    return best_roles(scores[:, first:end], are_words), heads + int(_OFFSETS[first])
