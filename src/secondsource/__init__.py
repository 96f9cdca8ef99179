"""Second Source reads many outlets' reports of one event and collates them.

>>> from secondsource import Archive

See `Archive` for the Python API; ``python -m secondsource --help`` for the command line.
"""

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
    "Annotations",
    "AnnotationError",
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
