"""Collations as one JSON document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

import msgspec

from secondsource.publish.collation_format import (
    AloneRecord,
    AnchorRecord,
    CollatedArticle,
    CollationDocument,
    ConflictRecord,
    CopyRecord,
    CoverageRecord,
    CreditRecord,
    DateRecord,
    FactRecord,
    OriginRecord,
    PersonRecord,
    QuotationRecord,
    StatementRecord,
    StoryRecord,
    TimelineRecord,
    VariantRecord,
)
from secondsource.publish.headline import headline
from secondsource.publish.place import Sources, pair, sources_of
from secondsource.publish.when import iso
from secondsource.types import Anchor, Article, Collation, Credit, DateMention, Origin, Quotation, Statement

_SPAN_OVER_LINES = re.compile(rb"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def write_json(collations: Sequence[Collation]) -> str:
    """One document of the collation format, indented; an article of several stories is listed once."""
    articles = {a.id: article_line(a) for c in collations for a in c.articles}
    document = CollationDocument(
        format="secondsource-collation",
        version="1",
        articles=list(articles.values()),
        stories=[_story(c) for c in collations],
    )
    try:
        indented = msgspec.json.format(msgspec.json.encode(document), indent=1)
    except UnicodeEncodeError:  # half a surrogate pair in a text: only an escape can carry it
        return json.dumps(msgspec.to_builtins(document), indent=1) + "\n"
    return _SPAN_OVER_LINES.sub(rb"[\1, \2]", indented).decode() + "\n"


def article_line(article: Article) -> CollatedArticle:
    """What a document tells of an article, its text apart."""
    return CollatedArticle(
        id=article.id,
        input_id=article.input_id,
        outlet=article.outlet,
        title=article.title,
        published=iso(article.published),
        url=article.url,
        file=article.file,
        authors=list(article.authors),
        language=article.language,
    )


def quotation_line(article: Article, quotation: Quotation) -> QuotationRecord:
    """One quotation of `article`, with its exact words."""
    return QuotationRecord(
        id=quotation.id,
        article=article.id,
        parts=[(p.start, p.end) for p in quotation.parts],
        text=[p.of(article.text) for p in quotation.parts],
        content=[(p.start, p.end) for p in quotation.content or quotation.parts],
        kind=quotation.form.value,
        speaker=quotation.speaker,
        mention=pair(quotation.source),
        cue=pair(quotation.cue),
        medium=quotation.medium,
    )


def date_line(article: Article, mention: DateMention) -> DateRecord:
    """One date expression of `article`."""
    return DateRecord(
        article=article.id,
        span=(mention.span.start, mention.span.end),
        text=mention.span.of(article.text),
        value=mention.value,
        precision=mention.precision.value,
        basis=mention.basis.value,
        earliest=iso(mention.earliest),
        latest=iso(mention.latest),
        anchor=pair(mention.anchor),
    )


def _story(collation: Collation) -> StoryRecord:
    sources, story = sources_of(collation), collation.story
    return StoryRecord(
        id=story.id,
        title=headline(collation).text,
        articles=list(sources.order),
        origins=[_origin(sources, o) for o in story.origins],
        people=[
            PersonRecord(name=p.name, kind=p.kind.value, articles=list(dict.fromkeys(a for a, _ in p.entities)))
            for p in story.people
        ],
        first=iso(story.first),
        last=iso(story.last),
        quotations=[quotation_line(sources.articles[a], q) for a, q in collation.quotations],
        statements=[_statement(sources, s) for s in collation.statements],
        facts=[
            FactRecord(
                id=f.id,
                sentences=_anchors(sources, f.sentences),
                lead=_anchor(sources, f.lead),
                origins=list(f.origins),
                credits=_credits(sources, f.credits),
            )
            for f in collation.facts
        ],
        conflicts=[
            ConflictRecord(
                id=c.id,
                kind=c.kind.value,
                readings=_anchors(sources, c.readings),
                explanation=c.explanation,
                subject=c.subject,
            )
            for c in collation.conflicts
        ],
        dates=[date_line(sources.articles[a], d) for a, d in collation.dates],
        timeline=_timeline(sources, collation),
        alone=_alone(sources, collation),
        coverage=[CoverageRecord(item=c.item, articles=list(c.articles)) for c in collation.coverage],
        commentary=_anchors(sources, collation.commentary),
    )


def _anchor(sources: Sources, anchor: Anchor) -> AnchorRecord:
    place = sources.at(anchor)
    return AnchorRecord(article=place.article, span=(anchor.span.start, anchor.span.end), text=place.texts[0])


def _anchors(sources: Sources, anchors: Iterable[Anchor]) -> list[AnchorRecord]:
    return [_anchor(sources, a) for a in anchors]


def _origin(sources: Sources, origin: Origin) -> OriginRecord:
    return OriginRecord(
        id=origin.id,
        name=origin.name,
        articles=list(origin.articles),
        evidence=[
            CopyRecord(
                copy=e.copy,
                source=e.source,
                reason=e.reason.value,
                share=round(e.share, 4),
                anchors=_anchors(sources, e.anchors),
            )
            for e in origin.evidence
        ],
    )


def _credits(sources: Sources, credits_: Iterable[Credit]) -> list[CreditRecord]:
    return [CreditRecord(_anchor(sources, c.sentence), _anchor(sources, c.words), c.outlet, c.origin) for c in credits_]


def _statement(sources: Sources, statement: Statement) -> StatementRecord:
    return StatementRecord(
        id=statement.id,
        quotations=list(statement.readings),
        fullest=statement.fullest,
        speakers=list(statement.speakers),
        variants=[
            VariantRecord(
                kind=v.kind.value,
                quotation=v.reading,
                base=_anchor(sources, v.base) if v.base else None,
                other=_anchor(sources, v.other) if v.other else None,
                note=v.note,
            )
            for v in statement.variants
        ],
        origins=list(statement.origins),
        credits=_credits(sources, statement.credits),
    )


def _timeline(sources: Sources, collation: Collation) -> list[TimelineRecord]:
    return [
        TimelineRecord(
            value=t.value,
            precision=t.precision.value,
            earliest=t.earliest.isoformat(),
            latest=t.latest.isoformat(),
            basis=t.basis.value,
            dates=_anchors(sources, t.dates),
            sentences=_anchors(sources, t.sentences),
        )
        for t in collation.timeline
    ]


def _alone(sources: Sources, collation: Collation) -> list[AloneRecord]:
    return [
        AloneRecord(
            article=a.anchor.article,
            span=(a.anchor.span.start, a.anchor.span.end),
            text=sources.at(a.anchor).texts[0],
            quotation=a.quotation,
        )
        for a in collation.alone
    ]
