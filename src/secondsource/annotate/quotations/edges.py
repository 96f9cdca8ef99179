"""Where spans begin and end: parts without marks of their own, and contents that no words are left hanging from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import Quotation, QuotationForm, Span
from secondsource.types.paragraphs import trimmed

_DOUBLE_MARKS = '"“”„‟«»'
_HANGING = frozenset(  # words that no clause ends with while its sentence goes on
    "the a an of to and as in for with by on at from that which or but his her their its than into about".split()
)


def bare(text: str, quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, their parts without quotation marks around them; without those of which no words are left.

    A mark at the end of a part whose partner stands inside the part is nested, and stays.
    """
    found: list[Quotation] = []
    for quotation in quotations:
        in_marks = quotation.form is not QuotationForm.INDIRECT
        parts = tuple(p for part in quotation.parts if (p := _without_marks(text, part, in_marks=in_marks)) is not None)
        if parts:
            found.append(quotation if parts == quotation.parts else replace(quotation, parts=parts))
    return tuple(found)


def _without_marks(text: str, part: Span, *, in_marks: bool) -> Span | None:
    while True:
        span = trimmed(text, *part)
        if span is None:
            return None
        words = span.of(text)
        opens, closes = words[0] in _DOUBLE_MARKS, words[-1] in _DOUBLE_MARKS
        marks = sum(words.count(mark) for mark in _DOUBLE_MARKS) if opens or closes else 0
        unpaired = marks == 1 or (in_marks and marks == 2 and opens and closes)
        if not unpaired:
            return span
        part = Span(span.start + opens, max(span.start + opens, span.end - closes))


def tidied(layout: Layout, attribution: Attribution) -> Attribution:
    """An attribution with the pieces of its content that touch made one, and without words that hang at their ends."""
    pieces: list[Span] = []
    for piece in attribution.content:
        if pieces and _touch(layout, pieces[-1], piece):
            pieces[-1] = Span(pieces[-1].start, piece.end)
        else:
            pieces.append(piece)
    content = tuple(_without_hanging(layout, piece) for piece in pieces)
    return attribution if content == attribution.content else replace(attribution, content=content)


def _touch(layout: Layout, before: Span, after: Span) -> bool:
    """Whether no word stands between two spans of one sentence."""
    last, first = layout.at(before.end - 1), layout.at(after.start)
    return last + 1 == first and layout.tokens[last].sentence == layout.tokens[first].sentence


def _without_hanging(layout: Layout, span: Span) -> Span:
    first, last = layout.at(span.start), layout.at(span.end - 1)
    end = last
    while end > first and _hangs(layout, end):
        end -= 1
    return span if end == last else Span(span.start, layout.tokens[end].end)


def _hangs(layout: Layout, index: int) -> bool:
    """Whether token `index` needs the word that follows it."""
    token = layout.tokens[index]
    return token.marked < 0 and token.lower in _HANGING and layout.word_after(index)[:1].isalnum()
