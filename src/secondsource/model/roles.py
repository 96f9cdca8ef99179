"""From the network's outputs to attributions: cues are tagged, then each cue's source and content.

Roles are read as in semantic role labelling: every word near a cue is scored, given that cue, as the begin or inside
of its source or of its content. So attributions may nest, and the links come with the labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from secondsource.model import Attribution
from secondsource.model.labels import best_labels, runs
from secondsource.model.windows import Window
from secondsource.model.words import Words
from secondsource.types import Span

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

REACH = 160  # words from a cue within which its source and content lie
ROLES, WIDTH = 5, 96
CUE, SOURCE, CONTENT = 3, 1, 3  # begin labels: of cues among all words; of source and content given a cue

_NEW_PIECE = 1.0  # what a piece of content costs, in log probability; this and the next are set on PolNeAR's dev part
_END_BEFORE_WORD = 0.5  # what it costs that content ends before a word


@dataclass(frozen=True, slots=True)
class Distances:
    """What the score of a role adds by the distance in words (64 steps, roles) and in sentences (9, roles)."""

    by_words: Floats
    by_sentences: Floats


def attributions(words: Words, window: Window, outputs: dict[str, Floats], distances: Distances) -> list[Attribution]:
    """The attributions whose cue lies in the core of a window; `outputs` have one row for each of its words."""
    scores = log_softmax(outputs["bio"])
    tagged = runs(best_labels(scores[None])[0], CUE)
    cues = [(i, j) for i, j in tagged if window.core <= i + window.first < window.core_end]
    if not cues:
        return []
    heads = np.array([i for i, _ in cues])
    labels = best_roles(_roles(words, window, outputs, distances, heads), words.are_words[window.first : window.end])
    found = []
    for row, (i, j) in enumerate(cues):
        cue = (window.first + i, window.first + j)
        found.append(attribution(words, cue, labels[row], window.first, float(scores[i, CUE])))
    return [one for one in found if one is not None]


def best_roles(scores: Floats, are_words: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The best roles (cues, words), given their log probabilities (cues, words, roles) and, for each word or for each
    cue and word, whether it is one and no punctuation mark. Content is seldom in many pieces, and seldom ends in the
    middle of a phrase; the network, which judges word by word, makes too little of both.
    """
    scores = scores.copy()
    scores[:, :, CONTENT] -= _NEW_PIECE
    return best_labels(scores, np.broadcast_to(are_words * np.float32(_END_BEFORE_WORD), scores.shape[:2]))


def attribution(
    words: Words, cue: tuple[int, int], labels: npt.NDArray[np.int64], first: int, score: float
) -> Attribution | None:
    """What the roles given one cue say, or None where nothing is its content. `cue` is (first word, one after the
    last) in the article, `first` the number of the word that `labels` begin with, `score` the cue's log probability.
    """

    def in_text(start: int, end: int) -> Span:
        return Span(words.spans[start].start, words.spans[end - 1].end)

    contents = [in_text(first + a, first + b) for a, b in runs(labels, CONTENT)]
    if not contents:
        return None
    sources = [(first + a, first + b) for a, b in runs(labels, SOURCE)]
    source = min(sources, key=lambda s: abs(s[0] - cue[0])) if sources else None
    return Attribution(
        in_text(cue[0], _end_of_cue(words, cue)),
        in_text(*source) if source else None,
        tuple(contents),
        float(np.exp(score)),
    )


def _roles(
    words: Words, window: Window, outputs: dict[str, Floats], distances: Distances, heads: npt.NDArray[np.int64]
) -> Floats:
    """For each cue and word, the log probabilities of the five roles."""
    queries = outputs["cue"][heads].reshape(len(heads), ROLES, WIDTH)
    scores: Any = np.einsum("crd,nd->cnr", queries, outputs["word"]) * (2 / np.sqrt(WIDTH))
    distance = np.arange(window.end - window.first)[None] - heads[:, None]
    places = words.sentences[window.first : window.end]
    apart = np.clip(places[None] - places[heads][:, None], -4, 4) + 4
    scores = scores + outputs["bias"][None] + distances.by_words[bucket(distance)] + distances.by_sentences[apart]
    scores = log_softmax(scores.astype(np.float32))
    scores[np.abs(distance) >= REACH, 1:] = -1e4
    return scores  # type: ignore[no-any-return]  # einsum's result is not typed


def log_softmax(scores: Floats) -> Floats:
    """The logarithms of the probabilities along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def _end_of_cue(words: Words, cue: tuple[int, int]) -> int:
    """The end of a cue without the colon or comma after its last word."""
    first, end = cue
    while end - 1 > first and not words.texts[end - 1][0].isalnum():
        end -= 1
    return end


def bucket(distance: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Distances in words as numbers from 0 to 63: exact when near, in logarithmic steps further off."""
    near = np.minimum(np.abs(distance), 400).astype(np.float32)
    far = 12 + np.log(near / 12 + np.float32(1e-9)) / np.float32(np.log(400 / 12)) * 18
    steps = np.minimum(np.where(near < 12, near, far).astype(np.int64), 30)
    return np.clip(np.where(distance < 0, 31 - steps, 32 + steps), 0, 63)
