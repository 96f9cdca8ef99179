"""Second Source reads many outlets' reports of one event and collates them.

>>> from secondsource import Archive

See `Archive` for the Python API; ``python -m secondsource --help`` for the command line.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource.archive import Archive
    from secondsource.errors import (
        AnnotationError,
        CollationError,
        FormatError,
        InputError,
        SecondSourceError,
        UnanchoredItem,
    )
    from secondsource.pipeline import Settings
    from secondsource.types import Annotations, Article, Collation, Span, Story

__all__ = [
    "AnnotationError",
    "Annotations",
    "Archive",
    "Article",
    "Collation",
    "CollationError",
    "FormatError",
    "InputError",
    "SecondSourceError",
    "Settings",
    "Span",
    "Story",
    "UnanchoredItem",
]

__version__ = "0.1.0"

_ERRORS = {name: "errors" for name in __all__ if name.endswith(("Error", "Item"))}
_TYPES = dict.fromkeys(("Annotations", "Article", "Collation", "Span", "Story"), "types")
_HOMES = {**_ERRORS, **_TYPES, "Archive": "archive", "Settings": "pipeline"}


def __getattr__(name: str) -> object:
    """Import a public name on first use: importing the package alone compiles none of its rules."""
    if name in _HOMES:
        return getattr(import_module(f"secondsource.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'secondsource' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
