"""What one report alone gives: specific sentences without a counterpart, and quotations that no other report has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.types import Alone, Anchor, QuotationForm, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.collate.facts import Match, Passage
    from secondsource.types import Fact, Quotation, Statement

LOOSELY = 0.2  # likelihood from which another report's sentence is a counterpart, if a loose one
SPECIFIC = 3.0  # least specificity of a sentence that is listed
EACH = 8  # sentences listed for each report
SHORTEST = 4  # content words; fewer tell nothing by themselves
SHORTEST_QUOTATION = 20  # characters


def find_alone(
    passages: Sequence[Passage],
    matches: Iterable[Match],
    facts: Iterable[Fact],
    statements: Iterable[Statement],
    quotations: Sequence[tuple[str, Quotation]],
) -> tuple[Alone, ...]:
    """What only one of at least two reports gives: its sentences, the most specific first, then its quotations in text
    order; reports in order of publication. A sentence is left out where it is commentary or mostly quoted, where a
    fact holds it, or where another report has a sentence even loosely like it.
    """
    reports = list(dict.fromkeys(passage.anchor.article for passage in passages))
    if len(reports) < 2:
        return ()
    sentences = _sentences(passages, matches, facts)
    quoted = _quotations(statements, quotations)
    return tuple(item for report in reports for item in (*sentences[report], *quoted[report]))


def _sentences(passages: Sequence[Passage], matches: Iterable[Match], facts: Iterable[Fact]) -> dict[str, list[Alone]]:
    shared = {anchor for fact in facts for anchor in fact.sentences}
    for match in matches:
        if match.likelihood >= LOOSELY:
            shared |= {passages[match.first].anchor, passages[match.second].anchor}
    holders = _holders(passages)
    ranked: dict[str, list[tuple[float, int, Anchor]]] = defaultdict(list)
    for passage in passages:
        if passage.anchor in shared or passage.voice is Voice.COMMENTARY or passage.quoted > 0.5:
            continue
        score = _specificity(passage, holders)
        if len(passage.words) >= SHORTEST and score >= SPECIFIC:
            ranked[passage.anchor.article].append((-score, passage.position, passage.anchor))
    return defaultdict(
        list, {report: [Alone(anchor) for _, _, anchor in sorted(items)[:EACH]] for report, items in ranked.items()}
    )


def _holders(passages: Sequence[Passage]) -> dict[object, set[str]]:
    """The articles that hold each word, figure and date."""
    holders: dict[object, set[str]] = defaultdict(set)
    for passage in passages:
        for term in (*passage.words, *passage.figures, *_dated(passage)):
            holders[term].add(passage.anchor.article)
    return holders


def _specificity(passage: Passage, holders: Mapping[object, set[str]]) -> float:
    """How much the sentence names that no other report names: a name, figure or date counts 1.5, other words 0.25;
    0 for a sentence that names nobody, no figure and no date at all.
    """

    def own(terms: Iterable[object]) -> int:
        return sum(len(holders[term]) == 1 for term in terms)

    telling = own(passage.names) + own(passage.figures) + own(_dated(passage))
    if not (passage.names or passage.figures or passage.dates or passage.people):
        return 0.0
    return 1.5 * min(telling, 4) + 0.25 * min(own(set(passage.words) - passage.names), 12)


def _dated(passage: Passage) -> list[object]:
    return [("date", value) for value in passage.dates]


def _quotations(statements: Iterable[Statement], quotations: Sequence[tuple[str, Quotation]]) -> dict[str, list[Alone]]:
    article_of = {quotation.id: article for article, quotation in quotations}
    shared = {
        reading
        for statement in statements
        if len({article_of[reading] for reading in statement.readings}) > 1
        for reading in statement.readings
    }
    found: dict[str, list[Alone]] = defaultdict(list)
    for article, quotation in quotations:
        length = sum(part.end - part.start for part in quotation.parts)
        if quotation.id not in shared and quotation.form is not QuotationForm.INDIRECT and length >= SHORTEST_QUOTATION:
            found[article].append(Alone(Anchor(article, quotation.span), quotation.id))
    return found
