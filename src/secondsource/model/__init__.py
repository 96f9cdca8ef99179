"""The trained reader: attributions that no list of rules can name, found by a small neural network in the package.

`annotate` asks a Reader for attributions and knows nothing of networks; without one it works by its rules alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from secondsource.types import Sentence, Span

__all__ = ["READERS", "Attribution", "Reader", "is_installed", "load_reader"]

READERS = ("accurate", "rules")
"""What may read: the neural reader, or the rules alone."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as a reader found it: source, cue and content spans. `probability` is that of its cue."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    probability: float


class Reader(Protocol):
    """Finds attributions. The same text gives the same attributions, alone or among others, in any process."""

    version: str

    def attributions(self, text: str, sentences: Sequence[Sentence], marked: Sequence[Span]) -> tuple[Attribution, ...]:
        """The attributions of one article, in the order of their cues. `marked` are the spans inside its marks."""
        ...


def is_installed(name: str) -> bool:
    """Whether the reader's model, and the libraries that run it, are there; "rules" always are."""
    if name == "rules":
        return True
    libraries = find_spec("onnxruntime") is not None and find_spec("tokenizers") is not None
    return libraries and (_folder(name) / "reader.onnx").exists()


@cache
def load_reader(name: str) -> Reader | None:
    """The reader of that name, loaded once in a process; None for "rules", and where it is not installed."""
    if name == "rules" or not is_installed(name):
        return None
    from secondsource.model.neural import NeuralReader

    return NeuralReader(_folder(name))


def _folder(name: str) -> Path:
    return Path(__file__).parent / name
