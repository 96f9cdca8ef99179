"""Words displayed as a paragraph of their own, without marks, after a lead-in that ends with a colon:

Venn wrote on Facebook:

The pier has been rotten for years, and everybody knew it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from secondsource.annotate.marks import Marked
from secondsource.annotate.quotations.cues import ADDRESSED, AMBIGUOUS, CUES, SPEECH_NOUNS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.types import Quotation, QuotationForm, Span

_PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")
_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_OPENING_MARKS = frozenset("“”\"«»„‟‘’'‚‹›`")
_LONGEST_LEAD = 120  # characters before the colon that are looked at
_LONGEST_ADJUNCT = 6  # words between a cue and the colon: "on her Facebook page"
_PLACED = frozenset("on in via to at".split())
_WHOLE = frozenset("full entire whole complete".split())
_TEXTS = SPEECH_NOUNS - {"video"} | frozenset("rant text transcript thread".split())
_POINTERS = frozenset("below here ( )".split())
_FEWEST_WORDS = 5


def with_displayed(text: str, marked: Sequence[Marked]) -> tuple[Marked, ...]:
    """The marked stretches of `text`, in order, with displayed paragraphs in the place of any marks inside them."""
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    displayed = list(_displayed(text, paragraphs))
    if not displayed:
        return tuple(marked)
    ends = [span.end for span in displayed]

    def stands_apart(mark: Marked) -> bool:
        """Whether the first displayed paragraph that ends behind the opening mark begins behind the closing one."""
        following = bisect_right(ends, mark.outer.start)
        return following == len(displayed) or not displayed[following].overlaps(mark.outer)

    apart = filter(stands_apart, marked)
    return tuple(sorted([*apart, *(Marked(span, span, displayed=True) for span in displayed)], key=lambda m: m.outer))


def reported(layout: Layout, quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, those of displayed paragraphs as indirect ones: no marks vouch for their words."""
    displayed = {m.inner.start for m in layout.marked if m.displayed}
    return tuple(
        replace(q, form=QuotationForm.INDIRECT) if displayed and q.parts[0].start in displayed else q
        for q in quotations
    )


def _displayed(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    for lead, following in pairwise(paragraphs):
        words = following.of(text).strip()
        if (
            text[lead.start : lead.end].rstrip().endswith(":")
            and words[0] not in _OPENING_MARKS
            and words[-1] in ".!?…"
            and len(words.split(maxsplit=_FEWEST_WORDS)) > _FEWEST_WORDS - 1
            and _announces_words(text[max(lead.start, lead.end - _LONGEST_LEAD) : lead.end])
        ):
            start = text.index(words[0], following.start)
            yield Span(start, start + len(words))


def _announces_words(lead: str) -> bool:
    """Whether a lead-in ends with a verb of speech, or points to a text that is given in full."""
    words = [word.lower() for word in _WORD.findall(lead)][:-1]
    while words and words[-1] in _POINTERS:
        words.pop()
    for place in range(len(words) - 1, max(-1, len(words) - 2 - _LONGEST_ADJUNCT), -1):
        word, after = words[place], words[place + 1 :]
        if not word[0].isalnum():
            return False
        if CUES.get(word) is CueClass.SPEECH and word not in AMBIGUOUS:
            return not after or after[0] in _PLACED or word in ADDRESSED
        if word in _WHOLE:
            return any(noun in _TEXTS for noun in after)
    return False
