"""What was read from one article: sentences, mentions, quotations, dates, figures and voice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secondsource.types.article import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` numbers the paragraphs of the article from 0.

    `is_story` is False inside blocks that are not the story (credits, related links, calls to the reader).
    """

    span: Span
    paragraph: int
    is_story: bool = True


class EntityKind(StrEnum):
    """What kind of thing a mention names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention refers: by name, by a common noun ("the lawmaker"), or by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """The gender that pronouns for an entity would take."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is referred to; `entity` indexes ``Annotations.entities``."""

    span: Span
    kind: EntityKind
    form: MentionForm
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of one article.

    `name` is the fullest name the article gives, without title; for an entity that is never named, its
    description ("a student"). `named` tells which of the two. `titles` ("Sen.", "mayor") and `age` (years) as given.
    """

    name: str
    kind: EntityKind
    named: bool = True
    gender: Gender | None = None
    plural: bool = False
    titles: tuple[str, ...] = ()
    age: int | None = None


class QuotationForm(StrEnum):
    """How words are reported. Direct: a whole sentence or clause in quotation marks. Mixed: a marked fragment
    woven into the reporter's sentence. Indirect: a paraphrase without marks.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words attributed to someone: content, cue and source (the parts of an attribution).

    `id` is unique within a collation: the article id, "q", and a number. `parts` are the quoted words' spans, without
    the outer quotation marks; an interrupted quotation has several. `content` is all that is attributed: the parts,
    and for a mixed quotation the reporter's words around them too. `cue` is the span of the reporting phrase, `source`
    that of the speaker's mention. `speaker` is the speaker's fullest name in the article, or a description;
    `entity` indexes ``Annotations.entities`` where the speaker is one. `medium` is the cue's channel if told
    ("tweet", "statement"). `vector` is as in ``Annotations.vectors``, for the words of `content`.
    """

    id: str
    parts: tuple[Span, ...]
    form: QuotationForm
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    entity: int | None = None
    medium: str | None = None
    content: tuple[Span, ...] = ()
    vector: bytes = b""

    @property
    def span(self) -> Span:
        """From the first character of the first part to the last of the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


class Precision(StrEnum):
    """How exactly a date expression points."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


class DateBasis(StrEnum):
    """What a date was resolved from."""

    ABSOLUTE = "absolute"  # the expression says it all
    PUBLICATION = "publication"  # counted from the publication date
    TEXT = "text"  # counted from another date in the text
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression and the calendar days it covers, both ends included.

    `value` is ISO 8601 (day 2010-06-11, month 2010-06, year 2010, week 2010-W23, interval
    2010-06-01/2010-06-03, season 2010-SU, quarter 2010-Q2, decade 201X); it and the two ends are None where unresolved.
    `anchor` is the expression in the text that it was counted from, where basis is TEXT.
    """

    span: Span
    value: str | None
    precision: Precision
    basis: DateBasis
    earliest: date | None = None
    latest: date | None = None
    anchor: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words or digits: a value or range, its unit, modifier and what it counts.

    `low` and `high` are equal for a single value. `unit` is normalised ("%", "$", "€", "mile", "" for a plain count);
    `modifier` is one of "", "about", "more than", "less than", "at least", "at most", "nearly"; `counted` is the
    counted noun, lower case and singular ("seat"), or "".
    """

    span: Span
    low: float
    high: float
    unit: str = ""
    modifier: str = ""
    counted: str = ""


class Voice(StrEnum):
    """Who speaks in a sentence: the outlet reporting, somebody it quotes, or the outlet giving its opinion."""

    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was read from one article. Lists are in text order; `voices` has one value for each sentence.

    `vectors` has one vector for each sentence, if a reader gave them: signed bytes, of which the cosine tells how near
    two passages are in meaning, from 1 (the same) to about 0; empty for a passage without words. `opinions`, likewise,
    tells how likely each sentence gives an opinion, the outlet's or another's (0 to 1).
    """

    article: str
    version: str
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    voices: tuple[Voice, ...] = ()
    vectors: tuple[bytes, ...] = ()
    opinions: tuple[float, ...] = ()
