from __future__ import annotations

import os
import signal

import pytest

from secondsource.engine import Engine, InProcess, ProcessPool
from secondsource.errors import ArchiveClosed, WorkerLost


def _double(number: int) -> int:
    return number * 2


def _where(_: int) -> int:
    return os.getpid()


def _die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _interrupted(number: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return number


def _fail(number: int) -> int:
    raise ValueError(f"item {number}")


@pytest.mark.parametrize("engine", [InProcess(), ProcessPool(2)], ids=["in process", "process pool"])
@pytest.mark.parametrize("count", [0, 1, 100])
def test_results_come_in_the_order_of_the_items(engine: Engine, count: int) -> None:
    with engine:
        assert list(engine.map(_double, range(count))) == [n * 2 for n in range(count)]


def test_the_pool_really_uses_other_processes() -> None:
    with ProcessPool(2) as engine:
        assert os.getpid() not in set(engine.map(_where, range(40)))


def test_a_few_items_start_no_processes() -> None:
    with ProcessPool(2) as engine:
        assert set(engine.map(_where, range(3))) == {os.getpid()}


def test_an_error_in_a_worker_reaches_the_caller() -> None:
    with ProcessPool(2) as engine, pytest.raises(ValueError, match="item"):
        list(engine.map(_fail, range(40)))


def test_a_pool_that_is_ended_says_what_to_do_however_few_the_items() -> None:
    with ProcessPool(2) as engine:
        begun = engine.map(_double, range(400))
        assert next(begun) == 0
    for results in (begun, engine.map(_double, range(3)), engine.map(_double, range(40))):
        with pytest.raises(ArchiveClosed, match="before `close`"):
            list(results)


def test_a_pool_may_be_entered_again() -> None:
    engine = ProcessPool(2)
    for _ in range(2):
        with engine:
            assert list(engine.map(_double, range(20))) == [n * 2 for n in range(20)]


@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_worker_that_is_killed_is_told_with_what_to_do() -> None:
    with ProcessPool(2) as engine, pytest.raises(WorkerLost, match="use fewer"):
        list(engine.map(_die, range(40)))


@pytest.mark.skipif(os.name != "posix", reason="interrupts by signal")
def test_an_interrupt_is_left_to_the_process_that_started_the_workers() -> None:
    with ProcessPool(2) as engine:
        assert list(engine.map(_interrupted, range(40))) == list(range(40))
