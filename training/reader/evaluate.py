"""Score the reader on articles it was not trained on:

``python -m training.reader.evaluate --shared ../shared --weights build/reader/average.safetensors``, or, for a reader
as it is exported, ``... --folder src/secondsource/model/accurate``.

Reads the words alone, without the package's rules beside it. Prints the table of SHARED/score/attributions.py, whose
help says what counts as right, and leaves the attributions in --out, a line for each article.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from secondsource.annotate.marks import find_marked
from secondsource.annotate.sentences import find_sentences
from secondsource.model import Attribution, open_reader
from secondsource.model.labels import best_labels, runs
from secondsource.model.windows import Window, windows
from secondsource.model.words import Words
from secondsource.types import Article, Span
from training.reader.corpus import CUE, Document, load_tokenizer, read_document, read_lines
from training.reader.losses import CONTENT_ROLE, SOURCE_ROLE, vectors_of
from training.reader.network import REACH, Network, distances
from training.reader.windows import batch

SIZE = 8  # windows of a batch

Reader = Callable[[str], Iterable[Attribution]]


def float_reader(weights: Path) -> Reader:
    """Reads with the network as it was trained."""
    network, tokenizer = Network(), load_tokenizer()
    network.load_state_dict(load_file(weights))
    network.eval()
    return lambda text: _read(network, read_document(tokenizer, text))


def exported_reader(folder: Path) -> Reader:
    """Reads as the package does with the network in `folder`."""
    reader = open_reader(folder)

    def read(text: str) -> Iterable[Attribution]:
        sentences = find_sentences(Article("evaluation", "evaluation", text))
        return reader.read(text, sentences, [marked.inner for marked in find_marked(text)]).attributions

    return read


@torch.no_grad()
def _read(network: Network, document: Document) -> Iterator[Attribution]:
    found = windows(document.words.sentences, document.firsts)
    for start in range(0, len(found), SIZE):
        now = found[start : start + SIZE]
        shown = batch([(document, window.first, window.end) for window in now])
        vectors = vectors_of(network, shown)
        for row, window in enumerate(now):
            yield from _decode(network, document.words, window, vectors[row, shown.places[row]])


def _decode(network: Network, words: Words, window: Window, vectors: Tensor) -> Iterator[Attribution]:
    """The attributions whose cue lies in the core of a window; of several sources, the one surest to begin."""
    scores = functional.log_softmax(network.heads.labels(vectors), -1).numpy()
    tagged = runs(best_labels(scores[None])[0], CUE)
    cues = [(i, j) for i, j in tagged if window.core <= i + window.first < window.core_end]
    if not cues:
        return
    heads = torch.tensor([i for i, _ in cues])
    sentences = torch.tensor(words.sentences[window.first : window.end])
    roles = functional.log_softmax(network.heads.roles(vectors, heads, sentences), -1).numpy()
    roles[distances(len(vectors), heads).abs().numpy() >= REACH, 1:] = -1e4
    for (i, j), own, labels in zip(cues, roles, best_labels(roles), strict=True):
        sources, contents = runs(labels, SOURCE_ROLE), runs(labels, CONTENT_ROLE)
        if contents:
            source = max(sources, key=lambda s: own[s[0], SOURCE_ROLE]) if sources else None
            yield Attribution(
                _span(words, window, (i, j)),
                _span(words, window, source) if source else None,
                tuple(_span(words, window, content) for content in contents),
                float(np.exp(scores[i, CUE])),
            )


def _span(words: Words, window: Window, stretch: tuple[int, int]) -> Span:
    first, end = stretch
    return Span(words.spans[window.first + first].start, words.spans[window.first + end - 1].end)


def write_attributions(read: Reader, articles: Iterable[dict[str, str]], out: Path) -> None:
    """The attributions of all articles, in the format that the scorer reads."""
    with out.open("w", encoding="utf-8") as lines:
        for article in articles:
            found = [
                {
                    "kind": "attribution",  # the scorer tells kinds by the quotation marks
                    "parts": [[span.start, span.end] for span in a.content],
                    "mention": [a.source.start, a.source.end] if a.source else None,
                    "cue": [a.cue.start, a.cue.end],
                }
                for a in read(article["text"])
            ]
            lines.write(json.dumps({"input_id": article["id"], "quotations": found}) + "\n")


def main() -> None:
    """Read the command line, then the articles, then call the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared data")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--weights", type=Path, help="weights that train wrote")
    what.add_argument("--folder", type=Path, help="a folder that export wrote")
    parser.add_argument("--out", type=Path, default=Path("build/reader/attributions.jsonl"))
    parser.add_argument("--articles", type=int, help="read the first so many articles only, to try it out")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    gold = given.shared / "data/polnear_dev.jsonl.gz"
    given.out.parent.mkdir(parents=True, exist_ok=True)
    read = float_reader(given.weights) if given.weights else exported_reader(given.folder)
    write_attributions(read, read_lines(gold, given.articles), given.out)
    scorer = given.shared / "score/attributions.py"
    sys.exit(subprocess.run([sys.executable, scorer, gold, given.out], check=False).returncode)


if __name__ == "__main__":
    main()
