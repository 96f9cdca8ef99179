"""The engine that spreads work over processes on this machine."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Self, TypeVar

from secondsource.errors import ArchiveClosed, WorkerLost

Item = TypeVar("Item")
Result = TypeVar("Result")

_PER_WORKER = 4  # tasks under way for each worker: enough to keep it busy, few enough to keep memory flat
_BATCH = 8  # items a task: pickling and waking a worker costs more than a short item


class ProcessPool:
    """Maps over `workers` processes. Fewer items than one batch are run in this process: starting a pool costs more."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._ended = False

    def map(self, function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Results of `function` for each item, in order. The function and the items must be picklable. WorkerLost where
        the system ends a process; ArchiveClosed where the pool is ended.
        """
        if self._ended:
            raise _closed()
        queue = iter(items)
        first = list(islice(queue, _BATCH))
        following = list(islice(queue, _BATCH))
        if not following:
            yield from map(function, first)
            return
        try:
            yield from self._spread(function, [first, following], queue)
        except BrokenProcessPool as error:
            raise WorkerLost(
                f"one of {self.workers} processes was ended by the system, most often for want of memory: "
                "use fewer (--workers)"
            ) from error
        except (CancelledError, RuntimeError) as error:
            if self._ended:
                raise _closed() from error
            raise

    def _spread(
        self, function: Callable[[Item], Result], batches: list[list[Item]], queue: Iterator[Item]
    ) -> Iterator[Result]:
        """Results for the items of `batches` and then of `queue`, in order."""
        pool = self._started()
        waiting: deque[Future[list[Result]]] = deque(pool.submit(_run, function, b) for b in batches)
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
            self._pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=_leave_interrupts)
        return self._pool

    def __enter__(self) -> Self:
        self._ended = False
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _closed() -> ArchiveClosed:
    return ArchiveClosed(
        "the archive is closed and its processes are ended: ask for annotations, stories and collations before "
        "`close`, inside the `with` block, and keep the results (list(archive.collations()))"
    )


def _leave_interrupts() -> None:
    """In a worker: Ctrl-C is for the process that started it, which ends the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]
