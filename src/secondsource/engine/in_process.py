"""The engine that runs everything here and now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class InProcess:
    """Maps in this process, one item after the other."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Results of `function` for each item, in order."""
        return map(function, items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held."""
