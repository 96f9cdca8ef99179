"""Rules and the trained reader put together: marks decide where quoted words begin and end, the reader who said them,
and what is reported without marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from secondsource.annotate.quotations.assembly import without_stray_marks
from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import Quotation, QuotationForm, Span

_HALF = 0.5  # share of a quotation's characters that an attribution must hold to be its own
_FEWEST_WORDS = 2
_REACH = 10_000  # characters between a cue and its content, far above the words that a reader looks at
_BESIDE = 25  # characters between the beginnings of two cues that are one phrase ("then added", "added")


def combine(layout: Layout, by_rules: Sequence[Quotation], read: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """The quotations of an article, in text order: those in marks as the rules found them, attributed by the reader
    where it has them; those without marks as the reader has them.
    """
    marked = [q for q in by_rules if q.form is not QuotationForm.INDIRECT]
    found: list[Quotation] = []
    for quotation in marked:
        own = None if _is_signed(quotation) else _attribution_of(quotation, read)
        found.append(quotation if own is None else _attributed(layout, quotation, own))
    found += _unmarked(layout, marked, read)
    found += _missed(layout, by_rules, found)
    return tuple(sorted(found, key=lambda q: (q.parts[0].start, -q.parts[-1].end)))


def _missed(layout: Layout, by_rules: Sequence[Quotation], found: Sequence[Quotation]) -> list[Quotation]:
    """What the rules find reported without marks in words that the reader gives to nobody."""
    taken = _covered(layout, (part for quotation in found for part in (quotation.content or quotation.parts)))
    return [q for q in by_rules if q.form is QuotationForm.INDIRECT and not any(any(taken[a:b]) for a, b in q.parts)]


def _covered(layout: Layout, spans: Iterable[Span]) -> bytearray:
    """For each character of the text, whether one of the spans covers it."""
    covered = bytearray(len(layout.text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _is_signed(quotation: Quotation) -> bool:
    """Whether a name without a verb follows the words."""
    return quotation.cue is None and quotation.source is not None and quotation.source.start >= quotation.parts[-1].end


def _attribution_of(quotation: Quotation, read: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content is the quotation's words, or holds them most closely."""
    length = sum(part.end - part.start for part in quotation.parts)
    best: tuple[float, int, Attribution] | None = None
    first = bisect_left(read, quotation.span.start - _REACH, key=lambda attribution: attribution.cue.start)
    last = bisect_left(read, quotation.span.end + _REACH, key=lambda attribution: attribution.cue.start)
    for attribution in islice(read, first, last):
        shared = sum(_shared(part, content) for part in quotation.parts for content in attribution.content)
        if shared < _HALF * length:
            continue
        extent = sum(content.end - content.start for content in attribution.content)
        if best is None or (shared, -extent) > best[:2]:
            best = (shared, -extent, attribution)
    return best[2] if best else None


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _attributed(layout: Layout, quotation: Quotation, own: Attribution) -> Quotation:
    """A marked quotation with the source and cue that the reader gives it, and the content around its fragments."""
    content = quotation.content
    if quotation.form is QuotationForm.MIXED and all(any(c.contains(p) for c in own.content) for p in quotation.parts):
        content = tuple(_with_marks(layout, span) for span in own.content)
    cue = own.cue
    if quotation.cue is not None and abs(quotation.cue.start - cue.start) <= _BESIDE:
        cue = quotation.cue  # the verb itself: the reader may take an adverb before it for the cue
    return replace(quotation, source=own.source or quotation.source, cue=cue, content=content)


def _with_marks(layout: Layout, span: Span) -> Span:
    """`span` with the quotation marks that close or open at its ends."""
    overlapping = layout.marked_in(span)
    if not overlapping:
        return span
    return Span(min(span.start, overlapping[0].outer.start), max(span.end, overlapping[-1].outer.end))


def _unmarked(layout: Layout, marked: Sequence[Quotation], read: Sequence[Attribution]) -> Iterator[Quotation]:
    """What the reader finds reported without marks."""
    taken = _covered(layout, (part for quotation in marked for part in quotation.parts))
    given: set[tuple[Span, ...]] = set()
    for attribution in sorted(read, key=lambda a: -a.probability):
        if any(any(taken[start:end]) for start, end in attribution.content):
            continue
        if any(layout.marked_in(content) for content in attribution.content):
            continue  # cuts into marks that are no quotation: a title, a nickname
        parts = tuple(part for part in (_said(layout, content) for content in attribution.content) if part is not None)
        in_story = layout.sentences[layout.tokens[layout.at(attribution.cue.start)].sentence].is_story
        if parts and in_story and parts not in given:  # one clause that two cues report is one quotation
            given.add(parts)
            yield Quotation(
                "", parts, QuotationForm.INDIRECT, attribution.source, attribution.cue, content=attribution.content
            )


def _said(layout: Layout, content: Span) -> Span | None:
    """A reported clause without its "that" and without marks at its ends; None where less than two words are left."""
    first, last = layout.first_from(content.start), layout.at(content.end - 1)
    if layout.tokens[first].lower == "that":
        first += 1
    while first <= last and not layout.tokens[first].is_word:
        first += 1
    while last >= first and layout.tokens[last].lower in ".,;:!?—–-":
        last -= 1
    words = sum(token.is_word for token in layout.tokens[first : last + 1])
    return without_stray_marks(layout, layout.span(first, last)) if words >= _FEWEST_WORDS else None
