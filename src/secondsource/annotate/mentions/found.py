"""What the mention step hands to the identity step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from secondsource.types import EntityKind, Gender, MentionForm, Span


class Description(NamedTuple):
    """A common noun said of somebody: `head` in the singular ("senator"), the classes of `head`, and all its words."""

    head: str
    classes: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate mention.

    `span` takes in titles, determiners and what the head governs ("Sen. Ann Reed", "a spokesman for the company");
    `core` is the name without its title, the head noun, or the pronoun. `determiner` is the lower-case word that opens
    a nominal ("the", "a", "her"), "'s" after a possessor, "" if there is none. `title` is the title as it stands in the
    text; `descriptions` are the nouns that title or nominal contain. `members` are the cores of the mentions that a
    coordination joins ("Ann Reed and Bob Hale"). Gender, number and age only where the words themselves tell them.
    """

    span: Span
    kind: EntityKind
    form: MentionForm
    core: Span
    determiner: str = ""
    title: str = ""
    descriptions: tuple[Description, ...] = ()
    gender: Gender | None = None
    plural: bool = False
    age: int | None = None
    members: tuple[Span, ...] = ()
