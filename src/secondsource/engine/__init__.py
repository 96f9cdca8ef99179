"""How work is spread: in this process, or over a pool of processes.

An engine maps a pure function over items and yields the results in the items' order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from secondsource.engine.in_process import InProcess
from secondsource.engine.process_pool import ProcessPool

__all__ = ["Engine", "InProcess", "ProcessPool"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs maps. Used as a context: what it holds is released at the end."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Results of `function` for each item, in order, as they become ready."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
