"""Who supports a statement: the independent origins that give it, and whom its reports credit for the words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.collate.facts.support import support_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.collate.facts.passages import Passage
    from secondsource.types import Quotation, Statement, Story


def with_support(
    statements: Iterable[Statement],
    story: Story,
    quotations: Iterable[tuple[str, Quotation]],
    passages: Iterable[Passage],
) -> tuple[Statement, ...]:
    """The `statements`, each with its origins and credits, which are told as those of a fact are.

    `quotations` are all of the story's, with their article ids. A report credits the outlet to which the sentence
    with the cue of its first reading says that the words were told; without a cue, that of the words' beginning.
    """
    quoted = {quotation.id: (article, quotation) for article, quotation in quotations}
    of_article: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        of_article[passage.anchor.article].append(passage)
    return tuple(_supported(statement, story, quoted, of_article) for statement in statements)


def _supported(
    statement: Statement,
    story: Story,
    quoted: Mapping[str, tuple[str, Quotation]],
    passages: Mapping[str, Sequence[Passage]],
) -> Statement:
    told = []
    elsewhere = []
    for article, quotation in (quoted[reading] for reading in statement.readings):
        position = (quotation.cue or quotation.parts[0]).start
        passage = _passage_at(position, passages.get(article, ()))
        if passage is None:
            elsewhere.append(article)
        else:
            told.append(passage)
    support = support_of(story, told)
    heard = {passage.anchor.article for passage in told}
    origin_of = {article: origin.id for origin in story.origins for article in origin.articles}
    unread = (origin_of.get(article, article) for article in elsewhere if article not in heard)
    return replace(statement, origins=tuple(dict.fromkeys((*support.origins, *unread))), credits=support.credits)


def _passage_at(position: int, passages: Sequence[Passage]) -> Passage | None:
    """The one of an article's `passages`, in text order, that holds the character at `position`."""
    at = bisect_left(passages, position + 1, key=lambda passage: passage.anchor.span.start) - 1
    return passages[at] if at >= 0 and position < passages[at].anchor.span.end else None
