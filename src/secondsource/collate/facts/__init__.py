"""Facts: the things that at least two reports tell, each with every sentence that tells it.

The steps, in order: read every sentence as a `Passage`; match passages of different reports; group the matches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.facts.grouping import agreement, group_matches
from secondsource.collate.facts.matching import Match, match_passages
from secondsource.collate.facts.passages import Passage, order_of_publication, read_passages
from secondsource.types import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.types import Story

__all__ = ["LIKELY", "Match", "Passage", "find_facts", "match_passages", "order_of_publication", "read_passages"]

LIKELY = 0.4  # likelihood from which two passages count as telling one thing
QUOTED = 0.8  # share of quoted characters above which a passage is a statement, not a fact
LEADING = 30  # members of a group among which its lead is sought


def find_facts(story: Story, passages: Sequence[Passage], matches: Sequence[Match]) -> tuple[Fact, ...]:
    """The facts of the story, those with most independent origins first, then in text order; ids f1, f2, …

    `matches` are those of `match_passages`. The lead of a fact is the sentence that tells it best: the one that shares
    most with the others and has least beside. What is mostly quoted belongs to the statements.
    """
    origin_of = {article: origin.id for origin in story.origins for article in origin.articles}
    told = [m for m in matches if max(passages[m.first].quoted, passages[m.second].quoted) <= QUOTED]
    groups = group_matches(told, passages, LIKELY)

    def origins(group: tuple[int, ...]) -> tuple[str, ...]:
        articles = (passages[member].anchor.article for member in group)
        return tuple(dict.fromkeys(origin_of.get(article, article) for article in articles))

    ranked = sorted(groups, key=lambda group: (-len(origins(group)), passages[group[0]].position, group))
    return tuple(
        Fact(
            id=f"f{number}",
            lead=_lead([passages[member] for member in group]).anchor,
            sentences=tuple(passages[member].anchor for member in group),
            origins=origins(group),
        )
        for number, group in enumerate(ranked, start=1)
    )


def _lead(group: Sequence[Passage]) -> Passage:
    """The passage whose words agree best with those of the others, which a long sentence that tells more does not; of
    a large group only the first few are asked.
    """
    few = group[:LEADING]
    return max(few, key=lambda passage: (sum(agreement(passage, other) for other in few), -few.index(passage)))
