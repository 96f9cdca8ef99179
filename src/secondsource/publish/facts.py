"""Facts as they are shown: those told by the same sentences as one, and none that is shown as a statement already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.publish.credit import credit_notes
from secondsource.publish.dossier import FactItem, StatementItem
from secondsource.publish.place import Place, Sources, shown
from secondsource.types import Collation, Fact, QuotationForm, Span

_MOSTLY = 0.5


def fact_items(sources: Sources, collation: Collation, statements: Iterable[StatementItem]) -> tuple[FactItem, ...]:
    """The facts of `collation`, those of most origins first, then those of most reports, then those told earliest in
    their reports. `statements` are shown before them: a fact whose sentences mostly consist of their words, or of who
    said them, is left out.
    """
    said = _said(sources, statements)
    items = [_item(sources, f) for f in collation.facts]
    items = [item for item in items if not _is_said(item, said)]
    items.sort(key=lambda item: _rank(sources, item))
    kept: list[FactItem] = []
    for item in items:
        host = next((n for n, other in enumerate(kept) if _belongs(item, other)), None)
        if host is None:
            kept.append(_with_new_lead(item, kept))
        else:
            kept[host] = _joined(sources, kept[host], item)
    return tuple(kept)


def told_first(facts: Iterable[FactItem]) -> Place | None:
    """The sentence that says what a story is about: of the facts of most origins, the one told earliest in a report."""
    items = [f for f in facts if f.lead.paragraph != "headline"]
    if not items:
        return None
    most = max(len(f.origin_names) for f in items)
    return min((f.lead for f in items if len(f.origin_names) == most), key=lambda p: p.spans[0].start)


def _item(sources: Sources, fact: Fact) -> FactItem:
    names = {c.origin: shown(c.outlet) for c in fact.credits} | dict(sources.origin_names)
    others = [sources.at(a) for a in dict.fromkeys(fact.sentences) if a != fact.lead]
    return FactItem(
        id=fact.id,
        lead=sources.at(fact.lead),
        others=tuple(sorted(others, key=sources.rank)),
        origin_names=tuple(names.get(o, o) for o in fact.origins),
        origins=fact.origins,
        credits=credit_notes(sources, fact.credits),
    )


def _rank(sources: Sources, item: FactItem) -> tuple[int, int, float, int]:
    """Origins and reports, both descending; then how far into its reports a reader comes upon it, on average."""
    first: dict[str, int] = {}
    for place in (item.lead, *item.others):
        first[place.article] = min(place.spans[0].start, first.get(place.article, place.spans[0].start))
    return -len(item.origin_names), -len(first), sum(first.values()) / len(first), sources.rank(item.lead)[0]


def _belongs(item: FactItem, host: FactItem) -> bool:
    """Whether `host` shows what `item` does: the same origins or more, and the same lead, or its lead among most of its
    sentences and its credits too.
    """
    told, hosted = {item.lead, *item.others}, {host.lead, *host.others}
    if not set(item.origin_names) <= set(host.origin_names):
        return False
    return item.lead == host.lead or (
        set(item.credits) <= set(host.credits) and item.lead in hosted and len(told & hosted) >= _MOSTLY * len(told)
    )


def _with_new_lead(item: FactItem, kept: Iterable[FactItem]) -> FactItem:
    """`item`, led by another of its sentences where a fact that is shown before it is led by the same one, or by a
    copy's sentence in the same words, a dateline apart.
    """
    led = [other.lead.text.casefold() for other in kept]

    def is_led(place: Place) -> bool:
        words = place.text.casefold()
        return any(words.endswith(other) or other.endswith(words) for other in led)

    fresh = next((place for place in item.others if not is_led(place)), None)
    if fresh is None or not is_led(item.lead):
        return item
    return replace(item, lead=fresh, others=tuple(place for place in (item.lead, *item.others) if place != fresh))


def _joined(sources: Sources, host: FactItem, item: FactItem) -> FactItem:
    places = {*host.others, item.lead, *item.others} - {host.lead}
    return replace(host, others=tuple(sorted(places, key=sources.rank)))


def _said(sources: Sources, statements: Iterable[StatementItem]) -> dict[str, list[Span]]:
    """The words of the statements' readings, by article; of marked ones also those that say who spoke."""
    said: dict[str, list[Span]] = {}
    for statement in statements:
        for reading in statement.readings:
            for place in (reading.place, *reading.others):
                said.setdefault(place.article, []).extend(place.spans)
    shown_spans = {article: frozenset(spans) for article, spans in said.items()}
    for article, quotation in sources.quotations.values():
        if quotation.form is not QuotationForm.INDIRECT and quotation.parts[0] in shown_spans.get(article, ()):
            said[article] += [span for span in (quotation.source, quotation.cue) if span is not None]
    return said


def _is_said(item: FactItem, said: dict[str, list[Span]]) -> bool:
    places = (item.lead, *item.others)
    quoted = [p for p in places if _share(p.spans[0], said.get(p.article, ())) >= _MOSTLY]
    return item.lead in quoted and len(quoted) > _MOSTLY * len(places)


def _share(sentence: Span, said: Sequence[Span]) -> float:
    """The share of a sentence's characters that stand in the words of statements."""
    inside = {
        position
        for span in said
        if span.overlaps(sentence)
        for position in range(max(span.start, sentence.start), min(span.end, sentence.end))
    }
    return len(inside) / (sentence.end - sentence.start)
