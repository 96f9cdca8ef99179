"""Marked stretches, cues and complement clauses put together into quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotate.quotations.attachment import Attached
from secondsource.annotate.quotations.attributions import Cue
from secondsource.annotate.quotations.complements import complement
from secondsource.annotate.quotations.cues import MEDIA
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.transcripts import labelled
from secondsource.types import Article, Quotation, QuotationForm, Span

_MARKS = frozenset('“”"«»„‟')


def assemble(layout: Layout, cues: Sequence[Cue], attached: Sequence[Attached | None]) -> tuple[Quotation, ...]:
    """One quotation for each run of stretches that share an attribution, and one for each clause reported without
    marks; in text order, speakers still unnamed.
    """
    found: list[Quotation] = []
    used: set[int] = set()
    for run in _runs(attached):
        lead = attached[run[0]]
        assert lead is not None
        if lead.cue is not None:
            used.add(lead.cue)
        quotation = _marked_quotation(layout, cues, run, attached)
        found.append(quotation)
        further = _further_clause(layout, quotation)
        if further is not None:
            found.append(replace(quotation, parts=(further,), form=QuotationForm.INDIRECT, content=(further,)))
    for index, cue in enumerate(cues):
        if index in used:
            continue
        content = tuple(without_stray_marks(layout, span) for span in complement(layout, cues, index))
        if content and not any(_crosses(layout, span) for span in content):
            found.append(
                Quotation(
                    "", content, QuotationForm.INDIRECT, cue.source, layout.span(cue.first, cue.last), content=content
                )
            )
    found.sort(key=lambda q: (q.parts[0].start, -q.parts[-1].end))
    return tuple(found)


def numbered(article: Article, layout: Layout, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """`quotations` with their ids and the medium that the text tells for each."""
    return tuple(
        replace(quotation, id=f"{article.id}-q{number}", medium=_medium(layout, quotation))
        for number, quotation in enumerate(quotations, 1)
    )


def _runs(attached: Sequence[Attached | None]) -> list[list[int]]:
    """Indices of marked stretches grouped into quotations: same cue, or going on from the stretch before."""
    runs: list[list[int]] = []
    for k, item in enumerate(attached):
        if item is None:
            continue
        before = attached[runs[-1][-1]] if runs else None
        head = attached[runs[-1][0]] if runs else None
        same_cue = head is not None and item.cue is not None and item.cue == head.cue
        if before is not None and (same_cue or (item.follows and runs[-1][-1] == k - 1 and before.clause)):
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _marked_quotation(
    layout: Layout, cues: Sequence[Cue], run: Sequence[int], attached: Sequence[Attached | None]
) -> Quotation:
    lead = attached[run[0]]
    assert lead is not None
    parts = tuple(_spoken(layout.text, layout.marked[k].inner) for k in run)
    clause = any(item is not None and item.clause for item in (attached[k] for k in run))
    form = QuotationForm.DIRECT if clause else QuotationForm.MIXED
    cue = cues[lead.cue] if lead.cue is not None else None
    content = parts
    if form is QuotationForm.MIXED and lead.cue is not None:
        content = _mixed_content(layout, cues, lead.cue, run) or parts
    return Quotation(
        "",
        parts,
        form,
        cue.source if cue else lead.source,
        layout.span(cue.first, cue.last) if cue else lead.verb,
        content=content,
    )


def _mixed_content(layout: Layout, cues: Sequence[Cue], index: int, run: Sequence[int]) -> tuple[Span, ...]:
    """The clause that holds the fragments of `run`: the cue's complement, else all from cue to last fragment."""
    outers = [layout.marked[k].outer for k in run]
    clauses = complement(layout, cues, index)
    if clauses and all(any(c.contains(o) for c in clauses) for o in outers):
        return clauses
    start = cues[index].last + 1
    if start >= len(layout.tokens) or layout.at(outers[0].start) < start:
        return ()
    whole = Span(layout.tokens[start].start, outers[-1].end)
    return () if cues[index].passive or layout.tokens[start].lower in ",:" else (whole,)


def _further_clause(layout: Layout, quotation: Quotation) -> Span | None:
    """What a mixed quotation's cue reports after its last fragment, as a clause of its own: "..., and his aim is"."""
    if quotation.form is not QuotationForm.MIXED or not quotation.content:
        return None
    end = quotation.content[-1].end
    for i in range(layout.first_from(quotation.parts[-1].end), len(layout.tokens) - 2):
        if layout.tokens[i].end > end:
            break
        if layout.tokens[i].lower == "," and layout.tokens[i + 1].lower in ("and", "but"):
            words = [t for t in layout.tokens[i + 2 : i + 8] if t.is_word and t.end <= end]
            return Span(layout.tokens[i + 2].start, end) if len(words) >= 5 else None
    return None


def without_stray_marks(layout: Layout, span: Span) -> Span:
    """`span` without a stray quotation mark at its ends, one that belongs to no marked stretch."""
    start, end = _trimmed(layout.text, span)
    if layout.text[start] in _MARKS and start not in layout.opening_marks:
        start += 1
    if end - 1 > start and layout.text[end - 1] in _MARKS and end not in layout.closing_marks:
        end -= 1
    return _trimmed(layout.text, Span(start, end))


def _spoken(text: str, stretch: Span) -> Span:
    """The words of a marked stretch, without the name that a transcript puts before them."""
    label = labelled(text, stretch)
    words = _trimmed(text, Span(label[1].end, stretch.end) if label else stretch)
    return words if words.end > words.start else _trimmed(text, stretch)


def _trimmed(text: str, span: Span) -> Span:
    """`span` without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _crosses(layout: Layout, span: Span) -> bool:
    """Whether a span cuts through a marked stretch or lies inside one."""
    return any(not span.contains(m.outer) for m in layout.marked_in(span))


def _medium(layout: Layout, quotation: Quotation) -> str | None:
    """The channel told right before or after the cue ("said in a statement", "tweeted")."""
    if quotation.cue is None:
        return None
    first = layout.at(quotation.cue.start)
    lower = layout.tokens[first].lower
    if lower.startswith(("tweet", "retweet")):
        return "tweet"
    for i in range(first + 1, min(first + 9, len(layout.tokens))):
        token = layout.tokens[i]
        if token.marked >= 0 or token.lower in '.;“"' or token.sentence != layout.tokens[first].sentence:
            break
        if token.lower in MEDIA:
            return MEDIA[token.lower]
    return None
