"""The words of a sentence that are the outlet's own: outside quotation marks, and outside what somebody said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.annotate.marks import find_marked
from secondsource.types import Annotations, Article, Quotation, Span

MOSTLY = 0.35  # share of a sentence from which quoted words without a cue make it somebody else's
_GAP = "“”"  # stands where somebody else's words were taken out

_LEADER = r"(?:thinks|believes|urges|demands|calls (?:on|for)|salutes|hopes|wishes|opinion|view|comment|says(?= ?:))"


def own_view(outlet: str) -> re.Pattern[str]:
    """Where an outlet gives its view under its own name, in full or by its last word: "The Lark says: vote no."."""
    words = [word for word in outlet.split() if word.lower() != "the"]
    names = {" ".join(words), words[-1]} if words and words[-1][0].isupper() else {outlet}
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"^\W*(?:[Tt]he )?(?:{either})(?:[’']s)? {_LEADER}\b(?! (?:by|from|editor|section|columnist))")


@dataclass(frozen=True, slots=True)
class OutletWords:
    """A sentence without the words of others (`text`) and without those in quotation marks alone (`unmarked`).

    `quoted_share` is the share of its characters that are not in `text`; `cued` tells that a reporting phrase stands in
    the sentence or that what it reports belongs to one.
    """

    text: str
    unmarked: str
    quoted_share: float
    cued: bool


def outlet_words(article: Article, found: Annotations) -> list[OutletWords]:
    """The outlet's own words of each sentence."""
    parts = [(part, quotation.cue is not None) for quotation in found.quotations for part in quotation.parts]
    marked = [stretch.outer for stretch in find_marked(article.text)]
    in_marks, others = _Spans(marked), _Spans([*(part for part, _ in parts), *marked])
    cued = _Spans([*(part for part, has_cue in parts if has_cue), *_cues(found.quotations)])
    words = []
    for sentence in found.sentences:
        own, taken = _without(article.text, sentence.span, others)
        unmarked, _ = _without(article.text, sentence.span, in_marks)
        share = taken / max(1, sentence.span.end - sentence.span.start)
        words.append(OutletWords(own, unmarked, share, bool(cued.within(sentence.span))))
    return words


def _cues(quotations: Sequence[Quotation]) -> list[Span]:
    return [quotation.cue for quotation in quotations if quotation.cue is not None]


def _without(text: str, sentence: Span, others: _Spans) -> tuple[str, int]:
    """The words of `sentence` outside the spans of `others`, and how many characters those take."""
    kept: list[str] = []
    position, taken = sentence.start, 0
    for span in others.within(sentence):
        start, end = max(span.start, position), min(span.end, sentence.end)
        if start < end:
            kept += (text[position:start], _GAP)
            taken += end - start
            position = end
    kept.append(text[position : sentence.end])
    return " ".join("".join(kept).split()), taken


class _Spans:
    """Spans in text order, for looking up those that touch a sentence."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(set(spans))
        self.starts = [span.start for span in self.spans]
        self.reach = []  # the furthest end so far: spans can nest
        furthest = 0
        for span in self.spans:
            furthest = max(furthest, span.end)
            self.reach.append(furthest)

    def within(self, sentence: Span) -> list[Span]:
        """The spans that share a character with `sentence`, in order."""
        first = bisect_right(self.reach, sentence.start)
        last = bisect_left(self.starts, sentence.end)
        return [span for span in self.spans[first:last] if span.end > sentence.start]
