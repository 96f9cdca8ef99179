"""Lines of the stage commands (``ingest``, ``annotate``, ``cluster``): plain dictionaries, ready for JSON Lines."""

from __future__ import annotations

from typing import Any

from secondsource.publish.place import pair
from secondsource.publish.when import iso
from secondsource.types import Annotations, Article, Entity, Figure, Mention, Origin, Quotation, QuotationForm, Story

Record = dict[str, Any]


def article_record(article: Article) -> Record:
    """An article as ``ingest`` writes it: what is known of it, its text, and its blocks (span and kind)."""
    return {
        "id": article.id,
        "input_id": article.input_id,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "authors": list(article.authors),
        "published": iso(article.published),
        "language": article.language,
        "file": article.file,
        "text": article.text,
        "blocks": [{"span": pair(b.span), "kind": b.kind.value} for b in article.blocks],
    }


def annotation_record(article: Article, annotations: Annotations) -> Record:
    """All that was read from an article, as ``annotate`` writes it.

    `dates` are as in the collation format, and so are `quotations`, but that `parts` are all that is attributed, as
    attribution corpora count it, and `marked` the words inside quotation marks. `voice` has one value for each of
    `sentences`, and so has `opinion`, where a trained reader was used: how likely the sentence gives one. A mention's
    `entity` is an index into `entities`.
    """
    import msgspec

    from secondsource.publish.json_format import date_line

    text = article.text
    return {
        **_which(article),
        "version": annotations.version,
        "sentences": [
            {"span": pair(s.span), "paragraph": s.paragraph, "story": s.is_story} for s in annotations.sentences
        ],
        "entities": [_entity(e) for e in annotations.entities],
        "mentions": [_mention(text, m) for m in annotations.mentions],
        "quotations": [_attribution(article, q) for q in annotations.quotations],
        "dates": [msgspec.to_builtins(date_line(article, d)) for d in annotations.dates],
        "figures": [_figure(text, f) for f in annotations.figures],
        "voice": [v.value for v in annotations.voices],
        "opinion": [round(o, 3) for o in annotations.opinions],
    }


def _entity(entity: Entity) -> Record:
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "named": entity.named,
        "gender": entity.gender.value if entity.gender else None,
        "plural": entity.plural,
        "titles": list(entity.titles),
        "age": entity.age,
    }


def _attribution(article: Article, quotation: Quotation) -> Record:
    """A quotation as an attribution: its `parts` are all that is attributed, and `marked` what stands inside marks."""
    import msgspec

    from secondsource.publish.json_format import quotation_line

    line: Record = msgspec.to_builtins(quotation_line(article, quotation))
    marked = line["parts"] if quotation.form is not QuotationForm.INDIRECT else []
    parts = line.pop("content")
    return {**line, "parts": parts, "text": [article.text[a:b] for a, b in parts], "marked": marked}


def _mention(text: str, mention: Mention) -> Record:
    return {
        "span": pair(mention.span),
        "text": mention.span.of(text),
        "kind": mention.kind.value,
        "form": mention.form.value,
        "entity": mention.entity,
    }


def _figure(text: str, figure: Figure) -> Record:
    return {
        "span": pair(figure.span),
        "text": figure.span.of(text),
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "modifier": figure.modifier,
        "counted": figure.counted,
    }


def cluster_record(article: Article, story: Story, origin: Origin) -> Record:
    """Where an article belongs, as ``cluster`` writes it: the ids of its story and of its origin."""
    return {**_which(article), "story": story.id, "origin": origin.id}


def _which(article: Article) -> Record:
    """What tells a reader, and the program that wrote the input, which article a line is about."""
    return {
        "id": article.id,
        "input_id": article.input_id,
        "outlet": article.outlet,
        "url": article.url,
        "file": article.file,
    }
