"""Signatures: a name after the words, without a verb (“We are closed.” — Orla Venn)."""

from __future__ import annotations

from secondsource.annotate.marks import Marked
from secondsource.annotate.quotations.layout import Layout
from secondsource.types import MentionForm, Span

_LONGEST_NAME = 5  # words


def signature(layout: Layout, marked: Marked) -> Span | None:
    """The speaker of “…” — Name, where the name ends the paragraph."""
    first = layout.first_from(marked.outer.end)
    if first + 1 >= len(layout.tokens) or layout.tokens[first].lower not in "-–—―":
        return None
    mention = layout.starting.get(first + 1)
    if mention is None or mention.form is not MentionForm.NAME:
        return None
    alone = _name_alone(layout, first + 1)
    if alone is not None:
        return alone
    last = layout.at(mention.span.end - 1)
    while layout.word_after(last) in (".", ","):
        last += 1
    ends = last + 1 >= len(layout.tokens) or layout.paragraph_of(last + 1) != layout.paragraph_of(last)
    return mention.span if ends or layout.tokens[last].lower == "," else None


def _name_alone(layout: Layout, first: int) -> Span | None:
    """The capitalised words, with initials, from token `first` to the end of its paragraph, if that holds no others."""
    last, words = first, 0
    for i in range(first, min(first + 2 * _LONGEST_NAME, len(layout.tokens))):
        if layout.paragraph_of(i) != layout.paragraph_of(first):
            break
        token = layout.tokens[i]
        if token.is_word and layout.text[token.start].isupper():
            last, words = i, words + 1
        elif token.lower != ".":
            return None
    after = last + 1 + (layout.word_after(last) == ".")
    ends = after >= len(layout.tokens) or layout.paragraph_of(after) != layout.paragraph_of(first)
    return layout.span(first, last) if ends and 2 <= words <= _LONGEST_NAME else None
