"""Which reports belong together: origins (copies of one text), people and stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from secondsource.types.annotations import EntityKind
from secondsource.types.article import Anchor


class CopyReason(StrEnum):
    """Why two articles count as one origin."""

    SHARED_TEXT = "shared text"
    AGENCY_CREDIT = "agency credit"


@dataclass(frozen=True, slots=True)
class CopyEvidence:
    """One reason for counting `copy` as the same origin as `source` (article ids).

    `share` is the share of the copy's word shingles that the source has too (0 to 1). `anchors` show the evidence: the
    longest shared passage in both, or the credit line.
    """

    copy: str
    source: str
    reason: CopyReason
    share: float
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that share one text. `name` is the agency or the outlet that the text comes from."""

    id: str
    name: str
    articles: tuple[str, ...]
    evidence: tuple[CopyEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One person or body across the articles of a story, under the fullest name that any of them gives.

    `entities` are (article id, index into that article's ``Annotations.entities``).
    """

    name: str
    kind: EntityKind
    entities: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event. `articles` are ids in order of publication; `first` and `last` the earliest and latest."""

    id: str
    articles: tuple[str, ...]
    origins: tuple[Origin, ...]
    people: tuple[Person, ...] = ()
    first: datetime | date | None = None
    last: datetime | date | None = None
