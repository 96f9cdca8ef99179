"""Readable pairs: the cases of a rule as Markdown, an input text and what the rule is expected to find in it.

A pair is a ``## title``, optional ``key: value`` lines, a ```` ```text ```` block and an ```` ```expect ```` block::

    ## weekday of publication is today
    published: 2024-03-08
    ```text
    The council met on Friday.
    ```
    ```expect
    Friday -> 2024-03-08 (day, publication)
    ```
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "pairs"

_PAIR = re.compile(
    r"## (?P<title>[^\n]+)\n+(?P<keys>(?:[a-z_]+: [^\n]*\n+)*)"
    r"(?P<fence>`{3,})text\n(?P<text>.*?)\n?(?P=fence)\n+(?P=fence)expect\n(?P<expect>.*?)(?P=fence)\s*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One case: `text` has no final line break; `expect` holds the expected lines, without blank ones."""

    title: str
    keys: Mapping[str, str]
    text: str
    expect: tuple[str, ...]

    @property
    def must_not_fire(self) -> bool:
        """Whether the case says that nothing is to be found."""
        return not self.expect


def parse_pairs(document: str, name: str) -> tuple[Pair, ...]:
    """The pairs of one Markdown `document`; ValueError, naming `name`, where a section is not in the shape above."""
    first = re.search(r"^## ", document, re.MULTILINE)
    position = first.start() if first else len(document)
    pairs = []
    while position < len(document):
        match = _PAIR.match(document, position)
        if match is None:
            line = document.count("\n", 0, position) + 1
            raise ValueError(f"{name}:{line}: not a pair (## title, key: value lines, text block, expect block)")
        keys = dict(line.split(": ", 1) for line in match["keys"].splitlines() if line)
        expect = tuple(line for line in match["expect"].splitlines() if line.strip())
        pairs.append(Pair(match["title"].strip(), keys, match["text"], expect))
        position = match.end()
    return tuple(pairs)


def read_pairs(rule: str) -> tuple[Pair, ...]:
    """The pairs of ``tests/pairs/<rule>.md``; ValueError if it has none, two of one title, or one in another shape."""
    path = FOLDER / f"{rule}.md"
    pairs = parse_pairs(path.read_text(encoding="utf8"), path.name)
    titles = [pair.title for pair in pairs]
    repeated = {title for title in titles if titles.count(title) > 1}
    if repeated or not pairs:
        raise ValueError(f"{path.name}: {'no pairs' if not pairs else f'titles used twice: {sorted(repeated)}'}")
    return pairs
