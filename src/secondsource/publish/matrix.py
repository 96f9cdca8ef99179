"""The coverage matrix: which report gives which statement and fact, and how."""

from __future__ import annotations

from secondsource.publish.dossier import Cell, FactItem, MatrixRow, Reading, Role, StatementItem
from secondsource.publish.place import Sources, shown
from secondsource.types import QuotationForm, VariantKind

_LABEL_LENGTH = 64
_SAME = frozenset({VariantKind.SPELLING, VariantKind.SPLIT})
_WEIGHT = (Cell.MEANING, Cell.SPEAKER, Cell.DIFFERS, Cell.SAME, Cell.PARAPHRASE)


def statement_row(sources: Sources, item: StatementItem) -> MatrixRow:
    """A statement's row; a report with several readings shows the one that differs most."""
    cells: dict[str, Cell] = {}
    for reading in item.readings:
        found = _cell(reading)
        for place in (reading.place, *reading.others):
            known = cells.get(place.article)
            cells[place.article] = found if known is None else min(known, found, key=_WEIGHT.index)
    told = {Role.ASIDE: " … ", Role.ELIDED: ""}  # what is left out between two parts; the fullest reading lacks nothing
    fullest = shown("".join(told.get(run.role, run.text) for run in item.readings[0].runs))
    label = f"{item.speakers[0]}: {fullest}" if item.speakers else fullest
    return MatrixRow(item.id, shortened(label), True, _in_order(sources, cells))


def fact_row(sources: Sources, item: FactItem) -> MatrixRow:
    """A fact's row."""
    cells = {place.article: Cell.SAME for place in (item.lead, *item.others)}
    return MatrixRow(item.id, shortened(item.lead.text), False, _in_order(sources, cells))


def _in_order(sources: Sources, cells: dict[str, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(article, Cell.ABSENT) for article in sources.order)


def _cell(reading: Reading) -> Cell:
    if VariantKind.MEANING in reading.kinds:
        return Cell.MEANING
    if VariantKind.SPEAKER in reading.kinds:
        return Cell.SPEAKER
    if reading.form is QuotationForm.INDIRECT:
        return Cell.PARAPHRASE
    return Cell.DIFFERS if reading.kinds - _SAME else Cell.SAME


def shortened(words: str, limit: int = _LABEL_LENGTH) -> str:
    """`words` cut at a word boundary, with "…" where something is left out."""
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-…") + " …"
