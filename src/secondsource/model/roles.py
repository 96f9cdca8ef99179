"""From the network's outputs to attributions: cues are tagged, then each cue's source and content.

Roles are read as in semantic role labelling: every word near a cue is scored, given that cue, as the begin or inside
of its source or of its content. So attributions may nest, and the links come with the labels.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    labels = best_labels(_roles(words, window, outputs, distances, heads))
    found: list[Attribution] = []
    for row, (i, j) in enumerate(cues):
        sources, contents = runs(labels[row], SOURCE), runs(labels[row], CONTENT)
        if contents:
            source = min(sources, key=lambda s: abs(s[0] - i)) if sources else None
            found.append(
                Attribution(
                    span(words, window, (i, last_word(words, window, (i, j)))),
                    span(words, window, source) if source else None,
                    tuple(span(words, window, content) for content in contents),
                    float(np.exp(scores[i, CUE])),
                )
            )
    return found


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


def last_word(words: Words, window: Window, stretch: tuple[int, int]) -> int:
    """The end of a cue without the colon or comma after its last word."""
    first, end = stretch
    while end - 1 > first and not words.texts[window.first + end - 1][0].isalnum():
        end -= 1
    return end


def bucket(distance: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Distances in words as numbers from 0 to 63: exact when near, in logarithmic steps further off."""
    near = np.minimum(np.abs(distance), 400).astype(np.float32)
    far = 12 + np.log(near / 12 + np.float32(1e-9)) / np.float32(np.log(400 / 12)) * 18
    steps = np.minimum(np.where(near < 12, near, far).astype(np.int64), 30)
    return np.clip(np.where(distance < 0, 31 - steps, 32 + steps), 0, 63)


def span(words: Words, window: Window, stretch: Sequence[int]) -> Span:
    """A window's words, as (first word, one after the last), in the text."""
    first, end = stretch
    return Span(words.spans[window.first + first].start, words.spans[window.first + end - 1].end)
