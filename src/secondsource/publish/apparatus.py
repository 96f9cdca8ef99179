"""A statement as a critical apparatus: the fullest reading, and below it each other wording, marked word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from secondsource.publish.credit import credit_notes
from secondsource.publish.dossier import Difference, Reading, Role, Run, StatementItem
from secondsource.publish.halves import with_halves_joined
from secondsource.publish.place import Sources, shown
from secondsource.publish.stretch import quoted_words, stretch_shown
from secondsource.types import Anchor, Quotation, QuotationForm, Span, Statement, Variant, VariantKind
from secondsource.types.words import fold, word_spans

SEVERITY = (
    VariantKind.MEANING,
    VariantKind.SPEAKER,
    VariantKind.WORDING,
    VariantKind.OMISSION,
    VariantKind.BRACKETS,
    VariantKind.TRUNCATION,
    VariantKind.ELLIPSIS,
    VariantKind.SPLIT,
    VariantKind.PARAPHRASE,
    VariantKind.SPELLING,
)
_RANK = {kind: rank for rank, kind in enumerate(SEVERITY)}

# These concern a reading as a whole: marking all of its words would say nothing.
_OF_THE_WHOLE = frozenset({VariantKind.SPEAKER, VariantKind.SPLIT, VariantKind.PARAPHRASE})
# In the fullest reading only what another outlet says otherwise, or leaves out without a sign, is worth a mark.
_MARKED_IN_FULLEST = frozenset({VariantKind.MEANING, VariantKind.WORDING, VariantKind.OMISSION})

_QUOTATION_MARKS = "\"'“”‘’«»„‟‹›`´"
_OPENED = re.compile(rf"(?<=\S)\s+[{_QUOTATION_MARKS}]+\Z")
# Where all that the report gives of a speaker is one of these, the speaker is not known.
_PRONOUNS = frozenset("he her him i it one she that them these they this those us we which who whom you".split())
_ASIDE_LENGTH = 90
_GAP_WORDS, _GAP_SHOWN = 14, 6
_CUT_WORDS = 6  # so many words cut at an end of a reading are shown, more are counted
_NOTE_WORDS, _NOTE_SHOWN = 16, 7

Marks = Sequence[tuple[Span, VariantKind]]


def statement_item(sources: Sources, statement: Statement, *, is_host: bool = False) -> StatementItem:
    """The apparatus of `statement`; readings with the same words (typography apart) are shown as one. `is_host` tells
    that its fullest reading is shown with other statements, too: here only for the stretch that this one is about.
    """
    ids = [i for i in dict.fromkeys((statement.fullest, *statement.readings)) if i in sources.quotations]
    articles = [sources.quotations[i][0] for i in ids]
    sources, statement = with_halves_joined(sources, statement)
    ids = [i for i in ids if i in statement.readings or i == statement.fullest]
    return StatementItem(
        id=statement.id,
        speakers=tuple(speaker for speaker in statement.speakers if fold(speaker) not in _PRONOUNS),
        readings=_collapsed(sources, statement, _in_order(sources, ids), is_host=is_host),
        reports=len(set(articles)),
        origins=len(statement.origins) or sources.origins_of(articles),
        credits=credit_notes(sources, statement.credits),
    )


def _in_order(sources: Sources, ids: Sequence[str]) -> list[str]:
    """The fullest first, then quotations by publication, then paraphrases."""

    def key(quotation_id: str) -> tuple[bool, int, int]:
        article, quotation = sources.quotations[quotation_id]
        indirect = quotation.form is QuotationForm.INDIRECT
        return indirect, sources.order.index(article), quotation.parts[0].start

    return [*ids[:1], *sorted(ids[1:], key=key)]


def _collapsed(sources: Sources, statement: Statement, ids: Sequence[str], *, is_host: bool) -> tuple[Reading, ...]:
    groups: dict[object, list[str]] = {}
    for quotation_id in ids:
        other_speaker = any(v.kind is VariantKind.SPEAKER and v.reading == quotation_id for v in statement.variants)
        quotation = sources.quotations[quotation_id][1]
        words = tuple(w for w, _ in quoted_words(sources, quotation_id))
        speaker = quotation.speaker if other_speaker else None
        groups.setdefault((words, speaker, quotation.form is QuotationForm.INDIRECT), []).append(quotation_id)
    window = stretch_shown(sources, statement, list(groups.values()), is_host=is_host)
    if is_host:  # the rest of it is another statement's: leaving that out cuts nothing short
        kept = tuple(v for v in statement.variants if not _is_outside(sources, v, window))
        statement = replace(statement, variants=kept)
    return tuple(_reading(sources, statement, group, window) for group in groups.values())


def _is_outside(sources: Sources, variant: Variant, window: Span) -> bool:
    """Whether it is a cut of words that all stand outside the window."""
    if variant.kind is not VariantKind.TRUNCATION or variant.base is None:
        return False
    article, span = variant.base
    inside = Span(max(span.start, window.start), min(span.end, window.end))
    return not word_spans(sources.articles[article].text, inside.start, max(inside))


def _reading(sources: Sources, statement: Statement, group: Sequence[str], window: Span) -> Reading:
    article, quotation = sources.quotations[group[0]]
    text = sources.articles[article].text
    variants = [v for v in statement.variants if v.reading == quotation.id]
    if quotation.id == statement.fullest:
        marks: Marks = [(v.base.span, v.kind) for v in statement.variants if v.base and v.kind in _MARKED_IN_FULLEST]
        runs = _within(text, quotation.parts, window, marks)
    else:
        marks = [(v.other.span, v.kind) for v in variants if v.other and v.kind not in _OF_THE_WHOLE]
        runs = _runs(text, quotation.parts, marks, _gaps(sources, statement, quotation, variants, window))
    return Reading(
        place=sources.quotation(quotation.id),
        form=quotation.form,
        speaker=quotation.speaker,
        attribution=_attribution(text, quotation),
        runs=tuple(runs),
        others=tuple(sources.quotation(i) for i in group[1:]),
        differences=_differences(sources, variants),
    )


def _within(text: str, parts: Sequence[Span], window: Span, marks: Marks) -> Iterable[Run]:
    """The runs of the fullest reading inside `window`; what lies outside is counted, not shown."""

    def clipped(low: int, high: int) -> list[Span]:
        return [Span(max(p.start, low), min(p.end, high)) for p in parts if p.start < high and low < p.end]

    for low, high in ((parts[0].start, window.start), (window.start, window.end), (window.end, parts[-1].end)):
        inside = clipped(low, high)
        if (low, high) == tuple(window):
            yield from _runs(text, inside, marks, {})
        elif inside and any(word_spans(text, *p) for p in inside):
            words = shown(" ".join(p.of(text) for p in inside))
            yield Run(words, Role.ELIDED, VariantKind.TRUNCATION, sum(len(word_spans(text, *p)) for p in inside))


def _attribution(text: str, quotation: Quotation) -> str:
    """The outlet's own words for who speaks and how, in the order in which they stand."""
    spans = sorted(s for s in (quotation.source, quotation.cue) if s is not None)
    if len(spans) == 2 and not text[spans[0].end : spans[1].start].strip():
        spans = [Span(spans[0].start, spans[1].end)]
    return " … ".join(shown(s.of(text)) for s in spans)


def _differences(sources: Sources, variants: Iterable[Variant]) -> tuple[Difference, ...]:
    found = [
        Difference(
            kind=v.kind,
            base=_clipped(sources.at(v.base).text) if v.base else "",
            other=_clipped(sources.at(v.other).text) if v.other else "",
            note=shown(v.note) if v.kind is VariantKind.MEANING else "",
        )
        for v in variants
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda d: _RANK[d.kind]))


def _clipped(words: str) -> str:
    split = words.split()
    if len(split) <= _NOTE_WORDS:
        return words
    return " ".join([*split[:_NOTE_SHOWN], "…", *split[-_NOTE_SHOWN:]])


def strongest(marks: Marks) -> list[tuple[Span, VariantKind]]:
    """`marks` without overlaps: each stretch keeps the weightiest kind that covers it. In text order."""
    cuts = sorted({edge for span, _ in marks for edge in span})
    found: list[tuple[Span, VariantKind]] = []
    for start, end in pairwise(cuts):
        kinds = [kind for span, kind in marks if span.start <= start and end <= span.end]
        if not kinds:
            continue
        kind = min(kinds, key=_RANK.__getitem__)
        if found and found[-1][1] is kind and found[-1][0].end == start:
            found[-1] = (Span(found[-1][0].start, end), kind)
        else:
            found.append((Span(start, end), kind))
    return found


def _gaps(
    sources: Sources, statement: Statement, quotation: Quotation, variants: Sequence[Variant], window: Span
) -> dict[int, list[Run]]:
    """Words of the fullest reading that `quotation` has not, by the position in its article where they would stand."""
    kept = VariantKind.MEANING if quotation.form is QuotationForm.INDIRECT else None
    missing = [(v.base.span, v.kind) for v in variants if v.base and v.other is None and kept in (None, v.kind)]
    missing = [(span, kind) for span, kind in missing if kind not in _OF_THE_WHOLE]
    missing = [(Span(max(s.start, window.start), min(s.end, window.end)), k) for s, k in missing if s.overlaps(window)]
    if not missing:
        return {}
    base = _without(quoted_words(sources, statement.fullest), [v.base for v in variants if v.other is None])
    other = _without(quoted_words(sources, quotation.id), [v.other for v in variants if v.base is None])
    matcher = SequenceMatcher(None, [w for w, _ in base], [w for w, _ in other], autojunk=False)
    matched = [(m.a + i, m.b + i) for m in matcher.get_matching_blocks() for i in range(m.size)]
    text = sources.articles[sources.quotations[statement.fullest][0]].text
    gaps: dict[int, list[tuple[Span, VariantKind]]] = {}
    for span, kind in strongest(missing):
        follows = max((b for a, b in matched if base[a][1].start < span.start), default=-1) + 1
        position = other[follows][1].start if follows < len(other) else quotation.parts[-1].end
        gaps.setdefault(position, []).append((span, kind))
    return {position: list(_missing(text, here)) for position, here in gaps.items()}


def _without(words: Sequence[tuple[str, Span]], apart: Iterable[Anchor | None]) -> list[tuple[str, Span]]:
    """The words of a reading that the other one can have, too: none of those that stand `apart`."""
    spans = [anchor.span for anchor in apart if anchor is not None]
    return [(word, span) for word, span in words if not any(stretch.contains(span) for stretch in spans)]


def _missing(text: str, gaps: Marks) -> Iterable[Run]:
    """The words of the fullest reading that are missing at one position; many words cut at an end are only counted."""
    for is_cut, same in groupby(gaps, key=lambda gap: gap[1] is VariantKind.TRUNCATION):
        words = [(shown(span.of(text)), kind) for span, kind in same]
        if is_cut and (count := sum(len(w.split()) for w, _ in words)) > _CUT_WORDS:
            yield Run(" … ".join(w for w, _ in words), Role.CUT, VariantKind.TRUNCATION, left_out=count)
            continue
        for told, kind in words:
            split = told.split()
            if len(split) <= _GAP_WORDS or kind is VariantKind.MEANING:
                yield Run(told, Role.MISSING, kind)
            else:
                yield Run(" ".join(split[:_GAP_SHOWN]) + " …", Role.MISSING, kind, left_out=len(split) - _GAP_SHOWN)


def _runs(text: str, parts: Sequence[Span], marks: Marks, gaps: dict[int, list[Run]]) -> Iterable[Run]:
    """The parts as runs: their words cut at marks and gaps, the reporter's words between parts as asides."""
    stretches = strongest(marks)
    for number, part in enumerate(parts):
        if number:
            yield Run(_aside(text[parts[number - 1].end : part.start]), Role.ASIDE)
        inside = {edge for span, _ in stretches for edge in span if part.start < edge < part.end}
        at_gaps = {p for p in gaps if part.start <= p <= part.end}
        for start, end in pairwise(sorted({part.start, part.end} | inside | at_gaps)):
            yield from gaps.pop(start, ())
            kind = next((k for s, k in stretches if s.start <= start and end <= s.end), None)
            yield Run(text[start:end], Role.SAME if kind is None else Role.DIFFERS, kind)
        yield from gaps.pop(part.end, ())


def _aside(between: str) -> str:
    """What the reporter says between two parts, without their marks and commas around it; "…" where that is long."""
    words = shown(between).lstrip(_QUOTATION_MARKS + " ,")
    opened = _OPENED.search(words)  # marks before it belong to what the reporter names ("on “Meet the Town.” “We …")
    words = words[: opened.start()].rstrip(" ,") if opened else words.rstrip(_QUOTATION_MARKS + " ,")
    return words if len(words) <= _ASIDE_LENGTH else "…"
