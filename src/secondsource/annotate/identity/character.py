"""One person, body, place or thing of an article while it is being read, and where it is mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from secondsource.annotate.mentions import Description, Found
from secondsource.types import EntityKind, Gender, Span


class Place(IntEnum):
    """The part that a mention plays in its sentence."""

    SUBJECT = 0
    OBJECT = 1
    OBLIQUE = 2
    POSSESSOR = 3


class Seat(NamedTuple):
    """Where a mention stands: its sentence and paragraph, and the part it plays; `turn` counts the sentences before it
    that are not all quotation.
    `quoted` is True inside quotation marks, `speaks` for the subject of a verb of saying, `leads` for the first person
    that its sentence names or describes as a subject.
    """

    sentence: int
    paragraph: int
    turn: int
    place: Place
    quoted: bool
    speaks: bool
    leads: bool


class Appearance(NamedTuple):
    """One mention of a character that has been read; `subject` and `speaks` only outside quotation marks."""

    turn: int
    paragraph: int
    weight: float
    position: int
    subject: bool
    speaks: bool
    leads: bool


@dataclass(slots=True)
class Character:
    """Grows as mentions are read. `names` are the names as they stand in the text, in words; `owner` is the character
    that a relation is counted from ("her attorney": the one who has the attorney); `members` are those of a group.
    """

    kind: EntityKind
    named: bool
    name: str
    words: tuple[str, ...] = ()
    gender: Gender | None = None
    plural: bool = False
    titles: list[str] = field(default_factory=list)
    age: int | None = None
    descriptions: list[Description] = field(default_factory=list)
    members: tuple[int, ...] = ()
    owner: int | None = None
    appearances: list[Appearance] = field(default_factory=list)

    def is_described_as(self, head: str) -> bool:
        """Whether a title or description has `head` as its noun."""
        return any(d.head == head for d in self.descriptions)

    def classes(self) -> frozenset[str]:
        """The classes of everything said of the character."""
        return frozenset().union(*(d.classes for d in self.descriptions))

    def take(self, found: Found) -> None:
        """Add what a mention says of the character."""
        self.gender = self.gender or found.gender
        self.age = self.age if self.age is not None else found.age
        known = {d.head for d in self.descriptions}
        self.descriptions += [d for d in found.descriptions if d.head not in known]
        if found.title and found.title not in self.titles:
            self.titles.append(found.title)


_LONGEST_WORD = 40


def word_before(text: str, position: int, floor: int) -> str:
    """The word or mark that ends before `position`, in lower case; "" at `floor`."""
    end = position
    while end > floor and text[end - 1].isspace():
        end -= 1
    start = end
    floor = max(floor, end - _LONGEST_WORD)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "'’-"):
        start -= 1
    if start == end and end > floor:
        start = end - 1
    return text[start:end].lower()


def word_after(text: str, position: int, ceiling: int) -> str:
    """The word or mark that starts after `position`, in lower case; "" at `ceiling` or at the end of the text."""
    start, ceiling = position, min(ceiling, len(text))
    while start < ceiling and text[start].isspace():
        start += 1
    end = start
    ceiling = min(ceiling, start + _LONGEST_WORD)
    while end < ceiling and (text[end].isalnum() or text[end] in "'’-"):
        end += 1
    return text[start : max(end, min(start + 1, ceiling))].lower()


def gap(text: str, left: Span, right: Span) -> str:
    """What stands between two spans, without the spaces around it."""
    return text[left.end : right.start].strip()
