"""The dossier as Markdown, as GitHub renders it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from secondsource.publish import wording as say
from secondsource.publish.composition import compose
from secondsource.publish.dossier import (
    AloneGroup,
    ConflictItem,
    Dossier,
    Excerpt,
    FactItem,
    Reading,
    Report,
    Role,
    Run,
    StatementItem,
    TimelineItem,
)
from secondsource.publish.place import Place, flowed
from secondsource.types import Collation, QuotationForm, VariantKind

_MARK = "<!-- generator: Second Source -->\n\n"  # `ingest` knows it and refuses the file
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&$#])")
_BLOCK_START = re.compile(r"^(\s*\d{0,9})([.)+=-])")


def markdown_text(collations: Sequence[Collation]) -> str:
    """The dossiers of all collations, one after the other, below a mark by which they are told from reports."""
    return _MARK + "\n".join("\n".join(_story(compose(c))) for c in collations)


def escaped(text: str) -> str:
    """`text` as a paragraph that Markdown shows as it is: no markup, no HTML, on one line."""
    return _guarded(_inside(text))


def _inside(text: str) -> str:
    """`text` as it may stand inside a line."""
    return _SPECIAL.sub(r"\\\1", flowed(text))


def _guarded(line: str) -> str:
    """`line`, kept from being read as a list or a rule."""
    return _BLOCK_START.sub(r"\1\\\2", line)


def _story(dossier: Dossier) -> Iterable[str]:
    yield f"# {escaped(dossier.title)}"
    yield ""
    source = escaped(say.title_source(dossier))
    origin = f"{source[0].upper()}{source[1:]} · " if source else ""
    yield f"{origin}{dossier.when} · {say.reach(dossier)}"
    yield ""
    if dossier.standfirst:
        yield from (f"> {_cited(dossier.standfirst)}", "")
    if dossier.people:
        yield from (f"Names: {escaped(', '.join(dossier.people))}", "")
    yield from _reports(dossier)
    legend = _legend(say.kinds_used((*dossier.meaning, *dossier.speakers, *dossier.said)))
    for title, statements in (
        (say.MEANING, dossier.meaning),
        (say.SPEAKERS, dossier.speakers),
        (say.SAID, dossier.said),
    ):
        if statements:
            yield from (f"## {title}", "", *legend)
            legend = ()
            for statement in statements:
                yield from _statement(statement)
    yield from _section(say.FACTS, (line for fact in dossier.facts for line in _fact(fact)))
    yield from _section(say.ALONE, (line for group in dossier.alone for line in _alone(group)))
    yield from _section(say.CONFLICTS, (line for c in dossier.conflicts for line in _conflict(c)))
    yield from _section(say.PRECISION, (line for c in dossier.precision for line in _conflict(c)))
    yield from _section(say.TIMELINE, (line for item in dossier.timeline for line in _time(item)))
    for number, group in enumerate(dossier.commentary):
        yield from ((f"## {say.COMMENTARY}", "") if not number else ())
        yield from (f"**{escaped(group.outlet)}**", "", *(f"- {_cited(p)}" for p in group.sentences), "")
    yield from _matrix(dossier)


def _section(title: str, lines: Iterable[str]) -> Iterable[str]:
    """A section, if it has any lines."""
    content = list(lines)
    if content:
        yield from (f"## {title}", "", *content)
        if content[-1]:
            yield ""


def _reports(dossier: Dossier) -> Iterable[str]:
    yield from (f"## {say.REPORTS}", "", "| | Outlet | Published | Headline | File |", "|---|---|---|---|---|")
    for report in dossier.reports:
        cells = (report.siglum, escaped(report.outlet), report.published, _headline(report), escaped(report.file or ""))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _headline(report: Report) -> str:
    title = escaped(report.title or say.NO_HEADLINE)
    if report.url:
        title = f"[{title}](<{report.url.replace('<', '%3C').replace('>', '%3E').replace('|', '%7C')}>)"
    for source in dict.fromkeys(note.of for note in report.copies):
        reasons = "; ".join(note.reason for note in report.copies if note.of == source)
        title += f"<br>*copy of {escaped(source)}: {escaped(reasons)}*"
    return title


def _cited(place: Place, others: Sequence[Place] = (), clause: Excerpt | None = None) -> str:
    also = f"; also {say.place_list(others)}" if others else ""
    return f"{_in_context(clause) if clause else escaped(place.text)} — {escaped(place.label + also)}"


def _legend(kinds: Sequence[VariantKind]) -> tuple[str, ...]:
    """How the marks inside the words are to be read; nothing where nothing is marked."""
    if not kinds:
        return ()
    meaning = " **Bold**: the difference changes the meaning." if VariantKind.MEANING in kinds else ""
    return (
        "<ins>Underlined</ins>: words in which the outlets differ. <del>Struck out</del>: words of the fullest reading "
        f"that this outlet does not have.{meaning}",
        "",
    )


def _marked(reading: Reading) -> str:
    return _guarded("".join((" " if space else "") + _mark(run) for space, run in reading.spaced_runs))


def _mark(run: Run) -> str:
    words = flowed(run.text)
    inner = escaped(words.strip())
    if run.role is Role.SAME or not inner:
        return _inside(run.text)
    if run.role is Role.ASIDE:
        return f"({inner})"
    if run.role is Role.ELIDED:
        return f"(… {run.left_out} words …)"
    if run.role is Role.CUT:
        return f"<del>({run.left_out} words)</del>"
    if run.left_out:
        inner += f" +{run.left_out} words"
    if run.kind is VariantKind.MEANING:
        inner = f"<b>{inner}</b>"
    tag = "del" if run.role is Role.MISSING else "ins"
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}<{tag}>{inner}</{tag}>{after}"


def _statement(item: StatementItem) -> Iterable[str]:
    yield from (f"### {escaped(say.speaker_words(item))}", "", f"*{say.statement_support(item)}*{_credits(item)}", "")
    for reading in item.readings:
        yield from (f"> {_marked(reading)}", ">", f"> — {_reading_place(reading, len(item.speakers) > 1)}", "")


def _reading_place(reading: Reading, named: bool) -> str:
    parts = [escaped(reading.place.label)]
    if reading.others:
        parts[0] += f" = {escaped(say.place_list(reading.others))}"
    if reading.form is QuotationForm.INDIRECT:
        parts.append(say.FORMS[reading.form])
    given = reading.attribution or (reading.speaker if named else "")
    if given:
        parts.append(f"*{escaped(given)}*")
    notes = say.reading_notes(reading)
    if notes:
        parts.append(f"**{escaped(', '.join(notes))}**")
    return " · ".join(parts)


def _fact(item: FactItem) -> Iterable[str]:
    yield f"- {_cited(item.lead)}  "
    also = f" · also {escaped(say.place_list(item.others))}" if item.others else ""
    yield f"  **{say.support(item)}**{_credits(item)}{also}"


def _credits(item: FactItem | StatementItem) -> str:
    return f" {_inside(say.credits_given(item))}" if item.credits else ""


def _alone(group: AloneGroup) -> Iterable[str]:
    yield from (f"**{escaped(group.origin)}**", "")
    for item in group.statements:
        reading = item.readings[0]
        places = escaped(say.place_list((reading.place, *reading.others)))
        yield f"- {escaped(say.speaker_words(item))}: {_marked(reading)} — {places}{_credits(item)}"
    yield from (f"- {_cited(f.lead, f.others)}{_credits(f)}" for f in group.facts)
    for sentence in group.sentences:
        words = _in_context(sentence) if sentence.before or sentence.after else escaped(sentence.words)
        yield f"- {words} — {escaped(sentence.place.label)}"
    yield ""


def _conflict(item: ConflictItem) -> Iterable[str]:
    if item.further:
        yield f"- **{say.CONFLICT_KINDS[item.kind]}**: {escaped(say.wordings_at_odds(item))}"
        for one in (item, *item.further):
            yield f"  - {escaped(one.explanation)} — {escaped(say.place_list(say.places_at_odds(one)))}"
        return
    yield f"- **{say.CONFLICT_KINDS[item.kind]}**: {escaped(item.explanation)}"
    for reading in item.readings:
        yield f"  - {_in_context(reading)} — {escaped(say.place_list((reading.place, *reading.others)))}"


def _in_context(excerpt: Excerpt) -> str:
    before, words, after = (_inside(part) for part in (excerpt.before, excerpt.words, excerpt.after))
    return f"{before}<b>{words}</b>{after}"


def _time(item: TimelineItem) -> Iterable[str]:
    gap = f", {item.gap}" if item.gap else ""
    yield f"- **{item.label}**{gap} · {say.timeline_support(item)}  "
    yield f"  {_cited(item.lead, item.others, item.clause)}"
    resolved = "; ".join(f"{words}: {basis}" for words, basis in say.resolved(item))
    if resolved:
        yield f"  <br>*{escaped(resolved)}*"


def _matrix(dossier: Dossier) -> Iterable[str]:
    if not dossier.matrix:
        return
    signs = (f"{say.CELL_SIGNS[c]} {say.CELLS[c]}" for c in say.cells_used(dossier))
    yield from (f"## {say.MATRIX}", "", ", ".join(signs), "")
    yield f"| | {' | '.join(r.siglum for r in dossier.reports)} |"
    yield f"|---|{':-:|' * len(dossier.reports)}"
    for row in dossier.matrix:
        yield f"| {escaped(row.label)} | {' | '.join(say.CELL_SIGNS[c] for c in row.cells)} |"
    yield ""
