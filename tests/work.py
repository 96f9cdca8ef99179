"""Work, counted: the lines of Python that a call runs. Unlike seconds, it is the same under any load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python `call` runs; what a regular expression does inside does not count."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(call: Callable[[int], object], size: int) -> float:
    """How many times the work of ``call(size)`` that of ``call(8 * size)`` is: about 8 where it grows in proportion.

    What is read only once (word lists) is read before.
    """
    call(size)
    return lines_run(lambda: call(8 * size)) / lines_run(lambda: call(size))
