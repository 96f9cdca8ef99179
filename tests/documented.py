"""What the Markdown pages show: fenced blocks, links and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])

_FENCE = re.compile(
    r"^(?P<mark>`{3,})(?P<language>\w*)[^\n]*\n(?P<text>.*?)^(?P=mark)[ \t]*$", re.DOTALL | re.MULTILINE
)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
_CODE = re.compile(r"`+[^`\n]*`+")


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block of a page."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(PROJECT)}:{self.line}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A command as a page shows it after "$ ", and the lines that are shown under it."""

    command: str
    output: tuple[str, ...]


def fences(page: Path) -> Iterator[Fence]:
    """The fenced blocks of `page`."""
    source = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(source):
        yield Fence(page, source.count("\n", 0, match.start()) + 1, match["language"], match["text"])


def commands(text: str) -> Iterator[Shown]:
    """The commands of a console block. A line that ends in a backslash goes on in the next."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.replace("\\\n", " ").partition("\n")
        yield Shown(command.strip(), tuple(line.rstrip() for line in output.splitlines()))


def prose(page: Path) -> str:
    """`page` without its fenced blocks and code."""
    return _CODE.sub("", _FENCE.sub("", page.read_text(encoding="utf-8")))


def links(page: Path) -> list[str]:
    """The targets of the links and pictures of `page`."""
    return [match["target"] for match in _LINK.finditer(prose(page))]


def headings(page: Path) -> set[str]:
    """The names under which the headings of `page` are linked to."""
    source = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", match["text"].lower()).replace(" ", "-") for match in _HEADING.finditer(source)}


def shows(output: tuple[str, ...], actual: str) -> str | None:
    """The first line of `output` that `actual` does not show in its turn, None where all is shown. Between a line
    ("…" or "...") that says so, and only there, lines of `actual` may be left out.
    """
    lines = [line.rstrip() for line in actual.splitlines()]
    position, skipping = 0, False
    for expected in output:
        if expected.strip() in ("…", "..."):
            skipping = True
            continue
        if skipping:
            found = next((i for i in range(position, len(lines)) if lines[i] == expected), None)
        else:
            found = position if position < len(lines) and lines[position] == expected else None
        if found is None:
            return expected
        position, skipping = found + 1, False
    return None
