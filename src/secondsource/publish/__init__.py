"""Publish: collations → a dossier for the terminal, a page, Markdown, or JSON.

`publish` renders to text, `print_dossier` and `write_terminal` print. The renderers share one dossier
(`dossier.py`, made from a collation by `composition.py`), so that all show the same items in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from secondsource.errors import FormatError
from secondsource.types import Collation

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["FORMATS", "print_dossier", "publish", "write_terminal"]

FORMATS = ("terminal", "html", "json", "markdown")


def publish(collations: Sequence[Collation], format: str) -> str:  # noqa: A002 - the word its callers use
    """All `collations` as one document: ``html`` (a page of one file), ``json`` (the collation format), ``markdown``,
    or ``terminal`` (plain text). FormatError names these for any other `format`; UnanchoredItem is raised where an item
    points to characters that its article does not have.
    """
    match format:
        case "html":
            from secondsource.publish.html import page

            return page(collations)
        case "json":
            from secondsource.publish.json_format import write_json

            return write_json(collations)
        case "markdown":
            from secondsource.publish.markdown import markdown_text

            return markdown_text(collations)
        case "terminal":
            from secondsource.publish.terminal import terminal_text

            return terminal_text(collations)
    raise FormatError(f"unknown format {format!r}; known formats are {', '.join(FORMATS)}")


def print_dossier(collations: Sequence[Collation], console: Console, *, every: bool = False) -> None:
    """Print the dossiers to a rich console. Long lists are cut, saying by how much, unless `every` is set."""
    from secondsource.publish import terminal

    terminal.print_dossier(collations, console, every=every)


def write_terminal(collations: Sequence[Collation], stream: IO[str], *, every: bool = False) -> None:
    """Print the dossiers to `stream`, as wide as it is, and in colour where it is a terminal."""
    from secondsource.publish import terminal

    terminal.write_terminal(collations, stream, every=every)
