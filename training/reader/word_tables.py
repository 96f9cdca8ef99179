"""First weights of the fast network's table of words: what the pretrained encoder makes of each word by itself.

The training texts hold few words often; the pretrained word pieces have seen the rest of the language. Each word is
read alone by the pretrained encoder; the mean of its pieces' embeddings and of the vectors that come out are brought to
the table's width (singular value decomposition), and the rows of the hashed table are found whose sums come nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from secondsource.model.hashed import WORDS, plain, rows
from training.reader.convolution import WORD_WIDTH
from training.reader.corpus import Document
from training.reader.network import Network

SIZE = 512  # words read at once
STEPS = 60  # of the search for the rows
SPREAD = 0.3  # standard deviation of a component of a word
_START, _END = 101, 102  # pieces
_LONGEST = 12  # pieces of a word that are read

Floats = npt.NDArray[np.float32]


def vocabulary(tokenizer: Tokenizer, documents: Iterable[Document]) -> tuple[list[str], Floats]:
    """The words of the documents and the pretrained encoder's whole words, with the weight of each."""
    often = Counter(plain(text) for document in documents for text in document.words.texts)
    known = [word for word in tokenizer.get_vocab() if word.isalpha() and word.isascii() and len(word) > 1]
    often.update(plain(word) for word in known)
    words = sorted(often)
    return words, np.sqrt(np.array([often[word] for word in words], np.float32)).clip(max=30)


@torch.no_grad()
def single_vectors(pretrained: Network, tokenizer: Tokenizer, words: Sequence[str]) -> Floats:
    """Each word's vector: pieces' embeddings and contextual vectors beside one another, (words, 2 * width)."""
    cut = [e.ids[:_LONGEST] or [100] for e in tokenizer.encode_batch(list(words), add_special_tokens=False)]
    order = sorted(range(len(words)), key=lambda i: len(cut[i]))
    found: list[Floats] = [np.zeros(0, np.float32)] * len(words)
    pieces = pretrained.encoder.piece.weight
    for start in range(0, len(order), SIZE):
        now = order[start : start + SIZE]
        longest = max(len(cut[i]) for i in now) + 2
        ids, mask = torch.zeros(len(now), longest, dtype=torch.long), torch.zeros(len(now), longest)
        for row, i in enumerate(now):
            ids[row, : len(cut[i]) + 2] = torch.tensor([_START, *cut[i], _END])
            mask[row, : len(cut[i]) + 2] = 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = pretrained(ids, torch.zeros_like(ids), mask).float()
        context = torch.nn.functional.normalize((read * mask[..., None]).sum(1), dim=-1)
        inner = ((ids != 0) & (ids != _START) & (ids != _END)).float()
        static = (pieces[ids] * inner[..., None]).sum(1) / inner.sum(1, keepdim=True).clamp(min=1)
        both = torch.cat([context, static - pieces.mean(0)], 1).numpy()
        for row, i in enumerate(now):
            found[i] = both[row]
    return np.stack(found)


def narrowed(vectors: Floats) -> Floats:
    """Both halves of the vectors scaled alike, in the table's width."""
    half = vectors.shape[1] // 2
    centred = vectors - vectors.mean(0)
    for part in (slice(0, half), slice(half, None)):
        centred[:, part] /= np.sqrt((centred[:, part] ** 2).sum(1).mean())
    _, _, directions = np.linalg.svd(centred[:: max(1, len(centred) // 10000)], full_matrices=False)
    kept = centred @ directions[:WORD_WIDTH].T
    result: Floats = (kept / kept.std() * SPREAD).astype(np.float32)
    return result


def word_table(words: Sequence[str], wanted: Floats, weights: Floats) -> Tensor:
    """The table whose two rows for each word add up to nearly its vector, nearest for the words that are frequent."""
    places = torch.tensor(rows(words)[:, :2])
    right, weight = torch.tensor(wanted), torch.tensor(weights)[:, None]
    table = torch.zeros(WORDS, WORD_WIDTH)
    share = torch.zeros(WORDS, 1)
    for hashed in range(2):
        share.index_add_(0, places[:, hashed], weight)
    for _ in range(STEPS):  # each row takes its share of what its words lack, in turns
        lack = (right - table[places[:, 0]] - table[places[:, 1]]) * weight
        change = torch.zeros_like(table)
        for hashed in range(2):
            change.index_add_(0, places[:, hashed], lack)
        table += 0.5 * change / share.clamp(min=1e-6)
    return table
