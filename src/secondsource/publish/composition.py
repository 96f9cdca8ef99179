"""From a collation to its dossier: what is shown, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from secondsource.publish.apparatus import statement_item
from secondsource.publish.context import excerpts, in_sentence
from secondsource.publish.dossier import (
    AloneGroup,
    CommentaryGroup,
    ConflictItem,
    Dossier,
    FactItem,
    MatrixRow,
    StatementItem,
)
from secondsource.publish.facts import fact_items, told_first
from secondsource.publish.headline import headline
from secondsource.publish.matrix import fact_row, statement_row
from secondsource.publish.place import Place, Sources, shown, sources_of
from secondsource.publish.roster import origin_groups, reports_of
from secondsource.publish.timeline import timeline_items
from secondsource.publish.when import range_words
from secondsource.types import (
    Collation,
    Conflict,
    ConflictKind,
    EntityKind,
    QuotationForm,
    Statement,
    VariantKind,
)

_PEOPLE = 8
_TELLING = 3  # words that a quotation in one report alone has to have


def compose(collation: Collation) -> Dossier:
    """The dossier of one collation. UnanchoredItem where an item points to characters that are not there."""
    sources = sources_of(collation)
    title = headline(collation)
    shared, single = _statements(sources, collation)
    facts = fact_items(sources, collation, shared)
    common = tuple(f for f in facts if len(f.origin_names) > 1)
    conflicts = _by_statement([_conflict(sources, c) for c in collation.conflicts], shared)
    return Dossier(
        id=collation.story.id,
        title=title.text,
        title_of=sources.labels[title.article] if title.article else "",
        standfirst=told_first(common),
        when=_when(sources),
        people=_people(collation),
        origins=origin_groups(collation, sources),
        reports=reports_of(collation, sources),
        meaning=tuple(s for s in shared if VariantKind.MEANING in s.kinds),
        speakers=tuple(s for s in shared if s.kinds & {VariantKind.SPEAKER} and VariantKind.MEANING not in s.kinds),
        said=tuple(s for s in shared if not s.kinds & {VariantKind.MEANING, VariantKind.SPEAKER}),
        facts=common,
        alone=_alone(sources, collation, single, [f for f in facts if len(f.origin_names) < 2]),
        conflicts=tuple(c for c in conflicts if c.kind is not ConflictKind.PRECISION),
        precision=tuple(c for c in conflicts if c.kind is ConflictKind.PRECISION),
        timeline=timeline_items(sources, collation),
        commentary=_commentary(sources, collation),
        matrix=_matrix(sources, shared, common),
    )


def _statements(sources: Sources, collation: Collation) -> tuple[list[StatementItem], list[StatementItem]]:
    """The statements that several reports give which are no copies, most widely reported first, and the others, which
    are kept only where more than a word or two is quoted or the collation counts them as told by one report alone.
    """
    told_alone = {a.quotation for a in collation.alone}
    grouped = {q for s in collation.statements for q in s.readings}
    lone = [
        Statement(id=q.id, readings=(q.id,), fullest=q.id, speakers=(q.speaker,) if q.speaker else ())
        for _, q in collation.quotations
        if q.id not in grouped
    ]
    shared, single = [], []
    several = [s for s in collation.statements if _reports(sources, s) > 1]
    hosts = Counter(s.fullest for s in several)
    for statement in (*collation.statements, *lone):
        item = statement_item(sources, statement, is_host=hosts[statement.fullest] > 1)
        if _reports(sources, statement) > 1:
            shared.append(item)
        elif told_alone & set(statement.readings) or (_is_marked(item) and _words(item) >= _TELLING):
            single.append(item)
    shared.sort(key=lambda s: (-s.origins, not _is_marked(s), -s.reports, sources.rank(s.readings[0].place)))
    single.sort(key=lambda s: sources.rank(s.readings[0].place))
    return shared, single


def _reports(sources: Sources, statement: Statement) -> int:
    """How many reports give it that are no copies of each other, whomever they credit for it."""
    return sources.origins_of(sources.quotations[i][0] for i in statement.readings if i in sources.quotations)


def _is_marked(item: StatementItem) -> bool:
    """Whether words of it stand in quotation marks."""
    return any(r.form is not QuotationForm.INDIRECT for r in item.readings)


def _words(item: StatementItem) -> int:
    """How many words its longest reading has."""
    return max(sum(len(text.split()) for text in reading.place.texts) for reading in item.readings)


def _conflict(sources: Sources, conflict: Conflict) -> ConflictItem:
    # Where the speakers disagree the words are the same: what stands around them tells the readings apart.
    who = conflict.kind is ConflictKind.ATTRIBUTION
    readings = excerpts(sources, conflict.readings, by_origin=who)
    return ConflictItem(conflict.id, conflict.kind, shown(conflict.explanation), readings, conflict.subject)


def _by_statement(conflicts: Iterable[ConflictItem], statements: Iterable[StatementItem]) -> list[ConflictItem]:
    """The conflicts in their order, those about the wording of one statement as one item."""
    speakers = {s.id: " / ".join(s.speakers) for s in statements}
    found: dict[object, ConflictItem] = {}
    for conflict in conflicts:
        key = conflict.subject if conflict.kind is ConflictKind.WORDING and conflict.subject else (conflict.id,)
        first = found.get(key)
        if first is None:
            found[key] = conflict
        else:
            speaker = speakers.get(str(conflict.subject), "")
            found[key] = replace(first, further=(*first.further, conflict), speaker=speaker)
    return list(found.values())


def _alone(
    sources: Sources, collation: Collation, statements: Iterable[StatementItem], facts: Iterable[FactItem]
) -> tuple[AloneGroup, ...]:
    """What one origin alone gives, by origin. A sentence around a quotation that is shown is not shown again."""
    groups = {
        origin: AloneGroup(name, (), (), ())
        for origin, (name, _) in zip(_origin_order(sources), origin_groups(collation, sources), strict=True)
    }
    quoted: list[Place] = []
    for statement in statements:
        place = statement.readings[0].place
        origin = sources.origins.get(place.article, place.article)
        groups[origin] = replace(groups[origin], statements=(*groups[origin].statements, statement))
        quoted.append(place)
    for fact in facts:
        origin = next(iter(fact.origins), fact.lead.article)
        groups.setdefault(origin, AloneGroup(fact.origin_names[0], (), (), ()))  # others credit it, it has no report
        groups[origin] = replace(groups[origin], facts=(*groups[origin].facts, fact))
    opinions = set(collation.commentary)
    for alone in collation.alone:
        place = sources.at(alone.anchor)
        covered = any(p.article == place.article and any(s.overlaps(place.spans[0]) for s in p.spans) for p in quoted)
        if alone.quotation is None and alone.anchor not in opinions and not covered:
            origin = sources.origins.get(place.article, place.article)
            groups[origin] = replace(groups[origin], sentences=(*groups[origin].sentences, in_sentence(sources, place)))
    return tuple(g for g in groups.values() if g.count)


def _origin_order(sources: Sources) -> list[str]:
    return list(dict.fromkeys(sources.origins.get(a, a) for a in sources.order))


def _commentary(sources: Sources, collation: Collation) -> tuple[CommentaryGroup, ...]:
    groups: dict[str, list[Place]] = {}
    for place in sorted(map(sources.at, collation.commentary), key=sources.rank):
        groups.setdefault(place.outlet, []).append(place)
    return tuple(CommentaryGroup(outlet, tuple(places)) for outlet, places in groups.items())


def _matrix(sources: Sources, statements: Iterable[StatementItem], facts: Iterable[FactItem]) -> tuple[MatrixRow, ...]:
    return (*(statement_row(sources, s) for s in statements), *(fact_row(sources, f) for f in facts))


def _people(collation: Collation) -> tuple[str, ...]:
    """The people and bodies that most reports name."""
    named = [p for p in collation.story.people if p.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)]
    named.sort(key=lambda p: -len({article for article, _ in p.entities}))
    return tuple(shown(p.name) for p in named[:_PEOPLE])


def _when(sources: Sources) -> str:
    days = [a.published_day for a in sources.articles.values() if a.published_day]
    return range_words(min(days), max(days)) if days else "undated"
