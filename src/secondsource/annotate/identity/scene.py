"""The reading of an article from its first mention to its last: names are known, the rest is found out in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.annotate.identity.antecedents import Antecedents
from secondsource.annotate.identity.character import Appearance, Character, Place, Seat
from secondsource.annotate.identity.names import NameBook
from secondsource.annotate.mentions import Found
from secondsource.types import Article, EntityKind, Gender

REACH = 8  # sentences back that a pronoun or description points
_AT_MOST = 120  # characters that are weighed for one mention
_WEIGHTS = {Place.SUBJECT: 1.0, Place.OBJECT: 0.7, Place.OBLIQUE: 0.5, Place.POSSESSOR: 0.55}
_QUOTED = 0.1  # whom a speaker names is seldom whom the reporter's next pronoun means


@dataclass(slots=True)
class Scene:
    """What the resolvers share. `of` maps a mention's index to its character's.

    `first` is each character's first mention so far, `latest` the turn of its last one, the last mentioned last.
    `relations` holds who is whose (owner, noun); `by_noun` who has been described by a noun, `by_description` the
    unnamed ones by all their words, `groups` by their members. `prominence` is each named person's number of names
    over the highest. `dangling` are those that a definite description brought up ("the nominee") and nobody was
    found for. `votes` count the pronouns of one gender read as meaning somebody.
    """

    article: Article
    found: Sequence[Found]
    seats: Sequence[Seat]
    characters: list[Character]
    of: dict[int, int]
    at: dict[tuple[int, int], int]
    prominence: dict[int, float]
    antecedents: Antecedents
    first: dict[int, int] = field(default_factory=dict)
    latest: dict[int, int] = field(default_factory=dict)
    relations: dict[tuple[int, str], int] = field(default_factory=dict)
    by_noun: defaultdict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    by_description: dict[tuple[str, EntityKind], int] = field(default_factory=dict)
    groups: dict[frozenset[int], int] = field(default_factory=dict)
    dangling: set[int] = field(default_factory=set)
    votes: Counter[tuple[int, Gender]] = field(default_factory=Counter)

    @classmethod
    def of_names(
        cls, article: Article, found: Sequence[Found], seats: Sequence[Seat], book: NameBook, antecedents: Antecedents
    ) -> Scene:
        """The scene before anything but names is known."""
        at = {(f.core.start, f.core.end): i for i, f in enumerate(found) if not f.members}
        counts = Counter(k for k in book.of.values() if book.characters[k].kind is EntityKind.PERSON)
        most = max(counts.values(), default=1)
        prominence = {k: count / most for k, count in counts.most_common(_AT_MOST // 4) if count > 1}
        scene = cls(article, found, seats, book.characters, book.of, at, prominence, antecedents)
        for k, character in enumerate(book.characters):
            for description in character.descriptions:
                scene.by_noun[description.head][k] = None
        return scene

    def new(self, character: Character) -> int:
        """Add a character and give its index."""
        self.characters.append(character)
        if not character.named and not character.members:
            self.by_description.setdefault((character.name, character.kind), len(self.characters) - 1)
        return len(self.characters) - 1

    def describe(self, k: int, found: Found) -> None:
        """Note what a mention says of the character."""
        self.characters[k].take(found)
        for description in found.descriptions:
            self.by_noun[description.head][k] = None

    def appear(self, i: int) -> None:
        """Note that mention `i` mentions its character."""
        k, seat = self.of[i], self.seats[i]
        weight = _WEIGHTS[seat.place] * (_QUOTED if seat.quoted else 1.0)
        subject = seat.place is Place.SUBJECT and not seat.quoted
        appearance = Appearance(seat.turn, seat.paragraph, weight, i, subject, subject and seat.speaks, seat.leads)
        self.characters[k].appearances.append(appearance)
        self.first.setdefault(k, i)
        self.latest.pop(k, None)
        self.latest[k] = seat.turn

    def recent(self, seat: Seat) -> list[int]:
        """The characters mentioned within reach of `seat`, the last mentioned first."""
        near: list[int] = []
        for k in reversed(self.latest):
            if seat.turn - self.latest[k] > REACH or len(near) >= _AT_MOST:
                break
            near.append(k)
        return near

    def chances(self, i: int) -> dict[int, float]:
        """How likely mention `i` means each character by the reader's scores; empty without a reader."""
        return self.antecedents.chances(i, self.of)

    def known(self, seat: Seat) -> list[int]:
        """Those within reach, and the prominent ones mentioned before."""
        near = self.recent(seat)
        return near + [k for k in self.prominence if k in self.latest and k not in near]
