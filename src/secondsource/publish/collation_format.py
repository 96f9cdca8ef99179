"""The collation format, version 1: what ``--format json`` writes, as types from which the JSON Schema is generated."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Offset = Annotated[int, Meta(ge=0)]
SpanPair = Annotated[
    tuple[Offset, Offset], Meta(description="Start and end character offsets into the article's text, end exclusive.")
]
QuotationKind = Literal["direct", "mixed", "indirect"]
PrecisionName = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century", "range"]
BasisName = Literal["absolute", "publication", "text", "unresolved"]


class AnchorRecord(Struct, frozen=True):
    """A place in an article, and exactly the characters that stand there."""

    article: str
    span: SpanPair
    text: str


class CollatedArticle(Struct, frozen=True):
    """One report. `input_id` is the input record's own id; `published` is an ISO 8601 date or date and time."""

    id: str
    input_id: str | None
    outlet: str
    title: str | None
    published: str | None
    url: str | None
    file: str | None
    authors: list[str]
    language: str


class CopyRecord(Struct, frozen=True):
    """Why `copy` counts as the same origin as `source` (article ids); `share`: of the copy's words, 0 to 1."""

    copy: str
    source: str
    reason: Literal["shared text", "agency credit"]
    share: float
    anchors: list[AnchorRecord]


class OriginRecord(Struct, frozen=True):
    """Articles that share one text. `name` is the agency or outlet it comes from."""

    id: str
    name: str
    articles: list[str]
    evidence: list[CopyRecord]


class PersonRecord(Struct, frozen=True):
    """A person, body or place of the story, under the fullest name any article gives, and who names it."""

    name: str
    kind: Literal["person", "organization", "place", "other"]
    articles: list[str]


class QuotationRecord(Struct, frozen=True):
    """Words attributed to someone. `parts` leave out the outer quotation marks; `text` holds each part's exact words.

    `content` are the spans of all that is attributed: for a `mixed` quotation the reporter's words around the marked
    ones too. `mention` is where the speaker is named, `cue` the reporting phrase; null where there is none.
    """

    id: str
    article: str
    parts: list[SpanPair]
    text: list[str]
    content: list[SpanPair]
    kind: QuotationKind
    speaker: str | None
    mention: SpanPair | None
    cue: SpanPair | None
    medium: str | None


class VariantRecord(Struct, frozen=True):
    """One difference between the reading `quotation` and the statement's fullest reading.

    `base` are the differing words in the fullest reading, `other` those in this one; null where it has none.
    """

    kind: Literal[
        "meaning", "wording", "truncation", "omission", "ellipsis",
        "brackets", "split", "spelling", "paraphrase", "speaker",
    ]  # fmt: skip
    quotation: str
    base: AnchorRecord | None
    other: AnchorRecord | None
    note: str


class CreditRecord(Struct, frozen=True):
    """Where a report says that it has a fact or somebody's words from another outlet: `words` credit `outlet` for what
    `sentence` tells.

    `origin` is the id of that outlet's origin in the story, or ``outlet:`` and a name where it has no report in it.
    """

    sentence: AnchorRecord
    words: AnchorRecord
    outlet: str
    origin: str


class StatementRecord(Struct, frozen=True):
    """One utterance: its readings (quotation ids), the fullest of them, and how the others differ from it.

    `origins` are the independent origins (ids) that give it; an article that credits another outlet for the words
    (`credits`) counts with that one's.
    """

    id: str
    quotations: list[str]
    fullest: str
    speakers: list[str]
    variants: list[VariantRecord]
    origins: list[str]
    credits: list[CreditRecord]


class FactRecord(Struct, frozen=True):
    """One thing that several articles report. `origins` are the independent origins (ids) that report it; an article
    that credits another outlet (`credits`) counts with that one's.
    """

    id: str
    sentences: list[AnchorRecord]
    lead: AnchorRecord
    origins: list[str]
    credits: list[CreditRecord]


class ConflictRecord(Struct, frozen=True):
    """Readings that disagree; the kind `precision` is a difference of exactness, not a disagreement.

    `subject` is the statement or fact in which the readings meet, if one.
    """

    id: str
    kind: Literal["number", "date", "name", "place", "attribution", "wording", "status", "precision"]
    readings: list[AnchorRecord]
    explanation: str
    subject: str | None


class DateRecord(Struct, frozen=True):
    """A date expression. `value` is ISO 8601 (2010-06-11, 2010-06, 2010, 2010-W23, 2010-06-01/2010-06-03, 2010-SU,
    2010-Q2, 201X); it and the two ends (both inclusive) are null where unresolved. `anchor` is the expression it
    was counted from.
    """

    article: str
    span: SpanPair
    text: str
    value: str | None
    precision: PrecisionName
    basis: BasisName
    earliest: str | None
    latest: str | None
    anchor: SpanPair | None


class TimelineRecord(Struct, frozen=True):
    """What the reports place at one time: the date expressions, and the sentences they stand in."""

    value: str
    precision: PrecisionName
    earliest: str
    latest: str
    basis: BasisName
    dates: list[AnchorRecord]
    sentences: list[AnchorRecord]


class AloneRecord(Struct, frozen=True):
    """Something that one article alone gives; `quotation` is its id where it is one."""

    article: str
    span: SpanPair
    text: str
    quotation: str | None


class CoverageRecord(Struct, frozen=True):
    """Which articles report a statement or fact (`item` is its id), in order of publication."""

    item: str
    articles: list[str]


class StoryRecord(Struct, frozen=True):
    """One story, collated. `title` is the headline of the report that shares most with the others."""

    id: str
    title: str
    articles: list[str]
    origins: list[OriginRecord]
    people: list[PersonRecord]
    first: str | None
    last: str | None
    quotations: list[QuotationRecord]
    statements: list[StatementRecord]
    facts: list[FactRecord]
    conflicts: list[ConflictRecord]
    dates: list[DateRecord]
    timeline: list[TimelineRecord]
    alone: list[AloneRecord]
    coverage: list[CoverageRecord]
    commentary: list[AnchorRecord]


class CollationDocument(Struct, frozen=True):
    """A document of the collation format."""

    format: Literal["secondsource-collation"]
    version: Literal["1"]
    articles: list[CollatedArticle]
    stories: list[StoryRecord]
