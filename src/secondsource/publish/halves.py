"""One outlet's several quotations of what another gives as one: read together, as one interrupted quotation."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Sequence
from dataclasses import replace

from secondsource.publish.place import Sources
from secondsource.types import Quotation, QuotationForm, Statement, VariantKind

_APART = 400  # characters between two halves at most: what is farther away is quoted another time


def with_halves_joined(sources: Sources, statement: Statement) -> tuple[Sources, Statement]:
    """`statement` with neighbouring halves as one reading, under the id of the first, and the sources that hold it."""
    joined: dict[str, tuple[str, Quotation]] = {}
    first_of: dict[str, str] = {}
    for halves in _halves(sources, statement):
        article, first = sources.quotations[halves[0]]
        every = [sources.quotations[i][1] for i in halves]
        form = QuotationForm.DIRECT if any(q.form is QuotationForm.DIRECT for q in every) else first.form
        joined[first.id] = article, replace(first, parts=tuple(part for q in every for part in q.parts), form=form)
        first_of |= dict.fromkeys(halves, first.id)
    if not joined:
        return sources, statement
    variants = (replace(v, reading=first_of.get(v.reading, v.reading)) for v in statement.variants)
    readings = (first_of.get(i, i) for i in statement.readings)
    return (
        replace(sources, quotations=ChainMap(joined, dict(sources.quotations))),
        replace(statement, readings=tuple(dict.fromkeys(readings)), variants=tuple(dict.fromkeys(variants))),
    )


def _halves(sources: Sources, statement: Statement) -> list[list[str]]:
    """The readings that are neighbouring halves, in text order, those of one report that stand together."""
    split = {v.reading for v in statement.variants if v.kind is VariantKind.SPLIT} - {statement.fullest}
    ordered = sorted(split & sources.quotations.keys(), key=lambda i: _position(sources, i))
    runs: list[list[str]] = []
    for reading in ordered:
        if runs and _follows(sources, runs[-1], reading):
            runs[-1].append(reading)
        else:
            runs.append([reading])
    return [run for run in runs if len(run) > 1]


def _position(sources: Sources, reading: str) -> tuple[str, int]:
    article, quotation = sources.quotations[reading]
    return article, quotation.parts[0].start


def _follows(sources: Sources, before: Sequence[str], reading: str) -> bool:
    (earlier, last), (article, quotation) = sources.quotations[before[-1]], sources.quotations[reading]
    return earlier == article and 0 <= quotation.parts[0].start - last.parts[-1].end <= _APART
