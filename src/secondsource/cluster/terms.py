"""What one report is about, as terms: its content words, names, word pairs and the days it speaks of."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from secondsource.cluster.frequencies import ranks
from secondsource.cluster.furniture import own_paragraphs
from secondsource.types import Annotations, Article, Precision
from secondsource.types.words import STOPWORDS, fold

_WORD = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’]\w+)*")
_SENTENCE_BREAK = re.compile(r'[.!?\n:"“”]')
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov lt sgt capt col gen st prof rev hon jr sr jan feb aug sept oct nov dec".split()
)
_LEAD = 80  # content and function words from the start that count as the lead
_DAYS_WITHIN = 1500  # characters: days named further down are background more often than the event
_NAME_RANK = 8000  # a capitalised word that begins a sentence is a name if it is rarer than this


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one report, each with its weight within the report (1 + log of its count, raised in the lead).

    `words` are single content words (plural endings off, names as they are), `names` those and the two-word names
    that are capitalised as names, `pairs` neighbouring content words. `lead` are the words of title and first lines.
    `days` are the calendar days that the first paragraphs speak of.
    """

    words: dict[str, float]
    names: dict[str, float]
    pairs: dict[str, float]
    lead: frozenset[str]
    days: frozenset[date]


@dataclass(slots=True)
class _Token:
    word: str
    folded: str
    starts_sentence: bool
    adjacent: bool  # follows the token before with nothing but a space, or a full stop after an initial
    is_name: bool = False


def terms(article: Article, found: Annotations | None, recurring: frozenset[str] = frozenset()) -> Terms:
    """The terms of `article`; days are known only where its dates were annotated.

    `recurring` are the paragraphs that its outlet prints under several articles; they and the outlet's name are left
    out.
    """
    outlet = fold(article.outlet).removeprefix("www.").partition(".")[0]
    tokens = [t for text in own_paragraphs(article, recurring) for t in _tokens(text) if t.folded != outlet]
    title = [t for t in _tokens(article.title or "") if t.folded != outlet]
    _mark_names(tokens, title)
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for before, token in zip([None, *tokens], tokens, strict=False):
        if not _is_content(token.folded):
            continue
        term = _term(token)
        words[term] += 1
        if token.is_name:
            names[term] += 1
        if before is not None and token.adjacent and _is_content(before.folded):
            both = f"{_term(before)} {term}"
            pairs[both] += 1
            if before.is_name and token.is_name:
                names[both] += 1
    in_title = {_term(token) for token in title if _is_content(token.folded)}
    words.update(in_title)
    lead = {_term(token) for token in tokens[:_LEAD] if _is_content(token.folded)}
    return Terms(
        words=_dampened(words), names=_dampened(names), pairs=_dampened(pairs),
        lead=frozenset(lead | in_title), days=_days(found),
    )  # fmt: skip


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    before = ""
    for match in _WORD.finditer(text):
        word, gap = match.group(), text[end : match.start()]
        adjacent = gap == " " or (gap == ". " and (len(before) == 1 or before in _ABBREVIATIONS))
        starts = not tokens or (not adjacent and _SENTENCE_BREAK.search(gap) is not None)
        before = fold(word)
        tokens.append(_Token(word, before, starts, adjacent))
        end = match.end()
    return tokens


def _mark_names(tokens: list[_Token], title: list[_Token]) -> None:
    """A word is a name where it is capitalised, and capitalised inside sentences more often than not."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for token in tokens:
        if token.word[0].islower():
            small[token.folded] += 1
        elif token.word[0].isupper() and not token.starts_sentence:
            capital[token.folded] += 1
    common = ranks()
    for token in (*tokens, *title):
        word = token.folded
        if not token.word[0].isupper() or len(word) < 2 or word in STOPWORDS:
            continue
        seen = capital[word] or small[word]
        token.is_name = capital[word] > small[word] if seen else common.get(word, _NAME_RANK + 1) > _NAME_RANK


def _is_content(word: str) -> bool:
    return word not in STOPWORDS and (len(word) > 1 or word.isdigit())


def _term(token: _Token) -> str:
    return token.folded if token.is_name else _singular(token.folded)


def _singular(word: str) -> str:
    """A plural's or verb's form without its ending, if that is a common word itself."""
    if len(word) > 3 and word.endswith("s"):
        common = ranks()
        for shorter in (word[:-3] + "y" if word.endswith("ies") else "", word[:-1], word[:-2]):
            if shorter in common and (shorter != word[:-2] or word.endswith("es")):
                return shorter
    return word


def _dampened(counts: Counter[str]) -> dict[str, float]:
    return {term: 1 + math.log(count) for term, count in counts.items()}


def _days(found: Annotations | None) -> frozenset[date]:
    if found is None:
        return frozenset()
    return frozenset(
        mention.earliest
        for mention in found.dates
        if mention.precision is Precision.DAY and mention.earliest and mention.span.start < _DAYS_WITHIN
    )
