from __future__ import annotations

import os

import pytest

from secondsource.engine import Engine, InProcess, ProcessPool


def _double(number: int) -> int:
    return number * 2


def _where(_: int) -> int:
    return os.getpid()


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
