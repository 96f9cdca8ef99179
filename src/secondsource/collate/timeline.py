"""The timeline: what the reports place on one day, or in one week, month or year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.collate.facts import order_of_publication
from secondsource.types import Anchor, Article, DateBasis, Precision, TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secondsource.types import Annotations, DateMention, Sentence

# Longer or looser times ("the nineties", "this spring") order nothing.
PLACED = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR})
# "The wettest month so far this year" compares: it places nothing.
_COMPARES = re.compile(r"\b(?:so\s+far|yet|to\s+date)(?:\s+in)?\s+\Z", re.IGNORECASE)
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
        for date in sorted(annotations[article].dates, key=lambda d: d.span):
            sentence = _sentence_of(date, told, starts)
            if sentence is None or date.value is None or date.earliest is None or date.precision not in PLACED:
                continue
            if _COMPARES.search(articles[article].text, max(0, date.span.start - 15), date.span.start):
                continue
            key = (date.value, date.precision)
            dates[key].append((Anchor(article, date.span), date))
            sentences[key][Anchor(article, sentence.span)] = None
    entries = [_entry(key, dates[key], tuple(sentences[key])) for key in dates]
    return tuple(sorted(entries, key=lambda e: (e.earliest, -e.latest.toordinal(), e.value)))


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
