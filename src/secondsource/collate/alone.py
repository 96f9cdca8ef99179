"""What one report alone gives: specific sentences and clauses without a counterpart, and quotations of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from secondsource.collate.facts.passages import content_words
from secondsource.types import Alone, Anchor, QuotationForm, Span, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.collate.facts import Match, Passage
    from secondsource.types import Article, Conflict, Fact, Quotation, Statement

LOOSELY = 0.3  # likelihood from which another report's sentence is a counterpart, if a loose one
SPECIFIC = 1.0  # least specificity of a listed sentence: a figure or a name of its own, or four words
SPECIFIC_CLAUSE = 1.75  # and of a clause, which tells less by itself: a figure, a name and a word, or seven words
EACH = 8  # sentences and clauses listed for each report
SHORTEST = 2  # content words of a sentence
SHORTEST_CLAUSE = 4  # and of a clause; a shorter one goes with the clause before it, the first with the next
SHORTEST_QUOTATION = 20  # characters
# A clause that only tells where its report has it from: "according to papers seen by the Ledger", "the mayor said".
_ATTRIBUTES = re.compile(
    r"\W*(?:according\s+to\b|(?:[\w’'&.-]+\s+){1,9}"
    r"(?:says?|said|suggests?|suggested|shows?|showed|adds?|added|reports?|reported|told\s+\w+|writes?|wrote)"
    r"(?:\s+(?:at|in|on|during|after)(?!\s+(?:least|most))(?:\s+(?!that\b)[\w’'.-]+){1,5})?[.!]?$)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:—–](?!\d)")  # not inside a number


def find_alone(
    passages: Sequence[Passage],
    matches: Iterable[Match],
    facts: Iterable[Fact],
    conflicts: Iterable[Conflict],
    articles: Mapping[str, Article],
) -> tuple[Alone, ...]:
    """The sentences that only one of at least two reports gives, the most specific first; reports in order of
    publication.

    A sentence counts by the words, names and numbers that no other report has. Of one with a counterpart in another
    report, only the clause that has most of its own is given. Left out: commentary, what is mostly quoted, and what
    a conflict is about: there the other reports do tell of it, in their way.
    """
    if len(articles) < 2:
        return ()
    disputed: dict[str, list[Span]] = defaultdict(list)
    for conflict in conflicts:
        for article, span in conflict.readings:
            disputed[article].append(span)
    shared = {anchor for fact in facts for anchor in fact.sentences}
    for match in matches:
        if match.likelihood >= LOOSELY:
            shared |= {passages[match.first].anchor, passages[match.second].anchor}
    holders = _holders(passages)
    ranked: dict[str, list[tuple[float, Anchor]]] = defaultdict(list)
    for passage in passages:
        if passage.voice is Voice.COMMENTARY or passage.quoted > 0.5:
            continue
        text = articles[passage.anchor.article].text
        whole = passage.anchor.span
        places = _clauses(text, whole) if passage.anchor in shared else [whole]
        score, place = max((_specificity(content_words(text, place), passage, holders), place) for place in places)
        least = SPECIFIC if place == whole else SPECIFIC_CLAUSE
        if score >= least and not any(place.overlaps(span) for span in disputed[passage.anchor.article]):
            ranked[passage.anchor.article].append((-score, Anchor(passage.anchor.article, place)))
    return tuple(Alone(anchor) for items in ranked.values() for _, anchor in sorted(items)[:EACH])


def _holders(passages: Sequence[Passage]) -> dict[str, set[str]]:
    """The articles that hold each word."""
    holders: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for word in passage.words:
            holders[word].add(passage.anchor.article)
    return holders


def _clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence, without the space around them, as far as punctuation shows them; those that only say
    who said the rest are left out.
    """
    clauses: list[Span] = []
    ends = [match.end() for match in _CLAUSE_END.finditer(text, *sentence)]
    for start, end in pairwise([sentence.start, *ends, sentence.end]):
        words = text[start:end]
        clause = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip(" \t\n,;:—–")))
        short = len(content_words(text, clause)) < SHORTEST_CLAUSE
        if clauses and (short or len(content_words(text, clauses[0])) < SHORTEST_CLAUSE):
            clauses[-1] = Span(clauses[-1].start, max(clause.end, clauses[-1].end))
        elif clause.start < clause.end:
            clauses.append(clause)
    told = [clause for clause in clauses if not _ATTRIBUTES.match(text, clause.start, clause.end)]
    return told or clauses or [sentence]


def _specificity(words: Sequence[str], passage: Passage, holders: Mapping[str, set[str]]) -> float:
    """How much is told that no other report tells: a number of its own counts 1.75, a name 1.5, another word 0.25."""
    if len(words) < SHORTEST:
        return 0.0
    own = {word for word in words if len(holders[word]) == 1}
    numbers = sum(word[0].isdigit() for word in own)
    names = sum(word in passage.names and not word[0].isdigit() for word in own)
    return 1.75 * min(numbers, 3) + 1.5 * min(names, 4) + 0.25 * min(len(own) - numbers - names, 12)


def find_quoted_alone(
    statements: Iterable[Statement],
    quotations: Sequence[tuple[str, Quotation]],
    articles: Mapping[str, Article],
) -> tuple[Alone, ...]:
    """The quotations, marked and not all too short, that only one of at least two reports has, in their order: those
    that no statement has from another report too.
    """
    if len(articles) < 2:
        return ()
    article_of = {quotation.id: article for article, quotation in quotations}
    shared = {
        reading
        for statement in statements
        if len({article_of[reading] for reading in statement.readings}) > 1
        for reading in statement.readings
    }
    return tuple(
        Alone(Anchor(article, quotation.span), quotation.id)
        for article, quotation in quotations
        if quotation.id not in shared
        and quotation.form is not QuotationForm.INDIRECT
        and sum(part.end - part.start for part in quotation.parts) >= SHORTEST_QUOTATION
    )
