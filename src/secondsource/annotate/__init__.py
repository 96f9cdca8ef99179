"""Article → annotations: one step a kind of annotation, in the order of STEPS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from secondsource.annotate.dates import find_dates
from secondsource.annotate.figures import find_figures
from secondsource.annotate.identity import identify
from secondsource.annotate.marks import marked_spans
from secondsource.annotate.mentions import find_mentions
from secondsource.annotate.quotations import find_quotations
from secondsource.annotate.sentences import find_sentences
from secondsource.annotate.voice import find_voices
from secondsource.model import Reader, Reading
from secondsource.types import Annotations, Article

__all__ = ["STEPS", "VERSION", "annotate"]

VERSION = "rules-5"
"""Names what annotated an article: with the article's id it keys a cache."""

Step = Callable[[Article, Annotations, Reading | None], Annotations]


def _identity(article: Article, found: Annotations, reading: Reading | None) -> Annotations:
    candidates = find_mentions(article, found.sentences, () if reading is None else reading.names)
    scores = None if reading is None else reading.antecedents
    entities, mentions = identify(article, found.sentences, candidates, marked_spans(article.text), scores)
    return replace(found, entities=entities, mentions=mentions)


def _quotations(article: Article, found: Annotations, reading: Reading | None) -> Annotations:
    return replace(found, quotations=find_quotations(article, found, reading))


def _dates(article: Article, found: Annotations, _: Reading | None) -> Annotations:
    return replace(found, dates=find_dates(article, found.sentences))


def _figures(article: Article, found: Annotations, _: Reading | None) -> Annotations:
    return replace(found, figures=find_figures(article, found.sentences, found.dates))


def _voices(article: Article, found: Annotations, reading: Reading | None) -> Annotations:
    if reading is not None:
        found = replace(found, opinions=reading.opinions)
    return replace(found, voices=find_voices(article, found))


def _vectors(_: Article, found: Annotations, reading: Reading | None) -> Annotations:
    if reading is None:
        return found
    return replace(
        found,
        vectors=tuple(reading.vector([sentence.span]) for sentence in found.sentences),
        quotations=tuple(replace(q, vector=reading.vector(q.content or q.parts)) for q in found.quotations),
    )


STEPS: tuple[Step, ...] = (_identity, _quotations, _dates, _figures, _voices, _vectors)
"""What is read from an article's sentences, in order: each step sees what the steps before it found."""


def annotate(article: Article, reader: Reader | None = None) -> Annotations:
    """Everything that can be read from one article, by rules, and by `reader` where one is given. The same article and
    reader give the same annotations, always.
    """
    version = VERSION if reader is None else f"{VERSION}+{reader.version}"
    sentences = find_sentences(article)
    reading = None if reader is None else reader.read(article.text, sentences, marked_spans(article.text))
    found = Annotations(article=article.id, version=version, sentences=sentences)
    for step in STEPS:
        found = step(article, found, reading)
    return found
