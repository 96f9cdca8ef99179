"""Make the vectors of word pieces:

``python -m training.reader.vectors --shared ../shared --out src/secondsource/model``.

What a passage is about is the sum of the vectors of its pieces. A piece's vector is what the pretrained encoder gives
it alone (the mean over the piece and the two marks around it), centred, in the directions in which the vectors differ
most, and made shorter the more common the piece is: a / (a + p), as in Arora, Liang and Ma, "A Simple but
Tough-to-Beat Baseline for Sentence Embeddings" (2017), with an encoder's vectors as in van Dongen and Tulkens's
Model2Vec (2024).

The pieces are those of tokenizer.json, which is written beside vectors.npz. That holds each row as signed bytes
(`vectors`) and the factor that they were divided by (`scales`, half precision).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch

from training.reader.corpus import Vectors, load_tokenizer, read_lines
from training.reader.network import PIECES, Network, pretrained_folder

DIMENSIONS = 192
COMMON = 1e-4  # a, the share of all pieces at which a piece weighs half
_START, _END = 101, 102  # pieces
_BATCH, _SAMPLE = 1024, 3  # pieces read at once; every so many rows the directions are found from
_LARGEST = 127


@torch.no_grad()
def alone(pretrained: Network) -> Vectors:
    """What the encoder gives to each piece alone: (pieces, width)."""
    found = []
    for first in range(0, PIECES, _BATCH):
        pieces = torch.arange(first, min(first + _BATCH, PIECES))
        ids = torch.stack([torch.full_like(pieces, _START), pieces, torch.full_like(pieces, _END)], 1)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = pretrained(ids, torch.zeros_like(ids), torch.ones(ids.shape))
        found.append(vectors.float().mean(1).numpy())
    return np.concatenate(found)


def shares(shared: Path) -> Vectors:
    """How often each piece is met in the training articles; one that is not met counts as met once."""
    tokenizer, counts = load_tokenizer(), np.ones(PIECES)
    for article in read_lines(shared / "data/polnear_train.jsonl.gz"):
        counts += np.bincount(tokenizer.encode(article["text"], add_special_tokens=False).ids, minlength=PIECES)
    found: Vectors = (counts / counts.sum()).astype(np.float32)
    return found


def weighted(vectors: Vectors, share: Vectors) -> Vectors:
    """The vectors in fewer dimensions, common pieces made short."""
    centred = vectors - vectors.mean(0)
    _, _, rows = np.linalg.svd(centred[::_SAMPLE], full_matrices=False)
    table: Vectors = centred @ rows[:DIMENSIONS].T * (COMMON / (COMMON + share))[:, None]
    return table


def main() -> None:
    """Read the command line, then make the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared data")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    given = parser.parse_args()
    pretrained = Network()
    pretrained.encoder.load_pretrained()
    table = weighted(alone(pretrained.eval()), shares(given.shared))
    scales = np.abs(table).max(1) / _LARGEST
    np.savez(
        given.out / "vectors.npz",
        vectors=np.rint(table / scales[:, None]).astype(np.int8),
        scales=(scales / scales.max()).astype(np.float16),
    )
    shutil.copyfile(pretrained_folder() / "tokenizer.json", given.out / "tokenizer.json")


if __name__ == "__main__":
    main()
