"""The trained reader: what no list of rules can name, found by a small neural network in the package.

`annotate` asks a Reader for a Reading of an article and knows nothing of networks; without one it works by its rules
alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from secondsource.types import EntityKind, Sentence, Span

__all__ = ["READERS", "Attribution", "Name", "Reader", "Reading", "is_installed", "load_reader", "open_reader"]

READERS = ("accurate", "fast", "rules")
"""What may read: a transformer, a smaller convolutional network that was taught by it, or the rules alone."""

FORMAT = 2
"""What a model's files hold and are called; its card says for which format they were written."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as a reader found it: source, cue and content spans. `probability` is that of its cue."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, organisation, place or other thing as a reader found it."""

    span: Span
    kind: EntityKind
    probability: float


class Reading(Protocol):
    """What a reader found in one article."""

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """In the order of their cues."""
        ...

    @property
    def names(self) -> tuple[Name, ...]:
        """In text order, none overlapping another."""
        ...

    @property
    def opinions(self) -> tuple[float, ...]:
        """For each sentence, how likely it gives an opinion, whoever's it is."""
        ...

    def vector(self, spans: Sequence[Span]) -> bytes:
        """What the words in `spans` are about: as many signed bytes as there are dimensions, of one length for all
        passages, so that the cosine of two vectors tells how near they are. Empty where there are no words.
        """
        ...

    def antecedents(self, mentions: Sequence[Span]) -> list[list[float]]:
        """For each mention in text order, a score for every mention before it: above 0, where that is more likely
        what it refers back to than nothing is.
        """
        ...


class Reader(Protocol):
    """Reads articles. The same text gives the same reading, alone or among others, in any process."""

    @property
    def version(self) -> str:
        """Names the model, in every annotation's provenance."""
        ...

    def read(self, text: str, sentences: Sequence[Sentence], marked: Sequence[Span]) -> Reading:
        """Everything found in one article. `marked` are the spans inside its quotation marks."""
        ...


def is_installed(name: str) -> bool:
    """Whether the reader's model, in the present format, and what runs it are there; for "rules", always."""
    if name == "rules":
        return True
    card = _folder(name) / "card.json"
    if find_spec("onnxruntime") is None or find_spec("tokenizers") is None or not card.exists():
        return False
    return bool(json.loads(card.read_text(encoding="utf-8")).get("format") == FORMAT)


@cache
def load_reader(name: str) -> Reader | None:
    """The reader of that name, loaded once in a process; None for "rules", and where it is not installed."""
    if name == "rules" or not is_installed(name):
        return None
    return open_reader(_folder(name))


def open_reader(folder: Path) -> Reader:
    """The reader whose model is in `folder`; its card tells of which kind it is."""
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    if card.get("network") == "convolution":
        from secondsource.model.convolution import ConvolutionalReader

        return ConvolutionalReader(folder)
    from secondsource.model.neural import NeuralReader

    return NeuralReader(folder)


def _folder(name: str) -> Path:
    return Path(__file__).parent / name
