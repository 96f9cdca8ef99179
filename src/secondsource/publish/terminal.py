"""The dossier for a terminal: rich text where colour is to be had, and marks that are legible without it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from secondsource.publish import wording as say
from secondsource.publish.composition import compose
from secondsource.publish.dossier import (
    AloneGroup,
    ConflictItem,
    Dossier,
    Excerpt,
    FactItem,
    Reading,
    StatementItem,
    TimelineItem,
)
from secondsource.publish.place import shown
from secondsource.publish.terminal_page import FEW, HEAD, Page
from secondsource.publish.terminal_words import GREY, cited, legend, marked
from secondsource.publish.timeline import runs_of_minor
from secondsource.types import Collation, QuotationForm

_WIDEST = 104
_FEW_ALONE = 4


def print_dossier(collations: Sequence[Collation], console: Console, *, every: bool = False) -> None:
    """Print the dossier of each collation. Long lists are cut, saying by how much, unless `every` is set."""
    for number, collation in enumerate(collations):
        page = Page(console, min(console.width, _WIDEST), every)
        if number:
            page.line()
        _print_story(page, compose(collation))


def write_terminal(collations: Sequence[Collation], stream: IO[str], *, every: bool = False) -> None:
    """Print the dossiers to `stream`: in colour where it is a terminal, else as plain text without trailing space."""
    console = Console(file=stream)
    if console.is_terminal:
        print_dossier(collations, console, every=every)
    else:
        stream.write(_plain(collations, console.width, every=every))


def terminal_text(collations: Sequence[Collation], width: int = 88) -> str:
    """The dossiers as plain text, `width` columns wide, with nothing cut."""
    return _plain(collations, width, every=True)


def _plain(collations: Sequence[Collation], width: int, *, every: bool) -> str:
    stream = io.StringIO()
    print_dossier(collations, Console(file=stream, width=width, color_system=None, legacy_windows=False), every=every)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def _print_story(page: Page, dossier: Dossier) -> None:
    page.console.print(Rule(characters="═", style=HEAD), width=page.width)
    page.line(Text(dossier.title, style=HEAD))
    origin = f"{source} · " if (source := say.title_source(dossier)) else ""
    page.line(Text(f"{origin}{dossier.when} · {say.reach(dossier)}", style=GREY))
    if dossier.standfirst:
        page.line()
        page.line(cited(dossier.standfirst), 2)
    if dossier.people:
        page.line()
        page.line(Text("Names: ", style=GREY).append(", ".join(dossier.people), style="default"), 2)
    _print_reports(page, dossier)
    compared = (*dossier.meaning, *dossier.speakers, *dossier.said)
    explained = legend(say.kinds_used(compared))
    for title, statements in (
        (say.MEANING, dossier.meaning),
        (say.SPEAKERS, dossier.speakers),
        (say.SAID, dossier.said),
    ):
        if statements:
            page.section(title, len(statements))
            if explained:
                page.line(explained, 2)
                explained = None
            page.each(statements, _print_statement)
    _print_rest(page, dossier)


def _print_rest(page: Page, dossier: Dossier) -> None:
    if dossier.facts:
        page.section(say.FACTS, len(dossier.facts))
        page.each(dossier.facts, _print_fact)
    if dossier.alone:
        page.section(say.ALONE, sum(g.count for g in dossier.alone))
        for group in dossier.alone:
            _print_alone(page, group)
    if dossier.conflicts:
        page.section(say.CONFLICTS, len(dossier.conflicts))
        page.each(dossier.conflicts, _print_conflict)
    if dossier.precision:
        page.section(say.PRECISION, len(dossier.precision))
        page.each(dossier.precision, _print_conflict)
    if dossier.timeline:
        _print_timeline(page, dossier)
    if dossier.commentary:
        page.section(say.COMMENTARY)
        for opinions in dossier.commentary:
            page.line()
            page.line(Text(opinions.outlet, style=HEAD), 2)
            page.each(opinions.sentences, lambda p, place: p.line(cited(place, short=True), 4), indent=4)
    if dossier.matrix:
        _print_matrix(page, dossier)
    if page.cut:
        page.line()
        page.line(Text(say.left_out(sum(page.cut)), style=GREY), 2)


def _print_reports(page: Page, dossier: Dossier) -> None:
    page.section(say.REPORTS, len(dossier.reports))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(ratio=5, overflow="fold")
    for report in dossier.reports:
        told = Text(report.title or say.NO_HEADLINE)
        copied = dict.fromkeys(note.of for note in report.copies)
        for source in copied:
            reasons = "; ".join(note.reason for note in report.copies if note.of == source)
            told.append(f"\ncopy of {source}: {reasons}", style="italic")
        if report.file and not say.shared_file(dossier):
            told.append(f"\n{shown(report.file)}", style=GREY)
        outlet = Text(report.outlet, style=HEAD).append(f"\n{report.published}", style=f"not bold {GREY}")
        table.add_row(Text(report.siglum, style=HEAD), outlet, told)
    page.console.print(Padding(table, (0, 0, 0, 2)), width=page.width)
    if file := say.shared_file(dossier):
        page.line(Text(f"all from {file}", style=GREY), 2)


def _print_statement(page: Page, item: StatementItem) -> None:
    page.line()
    heading = Text(say.speaker_words(item), style=HEAD)
    page.line(heading.append(f"  {say.statement_support(item)}", style=f"not bold {GREY}"), 2)
    if item.credits:
        page.line(Text(say.credits_given(item)), 4)
    speakers = len(item.speakers) > 1
    for reading in item.readings:
        _print_reading(page, reading, named=speakers)


def _print_reading(page: Page, reading: Reading, *, named: bool = False) -> None:
    page.line(marked(reading), 6)
    notes = say.reading_notes(reading)
    where = Text(reading.place.label, style="default")
    if reading.others:
        where.append(f" = {say.place_list(reading.others)}")
    if reading.form is QuotationForm.INDIRECT:
        where.append(f" · {say.FORMS[reading.form]}", style=GREY)
    given = reading.attribution or (reading.speaker if named else "")
    if given:
        where.append(f" · {given}", style=f"italic {GREY}")
    if notes:
        where.append(f" · {', '.join(notes)}", style="bold red" if reading.alarming else GREY)
    page.line(where, 8)


def _print_fact(page: Page, item: FactItem) -> None:
    page.line()
    page.line(cited(item.lead), 2)
    support = Text(say.support(item), style=HEAD)
    if item.others:
        support.append(f" · also {say.place_list(item.others)}", style=f"not bold {GREY}")
    page.line(support, 4)
    if item.credits:
        page.line(Text(say.credits_given(item)), 4)


def _print_alone(page: Page, group: AloneGroup) -> None:
    page.line()
    page.line(Text(group.origin, style=HEAD).append(f"  {group.count}", style=f"not bold {GREY}"), 2)

    def statement(page: Page, item: StatementItem) -> None:
        words = Text().append(f"{say.speaker_words(item)}: ", style="italic")
        reading = item.readings[0]
        words.append_text(marked(reading))
        places = (reading.place, *reading.others)
        own = len(places) == 1 and reading.place.outlet == group.origin
        words.append(f"  {reading.place.paragraph if own else say.place_list(places)}", style=GREY)
        page.line(words.append(f"  {say.credits_given(item)}" if item.credits else ""), 4)

    def fact(page: Page, item: FactItem) -> None:
        credited = f"  {say.credits_given(item)}" if item.credits else ""
        page.line(cited(item.lead, others=item.others).append(credited), 4)

    def sentence(page: Page, told: Excerpt) -> None:
        own = told.place.outlet == group.origin
        around = told.before or told.after
        words = Text(told.before).append(f"{{{told.words}}}", style="bold").append(told.after) if around else told.words
        page.line(Text.assemble(words, (f"  {told.place.paragraph if own else told.place.label}", GREY)), 4)

    page.each(group.statements, statement, _FEW_ALONE, 4)
    page.each(group.facts, fact, _FEW_ALONE, 4)
    page.each(group.sentences, sentence, _FEW_ALONE, 4)


def _print_conflict(page: Page, item: ConflictItem) -> None:
    page.line()
    if item.further:
        heading = Text(f"{say.CONFLICT_KINDS[item.kind]}: ", style=HEAD)
        page.line(heading.append(say.wordings_at_odds(item), style="not bold"), 2)
        for one in (item, *item.further):
            page.line(Text(one.explanation).append(f"  {say.place_list(say.places_at_odds(one))}", style=GREY), 6)
        return
    page.line(Text(f"{say.CONFLICT_KINDS[item.kind]}: ", style=HEAD).append(item.explanation, style="not bold"), 2)

    def excerpt(page: Page, reading: Excerpt) -> None:
        words = Text(reading.before).append(reading.words, style="bold underline").append(reading.after)
        where = say.place_list((reading.place, *reading.others))
        page.line(words.append(f"  {where}", style=GREY), 6)

    page.each(item.readings, excerpt, _FEW_ALONE, 6)


def _print_timeline(page: Page, dossier: Dossier) -> None:
    page.section(say.TIMELINE, len(dossier.timeline))
    for minor, items in runs_of_minor(dossier.timeline):
        if minor and not page.every:
            page.left_out(f"│ … {len(items)} more …", len(items))
            continue
        for item in items:
            _print_time(page, item)


def _print_time(page: Page, item: TimelineItem) -> None:
    if item.gap:
        page.line(Text(f"│ {item.gap}", style=GREY), 2)
    head = Text("● ").append(item.label, style=HEAD).append(f"  {say.timeline_support(item)}", style=GREY)
    page.line(head, 2)
    page.line(cited(item.lead, others=item.others, clause=item.clause), 4)
    resolved = "; ".join(f"{words}: {basis}" for words, basis in say.resolved(item))
    if resolved:
        page.line(Text(resolved, style=f"italic {GREY}"), 4)


def _print_matrix(page: Page, dossier: Dossier) -> None:
    page.section(say.MATRIX)
    explained = (f"{say.CELL_SIGNS[c]} {say.CELLS[c]}" for c in say.cells_used(dossier))
    page.line(Text("  ".join(explained), style=GREY), 2)
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style=HEAD)
    table.add_column("", ratio=1)
    for report in dossier.reports:
        table.add_column(report.siglum, justify="center")
    rows = dossier.matrix if page.every else dossier.matrix[: 2 * FEW]
    for row in rows:
        signs = [Text(say.CELL_SIGNS[c], style="bold red" if c.name == "MEANING" else "") for c in row.cells]
        table.add_row(Text(row.label, style="" if row.is_statement else "italic"), *signs)
    page.console.print(Padding(table, (0, 0, 0, 2)), width=page.width)
    if len(rows) < len(dossier.matrix):
        page.left_out(f"… and {len(dossier.matrix) - len(rows)} more", len(dossier.matrix) - len(rows))
