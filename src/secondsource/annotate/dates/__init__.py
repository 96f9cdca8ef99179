"""Dates of an article: expressions found by rules for news English and resolved to days of the calendar."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from secondsource.annotate.dates import counted, full_dates, holidays, partial, relative, years
from secondsource.annotate.dates.context import Reading, opening_context
from secondsource.annotate.dates.rule import Rule, kinds_of
from secondsource.types import Article, DateMention, Sentence, Span

# What can stand at one place in several ways is read by the first of these that accepts it.
RULES: tuple[Rule, ...] = (
    *full_dates.RULES,
    *holidays.RULES,
    *partial.RULES,
    *relative.RULES,
    *counted.RULES,
    *years.RULES,
)
# Web addresses hold dates that nobody tells; a tokenised one runs to the end of its line.
_ADDRESS = re.compile(r"\bhttps?\s?:\s?/(?:/\S+|\s/[^\n]*)|\bwww\.\S+")


def find_dates(article: Article, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """The date expressions in `sentences` of `article`, in text order, each with the days that it covers.

    Relative expressions are counted from ``article.published_day`` or from a date told before; without a day of
    publication those that need it are unresolved.
    """
    text = article.text
    context = opening_context(text, article.published_day, sentences)
    found: list[DateMention] = []
    addresses = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
    for sentence in sentences:
        context = replace(context, sentence=sentence.span)
        end = sentence.span.start
        for rule, match in _matches(text, sentence.span):
            if match.start() < end or _is_in_one(addresses, match.start()):
                continue
            reading = rule.read(match, context)
            if reading is None:
                continue
            span = reading.span or Span(*match.span())
            end = match.end()
            if not reading.is_date:
                continue
            found.append(_mention(span, reading))
            if reading.period:
                context = context.after(reading, reading.period, span)
    return tuple(found)


def _is_in_one(spans: Sequence[Span], position: int) -> bool:
    """Whether `position` lies in one of the ordered `spans`."""
    after = bisect_right(spans, (position, math.inf))
    return after > 0 and position < spans[after - 1].end


def _matches(text: str, sentence: Span) -> list[tuple[Rule, re.Match[str]]]:
    """The rules' matches in a sentence, by place and then in the order of the rules."""
    matches = [
        (match.start(), order, rule, match)
        for order, rule in _rules_for(frozenset(kinds_of(sentence.of(text))))
        for match in rule.pattern.finditer(text, sentence.start, sentence.end)
    ]
    matches.sort(key=lambda item: item[:2])
    return [(rule, match) for _, _, rule, match in matches]


@lru_cache(maxsize=512)
def _rules_for(kinds: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
    return tuple((order, rule) for order, rule in enumerate(RULES) if not kinds.isdisjoint(rule.needs.split()))


def _mention(span: Span, reading: Reading) -> DateMention:
    period = reading.period
    if period is None:
        return DateMention(span, None, reading.precision, reading.basis)
    return DateMention(
        span, period.value, period.precision, reading.basis, period.earliest, period.latest, reading.anchor
    )
