"""The dossier of one story: what every renderer shows, in the order in which it is shown.

Values here hold words ready for display and the places they come from; they know nothing of HTML or terminals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secondsource.publish.place import Paragraph, Place
from secondsource.types import ConflictKind, Precision, QuotationForm, VariantKind


class Role(StrEnum):
    """What a run of words is in the reading that it stands in."""

    SAME = "same"  # as in the fullest reading
    DIFFERS = "differs"  # the words of this reading, where it differs from another
    MISSING = "missing"  # words of the fullest reading that this one has not: never part of this source
    ASIDE = "aside"  # the reporter's words between two parts of a quotation
    CUT = "cut"  # many words at an end of the fullest reading that this one has not: counted, not shown
    ELIDED = "elided"  # words at an end of a long fullest reading that no other outlet gives: in the source, not shown


@dataclass(frozen=True, slots=True)
class Run:
    """Words shown alike. `kind` is how they differ; `left_out` counts words of a gap or an end that are not shown."""

    text: str
    role: Role = Role.SAME
    kind: VariantKind | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in words: those of the fullest reading and those of the other; "" where one has none."""

    kind: VariantKind
    base: str
    other: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One outlet's wording of a statement. `others` are the places where the very same wording stands.

    `speaker` is whom this outlet names; `attribution` is its own phrase for that ("she insisted"), word by word.
    """

    place: Place
    form: QuotationForm
    speaker: str | None
    attribution: str
    runs: tuple[Run, ...]
    others: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def kinds(self) -> frozenset[VariantKind]:
        """The kinds of its differences from the fullest reading."""
        return frozenset(d.kind for d in self.differences)

    @property
    def alarming(self) -> bool:
        """Whether it changes the meaning or the speaker."""
        return bool(self.kinds & {VariantKind.MEANING, VariantKind.SPEAKER})

    @property
    def spaced_runs(self) -> tuple[tuple[bool, Run], ...]:
        """The runs, each with whether it needs a space before it: gaps and asides stand beside words, not in them."""
        found: list[tuple[bool, Run]] = []
        for run in self.runs:
            before = found[-1][1].text[-1:] if found else ""
            inserted = {Role.MISSING, Role.CUT, Role.ASIDE, Role.ELIDED} & {run.role, *(r.role for _, r in found[-1:])}
            joined = not before or before.isspace() or run.text[:1].isspace() or run.text[:1] in set(",.;:!?")
            found.append((bool(inserted) and not joined, run))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class CreditNote:
    """The words at `place` in which a report credits the outlet `to` for a fact or for somebody's words."""

    to: str
    place: Place


@dataclass(frozen=True, slots=True)
class StatementItem:
    """One utterance as an apparatus: the fullest reading first, then each other wording by publication. `origins`
    counts the independent origins: reports that credit one outlet for the words (`credits`) are one.
    """

    id: str
    speakers: tuple[str, ...]
    readings: tuple[Reading, ...]
    reports: int
    origins: int
    credits: tuple[CreditNote, ...] = ()

    @property
    def kinds(self) -> frozenset[VariantKind]:
        """The kinds of differences among its readings."""
        return frozenset(k for r in self.readings for k in r.kinds)


@dataclass(frozen=True, slots=True)
class FactItem:
    """One thing reported: the sentence that tells it best, where the others tell it, and who credits whom for it.
    `origins` are ids, `origin_names` what they are called.
    """

    id: str
    lead: Place
    others: tuple[Place, ...]
    origin_names: tuple[str, ...]
    origins: tuple[str, ...] = ()
    credits: tuple[CreditNote, ...] = ()


@dataclass(frozen=True, slots=True)
class AloneGroup:
    """What one origin alone gives: statements, facts (told by its copies too), and sentences; of a sentence that others
    tell in part, the words that only this origin gives, with what stands around them.
    """

    origin: str
    statements: tuple[StatementItem, ...]
    facts: tuple[FactItem, ...]
    sentences: tuple[Excerpt, ...]

    @property
    def count(self) -> int:
        """How many items it holds."""
        return len(self.statements) + len(self.facts) + len(self.sentences)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words with what stands around them in their sentence. `others` are places with the very same words."""

    place: Place
    before: str
    words: str
    after: str
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Readings that disagree, each with the words around it, and one sentence that says how. `subject` is the id of
    the statement or fact in which they meet, if one. Where one statement is worded differently in several places,
    `further` are the others and `speaker` is whose statement it is.
    """

    id: str
    kind: ConflictKind
    explanation: str
    readings: tuple[Excerpt, ...]
    subject: str | None = None
    further: tuple[ConflictItem, ...] = ()
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date expression, and how it was resolved ("counted from the day of publication"), with the day that it was
    counted from, if one.
    """

    place: Place
    basis: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """What is placed at one time; `gap` is the time since the item before it ("3 days later"), or "". In a long
    timeline an item is `minor` where others have more origins or are nearer to the days of publication. Where the
    sentence that leads it leads another item already, `clause` is the date with the words around it.
    """

    label: str
    value: str
    precision: Precision
    earliest: date
    latest: date
    gap: str
    lead: Place
    others: tuple[Place, ...]
    phrases: tuple[DatePhrase, ...]
    origins: int
    minor: bool = False
    clause: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class CommentaryGroup:
    """The sentences in which one outlet gives its own opinion."""

    outlet: str
    sentences: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class CopyNote:
    """Why a report counts as a copy: of which report, in words, and where to see it."""

    of: str
    reason: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `published` is in words, `moment` in ISO 8601 ("" where unknown); `url` is None unless http(s)."""

    article: str
    siglum: str
    outlet: str
    title: str
    published: str
    moment: str
    day: date | None
    url: str | None
    file: str | None
    authors: tuple[str, ...]
    origin: str
    copies: tuple[CopyNote, ...]
    text: str
    paragraphs: tuple[Paragraph, ...]


class Cell(StrEnum):
    """How a report gives an item of the coverage matrix."""

    ABSENT = "absent"
    SAME = "same"
    DIFFERS = "differs"
    PARAPHRASE = "paraphrase"
    MEANING = "meaning"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One statement or fact of the coverage matrix; `cells` follow the reports of the dossier."""

    item: str
    label: str
    is_statement: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One story, ready to be shown. `title` is the headline of `title_of` (a report's outlet label).

    `origins` names each independent origin with its reports' letters. Statements, facts and the rest are in the order
    in which a reader in a hurry wants them.
    """

    id: str
    title: str
    title_of: str
    standfirst: Place | None
    when: str
    people: tuple[str, ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...]
    reports: tuple[Report, ...]
    meaning: tuple[StatementItem, ...]
    speakers: tuple[StatementItem, ...]
    said: tuple[StatementItem, ...]
    facts: tuple[FactItem, ...]
    alone: tuple[AloneGroup, ...]
    conflicts: tuple[ConflictItem, ...]
    precision: tuple[ConflictItem, ...]
    timeline: tuple[TimelineItem, ...]
    commentary: tuple[CommentaryGroup, ...]
    matrix: tuple[MatrixRow, ...]
