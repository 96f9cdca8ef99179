"""Rules and the trained reader put together: marks decide where quoted words begin and end, the reader who said them,
which of them are one quotation, and what is reported without marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.annotate.quotations.assembly import without_stray_marks
from secondsource.annotate.quotations.claims import settled
from secondsource.annotate.quotations.cues import CUES
from secondsource.annotate.quotations.edges import tidied
from secondsource.annotate.quotations.embedding import is_embedded
from secondsource.annotate.quotations.grouping import group, shared_length
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.participles import with_subjects
from secondsource.annotate.quotations.titles import is_fragment
from secondsource.model import Attribution
from secondsource.types import Quotation, QuotationForm, Span

_FEWEST_WORDS = 2
_WORDS_OF_A_CLAUSE = 4
_BESIDE = 25  # characters between the beginnings of two cues that are one phrase ("then added", "added")


def combine(layout: Layout, by_rules: Sequence[Quotation], read: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """The quotations of an article, in text order: those in marks as the rules found them, grouped and attributed by
    the reader where it has them; those without marks as the reader has them.
    """
    read = settled(layout, with_subjects(layout, [tidied(layout, attribution) for attribution in read]))
    given = group(layout, [q for q in by_rules if q.form is not QuotationForm.INDIRECT], read)
    owners = {m.outer.start: q for q, own in given if own for part in q.parts for m in layout.marked_in(part)}
    found = [quotation if own is None else _attributed(layout, quotation, own, owners) for quotation, own in given]
    inner = {id(q) for q, own in given if own is not None and _tells_more(layout, q, own)}
    owned = {id(own) for q, own in given if id(q) not in inner}
    spoken = [q for q, _ in given if id(q) not in inner]
    found += _unmarked(layout, found, spoken, [attribution for attribution in read if id(attribution) not in owned])
    return tuple(sorted(found, key=lambda q: (q.parts[0].start, -q.parts[-1].end)))


def _covered(layout: Layout, spans: Iterable[Span]) -> bytearray:
    """For each character of the text, whether one of the spans covers it."""
    covered = bytearray(len(layout.text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _attributed(layout: Layout, quotation: Quotation, own: Attribution, owners: Mapping[int, Quotation]) -> Quotation:
    """A marked quotation with the source and cue that the reader gives it, and the content around its words."""
    if is_embedded(layout, quotation, own):
        return quotation
    content = quotation.content
    if quotation.form is QuotationForm.DIRECT or all(any(c.contains(p) for c in own.content) for p in quotation.parts):
        content = _around(layout, quotation, own, owners) or content
    cue = own.cue
    if quotation.cue is not None and abs(quotation.cue.start - cue.start) <= _BESIDE:
        cue = quotation.cue  # the verb itself: the reader may take an adverb before it for the cue
    return replace(quotation, source=_nearer(layout, own, quotation.source), cue=cue, content=content)


def _tells_more(layout: Layout, quotation: Quotation, outer: Attribution) -> bool:
    """Whether a source tells who spoke and more: "Venn said that Belloc called the pier “rotten” when he left"."""
    if not is_embedded(layout, quotation, outer):
        return False
    inner = [part for part in (quotation.source, quotation.cue) if part is not None]
    told = sum(_unmarked_words(layout, piece) for piece in outer.content)
    return told - sum(_unmarked_words(layout, part) for part in inner) >= _WORDS_OF_A_CLAUSE


def _nearer(layout: Layout, own: Attribution, by_rules: Span | None) -> Span | None:
    """The reader's source, unless it stands in another paragraph than the cue and that of the rules does not."""
    if own.source is None or by_rules is None:
        return own.source or by_rules
    here, reader, rules = (layout.paragraph_of(layout.at(s.start)) for s in (own.cue, own.source, by_rules))
    return by_rules if reader != here == rules else own.source


def _around(
    layout: Layout, quotation: Quotation, own: Attribution, owners: Mapping[int, Quotation]
) -> tuple[Span, ...]:
    """All that is attributed with a quotation's words: its marked stretches, and the reporter's words that the reader
    has beside them; empty where it has none.
    """
    mine = [m for part in quotation.parts for m in layout.marked_in(part)]
    starts = {m.outer.start for m in mine}
    kept: list[Span] = []
    for span in (_with_marks(layout, content) for content in own.content):
        here = layout.marked_in(span)
        if any(m.outer.start in starts for m in here) or (
            all(owners.get(m.outer.start, quotation) is quotation for m in here) and _adds_words(layout, span)
        ):
            kept.append(span)
    if not any(_unmarked_words(layout, span) for span in kept):
        return ()
    return _merged([*kept, *(m.outer for m in mine)])


def _adds_words(layout: Layout, span: Span) -> bool:
    """Whether a piece of content apart from the marks says something: more than a word, and not "Venn saying"."""
    ends_with_cue = layout.tokens[layout.at(span.end - 1)].lower in CUES
    return not ends_with_cue and _unmarked_words(layout, span) >= _FEWEST_WORDS


def _unmarked_words(layout: Layout, span: Span) -> int:
    tokens = layout.tokens[layout.first_from(span.start) : layout.first_from(span.end)]
    return sum(token.is_word and token.marked < 0 for token in tokens)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _with_marks(layout: Layout, span: Span) -> Span:
    """`span` with the quotation marks that close or open at its ends."""
    overlapping = layout.marked_in(span)
    if not overlapping:
        return span
    return Span(min(span.start, overlapping[0].outer.start), max(span.end, overlapping[-1].outer.end))


def _unmarked(
    layout: Layout, marked: Sequence[Quotation], spoken: Sequence[Quotation], read: Sequence[Attribution]
) -> Iterator[Quotation]:
    """What the reader finds reported without marks. It may hold a title or nickname in marks, words in marks that no
    quotation has yet, and those of `marked` that somebody says in it (they are not among the `spoken`).
    """
    quoted_already = _covered(layout, (part for quotation in marked for part in quotation.parts))
    taken = _covered(layout, (part for quotation in spoken for part in quotation.parts))
    given: set[tuple[Span, ...]] = set()
    for attribution in sorted(read, key=lambda a: -a.probability):
        if any(any(taken[start:end]) for start, end in attribution.content):
            continue
        if not all(_holds_marks_whole(layout, content) for content in attribution.content):
            continue
        content = tuple(_with_marks(layout, span) for span in attribution.content)
        parts = tuple(part for part in (_said(layout, span) for span in content) if part is not None)
        in_story = layout.sentences[layout.tokens[layout.at(attribution.cue.start)].sentence].is_story
        own_words = any(_unmarked_words(layout, part) for part in parts)
        if own_words and in_story and parts not in given:  # one clause that two cues report is one quotation
            given.add(parts)
            quoted = tuple(
                m.inner
                for part in parts
                for m in layout.marked_in(part)
                if is_fragment(layout, m) and not any(quoted_already[m.inner.start : m.inner.end])
            )
            form = QuotationForm.MIXED if quoted else QuotationForm.INDIRECT
            yield Quotation("", quoted or parts, form, attribution.source, attribution.cue, content=content)


def _holds_marks_whole(layout: Layout, span: Span) -> bool:
    """Whether `span` holds more than half of each marked stretch that it reaches into, and so means all of it."""
    return all(2 * shared_length(m.inner, span) > m.inner.end - m.inner.start for m in layout.marked_in(span))


def _said(layout: Layout, content: Span) -> Span | None:
    """A reported clause without its "that" and without marks at its ends; None where less than two words are left."""
    first, last = layout.first_from(content.start), layout.at(content.end - 1)
    if layout.tokens[first].lower == "that":
        first += 1
    while first <= last and not layout.tokens[first].is_word and layout.tokens[first].start not in layout.opening_marks:
        first += 1
    while last >= first and layout.tokens[last].lower in ".,;:!?—–-":
        last -= 1
    words = sum(token.is_word for token in layout.tokens[first : last + 1])
    return without_stray_marks(layout, layout.span(first, last)) if words >= _FEWEST_WORDS else None
