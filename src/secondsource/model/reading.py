"""What a network said of an article's words, as a Reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from secondsource.model import Attribution, Name
from secondsource.model.words import Words
from secondsource.types import EntityKind, Span

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER)  # in the order of the labels
_FACTUAL, _MIXED, _OPINION, _OBJECTIVE, _SUBJECTIVE = range(5)  # voices, as two collections of sentences label them
_LARGEST = 127  # of a signed byte


@dataclass(frozen=True)
class Outputs:
    """The network's outputs with one row for each word of an article.

    `names` and `voice` are scores of labels, `vector` what the word adds to the meaning of a passage, `later` and
    `earlier` what it is as a mention that refers back, or is referred back to; `apart` is what the number of sentences
    between two mentions adds to the score that they mean the same.
    """

    names: Floats
    voice: Floats
    vector: Floats
    later: Floats
    earlier: Floats
    apart: Floats


class NetworkReading:
    """The reading of one article, each part reckoned when it is asked for."""

    def __init__(self, words: Words, count: int, outputs: Outputs, attributions: tuple[Attribution, ...]) -> None:
        """`count` is the number of the article's sentences."""
        self.attributions = attributions
        self._count = count
        self._words = words
        self._outputs = outputs

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Runs of words of one kind, as the labels have them; an inside without a beginning begins a name."""
        chances = _softmax(self._outputs.names)
        labels = chances.argmax(1).tolist()
        found: list[Name] = []
        word = 0
        while word < len(labels):
            label = labels[word]
            if not label:
                word += 1
                continue
            kind = (label - 1) // 2
            end = word + 1
            while end < len(labels) and labels[end] == 2 * kind + 2:
                end += 1
            span = Span(self._words.spans[word].start, self._words.spans[end - 1].end)
            sure = chances[word:end, [2 * kind + 1, 2 * kind + 2]].sum(1).min()
            found.append(Name(span, _KINDS[kind], float(sure)))
            word = end
        return tuple(found)

    @cached_property
    def opinions(self) -> tuple[float, ...]:
        """The mean of what the two collections' labels say."""
        sentences, scores = self._words.sentences, self._outputs.voice
        sizes = np.maximum(np.bincount(sentences, minlength=self._count), 1)
        means = np.stack([np.bincount(sentences, column, self._count) / sizes for column in scores.T], 1)
        biased, subjective = _softmax(means[:, : _OPINION + 1]), _softmax(means[:, _OBJECTIVE:])
        return tuple(((biased[:, _OPINION] + subjective[:, 1]) / 2).tolist())

    @cached_property
    def _sums(self) -> Floats:
        sums: Floats = np.concatenate([np.zeros((1, self._outputs.vector.shape[1])), self._outputs.vector.cumsum(0)])
        return sums

    def vector(self, spans: Sequence[Span]) -> bytes:
        """The sum over the words, as a unit vector."""
        starts, ends = self._words.starts, self._words.ends
        total = np.zeros(self._sums.shape[1])
        for span in spans:
            first = int(np.searchsorted(ends, span.start, "right"))
            last = int(np.searchsorted(starts, span.end, "left"))
            if last > first:
                total += self._sums[last] - self._sums[first]
        length = float(np.sqrt(total @ total))
        if not length:
            return b""
        # Of a unit vector in many dimensions hardly one component passes a half: bytes are used to the full.
        return np.clip(np.rint(total / length * 2 * _LARGEST), -_LARGEST, _LARGEST).astype(np.int8).tobytes()

    def antecedents(self, mentions: Sequence[Span]) -> list[list[float]]:
        """A product of vectors of the mentions' last words, and what their distance in sentences adds."""
        if not mentions:
            return []
        last = np.searchsorted(self._words.starts, [span.end for span in mentions], "left") - 1
        later, earlier = self._outputs.later[last], self._outputs.earlier[last]
        scores = later @ earlier.T * (2 / np.sqrt(later.shape[1]))
        sentences = self._words.sentences[last]
        apart = np.clip(sentences[:, None] - sentences[None], 0, len(self._outputs.apart) - 1)
        scores += self._outputs.apart[apart]
        return [row[:place].tolist() for place, row in enumerate(scores)]


def _softmax(scores: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    result: npt.NDArray[np.floating] = powers / powers.sum(-1, keepdims=True)
    return result
