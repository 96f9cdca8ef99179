"""What one report alone gives: specific sentences and clauses without a counterpart, and quotations of its own."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from itertools import islice, pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from secondsource.collate.facts.passages import content_words
from secondsource.types import Alone, Anchor, QuotationForm, Span, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secondsource.collate.facts import Match, Passage
    from secondsource.types import Article, Conflict, Fact, Quotation, Statement

LOOSELY = 0.3  # likelihood from which another report's sentence is a counterpart, if a loose one
SURELY = 0.6  # and from which a sentence that counts as telling a fact is taken to tell it
TOLD = 0.7  # share of a place's words, weighted by rarity, from which one sentence of another report tells the same
HARDLY_TOLD = 0.3  # share up to which a sentence that counts as telling a fact tells hardly any of it
WIDESPREAD = 150  # sentences from which a word is too common to lead to the one that tells the same
SPECIFIC = 1.0  # least specificity of a listed sentence: a figure or a name of its own, or four words
SPECIFIC_CLAUSE = 1.75  # and of a clause, which tells less by itself: a figure, a name and a word, or seven words
EACH = 24  # sentences and clauses listed for each report
WEIGHED = 3 * EACH  # and weighed against every sentence of the others
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
_CLAUSE_END = re.compile(r"[,;:—–](?!\d)|\s(?=(?:but|whereas)\s)")  # not inside a number
# Where a report was filed: "PORT HOLLIN, Dunmere (Wire) — ".
_DATELINE = re.compile(r"\W*[A-Z][A-Z.’' -]{2,30}(?:,\s[A-Z][\w.]+){0,2}(?:\s\([^()\n]{1,30}\))?\s[-–—―]{1,2}\s")
_RELATIVE = re.compile(r"(?:who|whom|whose|which|where|when)\b", re.IGNORECASE)
_CLOSING = ' \t\n"”’)'


def find_alone(
    passages: Sequence[Passage],
    matches: Iterable[Match],
    facts: Iterable[Fact],
    conflicts: Iterable[Conflict],
    articles: Mapping[str, Article],
    said: Mapping[str, Sequence[Span]] = MappingProxyType({}),
) -> tuple[Alone, ...]:
    """The sentences that only one of at least two reports gives, the most specific first; reports in order of
    publication.

    A sentence counts by the words, names and numbers that no other report has. Of one with a counterpart in another
    report, only the clause that has most of its own is given, and tells more than names; of one that tells a fact, the
    whole only where it is no sure match and no sentence elsewhere has more than a little of its words. Left out:
    commentary, what is mostly quoted, what one sentence of another report covers, what mostly stands in `said` (the
    words of each article that others give too, as `find_said` has them), and what a conflict is about: there the others
    do tell of it, in their way.
    """
    if len(articles) < 2:
        return ()
    disputed: dict[str, list[Span]] = defaultdict(list)
    for conflict in conflicts:
        for article, span in conflict.readings:
            disputed[article].append(span)
    told = {anchor for fact in facts for anchor in fact.sentences}
    likelihood = _likeliest(passages, matches)
    words = _Words(passages)
    ranked: dict[str, list[tuple[float, Span]]] = defaultdict(list)
    for passage in passages:
        if passage.voice is Voice.COMMENTARY or passage.quoted > 0.5:
            continue
        article, whole = passage.anchor
        text = articles[article].text
        likely, tells = likelihood[passage.anchor], passage.anchor in told
        places = _clauses(text, whole) if tells or likely >= LOOSELY else [whole]
        places = [place for place in places if not _lies_in(place, said.get(article, ()))]
        score, place = words.most_specific(text, places, passage)
        least = SPECIFIC if place == whole else SPECIFIC_CLAUSE
        if score < least or any(place.overlaps(span) for span in disputed[article]):
            continue
        if tells and place == whole and (likely >= SURELY or words.covered(passage.words, article) > HARDLY_TOLD):
            continue
        ranked[article].append((-score, place))
    return tuple(
        Alone(Anchor(article, place))
        for article, items in ranked.items()
        for place in _uncovered(article, [place for _, place in sorted(items)[:WEIGHED]], articles, words)
    )


def _likeliest(passages: Sequence[Passage], matches: Iterable[Match]) -> dict[Anchor, float]:
    """The likelihood of the likeliest match of each passage, 0 where it has none."""
    found = dict.fromkeys((passage.anchor for passage in passages), 0.0)
    for match in matches:
        for anchor in (passages[match.first].anchor, passages[match.second].anchor):
            found[anchor] = max(found[anchor], match.likelihood)
    return found


def find_said(statements: Iterable[Statement], quotations: Sequence[tuple[str, Quotation]]) -> dict[str, list[Span]]:
    """The words in each article of the readings of statements that several articles give, in text order. No two spans
    of an article overlap, though a long quotation is a reading of several statements.
    """
    where = {quotation.id: (article, quotation) for article, quotation in quotations}
    found: dict[str, list[Span]] = defaultdict(list)
    for statement in statements:
        readings = [where[reading] for reading in statement.readings]
        if len({article for article, _ in readings}) > 1:
            for article, quotation in readings:
                found[article].extend(quotation.parts)
    return {article: _joined(spans) for article, spans in found.items()}


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _lies_in(place: Span, spans: Iterable[Span]) -> bool:
    """Whether more than half of `place` lies in `spans`, of which no two overlap."""
    inside = sum(max(0, min(place.end, span.end) - max(place.start, span.start)) for span in spans)
    return 2 * inside > place.end - place.start


def _uncovered(article: str, places: Iterable[Span], articles: Mapping[str, Article], words: _Words) -> Iterator[Span]:
    """The first few of `places` that no single sentence of another report covers."""
    text = articles[article].text
    open_places = (place for place in places if words.covered(content_words(text, place), article) < TOLD)
    return islice(open_places, EACH)


class _Words:
    """Where each word of the story stands: in which articles, and in which sentences."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for word in set(passage.words):
                self._holders[word].add(passage.anchor.article)
                self._places[word].append(number)

    def most_specific(self, text: str, places: Iterable[Span], passage: Passage) -> tuple[float, Span]:
        """The place of the passage that tells most that no other report tells, and how much: a number of its own counts
        1.75, a name 1.5, another word 0.25. Of a clause, names alone tell nothing; where no place does, 0.
        """
        best = (0.0, passage.anchor.span)
        for place in places:
            words = content_words(text, place)
            numbers, names, others = self._own(words, passage)
            told = numbers > 0 or others > 1 or place == passage.anchor.span or _RELATIVE.match(text, *place)
            if len(words) >= SHORTEST and told:
                best = max(best, (1.75 * min(numbers, 3) + 1.5 * min(names, 4) + 0.25 * min(others, 12), place))
        return best

    def _own(self, words: Iterable[str], passage: Passage) -> tuple[int, int, int]:
        """How many numbers, names and other words stand in no other article than the passage's."""
        own = {word for word in words if len(self._holders[word]) == 1}
        numbers = sum(word[0].isdigit() for word in own)
        names = sum(word in passage.names and not word[0].isdigit() for word in own)
        return numbers, names, len(own) - numbers - names

    def covered(self, words: Iterable[str], article: str) -> float:
        """The largest share of the words, each weighted by its rarity in the story, that stands in one sentence of an
        article other than `article`.
        """
        wanted = set(words)
        rarity = {word: math.log((1 + len(self._passages)) / max(1, len(self._places[word]))) for word in wanted}
        covering: dict[int, float] = defaultdict(float)
        for word in wanted:
            if len(self._places[word]) <= WIDESPREAD:
                for number in self._places[word]:
                    if self._passages[number].anchor.article != article:
                        covering[number] += rarity[word]
        whole = sum(rarity.values())
        return max(covering.values(), default=0.0) / whole if whole else 0.0


def _clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence, without the space around them, as far as punctuation shows them; those that only say
    who said the rest are left out, and so is the line that says where the report was filed.
    """
    clauses: list[Span] = []
    line = _DATELINE.match(text, *sentence)
    body = Span(line.end() if line else sentence.start, sentence.end)
    ends = [match.end() for match in _CLAUSE_END.finditer(text, *body)]
    for start, end in pairwise([body.start, *ends, body.end]):
        words = text[start:end]
        clause = Span(start + len(words) - len(words.lstrip(_CLOSING)), start + len(words.rstrip(" \t\n,;:—–")))
        if clauses and (_is_slight(text, clause) or _is_slight(text, clauses[0])):
            clauses[-1] = Span(clauses[-1].start, max(clause.end, clauses[-1].end))
        elif clause.start < clause.end:
            clauses.append(clause)
    told = [clause for clause in clauses if not _ATTRIBUTES.match(text, clause.start, clause.end)]
    return told or clauses or [sentence]


def _is_slight(text: str, clause: Span) -> bool:
    return len(content_words(text, clause)) < SHORTEST_CLAUSE


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
