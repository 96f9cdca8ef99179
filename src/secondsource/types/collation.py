"""What the reports of one story say, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secondsource.types.annotations import DateBasis, DateMention, Precision, Quotation
from secondsource.types.article import Anchor, Article
from secondsource.types.story import Story


class VariantKind(StrEnum):
    """How one reading of a statement differs from the fullest one."""

    MEANING = "meaning"  # a negation, condition, modality, quantity or intensity word differs
    WORDING = "wording"  # other words differ
    TRUNCATION = "truncation"  # words missing at the start or the end
    OMISSION = "omission"  # words missing inside, without a mark
    ELLIPSIS = "ellipsis"  # words missing inside, marked ("…", "[...]")
    BRACKETS = "brackets"  # the outlet's own words in square brackets
    SPLIT = "split"  # one outlet's single quotation is another's several
    SPELLING = "spelling"  # typography, hyphens, case, spelling, punctuation, contractions
    PARAPHRASE = "paraphrase"  # reported without quotation marks
    SPEAKER = "speaker"  # the same words given to somebody else


@dataclass(frozen=True, slots=True)
class Variant:
    """One difference between a reading and the fullest reading of its statement.

    `base` are the differing words in the fullest reading, `other` those in the other reading; either is None where it
    has no words there. `reading` is the quotation id of the other reading.
    """

    kind: VariantKind
    reading: str
    base: Anchor | None
    other: Anchor | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a report says that it has a fact or somebody's words from another outlet ("the Journal reported").

    `sentence` is the one that tells it, `words` those that credit the outlet. `outlet` is its name as the report
    writes it; `origin` is the id of its origin in the story, or ``outlet:`` and the folded name where it has none.
    """

    sentence: Anchor
    words: Anchor
    outlet: str
    origin: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance as several outlets, or one, give it.

    `readings` are quotation ids, `fullest` is one of them: the longest marked reading, as attested in one
    article. `speakers` holds every speaker named for it (more than one is an attribution conflict). `origins` are the
    ids of the independent origins that give it: an article that credits another outlet for the words (`credits`)
    counts with the origin that it credits.
    """

    id: str
    readings: tuple[str, ...]
    fullest: str
    speakers: tuple[str, ...]
    variants: tuple[Variant, ...] = ()
    origins: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that at least two articles report. `sentences` hold every sentence or clause that reports it;
    `lead` is the one that tells it best; `origins` are the ids of the independent origins that report it: an article
    that credits another outlet for it (`credits`) counts with the origin that it credits.
    """

    id: str
    lead: Anchor
    sentences: tuple[Anchor, ...]
    origins: tuple[str, ...]
    credits: tuple[Credit, ...] = ()


class ConflictKind(StrEnum):
    """What two readings disagree about. PRECISION is no disagreement: one reading is merely less exact."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    STATUS = "status"
    PRECISION = "precision"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Readings that disagree about one thing, and one plain sentence that says how.

    `explanation` never holds words in quotation marks that are not in a source.
    `subject` is the id of the statement or fact in which the readings meet, if one.
    """

    id: str
    kind: ConflictKind
    readings: tuple[Anchor, ...]
    explanation: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What the reports place at one time. `dates` anchor the date expressions, `sentences` where they stand."""

    value: str
    precision: Precision
    earliest: date
    latest: date
    basis: DateBasis
    dates: tuple[Anchor, ...]
    sentences: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """Something that one article alone gives: a sentence with specific content, or a quotation (by id)."""

    anchor: Anchor
    quotation: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who reports one statement or fact: article ids, in order of publication; the first is the earliest."""

    item: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """A story and all that its reports say, every item anchored in the articles it came from."""

    story: Story
    articles: tuple[Article, ...]
    quotations: tuple[tuple[str, Quotation], ...]  # (article id, quotation), by article and text order
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]
    dates: tuple[tuple[str, DateMention], ...]  # (article id, date)
    timeline: tuple[TimelineEntry, ...]
    alone: tuple[Alone, ...]
    coverage: tuple[Coverage, ...]
    commentary: tuple[Anchor, ...]
