"""What a trained reader says of names, beside what the rules find.

The rules decide where names begin and end; the reader has a vote on the kind of those for which no rule speaks clearly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.annotate.mentions.kinds import Votes
from secondsource.model import Name
from secondsource.types import EntityKind, Span

Heard = Mapping[Span, Name]

WEIGHT = 4
"""Votes of a reader that is sure of a kind; a listed place has 5, a given name 4, a title 8."""
UNCLEAR = 0
"""The most votes that the rules may have for one kind where the reader is asked."""


def heard_names(names: Iterable[Name]) -> Heard:
    """The reader's names by their spans."""
    return {name.span: name for name in names}


def add_vote(votes: Votes, span: Span, heard: Heard) -> None:
    """Add the reader's vote for the kind of the name at `span`, if it finds one with the same ends there and the rules
    have nothing to say.
    """
    name = heard.get(span)
    if name is not None and max(votes.values(), default=0) <= UNCLEAR and name.kind is not EntityKind.OTHER:
        votes[name.kind] += round(WEIGHT * name.probability)
