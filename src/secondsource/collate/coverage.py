"""Coverage: which reports give each statement and each fact, the earliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.facts import order_of_publication
from secondsource.types import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.types import Article, Fact, Quotation, Statement


def find_coverage(
    statements: Sequence[Statement],
    facts: Sequence[Fact],
    quotations: Sequence[tuple[str, Quotation]],
    articles: Mapping[str, Article],
) -> tuple[Coverage, ...]:
    """One `Coverage` for each statement, then for each fact, in their order. `quotations` come with their
    article's id. Reports of one time stand in order of outlet.
    """
    article_of = {quotation.id: article for article, quotation in quotations}
    order = order_of_publication(articles)

    def in_order(given: Iterable[str]) -> tuple[str, ...]:
        wanted = set(given)
        return tuple(article for article in order if article in wanted)

    said = (Coverage(s.id, in_order(article_of[reading] for reading in s.readings)) for s in statements)
    told = (Coverage(f.id, in_order(anchor.article for anchor in f.sentences)) for f in facts)
    return (*said, *told)
