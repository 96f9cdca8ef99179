"""The merged timeline: what the reports place at each time, and how each date was resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from secondsource.publish.context import around
from secondsource.publish.dossier import DatePhrase, TimelineItem
from secondsource.publish.place import Place, Sources
from secondsource.publish.timeline_lead import Tellers, tellers_of
from secondsource.publish.when import basis_words, day_words, gap_words, period_words
from secondsource.types import Collation, DateBasis, DateMention, Span, TimelineEntry

_MANY = 10  # items that are shown at once


def timeline_items(sources: Sources, collation: Collation) -> tuple[TimelineItem, ...]:
    """The entries of the timeline in the order of the collation, each with the time since the one before it."""
    mentions = {(article, m.span): m for article, m in collation.dates}
    tellers = tellers_of(collation)
    items: list[TimelineItem] = []
    entries = [entry for entry in collation.timeline if entry.sentences or entry.dates]
    for entry in entries:
        gap = _since(items[-1], entry) if items else ""
        items.append(_item(sources, mentions, tellers, entry, gap))
    return tuple(_told_once(sources, _weighed(sources, items), entries))


def _since(item: TimelineItem, entry: TimelineEntry) -> str:
    return gap_words((item.earliest, item.latest), (entry.earliest, entry.latest))


def _weighed(sources: Sources, items: Sequence[TimelineItem]) -> tuple[TimelineItem, ...]:
    """The items, in a long timeline with all but the weightiest marked as minor."""
    days = sorted(a.published_day for a in sources.articles.values() if a.published_day)
    if len(items) <= _MANY + 2:
        return tuple(items)

    def weight(number: int) -> tuple[int, int, int]:
        item = items[number]
        away = min((abs((day - item.earliest).days) for day in days), default=0)
        return -item.origins, away + (item.latest - item.earliest).days, number

    weighty = set(sorted(range(len(items)), key=weight)[:_MANY])
    return tuple(replace(item, minor=n not in weighty) for n, item in enumerate(items))


def runs_of_minor(items: Sequence[TimelineItem]) -> list[tuple[bool, list[TimelineItem]]]:
    """The items in order, minor neighbours together: (whether they are minor, the items)."""
    return [(minor, list(run)) for minor, run in groupby(items, key=lambda item: item.minor)]


def _item(
    sources: Sources,
    mentions: dict[tuple[str, Span], DateMention],
    tellers: Tellers,
    entry: TimelineEntry,
    gap: str,
) -> TimelineItem:
    anchors = sorted(
        dict.fromkeys(entry.sentences or entry.dates),
        key=lambda a: (
            tellers.rank(a, entry),
            sources.order.index(a.article) if a.article in sources.order else 0,
            a.span,
        ),
    )
    places = [sources.at(a) for a in anchors]
    others = sorted(places[1:], key=sources.rank)
    return TimelineItem(
        label=period_words(entry.value, entry.precision, entry.earliest, entry.latest),
        value=entry.value,
        precision=entry.precision,
        earliest=entry.earliest,
        latest=entry.latest,
        gap=gap,
        lead=places[0],
        others=tuple(others),
        phrases=_phrases(sources, mentions, entry),
        origins=sources.origins_of_sentences(anchors),
    )


def _phrases(
    sources: Sources, mentions: dict[tuple[str, Span], DateMention], entry: TimelineEntry
) -> tuple[DatePhrase, ...]:
    """The date expressions, each wording and way of resolving it once."""
    found: dict[tuple[str, str, str], Place] = {}
    for anchor in entry.dates:
        place, article = sources.at(anchor), sources.articles[anchor.article]
        mention = mentions.get((anchor.article, anchor.span))
        counted_from = mention.anchor.of(article.text) if mention and mention.anchor else ""
        since = article.published_day if mention and mention.basis is DateBasis.PUBLICATION else None
        day = day_words(since) if since else ""
        found.setdefault((place.text.casefold(), basis_words(mention, counted_from), day), place)
    return tuple(DatePhrase(place, basis, day) for (_, basis, day), place in found.items())


def _told_once(sources: Sources, items: Sequence[TimelineItem], entries: Sequence[TimelineEntry]) -> list[TimelineItem]:
    """The items; of one whose leading sentence leads another already, only the words around the date are shown. What is
    shown at once counts as the first.
    """
    found = list(items)
    told: set[Place] = set()
    for number in sorted(range(len(items)), key=lambda n: (items[n].minor, n)):
        item, entry = items[number], entries[number]
        dates = [d for d in entry.dates if d.article == item.lead.article and item.lead.spans[0].contains(d.span)]
        if item.lead in told and dates:
            found[number] = replace(item, clause=around(sources, sources.at(dates[0]), item.lead.spans[0]))
        told.add(item.lead)
    return found
