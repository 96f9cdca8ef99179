"""The paragraphs of a text, as every stage counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.types.article import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b"
_WRAPPED_LINE = range(50, 101)  # widths of the lines of a text that was wrapped by hand or by a mail program


def paragraph_spans(text: str) -> Iterator[Span]:
    """The paragraphs of `text` in order, trimmed: a line each, or the lines between blank ones where the text is
    hard-wrapped. Every character that is not white space is in exactly one of them.
    """
    group: list[Span] = []
    for match in _LINE.finditer(text):
        line = trimmed(text, *match.span())
        if line is None:
            continue
        if group and text.count("\n", group[-1].end, line.start) != 1:
            yield from _unwrapped(text, group)
            group = []
        group.append(line)
    yield from _unwrapped(text, group)


def _unwrapped(text: str, lines: list[Span]) -> Iterator[Span]:
    """The neighbouring `lines`, or the one paragraph that they make if they look hard-wrapped: all but the last of
    much the same width, and most ending in the middle of a sentence.
    """
    inner = lines[:-1]
    if len(inner) >= 2 and all(line.end - line.start in _WRAPPED_LINE for line in inner):
        running = sum(text[line.end - 1] not in '.!?:”"’…' for line in inner)
        if running * 3 >= len(inner) * 2:
            yield Span(lines[0].start, lines[-1].end)
            return
    yield from lines


def trimmed(text: str, start: int, end: int) -> Span | None:
    """What is left of `text` from `start` to `end` without white space and invisible characters at its ends, if any."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None
