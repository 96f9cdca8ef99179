"""The engine that spreads work over processes on this machine."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_PER_WORKER = 4  # tasks under way for each worker: enough to keep it busy, few enough to keep memory flat
_BATCH = 8  # items a task: pickling and waking a worker costs more than a short item


class ProcessPool:
    """Maps over `workers` processes. Fewer items than one batch are run in this process: starting a pool costs more."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Results of `function` for each item, in order. The function and the items must be picklable."""
        queue = iter(items)
        first = list(islice(queue, _BATCH))
        following = list(islice(queue, _BATCH))
        if not following:
            yield from map(function, first)
            return
        pool = self._started()
        waiting: deque[Future[list[Result]]] = deque(pool.submit(_run, function, b) for b in (first, following))
        while waiting:
            while len(waiting) < self.workers * _PER_WORKER:
                batch = list(islice(queue, _BATCH))
                if not batch:
                    break
                waiting.append(pool.submit(_run, function, batch))
            yield from waiting.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # A fresh interpreter for each worker: forking a process that has threads may deadlock.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, mp_context=context)
        return self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _run(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]
