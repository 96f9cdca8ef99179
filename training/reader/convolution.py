"""The fast network: convolutions over hashed words, with the accurate network's heads.

A word is the sum of its two rows of the table of words, beside its rows for beginning, end and shape
(``secondsource.model.hashed``). Residual layers follow, in each of which a word sees itself and one word on either
side, at a distance that differs by layer; after some of them it sees the mean of its sentence. What comes out is
widened to the accurate network's vectors, so that its heads can be taken over; exported heads absorb the widening.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from secondsource.model.hashed import AFFIXES, SHAPES, WORDS
from secondsource.model.neighbourhoods import RELATIONS, relations
from secondsource.model.words import Words
from training.reader.network import ROLES, Heads
from training.reader.network import WIDTH as WIDE

WIDTH = 256
WORD_WIDTH, AFFIX_WIDTH, SHAPE_WIDTH = 128, 48, 32
DISTANCES = (1, 1, 2, 4, 8, 16, 2, 1)  # from a word to the two others that it sees, layer by layer
AFTER = (2, 5)  # layers after which a word sees the mean of its sentence
FEATURES = 48  # those of the package's words, each at the start of a sentence or not
DROPOUT = 0.1


class Layer(nn.Module):
    """One convolution of width three with two pieces of maxout, its input normed, and added to that."""

    def __init__(self, distance: int) -> None:
        super().__init__()
        self.distance = distance
        self.norm = nn.LayerNorm(WIDTH)
        self.three = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.drop = nn.Dropout1d(DROPOUT)  # of whole dimensions, one word as the other

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (windows, words, width); `mask` is (windows, words, 1), 1 where there is a word."""
        d = self.distance
        padded = functional.pad(self.norm(x) * mask, (0, 0, d, d))
        seen = torch.cat([padded[:, : -2 * d], padded[:, d:-d], padded[:, 2 * d :]], -1)
        return x + self.drop(_maxout(self.three(seen)).transpose(1, 2)).transpose(1, 2)


class Convolution(nn.Module):
    """Hashed words as vectors that know their neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(WORDS, WORD_WIDTH)
        self.beginning = nn.Embedding(AFFIXES, AFFIX_WIDTH)
        self.end = nn.Embedding(AFFIXES, AFFIX_WIDTH)
        self.shape = nn.Embedding(SHAPES, SHAPE_WIDTH)
        self.feature = nn.Embedding(FEATURES, WIDTH)
        for table in (self.word, self.beginning, self.end, self.shape, self.feature):
            nn.init.normal_(table.weight, std=0.3)
        self.mix = nn.Linear(WORD_WIDTH + 2 * AFFIX_WIDTH + SHAPE_WIDTH, 2 * WIDTH)
        self.layers = nn.ModuleList(Layer(distance) for distance in DISTANCES)
        self.sentence = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in AFTER)
        self.norm = nn.LayerNorm(WIDTH)
        self.widen = nn.Linear(WIDTH, WIDE)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, rows: Tensor, features: Tensor, sentences: Tensor, mask: Tensor) -> Tensor:
        """`rows` is (windows, words, 5); `features` and `sentences`, (windows, words), the latter numbered through all
        windows without gaps; `mask` is 1 where there is a word. Gives (windows, words, width of the accurate vectors).
        """
        flat, count, mask = sentences.flatten(), int(sentences.max()) + 1, mask[..., None]
        often = torch.zeros(count, 1).index_add_(0, flat, mask.reshape(-1, 1)).clamp(min=1)

        def mean(x: Tensor) -> Tensor:
            sums = torch.zeros(count, WIDTH, dtype=x.dtype).index_add_(0, flat, (x * mask).flatten(0, 1))
            return sums / often

        widened: Tensor = self.widen(self.read(self.embed(rows) + self.feature(features), mask, sentences, mean))
        return widened

    def embed(self, rows: Tensor) -> Tensor:
        """Words by themselves, (..., width), from their rows (..., 5)."""
        words = self.word(rows[..., :2]).sum(-2)
        parts = (words, self.beginning(rows[..., 2]), self.end(rows[..., 3]), self.shape(rows[..., 4]))
        return _maxout(self.mix(self.drop(torch.cat(parts, -1))))

    def read(self, x: Tensor, mask: Tensor, sentences: Tensor, mean: Callable[[Tensor], Tensor]) -> Tensor:
        """Words that know their neighbours, (windows, words, width). `mean` gives the mean of each sentence."""
        x = x * mask
        for number, layer in enumerate(self.layers):
            x = layer(x, mask)
            if number in AFTER:
                seen = functional.gelu(self.sentence[AFTER.index(number)](mean(x)))
                x = x + seen[sentences]
        normed: Tensor = self.norm(x)
        return normed


class FastHeads(Heads):
    """The accurate network's heads, and one more for roles: what a cue makes of each relation that words stand in to it
    by marks and paragraphs. The accurate network sees these by itself, as far as its windows reach.
    """

    def __init__(self) -> None:
        super().__init__()
        self.relation = nn.Linear(WIDE, RELATIONS * ROLES)
        nn.init.zeros_(self.relation.weight)
        nn.init.zeros_(self.relation.bias)

    def related(self, words: Tensor, cues: Tensor, places: Words, first: int) -> Tensor:
        """What is added to the scores of roles, (cues, words, roles); the words are those of `places` from `first`."""
        stretch = slice(first, first + len(words))
        heads = cues.numpy()
        around = np.tile(np.arange(len(words)), (len(heads), 1))
        found = torch.tensor(relations(places.inside[stretch], places.paragraphs[stretch], heads, around))
        own = self.relation(words[cues]).view(-1, RELATIONS, ROLES)
        return own.gather(1, found[..., None].expand(-1, -1, ROLES))


class FastNetwork(nn.Module):
    """Convolution and heads. Calling it gives vectors, which the heads are asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Convolution()
        self.heads = FastHeads()

    def forward(self, rows: Tensor, features: Tensor, sentences: Tensor, mask: Tensor) -> Tensor:
        """As Convolution.forward."""
        vectors: Tensor = self.encoder(rows, features, sentences, mask)
        return vectors


def _maxout(x: Tensor) -> Tensor:
    half = x.shape[-1] // 2
    return torch.maximum(x[..., :half], x[..., half:])
