"""The neural reader: word pieces through a small transformer, cues tagged, then each cue's source and content.

Roles are read as in semantic role labelling: every word near a cue is scored, given that cue, as the begin or inside
of its source or of its content. So attributions may nest, and the links come with the labels.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from secondsource.model import Attribution
from secondsource.model.labels import best_labels, runs
from secondsource.model.windows import LONGEST, Window, windows
from secondsource.model.words import Words, read_words
from secondsource.types import Sentence, Span

if TYPE_CHECKING:
    import numpy.typing as npt

_BATCH = 8  # windows
_REACH = 160  # words from a cue within which its source and content lie
_ROLES, _WIDTH = 5, 96
_START, _END, _UNKNOWN = 101, 102, 100  # pieces
_CUE, _SOURCE, _CONTENT = 3, 1, 3  # begin labels: of cues among all words; of source and content given a cue

Outputs = dict[str, "npt.NDArray[np.float32]"]


class NeuralReader:
    """Reads attributions with the network in `folder`."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # processes spread the work; threads beside them would only wait
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        tables = np.load(folder / "distances.npz")
        self._by_distance, self._by_sentence = tables["distance"], tables["sentence"]
        self.version = json.loads((folder / "card.json").read_text(encoding="utf-8"))["version"]

    def attributions(self, text: str, sentences: Sequence[Sentence], marked: Sequence[Span]) -> tuple[Attribution, ...]:
        """The attributions of one article, in the order of their cues."""
        words = read_words(text, sentences, marked)
        pieces, firsts = self._pieces(words.texts)
        found: list[Attribution] = []
        todo = windows(words.sentences, firsts)
        for i in range(0, len(todo), _BATCH):
            batch = todo[i : i + _BATCH]
            for window, outputs in zip(batch, self._run(batch, words, pieces, firsts), strict=True):
                found += self._decode(words, window, outputs)
        return tuple(sorted(found, key=lambda a: a.cue))

    def _pieces(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The word pieces of all words, and the place of each word's first piece, with the end as last entry."""
        encoding = self._tokenizer.encode(list(texts), is_pretokenized=True, add_special_tokens=False)
        ids = np.array(encoding.ids, np.int64)
        owners = np.array(encoding.word_ids, np.int64)
        counts = np.bincount(owners, minlength=len(texts)) if len(owners) else np.zeros(len(texts), np.int64)
        for word in np.flatnonzero(counts == 0).tolist():  # a word of which nothing is left: an odd control character
            place = int(np.searchsorted(owners, word))
            ids, owners = np.insert(ids, place, _UNKNOWN), np.insert(owners, place, word)
        counts = np.maximum(counts, 1)
        return ids, np.concatenate([[0], np.cumsum(counts)])

    def _run(
        self,
        batch: Sequence[Window],
        words: Words,
        pieces: npt.NDArray[np.int64],
        firsts: npt.NDArray[np.int64],
    ) -> list[Outputs]:
        """What the network says of each window's words: one row a word."""
        longest = min(LONGEST, max(int(firsts[w.end] - firsts[w.first]) for w in batch)) + 2
        ids = np.zeros((len(batch), longest), np.int64)
        features = np.zeros((len(batch), longest), np.int64)
        mask = np.zeros((len(batch), longest), np.float32)
        owners = np.repeat(np.arange(len(words.texts)), np.diff(firsts))
        for row, window in enumerate(batch):
            a = int(firsts[window.first])
            b = min(int(firsts[window.end]), a + longest - 2)
            ids[row, 0], ids[row, b - a + 1] = _START, _END
            ids[row, 1 : b - a + 1] = pieces[a:b]
            features[row, 1 : b - a + 1] = words.features[owners[a:b]]
            mask[row, : b - a + 2] = 1
        names = ("bio", "cue", "word", "bias")
        outputs = self._session.run(names, {"ids": ids, "features": features, "mask": mask})
        found: list[Outputs] = []
        for row, window in enumerate(batch):
            places = np.minimum(firsts[window.first : window.end] - firsts[window.first] + 1, longest - 1)
            found.append({name: output[row, places] for name, output in zip(names, outputs, strict=True)})
        return found

    def _decode(self, words: Words, window: Window, outputs: Outputs) -> list[Attribution]:
        """The attributions whose cue lies in the core of a window."""
        scores = _log_softmax(outputs["bio"])
        tagged = runs(best_labels(scores[None])[0], _CUE)
        cues = [(i, j) for i, j in tagged if window.core <= i + window.first < window.core_end]
        if not cues:
            return []
        heads = np.array([i for i, _ in cues])
        labels = best_labels(self._roles(words, window, outputs, heads))
        found: list[Attribution] = []
        for row, (i, j) in enumerate(cues):
            sources, contents = runs(labels[row], _SOURCE), runs(labels[row], _CONTENT)
            if contents:
                source = min(sources, key=lambda s: abs(s[0] - i)) if sources else None
                found.append(
                    Attribution(
                        _span(words, window, (i, _last_word(words, window, (i, j)))),
                        _span(words, window, source) if source else None,
                        tuple(_span(words, window, content) for content in contents),
                        float(np.exp(scores[i, _CUE])),
                    )
                )
        return found

    def _roles(
        self, words: Words, window: Window, outputs: Outputs, heads: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        """For each cue and word, the log probabilities of the five roles."""
        queries = outputs["cue"][heads].reshape(len(heads), _ROLES, _WIDTH)
        scores: Any = np.einsum("crd,nd->cnr", queries, outputs["word"]) * (2 / np.sqrt(_WIDTH))
        distance = np.arange(window.end - window.first)[None] - heads[:, None]
        places = words.sentences[window.first : window.end]
        apart = np.clip(places[None] - places[heads][:, None], -4, 4) + 4
        scores = scores + outputs["bias"][None] + self._by_distance[_bucket(distance)] + self._by_sentence[apart]
        scores = _log_softmax(scores.astype(np.float32))
        scores[np.abs(distance) >= _REACH, 1:] = -1e4
        return scores  # type: ignore[no-any-return]  # einsum's result is not typed


def _last_word(words: Words, window: Window, stretch: tuple[int, int]) -> int:
    """The end of a cue without the colon or comma after its last word."""
    first, end = stretch
    while end - 1 > first and not words.texts[window.first + end - 1][0].isalnum():
        end -= 1
    return end


def _log_softmax(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    shifted = scores - scores.max(-1, keepdims=True)
    result: npt.NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def _bucket(distance: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Distances in words as numbers from 0 to 63: exact when near, in logarithmic steps further off."""
    near = np.minimum(np.abs(distance), 400).astype(np.float32)
    far = 12 + np.log(near / 12 + np.float32(1e-9)) / np.float32(np.log(400 / 12)) * 18
    steps = np.minimum(np.where(near < 12, near, far).astype(np.int64), 30)
    return np.clip(np.where(distance < 0, 31 - steps, 32 + steps), 0, 63)


def _span(words: Words, window: Window, stretch: tuple[int, int]) -> Span:
    first, end = stretch
    return Span(words.spans[window.first + first].start, words.spans[window.first + end - 1].end)
