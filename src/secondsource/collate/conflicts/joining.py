"""Disagreements found pair by pair → groups that are about one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secondsource.collate.conflicts.sides import Disagreement
    from secondsource.types import Anchor, Article


def join_disagreements(
    found: Iterable[Disagreement], articles: Mapping[str, Article]
) -> list[tuple[Disagreement, ...]]:
    """The disagreements in groups, in the order in which they were found.

    Two belong together where they share a reading. The same words in another place of the same article are the same
    reading, and only its first place is kept. So a difference of precision joins a disagreement that it shares a
    reading with: "about 200", "221" and "212" are one matter.
    """
    first_place: dict[tuple[str, str], Anchor] = {}

    def place(anchor: Anchor) -> Anchor:
        words = " ".join(anchor.span.of(articles[anchor.article].text).casefold().split())
        return first_place.setdefault((anchor.article, words), anchor)

    placed = [replace(d, first=place(d.first), second=place(d.second)) for d in found]
    group_of: dict[Anchor, Anchor] = {}

    def root(anchor: Anchor) -> Anchor:
        group_of.setdefault(anchor, anchor)
        while group_of[anchor] != anchor:
            anchor = group_of[anchor]
        return anchor

    for disagreement in placed:
        group_of[root(disagreement.second)] = root(disagreement.first)
    groups: dict[Anchor, dict[Disagreement, None]] = {}
    for disagreement in placed:
        groups.setdefault(root(disagreement.first), {})[disagreement] = None
    return [tuple(group) for group in groups.values()]
