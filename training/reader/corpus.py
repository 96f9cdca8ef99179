"""Annotated articles and sentences from the shared folder, as words and word pieces with labels."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from secondsource.annotate.marks import find_marked
from secondsource.annotate.sentences import find_sentences
from secondsource.model.words import Words, read_words
from secondsource.types import Article
from training.reader.gum import read_gum
from training.reader.network import pretrained_folder

Numbers = npt.NDArray[np.int64]
Vectors = npt.NDArray[np.float32]
Spans = Iterable[Sequence[int]]  # pairs of character offsets

# Numbers of the B labels; the I label follows each, and 0 is neither.
SOURCE, CUE, CONTENT = 1, 3, 5
NAMES = {"PERSON": 1, "ORGANIZATION": 3, "LOCATION": 5, "MISC": 7}
VOICES = {
    "Entirely factual": 0,
    "Somewhat factual but also opinionated": 1,
    "Expresses writer’s opinion": 2,
    "OBJ": 3,
    "SUBJ": 4,
}
"""The labels of two collections of sentences: the first three are BABE's, the others NewsSD-ENG's."""

_AFTER_THE_NOUN = re.compile(r",|\s(?:of|in|on|at|for|from|to|with|by|who|which|that|whose|where)\s")
_UNKNOWN = 100  # the piece of a word of which the tokenizer leaves nothing


@dataclass(frozen=True, slots=True)
class Document:
    """A text as the network reads it. `firsts` is the place of each word's first piece, with the number of pieces as
    one more entry; `features` has one number for each piece.
    """

    words: Words
    pieces: Numbers
    firsts: Numbers
    features: Numbers


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words of one attribution, by number."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one annotator marked: a label for each word, and the attributions that the labels come from."""

    labels: Numbers
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with the readings of all its annotators (none, if nobody marked its attributions), a name label for
    each word, and the head words of its mentions with the number of the chain that each is in (-1: in none).
    """

    document: Document
    readings: tuple[Reading, ...]
    names: Numbers
    mentions: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Voiced:
    """A sentence with its voice, one of the numbers in VOICES."""

    document: Document
    voice: int


def load_tokenizer() -> Tokenizer:
    """The tokenizer of the pretrained encoder, cutting and padding nothing."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_document(tokenizer: Tokenizer, text: str) -> Document:
    """A text, with its sentences and quotation marks as the package finds them."""
    sentences = find_sentences(Article("training", "training", text))
    words = read_words(text, sentences, [marked.inner for marked in find_marked(text)])
    encoding = tokenizer.encode(list(words.texts), is_pretokenized=True, add_special_tokens=False)
    of_word: list[list[int]] = [[] for _ in words.texts]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:  # as special tokens, of which there are none
            of_word[word].append(piece)
    of_word = [pieces or [_UNKNOWN] for pieces in of_word]
    counts = np.array([len(pieces) for pieces in of_word], np.int64)
    return Document(
        words,
        np.array([piece for pieces in of_word for piece in pieces], np.int64),
        np.concatenate([[0], np.cumsum(counts)]),
        np.repeat(words.features, counts),
    )


def read_articles(tokenizer: Tokenizer, shared: Path, split: str, limit: int | None = None) -> list[Annotated]:
    """The first `limit` PolNeAR articles of a split, with CoreNLP's names, in the order of the file."""
    silver = {a["id"]: a for a in read_lines(shared / f"data/polnear_{split}_corenlp.jsonl.gz", limit)}
    articles = []
    for article in read_lines(shared / f"data/polnear_{split}.jsonl.gz", limit):
        document = read_document(tokenizer, article["text"])
        readings = tuple(_reading(document.words, marked) for marked in article["attributions"].values())
        own = silver.get(article["id"], {"ner": [], "coref": []})  # a few articles were not read by CoreNLP
        names, chains = [tuple(name) for name in own["ner"]], own["coref"]
        mentions = [(_head(article["text"], *span), chain) for chain, spans in enumerate(chains) for span in spans]
        named = [((start, end), -1) for start, end, kind in names if kind in NAMES]
        articles.append(
            Annotated(document, readings, _names(document.words, names), _heads(document.words, mentions + named))
        )
    return articles


def read_gum_articles(tokenizer: Tokenizer, shared: Path, limit: int | None = None) -> list[Annotated]:
    """The first `limit` documents of GUM's training part: names and mentions, but no attributions."""
    articles = []
    for gum in islice(read_gum(shared, "train"), limit):
        document = read_document(tokenizer, gum.text)
        names = _names(document.words, gum.names)
        chains = {chain: number for number, chain in enumerate(dict.fromkeys(m.chain for m in gum.mentions))}
        of_name = {m.head: (a, b) for m in gum.mentions for a, b, _ in gum.names if a <= m.head[0] < b}
        mentions = [(of_name.get(m.head, m.head), chains[m.chain]) for m in gum.mentions]
        articles.append(Annotated(document, (), names, _heads(document.words, mentions)))
    return articles


def read_sentences(tokenizer: Tokenizer, shared: Path) -> list[Voiced]:
    """Three quarters of the sentences marked for voice, chosen by a hash of their text; the rest are for testing."""
    return [
        Voiced(read_document(tokenizer, sentence["text"]), VOICES[sentence["label"]])
        for sentence in read_lines(shared / "data/voice_dev.jsonl.gz")
        if sentence["label"] in VOICES and int(hashlib.sha256(sentence["text"].encode()).hexdigest(), 16) % 4 != 0
    ]


def read_lines(path: Path, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The JSON objects in the first `limit` lines of a compressed file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            yield json.loads(line)


def _reading(words: Words, marked: Iterable[dict[str, Spans]]) -> Reading:
    attributions = tuple(
        Attribution(_covered(words, m["source"]), _covered(words, m["cue"]), _covered(words, m["content"]))
        for m in marked
    )
    labels = np.zeros(len(words.spans), np.int64)
    # Where attributions nest, the inner content's label stands, and sources and cues stand above any content.
    for attribution in sorted(attributions, key=lambda a: -len(a.content)):
        put_labels(labels, attribution.content, CONTENT)
    for attribution in attributions:
        put_labels(labels, attribution.source, SOURCE)
    for attribution in attributions:
        put_labels(labels, attribution.cue, CUE)
    for word, label in enumerate(labels):
        if label in (SOURCE + 1, CUE + 1, CONTENT + 1) and (word == 0 or labels[word - 1] not in (label, label - 1)):
            labels[word] -= 1  # an I whose beginning was labelled over is a beginning
    return Reading(labels, attributions)


def put_labels(labels: Numbers, words: Iterable[int], begin: int) -> None:
    """Label words `begin`, and ``begin + 1`` where the word before is one of them, in place."""
    before = -9
    for word in words:
        labels[word] = begin if word != before + 1 else begin + 1
        before = word


def _names(words: Words, marked: Iterable[tuple[int, int, str]]) -> Numbers:
    labels = np.zeros(len(words.spans), np.int64)
    for start, end, kind in marked:
        if kind in NAMES:
            for place, word in enumerate(_covered(words, [(start, end)])):
                labels[word] = NAMES[kind] + (place > 0)
    return labels


def _head(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a noun phrase without what comes after its noun."""
    after = _AFTER_THE_NOUN.search(text, start + 1, end)
    return start, after.start() if after else end


def _heads(words: Words, mentions: Iterable[tuple[tuple[int, int], int]]) -> tuple[tuple[int, int], ...]:
    """The last word of each mention with its chain, in text order; of several at one word, one that is in a chain."""
    found: dict[int, int] = {}
    for span, chain in mentions:
        covered = _covered(words, [span])
        if covered:
            found[covered[-1]] = max(chain, found.get(covered[-1], -1))
    return tuple(sorted(found.items()))


def _covered(words: Words, spans: Spans) -> tuple[int, ...]:
    """The numbers of the words that share a character with one of the spans."""
    covered = []
    for start, end in spans:
        word = max(0, bisect_right(words.spans, start, key=lambda span: span.start) - 1)
        while word < len(words.spans) and words.spans[word].start < end:
            if words.spans[word].end > start:
                covered.append(word)
            word += 1
    return tuple(covered)
