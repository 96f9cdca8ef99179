"""Paragraphs that an outlet sets under or over every report: no sign that two reports tell of one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from secondsource.types import Article

_MOST = 0.5  # share of a report above which what recurs is the report itself, printed twice


def recurring_paragraphs(articles: Sequence[Article]) -> Mapping[str, frozenset[str]]:
    """For each outlet, the paragraphs that stand in two or more of its articles."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        counts[article.outlet].update(set(_paragraphs(article)))
    return {outlet: frozenset(p for p, count in found.items() if count > 1) for outlet, found in counts.items()}


def own_paragraphs(article: Article, recurring: frozenset[str]) -> list[str]:
    """The story's paragraphs without those that recur, unless most of the story does."""
    paragraphs = _paragraphs(article)
    own = [paragraph for paragraph in paragraphs if paragraph not in recurring]
    return own if sum(map(len, own)) > (1 - _MOST) * sum(map(len, paragraphs)) else paragraphs


def _paragraphs(article: Article) -> list[str]:
    story = [block.span.of(article.text) for block in article.blocks if block.is_story] or [article.text]
    return [line.strip() for block in story for line in block.split("\n") if line.strip()]
