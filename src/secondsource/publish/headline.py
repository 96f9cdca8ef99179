"""What a story is about: the headline of the report that shares most with the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from secondsource.publish.place import paragraphs, shown
from secondsource.types import Article, BlockKind, Collation


@dataclass(frozen=True, slots=True)
class Headline:
    """An attested headline and the id of the article it stands over (None for a story without articles)."""

    text: str
    article: str | None


def headline(collation: Collation) -> Headline:
    """The headline of the report that gives most of what at least two reports give; of several, the earliest.

    A report without a title is passed over, unless none has one: then its first paragraph stands for it.
    """
    shared: Counter[str] = Counter()
    for item in collation.coverage:
        if len(item.articles) > 1:
            shared.update(item.articles)
    articles = {a.id: a for a in collation.articles}
    order = [articles[a] for a in collation.story.articles if a in articles] or list(collation.articles)
    if not order:
        return Headline("A story without reports", None)
    best = min(enumerate(order), key=lambda item: (not _title(item[1]), -shared[item[1].id], item[0]))[1]
    return Headline(_title(best) or _opening(best), best.id)


def _title(article: Article) -> str:
    return shown(article.title or "")


def _opening(article: Article, limit: int = 110) -> str:
    told = [p for p in paragraphs(article) if p.kind in (BlockKind.HEADLINE, BlockKind.BODY)]
    words = shown(told[0].span.of(article.text)) if told else article.outlet
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"
