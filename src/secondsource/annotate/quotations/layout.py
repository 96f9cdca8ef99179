"""The words of an article laid out for finding attributions: which stand in marks, in which sentence, which start or
end a mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.annotate.marks import Marked
from secondsource.types import Mention, Sentence, Span

_TOKEN = re.compile(r"\w+(?:[.'’\-‑&]\w+)*|[^\w\s]")
_NEAR = 150  # tokens; what stands further off in one sentence is not looked at, or long ones would take for ever


@dataclass(frozen=True, slots=True)
class Token:
    """A word or punctuation mark. `marked` is the index of the marked stretch it stands in, or -1; the marks
    themselves are no part of the stretch. `sentence` is the index of its sentence.
    """

    start: int
    end: int
    lower: str
    marked: int
    sentence: int

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or number."""
        return self.lower[0].isalnum()


class Layout:
    """The tokens of one article, with look-ups by position. Built once for each article, never changed."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], marked: Sequence[Marked]
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.mentions = mentions
        self.marked = marked
        self.opening_marks = frozenset(m.outer.start for m in marked)
        self.closing_marks = frozenset(m.outer.end for m in marked)
        self.tokens = self._tokens()
        self._starts = [token.start for token in self.tokens]
        self.inside: set[int] = set()  # tokens inside a mention
        self.starting: dict[int, Mention] = {}
        self.ending: dict[int, Mention] = {}
        for mention in mentions:
            first, last = self.at(mention.span.start), self.at(mention.span.end - 1)
            self.inside.update(range(first, last + 1))
            known = self.starting.get(first)
            if known is None or known.span.end < mention.span.end:
                self.starting[first] = mention
            known = self.ending.get(last)
            if known is None or known.span.start > mention.span.start:
                self.ending[last] = mention

    def _tokens(self) -> list[Token]:
        tokens: list[Token] = []
        inner = [m.inner for m in self.marked]
        k = 0
        for index, sentence in enumerate(self.sentences):
            for match in _TOKEN.finditer(self.text, sentence.span.start, sentence.span.end):
                while k < len(inner) and inner[k].end <= match.start():
                    k += 1
                inside = k < len(inner) and inner[k].start <= match.start()
                tokens.append(
                    Token(
                        match.start(), match.end(), match.group().lower().replace("’", "'"), k if inside else -1, index
                    )
                )
        return tokens

    def at(self, position: int) -> int:
        """The index of the token that holds the character at `position`, or of the last one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def first_from(self, position: int) -> int:
        """The index of the first token that starts at or after `position`; the number of tokens if none does."""
        return bisect_right(self._starts, position - 1) if position else 0

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that overlap `span`, in order."""
        return self.tokens[self.at(span.start) : self.first_from(span.end)]

    def marked_in(self, span: Span) -> Sequence[Marked]:
        """The marked stretches that overlap `span`, marks included, in order."""
        first = bisect_right(self.marked, span.start, key=lambda m: m.outer.end)
        last = bisect_left(self.marked, span.end, key=lambda m: m.outer.start)
        return self.marked[first:last]

    def word_after(self, index: int) -> str:
        """The token after token `index`, lower case; empty at the end of its sentence."""
        following = index + 1
        if following >= len(self.tokens) or self.tokens[following].sentence != self.tokens[index].sentence:
            return ""
        return self.tokens[following].lower

    def paragraph_of(self, index: int) -> int:
        """The number of the paragraph that token `index` stands in."""
        return self.sentences[self.tokens[index].sentence].paragraph

    def in_title_case(self, sentence: int) -> bool:
        """Whether nearly all words of a sentence are capitalised, as in some headlines."""
        return sentence in self._title_case

    @cached_property
    def _title_case(self) -> frozenset[int]:
        found = set()
        for index, (first, end) in enumerate(self.bounds):
            initials = [self.text[t.start] for t in self.tokens[first:end] if t.is_word and len(t.lower) > 3]
            capitals = sum(initial.isupper() or initial.isdigit() for initial in initials)
            if len(initials) >= 3 and capitals >= 0.85 * len(initials):
                found.add(index)
        return frozenset(found)

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """For each sentence, its first token and the one after its last."""
        bounds = [(0, 0)] * len(self.sentences)
        i = 0
        for index in range(len(self.sentences)):
            first = i
            while i < len(self.tokens) and self.tokens[i].sentence == index:
                i += 1
            bounds[index] = (first, i)
        return bounds

    def around(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence of token `index` that are near it: first, and one after the last."""
        first, end = self.bounds[self.tokens[index].sentence]
        return max(first, index - _NEAR), min(end, index + _NEAR)

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)
