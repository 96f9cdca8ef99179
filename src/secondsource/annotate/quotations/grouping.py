"""Which quotation the reader gives to whom: marked stretches split where it attributes them apart, joined where one
attribution holds them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import Quotation, QuotationForm, Span

Given = tuple[Quotation, Attribution | None]

_HALF = 0.5  # share of a stretch's characters that an attribution must hold to be its own
_REACH = 10_000  # characters between a cue and its content, far above the words that a reader looks at


def group(layout: Layout, marked: Sequence[Quotation], read: Sequence[Attribution]) -> list[Given]:
    """The direct and mixed quotations of `marked`, in order, each with the reader's attribution of it, if any."""
    found: list[Given] = []
    for quotation in marked:
        for piece, own in _with_owners(layout, quotation, read):
            before = found[-1] if found else None
            if before is not None and own is not None and own is before[1] and _may_join(layout, before[0], piece, own):
                found[-1] = (_joined(before[0], piece), own)
            else:
                found.append((piece, own))
    return found


def _with_owners(layout: Layout, quotation: Quotation, read: Sequence[Attribution]) -> list[Given]:
    if _is_signed(quotation) or _is_labelled(layout, quotation):
        return [(quotation, None)]
    own = _attribution_of(quotation.parts, read)
    if own is None:
        own = _led_in(layout, quotation, read)
    return [(quotation, own)] if own is not None else _split(layout, quotation, read)


def _is_signed(quotation: Quotation) -> bool:
    """Whether a name without a verb follows the words."""
    return quotation.cue is None and quotation.source is not None and quotation.source.start >= quotation.parts[-1].end


def _is_labelled(layout: Layout, quotation: Quotation) -> bool:
    """Whether a name and a colon stand before the words, as in a transcript."""
    return quotation.cue is not None and quotation.cue.of(layout.text) == ":"


def _attribution_of(parts: Sequence[Span], read: Sequence[Attribution]) -> Attribution | None:
    """The attribution that holds all these words, the one that holds them most closely; of two alike the likelier."""
    best: tuple[tuple[int, int, float], Attribution] | None = None
    first = bisect_left(read, parts[0].start - _REACH, key=lambda attribution: attribution.cue.start)
    last = bisect_left(read, parts[0].end + _REACH, key=lambda attribution: attribution.cue.start)
    for attribution in islice(read, first, last):
        if attribution.content[-1].end <= parts[0].start or attribution.content[0].start >= parts[0].end:
            continue  # most are elsewhere, and to see that is cheap
        shared = 0
        for part in parts:
            here = sum(shared_length(part, content) for content in attribution.content)
            if here < _HALF * (part.end - part.start):
                break
            shared += here
        else:
            extent = sum(content.end - content.start for content in attribution.content)
            fit = (shared, -extent, attribution.probability)
            if best is None or fit > best[0]:
                best = (fit, attribution)
    return best[1] if best else None


def shared_length(a: Span, b: Span) -> int:
    """The number of characters in both spans."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _split(layout: Layout, quotation: Quotation, read: Sequence[Attribution]) -> list[Given]:
    """`quotation` in runs of parts with one attribution; a part without one goes on from the part before it."""
    runs: list[tuple[list[Span], Attribution | None]] = []
    for part in quotation.parts:
        own = _attribution_of((part,), read)
        if not runs or not (own is None or runs[-1][1] is None or own is runs[-1][1]):
            runs.append(([part], own))
        else:
            parts, known = runs[-1]
            runs[-1] = ([*parts, part], known or own)
    if len(runs) == 1:
        return [(quotation, runs[0][1])]
    return [(_piece(layout, quotation, tuple(parts)), own) for parts, own in runs]


def _piece(layout: Layout, quotation: Quotation, parts: tuple[Span, ...]) -> Quotation:
    fragment = not any(layout.text[part.start].isupper() for part in parts)
    form = QuotationForm.MIXED if fragment else quotation.form
    return replace(quotation, parts=parts, content=parts, form=form)


def _led_in(layout: Layout, quotation: Quotation, read: Sequence[Attribution]) -> Attribution | None:
    """For a sentence in marks that nothing attributes: the attribution that the sentence before it, in the same
    paragraph, ends with. "Venn called it a waste. “We have no money for it.”"
    """
    if quotation.form is not QuotationForm.DIRECT or quotation.cue is not None or quotation.source is not None:
        return None
    opening = layout.at(quotation.parts[0].start - 1)
    sentence = layout.tokens[opening].sentence
    if sentence == 0 or opening != layout.bounds[sentence][0]:
        return None
    before = layout.sentences[sentence - 1]
    if before.paragraph != layout.sentences[sentence].paragraph:
        return None
    first = bisect_left(read, before.span.start, key=lambda attribution: attribution.cue.start)
    last = bisect_left(read, before.span.end, key=lambda attribution: attribution.cue.start)
    told = [attribution for attribution in read[first:last] if attribution.source is not None]
    return max(told, key=lambda a: (a.content[-1].end, -a.content[0].start), default=None)


def _may_join(layout: Layout, a: Quotation, b: Quotation, own: Attribution) -> bool:
    """Whether two quotations can be one. Fragments of one clause may be the words of two people; a sentence of its own
    goes on from a fragment of the reporter's only where their attribution stands between them.
    """
    if not _goes_on(layout, a.parts[-1], b.parts[0]):
        return False
    if a.form is QuotationForm.MIXED and b.form is QuotationForm.DIRECT and not _in_one_sentence(layout, a, b):
        return a.parts[-1].end <= own.cue.start < b.parts[0].start
    whole = QuotationForm.DIRECT in (a.form, b.form)
    return whole or a.source == b.source or a.source is None or b.source is None


def _in_one_sentence(layout: Layout, a: Quotation, b: Quotation) -> bool:
    last, opening = layout.at(a.parts[-1].end - 1), layout.at(b.parts[0].start - 1)
    return layout.tokens[last].sentence == layout.tokens[opening].sentence


def _goes_on(layout: Layout, before: Span, after: Span) -> bool:
    """Whether words in marks can go on from others: in the same sentence, or else where their sentence opens, and in
    another paragraph only where that opens.
    """
    last, opening = layout.at(before.end - 1), layout.at(after.start - 1)
    sentence = layout.tokens[opening].sentence
    if layout.tokens[last].sentence == sentence:
        return True
    if opening != layout.bounds[sentence][0]:
        return False
    same_paragraph = layout.paragraph_of(last) == layout.paragraph_of(opening)
    return same_paragraph or sentence == 0 or layout.sentences[sentence - 1].paragraph != layout.paragraph_of(opening)


def _joined(a: Quotation, b: Quotation) -> Quotation:
    form = QuotationForm.DIRECT if QuotationForm.DIRECT in (a.form, b.form) else QuotationForm.MIXED
    return replace(a, parts=a.parts + b.parts, content=a.content + b.content, form=form)
