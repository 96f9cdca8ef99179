"""What is found in a pair's story, one line per item, as the pairs write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.quoted_conflicts import find_quoted_conflicts
from secondsource.collate.statements import find_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from secondsource.types import Anchor
    from tests.collate.readings_in_pairs import Told


def render_statements(told: Told) -> list[str]:
    """``fullest reading = other reading, … (speakers)`` for each statement with several readings."""
    return [
        f"{told.name(s.fullest)} = {', '.join(told.name(q) for q in s.readings if q != s.fullest)}"
        + (f" ({'; '.join(s.speakers)})" if s.speakers else "")
        for s in find_statements(told.story, told.articles, told.annotations)
        if len(s.readings) > 1
    ]


def render_variants(told: Told) -> list[str]:
    """``kind, reading: words in the fullest reading | words in the other (note)`` for each variant."""
    statements = find_statements(told.story, told.articles, told.annotations)
    return [
        f"{v.kind}, {told.name(v.reading)}: {_words(v.base, told)} | {_words(v.other, told)}"
        + (f" ({v.note})" if v.note else "")
        for statement in statements
        for v in statement.variants
    ]


def render_conflicts(told: Told) -> list[str]:
    """``kind: explanation`` for each conflict."""
    statements = find_statements(told.story, told.articles, told.annotations)
    return [f"{c.kind}: {c.explanation}" for c in find_quoted_conflicts(statements, told.articles, told.annotations)]


def _words(anchor: Anchor | None, told: Told) -> str:
    return anchor.span.of(told.articles[anchor.article].text) if anchor else "-"


RENDER: Mapping[str, Callable[[Told], list[str]]] = {
    "statements": render_statements,
    "variants": render_variants,
    "quoted_conflicts": render_conflicts,
}
