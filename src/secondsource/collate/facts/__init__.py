"""Facts: the things that at least two reports tell, each with every sentence that tells it.

The steps, in order: read every sentence as a `Passage`; match passages of different reports; group the matches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.facts.grouping import agreement, group_matches
from secondsource.collate.facts.matching import Match, match_passages
from secondsource.collate.facts.passages import Passage, order_of_publication, read_passages
from secondsource.collate.facts.support import support_of
from secondsource.collate.facts.word_families import family_of
from secondsource.types import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.types import Story

__all__ = ["LIKELY", "Match", "Passage", "find_facts", "match_passages", "order_of_publication", "read_passages"]

LIKELY = 0.5  # likelihood from which two passages count as telling one thing
QUOTED = 0.8  # share of quoted characters above which a passage is a statement, not a fact
CALENDAR_WORDS = frozenset(
    family_of(word)
    for word in """am bst cdt cet cst edt est gmt et january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue tues wed thu thur thurs fri sat sun pdt pm post posted pst publish published pt updated update
    utc""".split()
)
LEADING = 30  # members of a group among which its lead is sought


def find_facts(story: Story, passages: Sequence[Passage], matches: Sequence[Match]) -> tuple[Fact, ...]:
    """The facts of the story, those with most independent origins first, then in text order; ids f1, f2, …

    `matches` are those of `match_passages`. The lead of a fact is the sentence that tells it best: the one that shares
    most with the others and has least beside. What is mostly quoted belongs to the statements.
    """
    told = [m for m in matches if _is_told(passages[m.first]) and _is_told(passages[m.second])]
    groups = group_matches(told, passages, LIKELY)
    support = {group: support_of(story, [passages[member] for member in group]) for group in groups}
    ranked = sorted(groups, key=lambda group: (-len(support[group].origins), passages[group[0]].position, group))
    return tuple(
        Fact(
            id=f"f{number}",
            lead=_lead([passages[member] for member in group]).anchor,
            sentences=tuple(passages[member].anchor for member in group),
            origins=support[group].origins,
            credits=support[group].credits,
        )
        for number, group in enumerate(ranked, start=1)
    )


def _is_told(passage: Passage) -> bool:
    """Whether the passage tells something itself: it is not mostly quoted, and no mere date ("Posted: 4 May 2005")."""
    if passage.quoted > QUOTED:
        return False
    return not passage.dates or not all(word in CALENDAR_WORDS or word[0].isdigit() for word in passage.words)


def _lead(group: Sequence[Passage]) -> Passage:
    """The passage whose words agree best with those of the others, which a long sentence that tells more does not; of
    a large group only the first few are asked. A report that credits another outlet leads only where all do, and a
    sentence with quoted words in it only where all have some: what somebody says of a fact does not tell it.
    """
    own = [passage for passage in group if passage.credit is None] or group
    few = ([passage for passage in own if not passage.quoted] or own)[:LEADING]
    return max(few, key=lambda passage: (sum(agreement(passage, other) for other in few), -few.index(passage)))
