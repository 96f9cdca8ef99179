"""Everything that can go wrong, as one tree.

SecondSourceError
├── InputError            an input cannot be read (names the file, and the line where there is one)
│   └── PartlyRead        an article was read, but not all that its input says of it (its date, say)
├── AnnotationError       an article could not be annotated (names the article)
├── CollationError        a story could not be collated (names the story)
│   └── UnanchoredItem    an item's span does not yield the text that would be shown
├── WorkerLost            a process that shared in the work was ended from outside
├── ArchiveClosed         work was asked of an archive whose processes are ended
└── FormatError           an output format that is not known
"""

from __future__ import annotations


class SecondSourceError(Exception):
    """The root: catch this to catch everything the package raises on purpose."""


class InputError(SecondSourceError):
    """An input cannot be read. `file` and `line` (from 1) say where, `reason` why and what to do."""

    def __init__(self, file: str, reason: str, line: int | None = None) -> None:
        self.file, self.reason, self.line = file, reason, line
        super().__init__(f"{file}:{line}: {reason}" if line is not None else f"{file}: {reason}")


class PartlyRead(InputError):
    """An article was read, but not all that its input says of it: `reason` names what is missing and why.

    It follows the article that it is about; the article stays.
    """


class AnnotationError(SecondSourceError):
    """An article could not be annotated; the message names it. `article` is its id."""

    def __init__(self, article: str, message: str) -> None:
        self.article = article
        super().__init__(article, message)

    def __str__(self) -> str:
        return str(self.args[1])


class CollationError(SecondSourceError):
    """A story could not be collated; the message names it."""


class UnanchoredItem(CollationError):
    """An item's span does not yield the text that would be shown: it is not published."""


class WorkerLost(SecondSourceError):
    """A process that shared in the work was ended from outside; the message says what to do."""


class ArchiveClosed(SecondSourceError):
    """Work was asked of an archive whose processes are ended; the message says what to do."""


class FormatError(SecondSourceError):
    """An output format that is not known; the message lists those that are."""
