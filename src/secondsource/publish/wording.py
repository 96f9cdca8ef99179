"""The words that all renderers use for the same thing. Nothing here claims that anything is true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.publish.apparatus import SEVERITY
from secondsource.publish.dossier import (
    Cell,
    ConflictItem,
    CreditNote,
    Dossier,
    FactItem,
    Reading,
    Role,
    StatementItem,
    TimelineItem,
)
from secondsource.publish.place import Place, by_paragraph, shown
from secondsource.publish.when import AS_WRITTEN
from secondsource.types import ConflictKind, QuotationForm, VariantKind

MEANING = "Where the wording changes the meaning"
SPEAKERS = "The same words, given to different speakers"
SAID = "What was said, and by whom"
FACTS = "What several independent origins report"
ALONE = "What only one origin reports"
CONFLICTS = "Where they disagree"
PRECISION = "Differences of precision only"
TIMELINE = "The timeline"
COMMENTARY = "The outlets' own commentary"
REPORTS = "Who reports it"
MATRIX = "Who carries what"

EXPLAINED = {
    MEANING: "A negation, a condition, a degree or a quantity differs between readings of one statement.",
    SPEAKERS: "The outlets give the same words, but not to the same person or body.",
    SAID: "The fullest reading stands first, as one outlet gives it; below it each other wording.",
    FACTS: "Copies of one text count once, and so do reports that credit one outlet. What is reported may be wrong.",
    ALONE: "Found in the reports of one origin, or in others that credit it, and nowhere else; where words of a "
    "sentence are marked, only those.",
    CONFLICTS: "Readings that cannot all be right, each in its outlet's own words.",
    PRECISION: "One reading is more exact, counts something else, or tells a later state: both may be right.",
    TIMELINE: "What the reports place at each time, and how each date was worked out.",
    COMMENTARY: "Sentences in which an outlet speaks in its own voice and gives an opinion.",
    REPORTS: "Copies of one text are one origin; why a report counts as a copy is shown with it.",
    MATRIX: "Each row is a statement or a fact, each column a report.",
}

NO_SPEAKER = "Speaker not named"
NO_HEADLINE = "Without a headline"

KINDS = {
    VariantKind.MEANING: "changes the meaning",
    VariantKind.SPEAKER: "given to another speaker",
    VariantKind.WORDING: "other words",
    VariantKind.OMISSION: "words left out without a sign",
    VariantKind.BRACKETS: "outlet's words in brackets",
    VariantKind.TRUNCATION: "cut short",
    VariantKind.ELLIPSIS: "words left out, marked",
    VariantKind.SPLIT: "split up",
    VariantKind.PARAPHRASE: "paraphrase",
    VariantKind.SPELLING: "spelling or punctuation",
}

SAYS_MORE = "words not in the fullest reading"  # at its start or end: there the fullest one is cut short

FORMS = {
    QuotationForm.DIRECT: "direct quotation",
    QuotationForm.MIXED: "quoted fragment",
    QuotationForm.INDIRECT: "paraphrase",
}

CONFLICT_KINDS = {
    ConflictKind.NUMBER: "number",
    ConflictKind.DATE: "date",
    ConflictKind.NAME: "name",
    ConflictKind.PLACE: "place",
    ConflictKind.ATTRIBUTION: "who said it",
    ConflictKind.WORDING: "wording",
    ConflictKind.STATUS: "status",
    ConflictKind.PRECISION: "precision",
}

CELLS = {
    Cell.ABSENT: "not there",
    Cell.SAME: "reported, or quoted in full",
    Cell.DIFFERS: "quoted in other words or in part",
    Cell.PARAPHRASE: "paraphrased",
    Cell.MEANING: "wording changes the meaning",
    Cell.SPEAKER: "given to another speaker",
}

CELL_SIGNS = {
    Cell.ABSENT: "·",
    Cell.SAME: "●",
    Cell.DIFFERS: "◐",
    Cell.PARAPHRASE: "○",
    Cell.MEANING: "▲",
    Cell.SPEAKER: "◆",
}


def title_source(dossier: Dossier) -> str:
    """Whose words the title of `dossier` is ("headline of Gazette"); empty if no report's."""
    if not dossier.title_of:
        return ""
    words = "headline" if any(report.title for report in dossier.reports) else "first words"
    return f"{words} of {dossier.title_of}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 report``, ``3 reports``; `many` where the plural is not `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def reach(dossier: Dossier) -> str:
    """``5 reports, 3 independent origins``."""
    reports, origins = len(dossier.reports), len(dossier.origins)
    return f"{counted(reports, 'report')}, {counted(origins, 'independent origin')}"


def support(fact: FactItem) -> str:
    """``reported by 3 independent origins``, or for copies ``reported by 1 origin, in 2 reports``."""
    if len(fact.origin_names) > 1:
        return f"reported by {len(fact.origin_names)} independent origins"
    reports = len({p.article for p in (fact.lead, *fact.others)})
    return f"reported by 1 origin, in {counted(reports, 'report')}"


def credit(note: CreditNote) -> str:
    """``Hill Post credits Daily Lark``; the words that do so are shown after it."""
    return f"{note.place.outlet} credits {note.to}"


def credits_given(item: FactItem | StatementItem) -> str:
    """Who credits whom for a fact or a statement, in brackets, with the exact words; "" if nobody does."""
    given = "; ".join(f"{credit(note)}: {note.place.text}, {note.place.paragraph}" for note in item.credits)
    return f"({given})" if given else ""


def statement_support(item: StatementItem) -> str:
    """``in 4 reports of 3 origins``."""
    return f"in {counted(item.reports, 'report')} of {counted(item.origins, 'origin')}"


def timeline_support(item: TimelineItem) -> str:
    """``reported by 2 independent origins``, or by one."""
    return f"reported by {counted(item.origins, 'independent origin')}" if item.origins > 1 else "reported by 1 origin"


def resolved(item: TimelineItem) -> list[tuple[str, str]]:
    """The date expressions of an item and how they were resolved, those resolved alike together. Nothing where all
    are shown as they are written.
    """
    words: dict[str, dict[str, str]] = {}
    days: dict[str, dict[str, None]] = {}
    for phrase in item.phrases:
        words.setdefault(phrase.basis, {}).setdefault(phrase.place.text.casefold(), phrase.place.text)
        days.setdefault(phrase.basis, {}).update(dict.fromkeys([phrase.day] if phrase.day else []))
    return [
        (", ".join(found.values()), ", ".join([basis, *([_and(list(days[basis]))] if days[basis] else [])]))
        for basis, found in words.items()
        if basis != AS_WRITTEN
    ]


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def wordings_at_odds(item: ConflictItem) -> str:
    """``3 differences in one statement by Ilse Okonjo``, for an item that holds several."""
    by = f" by {item.speaker}" if item.speaker else ""
    return f"{counted(len(item.further) + 1, 'difference')} in one statement{by}"


def places_at_odds(item: ConflictItem) -> list[Place]:
    """Where the readings of a conflict stand."""
    return [place for reading in item.readings for place in (reading.place, *reading.others)]


def shared_file(dossier: Dossier) -> str:
    """The file that all of several reports were read from; "" if there is not one."""
    files = {report.file for report in dossier.reports}
    file = files.pop() if len(files) == 1 and len(dossier.reports) > 1 else None
    return shown(file or "")


def left_out(count: int) -> str:
    """How to see what the lists of the terminal leave out."""
    return f"{counted(count, 'item')} of long lists not shown; a page has all of them: --out dossier.html"


def speaker_words(item: StatementItem) -> str:
    """Whom a statement is given to, one or several."""
    return " / ".join(item.speakers) or NO_SPEAKER


def reading_notes(reading: Reading) -> list[str]:
    """How a reading stands to the fullest one, weightiest first (``changes the meaning: negation``, ``cut short``)."""
    notes = []
    for kind in (k for k in SEVERITY if k in reading.kinds):
        if kind is VariantKind.PARAPHRASE and reading.form is QuotationForm.INDIRECT:
            continue  # the form says so already
        differences = [d for d in reading.differences if d.kind is kind]
        if kind is VariantKind.TRUNCATION:
            notes += [KINDS[kind]] * any(d.base for d in differences) + [SAYS_MORE] * any(d.other for d in differences)
            continue
        why = ", ".join(dict.fromkeys(d.note for d in differences if d.note))
        notes.append(f"{KINDS[kind]}: {why}" if why else KINDS[kind])
    return notes


def kinds_used(items: Iterable[StatementItem]) -> list[VariantKind]:
    """The kinds of differences that occur, weightiest first: what a legend has to explain."""
    used = {k for item in items for k in item.kinds}
    return [k for k in SEVERITY if k in used]


def marks_used(items: Iterable[StatementItem]) -> tuple[list[VariantKind], bool, bool]:
    """What the legend of a section has to explain: the kinds of words marked, weightiest first, and whether words of
    the fullest reading are shown as missing, and counted as cut.
    """
    runs = [run for item in items for reading in item.readings for run in reading.runs]
    kinds = {run.kind for run in runs if run.role is Role.DIFFERS}
    roles = {run.role for run in runs}
    return [k for k in SEVERITY if k in kinds], Role.MISSING in roles, Role.CUT in roles


def cells_used(dossier: Dossier) -> list[Cell]:
    """The kinds of cells in the coverage matrix: what its legend has to explain."""
    return [c for c in CELLS if any(c in row.cells for row in dossier.matrix)]


def by_outlet(places: Sequence[Place]) -> list[tuple[Place, list[Place]]]:
    """Places gathered by report: the first, and those in its further paragraphs; what is in one paragraph is one."""
    groups: dict[str, list[Place]] = {}
    for place in by_paragraph(places):
        groups.setdefault(place.article, []).append(place)
    return [(same[0], same[1:]) for same in groups.values()]


def place_list(places: Sequence[Place]) -> str:
    """``Gazette ¶3, ¶7; Evening Bell ¶2``: each outlet once."""
    groups = []
    for first, more in by_outlet(places):
        groups.append(", ".join([first.label, *(place.paragraph for place in more)]))
    return "; ".join(groups)


def headline_counts(dossier: Dossier) -> list[tuple[str, int]]:
    """The sections of a dossier in order, with how many items each holds; empty ones are left out."""
    sections = [
        (MEANING, len(dossier.meaning)),
        (SPEAKERS, len(dossier.speakers)),
        (SAID, len(dossier.said)),
        (FACTS, len(dossier.facts)),
        (ALONE, sum(g.count for g in dossier.alone)),
        (CONFLICTS, len(dossier.conflicts)),
        (PRECISION, len(dossier.precision)),
        (TIMELINE, len(dossier.timeline)),
        (COMMENTARY, sum(len(g.sentences) for g in dossier.commentary)),
    ]
    return [(name, count) for name, count in sections if count]
