"""The reading of an article from its first mention to its last: names are known, the rest is found out in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.annotate.identity.character import Character, Seat
from secondsource.annotate.identity.names import NameBook
from secondsource.annotate.mentions import Found
from secondsource.types import Article, EntityKind, Gender


@dataclass(slots=True)
class Scene:
    """What the resolvers share. `of` maps a mention's index to its character's; `order` holds the characters that have
    been mentioned so far.
    """

    article: Article
    found: Sequence[Found]
    seats: Sequence[Seat]
    characters: list[Character]
    of: dict[int, int]
    order: list[int] = field(default_factory=list)
    relations: dict[tuple[int, str], int] = field(default_factory=dict)  # (owner, noun) → character
    at: dict[tuple[int, int], int] = field(default_factory=dict)  # core span → mention
    prominence: dict[int, float] = field(default_factory=dict)
    dangling: set[int] = field(default_factory=set)
    votes: Counter[tuple[int, Gender]] = field(default_factory=Counter)

    @classmethod
    def of_names(cls, article: Article, found: Sequence[Found], seats: Sequence[Seat], book: NameBook) -> Scene:
        """The scene before anything but names is known."""
        at = {(f.core.start, f.core.end): i for i, f in enumerate(found) if not f.members}
        people = [k for k in book.of.values() if book.characters[k].kind is EntityKind.PERSON]
        counts = Counter(people)
        most = max(counts.values(), default=1)
        prominence = {k: count / most for k, count in counts.items() if count > 1}
        return cls(article, found, seats, book.characters, book.of, at=at, prominence=prominence)

    def new(self, character: Character) -> int:
        """Add a character and give its index."""
        self.characters.append(character)
        return len(self.characters) - 1
