"""What is told at second hand: in "Venn said that she would row, according to the Gazette" Venn speaks, too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from secondsource.annotate.quotations.cues import CUES, SPEECH_NOUNS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import Quotation, QuotationForm, Span

RELAYS = frozenset("according reported reports reporting quoted quotes quoting".split())
_WITHOUT_THAT = frozenset("said says told tells".split())
_REACH = 2_000  # characters between a relay's cue and the words that it hands on


def relayed(layout: Layout, by_rules: Sequence[Quotation], read: Sequence[Attribution]) -> Iterator[Quotation]:
    """The quotations without marks that the rules find in what the reader finds somebody to hand on, and that the
    reader does not find itself.
    """
    relays = [attribution for attribution in read if _hands_on(layout, attribution)]
    for quotation in by_rules:
        if quotation.form is not QuotationForm.INDIRECT or quotation.source is None or quotation.cue is None:
            continue
        told = [quotation.source, quotation.cue, *quotation.parts]
        if (
            _reports_clause(layout, quotation.cue, quotation.parts[0])
            and not any(layout.marked_in(part) for part in quotation.parts)
            and not any(attribution.cue.overlaps(quotation.cue) for attribution in _near(read, quotation.cue))
            and any(_inside(told, relay.content) for relay in _near(relays, quotation.cue))
        ):
            yield quotation


def _hands_on(layout: Layout, attribution: Attribution) -> bool:
    return any(token.lower in RELAYS for token in layout.tokens_in(attribution.cue))


def _reports_clause(layout: Layout, cue: Span, part: Span) -> bool:
    """Whether the cue is a verb of speech with a clause after it."""
    verb, first = layout.tokens[layout.at(cue.end - 1)].lower, layout.at(part.start)
    if CUES.get(verb) is not CueClass.SPEECH or verb in SPEECH_NOUNS or part.start < cue.end:
        return False
    return layout.tokens[first - 1].lower == "that" or verb in _WITHOUT_THAT


def _near(read: Sequence[Attribution], cue: Span) -> Sequence[Attribution]:
    first = bisect_left(read, cue.start - _REACH, key=lambda attribution: attribution.cue.start)
    last = bisect_left(read, cue.end + _REACH, key=lambda attribution: attribution.cue.start)
    return read[first:last]


def _inside(spans: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a content, from its first piece to its last, holds all these spans."""
    whole = Span(content[0].start, content[-1].end)
    return all(whole.contains(span) for span in spans)
