"""The two sides of a comparison: sentences with all in them that can disagree, and what the rules say of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from secondsource.collate.facts.word_families import IRREGULAR, family_of
from secondsource.types import Anchor, ConflictKind, Span
from secondsource.types.words import STOPWORDS, fold, word_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondsource.types import Annotations, Article, DateMention, Figure

_T = TypeVar("_T")

NEAR = 50  # characters on either side of a date in which it is told what happened then

# Where one clause ends and another begins, as far as punctuation and coordinating words show it.
_CLAUSE = re.compile(r"[,;:()\[\]—–“”\"]|\s-\s|\b(?:and|but|while|whereas|although|though|or|nor|who|which|when)\b")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places that disagree, or differ in exactness where kind is PRECISION; `reason` is a plain sentence that adds
    to the two readings what they do not show, or "". Disagreements of one kind and `topic` are one matter.
    """

    kind: ConflictKind
    reason: str
    first: Anchor
    second: Anchor
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two places that agree: who gives the same figure, or the same day, for the same thing."""

    first: Anchor
    second: Anchor


@dataclass(frozen=True)
class Report:
    """One article with its annotations; what is asked of the whole article when two of its sentences are compared."""

    article: Article
    read: Annotations

    @cached_property
    def figures_of(self) -> dict[tuple[str, str], set[float]]:
        """Every value that the article gives for a unit and counted noun."""
        values: dict[tuple[str, str], set[float]] = defaultdict(set)
        for figure in self.read.figures:
            values[figure.unit, figure.counted] |= {figure.low, figure.high}
        return values

    @cached_property
    def near_dates(self) -> tuple[tuple[DateMention, frozenset[str]], ...]:
        """Every date of the article, with the families of the words within `NEAR` characters of it."""
        text = self.article.text
        return tuple(
            (date, frozenset(family_of(fold(word.of(text))) for word in word_spans(text, start, end)))
            for date in self.read.dates
            for start, end in [(max(0, date.span.start - NEAR), min(len(text), date.span.end + NEAR))]
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the article, folded."""
        text = self.article.text
        return frozenset(fold(span.of(text)) for span in word_spans(text))

    @cached_property
    def names(self) -> frozenset[str]:
        """The families of the words of the article that stand in it with a capital only."""
        text = self.article.text
        small = {word for word in (span.of(text) for span in word_spans(text)) if word[0].islower()}
        return frozenset(family_of(word) for word in self.words - {fold(word) for word in small})

    @cached_property
    def pasts(self) -> frozenset[str]:
        """The families of the words of the article in "-ed" or of an irregular past."""
        return frozenset(family_of(word) for word in self.words if is_past(word))


@dataclass(frozen=True)
class Side:
    """One sentence of one report, with the figures and dates that stand in it. It is compared many times, so
    what is read from it is read once.
    """

    report: Report
    span: Span
    _read: dict[Callable[[Side], object], object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, read: Callable[[Side], _T]) -> _T:
        """What `read` makes of this side; `read` is called the first time only."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast("_T", self._read[read])

    @property
    def text(self) -> str:
        """The text of the article that the sentence stands in."""
        return self.report.article.text

    @cached_property
    def words(self) -> list[Span]:
        """The words of the sentence."""
        return word_spans(self.text, *self.span)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the sentence."""
        return tuple(f for f in self.report.read.figures if self.span.contains(f.span))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the sentence."""
        return tuple(d for d in self.report.read.dates if self.span.contains(d.span))

    @cached_property
    def _cuts(self) -> list[Span]:
        return [Span(*m.span()) for m in _CLAUSE.finditer(self.text, *self.span)]

    def anchor(self, span: Span) -> Anchor:
        """The anchor of a span of this side's article."""
        return Anchor(self.report.article.id, span)

    def clause(self, span: Span) -> Span:
        """The clause around `span`: up to the nearest punctuation or coordinating word on either side."""
        before = [cut.end for cut in self._cuts if cut.end <= span.start]
        after = [cut.start for cut in self._cuts if cut.start >= span.end]
        return Span(before[-1] if before else self.span.start, after[0] if after else self.span.end)

    def told_around(self, span: Span) -> frozenset[str]:
        """The families of the content words of the clause around `span`, without those in it and without numbers."""
        return frozenset(self.families(self.clause(span), without=span))

    def folded(self, within: Span) -> list[str]:
        """The folded words inside `within`, in order."""
        return [fold(word.of(self.text)) for word in words_inside(self.words, within)]

    def families(self, within: Span, without: Span | None = None) -> list[str]:
        """The families of the content words inside `within`, in order, leaving out `without` and numbers."""
        found = []
        for word in words_inside(self.words, within):
            if without is not None and word.overlaps(without):
                continue
            folded = fold(word.of(self.text))
            if len(folded) > 1 and folded not in STOPWORDS and not folded[0].isdigit():
                found.append(family_of(folded))
        return found


def is_past(word: str) -> bool:
    """Whether a folded word looks like a verb in the past: "signed", "withdrew"."""
    return (word.endswith("ed") and len(word) > 4) or word == "quit" or word in _irregular_pasts()


@cache
def _irregular_pasts() -> frozenset[str]:
    return frozenset(word for line in IRREGULAR.strip().splitlines() for word in line.split()[1:])


def words_inside(words: Sequence[Span], within: Span) -> Sequence[Span]:
    """Those of the ordered `words` that lie inside `within`."""
    first = bisect_left(words, within.start, key=lambda word: word.start)
    last = bisect_right(words, within.end, key=lambda word: word.end)
    return words[first:last]
