"""A page of a terminal: paragraphs and headings in its width, and lists that are cut where they are long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from secondsource.publish.terminal_words import GREY

Item = TypeVar("Item")

FEW = 8  # items of a list that is cut
HEAD = "bold"


@dataclass(frozen=True, slots=True)
class Page:
    """Where lines go, how wide they are, and whether lists are shown whole; `cut` counts what is not shown."""

    console: Console
    width: int
    every: bool
    cut: list[int] = field(default_factory=list)

    def line(self, text: Text | str = "", indent: int = 0) -> None:
        """Print one paragraph, wrapped, its lines indented alike."""
        words = Text(text) if isinstance(text, str) else text
        self.console.print(Padding(words, (0, 0, 0, indent)), width=self.width, highlight=False, soft_wrap=False)

    def section(self, title: str, count: int | None = None) -> None:
        """Print the heading of a section."""
        self.line()
        words = Text(title.upper() + (f"  {count}" if count is not None else ""), style=HEAD)
        self.console.print(Rule(words, align="left", style=GREY), width=self.width)

    def each(self, items: Sequence[Item], show: Callable[[Page, Item], None], few: int = FEW, indent: int = 2) -> None:
        """Show the items, or the first of them and how many more there are."""
        kept = len(items) if self.every or len(items) <= few + 1 else few
        for item in items[:kept]:
            show(self, item)
        if kept < len(items):
            self.left_out(f"… and {len(items) - kept} more", len(items) - kept, indent)

    def left_out(self, words: str, count: int, indent: int = 2) -> None:
        """Say that `count` items are not shown."""
        self.cut.append(count)
        self.line(Text(words, style=GREY), indent)
