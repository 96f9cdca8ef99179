"""Facts: the things that at least two reports tell, each with every sentence that tells it.

The steps, in order: read every sentence as a `Passage`; match passages of different reports; group the matches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.facts.grouping import group_matches
from secondsource.collate.facts.likeness import Match, match_passages
from secondsource.collate.facts.passages import Passage, order_of_publication, read_passages
from secondsource.types import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.types import Story

__all__ = ["LIKELY", "Match", "Passage", "find_facts", "match_passages", "order_of_publication", "read_passages"]

LIKELY = 0.4  # likelihood from which two passages count as telling one thing


def find_facts(story: Story, passages: Sequence[Passage], matches: Sequence[Match]) -> tuple[Fact, ...]:
    """The facts of the story, those with most independent origins first, then in text order; ids f1, f2, …

    `matches` are those of `match_passages`. The lead of a fact is the sentence that is
    likest the others.
    """
    origin_of = {article: origin.id for origin in story.origins for article in origin.articles}
    likelihood = {(m.first, m.second): m.likelihood for m in matches}
    groups = group_matches(matches, passages, LIKELY)

    def origins(group: tuple[int, ...]) -> tuple[str, ...]:
        articles = (passages[member].anchor.article for member in group)
        return tuple(dict.fromkeys(origin_of.get(article, article) for article in articles))

    def lead(group: tuple[int, ...]) -> int:
        def support(member: int) -> float:
            return sum(likelihood.get((min(member, other), max(member, other)), 0.0) for other in group)

        return max(group, key=lambda member: (support(member), -member))

    ranked = sorted(groups, key=lambda group: (-len(origins(group)), passages[group[0]].position, group))
    return tuple(
        Fact(
            id=f"f{number}",
            lead=passages[lead(group)].anchor,
            sentences=tuple(passages[member].anchor for member in group),
            origins=origins(group),
        )
        for number, group in enumerate(ranked, start=1)
    )
