"""Which of the sentences that name a time tells best what happened then: the one that leads its entry."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.types import Anchor, Article, Collation, DateMention, QuotationForm, Span, TimelineEntry

# A date that only says which thing is meant: "the 2001 attacks", "Tuesday's vote", "9/11 victims".
_POSSESSIVE = re.compile(r"['’]s?\b")
_NOUN = re.compile(
    r"\s(?!(?:about|after|against|am|amid|an|and|are|as|at|because|before|between|but|by|during|for|from|had|has|have|he"
    r"|if|in|into|is|it|its|morning|afternoon|evening|night|nor|not|of|off|on|or|over|pm|she|since|so|that|the|their|they"
    r"|this|through|to|under|until|was|we|were|when|where|which|while|who|will|with|would|you)\b)"
    r"[a-z]+(?<!ed)(?<!ly)\b"
)
_DETERMINED = re.compile(r"\b(?:an?|his|her|its|our|the|their|this)\s+\Z", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"\b(?:after|around|before|between|by|during|from|in|on|since|through|till|to|until)\s+\Z", re.I
)


@dataclass(frozen=True, slots=True)
class Tellers:
    """How well sentences tell of a time. `dates` and `quoted` are the date expressions and the marked words of each
    article, in text order; `leads` the sentences that lead facts.
    """

    articles: Mapping[str, Article]
    dates: Mapping[str, Sequence[DateMention]]
    quoted: Mapping[str, Sequence[Span]]
    leads: frozenset[Anchor]

    def rank(self, sentence: Anchor, entry: TimelineEntry) -> tuple[bool, bool, bool, bool]:
        """Whether the date in the sentence is part of a quotation, only says which thing is meant, stands beside
        another date, and whether the sentence leads no fact: the best sentence ranks lowest.
        """
        article, span = sentence
        own = [date.span for date in entry.dates if date.article == article and span.contains(date.span)]
        spoken = bool(own) and all(self._is_quoted(article, date) for date in own)
        text = self.articles[article].text
        aside = bool(own) and all(_is_attribute(text, date) for date in own)
        return spoken, aside, self._tells_another(article, span, entry), sentence not in self.leads

    def _is_quoted(self, article: str, date: Span) -> bool:
        spans = self.quoted.get(article, ())
        before = bisect_right(spans, date.start, key=lambda span: span.start) - 1
        return before >= 0 and spans[before].contains(date)

    def _tells_another(self, article: str, sentence: Span, entry: TimelineEntry) -> bool:
        dates = self.dates.get(article, ())
        first = bisect_left(dates, sentence.start, key=lambda date: date.span.start)
        last = bisect_left(dates, sentence.end, key=lambda date: date.span.start)
        return any(date.value not in (None, entry.value) for date in dates[first:last])


def tellers_of(collation: Collation) -> Tellers:
    """What is asked of the sentences of a collation's timeline."""
    dates: dict[str, list[DateMention]] = {}
    for article, date in collation.dates:
        dates.setdefault(article, []).append(date)
    quoted: dict[str, list[Span]] = {}
    for article, quotation in collation.quotations:
        if quotation.form is not QuotationForm.INDIRECT:
            quoted.setdefault(article, []).extend(quotation.parts)
    return Tellers(
        articles={article.id: article for article in collation.articles},
        dates={article: sorted(found, key=lambda date: date.span) for article, found in dates.items()},
        quoted={article: sorted(spans) for article, spans in quoted.items()},
        leads=frozenset(fact.lead for fact in collation.facts),
    )


def _is_attribute(text: str, date: Span) -> bool:
    """Whether the date only says which thing is meant: it is possessive, or stands right before a noun, after an
    article or, in figures, after anything but the words that place an event in time.
    """
    if _POSSESSIVE.match(text, date.end):
        return True
    if not _NOUN.match(text, date.end):
        return False
    before = text[max(0, date.start - 12) : date.start]
    return bool(_DETERMINED.search(before)) or (
        any(character.isdigit() for character in date.of(text)) and not _ADVERBIAL.search(before)
    )
