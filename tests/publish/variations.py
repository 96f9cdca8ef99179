"""Invented collations with something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from secondsource.types import Anchor, Article, Collation


def emptied(collation: Collation) -> Collation:
    """The story and its articles, and nothing found in them."""
    return Collation(collation.story, collation.articles, (), (), (), (), (), (), (), (), ())


def with_commentary(collation: Collation, *anchors: Anchor) -> Collation:
    """Other commentary."""
    return replace(collation, commentary=anchors)


def with_article(collation: Collation, article_id: str, change: Callable[[Article], Article]) -> Collation:
    """One article changed, without moving its characters."""
    return replace(collation, articles=tuple(change(a) if a.id == article_id else a for a in collation.articles))


def with_words(collation: Collation, article_id: str, old: str, new: str) -> Collation:
    """Words of one article replaced by as many other characters."""
    assert len(old) == len(new)

    def change(article: Article) -> Article:
        assert old in article.text
        return replace(article, text=article.text.replace(old, new), title=(article.title or "").replace(old, new))

    return with_article(collation, article_id, change)
