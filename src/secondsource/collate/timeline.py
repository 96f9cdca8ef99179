"""The timeline: what the reports place on one day, or in one week, month or year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.collate.facts import order_of_publication
from secondsource.types import Anchor, Article, DateBasis, Precision, QuotationForm, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secondsource.types import Annotations, DateMention, Sentence, Span

# Longer or looser times ("the nineties", "this spring") order nothing.
PLACED = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR})
# "The wettest month so far this year" compares: it places nothing.
_COMPARES = re.compile(r"\b(?:so\s+far|yet|to\s+date)(?:\s+in)?\s+\Z", re.IGNORECASE)
# "A post-8 March rule" names a thing by a day; it happens on another.
_NAMES = re.compile(r"\b(?:pre|post)-\Z", re.IGNORECASE)
# The speaker's day, which need not be the report's.
_SPEAKERS_DAY = re.compile(
    r"(?:earlier |later )?(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|last night)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# The entry shows the surest way in which any of its dates was resolved.
_SUREST = (DateBasis.ABSOLUTE, DateBasis.PUBLICATION, DateBasis.TEXT)


def build_timeline(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> tuple[TimelineEntry, ...]:
    """One entry for each time at which a story sentence of any report places something, the earliest first, the longer
    of two times that begin together first. Dates and sentences are in order of publication, then text order.
    """
    dates: dict[tuple[str, Precision], list[tuple[Anchor, DateMention]]] = defaultdict(list)
    sentences: dict[tuple[str, Precision], dict[Anchor, None]] = defaultdict(dict)
    for article in order_of_publication(articles):
        told = sorted((s for s in annotations[article].sentences if s.is_story), key=lambda s: s.span)
        starts = [sentence.span.start for sentence in told]
        quoted = [q for q in annotations[article].quotations if q.form is not QuotationForm.INDIRECT]
        marked = sorted(part for quotation in quoted for part in quotation.parts)
        for date in sorted(annotations[article].dates, key=lambda d: d.span):
            sentence = _sentence_of(date, told, starts)
            if sentence is None or date.value is None or date.earliest is None or date.precision not in PLACED:
                continue
            if not _places(date, articles[article].text, marked):
                continue
            key = (date.value, date.precision)
            dates[key].append((Anchor(article, date.span), date))
            sentences[key][Anchor(article, sentence.span)] = None
    entries = [_entry(key, dates[key], tuple(sentences[key])) for key in dates]
    return tuple(sorted(entries, key=lambda e: (e.earliest, -e.latest.toordinal(), e.value)))


def _places(date: DateMention, text: str, marked: list[Span]) -> bool:
    """Whether a date tells when something happens. `marked` are the quoted words, in order."""
    before = text[max(0, date.span.start - 15) : date.span.start]
    if _COMPARES.search(before) or _NAMES.search(before):
        return False
    around = bisect_right(marked, date.span.start, key=lambda part: part.start) - 1
    said = around >= 0 and date.span.start < marked[around].end
    return not (said and _SPEAKERS_DAY.match(date.span.of(text)))


def _sentence_of(date: DateMention, told: list[Sentence], starts: list[int]) -> Sentence | None:
    position = bisect_right(starts, date.span.start) - 1
    return told[position] if position >= 0 and date.span.start < told[position].span.end else None


def _entry(
    key: tuple[str, Precision], dates: list[tuple[Anchor, DateMention]], sentences: tuple[Anchor, ...]
) -> TimelineEntry:
    value, precision = key
    first = dates[0][1]
    assert first.earliest is not None
    return TimelineEntry(
        value=value,
        precision=precision,
        earliest=first.earliest,
        latest=first.latest or first.earliest,
        basis=min((date.basis for _, date in dates), key=_SUREST.index),
        dates=tuple(anchor for anchor, _ in dates),
        sentences=sentences,
    )
