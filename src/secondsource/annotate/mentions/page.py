"""The article as tokens, and what its own spelling says about which words are names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondsource.annotate.mentions.lexicon import is_english, is_given, lexicon
from secondsource.annotate.mentions.tokens import Shape, Token, read_tokens
from secondsource.types import Article, Sentence

_OPENERS = frozenset("“‘\"'«„([{:—–-•*·|;…/.?!")
# Function words that have a capital inside a sentence only where all words have one.
_TITLE_CASE = frozenset(
    "as he his her to on in at is are was with from that this it be by after over their up not has".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence. `headline` is True where capitals say nothing, as in a headline; `initial` has for
    each token whether it stands where any word has a capital.
    """

    tokens: list[Token]
    initial: list[bool]
    headline: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All lines of an article, and how its words are spelled where a capital means something.

    `small` holds the words that occur in small letters; `capital` counts those with a capital inside a sentence,
    `pairs` two of them in a row. `surnames` are the words that follow a given name, an initial or "Mr." and the like.
    """

    text: str
    lines: list[Line]
    small: frozenset[str]
    capital: Counter[str]
    pairs: Counter[tuple[str, str]]
    surnames: frozenset[str]


def read_page(article: Article, sentences: Sequence[Sentence]) -> Page:
    """The tokens of all `sentences` of `article` and the evidence that they give."""
    lines = [_line(read_tokens(article.text, sentence.span)) for sentence in sentences]
    small: set[str] = set()
    capital: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        before: str | None = None
        for token, initial in zip(line.tokens, line.initial, strict=True):
            if token.shape is Shape.LOWER:
                small.add(token.low)
            telling = token.is_capital and not initial and not line.headline
            if telling:
                capital[token.low] += 1
                if before is not None:
                    pairs[before, token.low] += 1
            before = token.low if telling else None
    return Page(article.text, lines, frozenset(small), capital, pairs, _surnames(lines))


def _surnames(lines: Sequence[Line]) -> frozenset[str]:
    words = lexicon()
    found: set[str] = set()
    for line in lines:
        for before, token in pairwise(line.tokens):
            if token.shape is not Shape.CAPITALIZED or token.low in words.calendar or not before.is_capital:
                continue
            honorific = before.low in ("mr", "mrs", "ms") and token.low not in words.roles
            if honorific or before.shape is Shape.INITIAL or (is_given(before.low) and before.low not in words.roles):
                found.add(token.low)
    return frozenset(found)


def _line(tokens: list[Token]) -> Line:
    initial = [False] * len(tokens)
    fresh = True
    for i, token in enumerate(tokens):
        if token.shape is Shape.MARK:
            fresh = fresh or token.word in _OPENERS
        elif token.shape is not Shape.POSSESSIVE:
            initial[i] = fresh
            fresh = False
    return Line(tokens, initial, _is_headline(tokens))


def _is_headline(tokens: list[Token]) -> bool:
    """Whether nearly every longer word has a capital, and not all of them because they are names."""
    small = capital = upper = plain = titled = 0
    for i, token in enumerate(tokens):
        if len(token.low) < 3 or token.low in lexicon().function_words:
            fresh = i == 0 or tokens[i - 1].shape is Shape.MARK
            titled += token.shape is Shape.CAPITALIZED and not fresh and token.low in _TITLE_CASE
            continue
        if token.shape is Shape.LOWER:
            small += 1
        elif token.is_capital:
            capital += 1
            upper += token.shape is Shape.UPPER
            plain += is_english(token.low) and not is_given(token.low) and token.low not in lexicon().surnames
    if upper >= 3 and upper > 2 * small:
        return True
    ended = tokens[-1].word in '.”"' if tokens else False
    return capital >= 3 and plain >= 2 and small <= (capital // 2 if titled else 0 if ended else capital // 6)
