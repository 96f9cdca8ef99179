"""Which stretch of a statement's fullest reading is shown: whole sentences, without ends that no other outlet gives."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.publish.place import Sources
from secondsource.types import QuotationForm, Span, Statement, VariantKind
from secondsource.types.words import fold, word_spans

_END_WORDS = 30  # so many words at an end that no other outlet gives are not shown
_HOST_END_WORDS = 5  # and so many where they are shown with another statement


def quoted_words(sources: Sources, quotation_id: str) -> list[tuple[str, Span]]:
    """The words of a quotation's parts, folded, each with its span."""
    article, quotation = sources.quotations[quotation_id]
    text = sources.articles[article].text
    return [(fold(s.of(text)), s) for part in quotation.parts for s in word_spans(text, part.start, part.end)]


def stretch_shown(
    sources: Sources, statement: Statement, groups: Sequence[Sequence[str]], *, is_host: bool = False
) -> Span:
    """The stretch of the fullest reading that is shown. `groups` are the quotations of the statement, those with the
    same words together, the fullest first; `is_host` tells that it is the fullest reading of other statements, too.

    All of it, where several origins give it in full, or where only paraphrases or copies stand beside it.
    """
    own, fullest = sources.quotations[statement.fullest]
    rest = [g[0] for g in groups[1:] if sources.quotations[g[0]][1].form is not QuotationForm.INDIRECT]
    rest = [i for i in rest if sources.origins_of((own, sources.quotations[i][0])) > 1]
    if not rest or (not is_host and sources.origins_of(sources.quotations[i][0] for i in groups[0]) > 1):
        return fullest.span
    words = [span for _, span in quoted_words(sources, statement.fullest)]
    # What a report leaves out is told once, with one of its readings.
    cuts: dict[str, list[Span]] = {sources.quotations[i][0]: [] for i in rest}
    for variant in statement.variants:
        if variant.reading in rest and variant.base and variant.kind is VariantKind.TRUNCATION:
            cuts[sources.quotations[variant.reading][0]].append(variant.base.span)

    def unshared(ordered: Sequence[Span]) -> int:
        """How many words from one end on no other report has."""
        kept = (
            next((n for n, w in enumerate(ordered) if not any(c.contains(w) for c in cut)), 0) for cut in cuts.values()
        )
        return min(kept)

    text = sources.articles[own].text
    least = _HOST_END_WORDS if is_host else _END_WORDS
    first, last = unshared(words), len(words) - unshared(words[::-1])
    while 0 < first < len(words) and not _ends_sentence(text, words[first - 1], words[first]):
        first -= 1
    while 0 < last < len(words) and not _ends_sentence(text, words[last - 1], words[last]):
        last += 1
    return Span(
        words[first].start if first >= least else fullest.span.start,
        words[last].start if len(words) - last >= least else fullest.span.end,
    )


def _ends_sentence(text: str, left: Span, right: Span) -> bool:
    return any(sign in text[left.end : right.start] for sign in ".!?")
