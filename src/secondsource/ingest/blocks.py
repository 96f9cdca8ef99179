"""What the paragraphs of an article are for: headline, body, caption or credit, link, call to the reader, help line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from secondsource.ingest import block_patterns as patterns
from secondsource.types import Block, BlockKind, Span
from secondsource.types.paragraphs import paragraph_spans
from secondsource.types.words import fold, word_spans

# Longer paragraphs are the story; none of the patterns reaches further.
_LONGEST_ASIDE = 700
_LONGEST_HEADLINE = 300
_LONGEST_NOTE = 220
_LONGEST_LINK = 200
_SENTENCE_END = re.compile(r"[.…:;,][\"'”’)\]]*$")  # headlines may ask and exclaim
_TITLE_SEPARATORS = "|-–—·•»:"
_LABEL_ALONE = re.compile(r".{0,40}:$|[\w' ]{3,30}$")


def mark_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of `text` in order: one for each paragraph, or more where a credit or link in brackets opens or closes
    it. `title` is the article's; the first paragraph is HEADLINE if it repeats it.
    """
    blocks: list[Block] = []
    listing = False
    for number, span in enumerate(paragraph_spans(text)):
        kind = _kind(span.of(text), listing) if number or not _repeats(span.of(text), title) else BlockKind.HEADLINE
        listing = kind is BlockKind.RELATED and (listing or _LABEL_ALONE.fullmatch(span.of(text)) is not None)
        if kind is BlockKind.BODY:
            blocks += _with_notes_apart(text, span)
        else:
            blocks.append(Block(span, kind))
    return tuple(blocks)


def _repeats(paragraph: str, title: str | None) -> bool:
    """Whether `paragraph` is `title`, or what stands in it before a bar or dash and the outlet's name."""
    if not title or len(paragraph) > _LONGEST_HEADLINE:
        return False
    words = [fold(span.of(paragraph)) for span in word_spans(paragraph)]
    title_spans = word_spans(title)[: len(words) + 1]
    if not words or words != [fold(span.of(title)) for span in title_spans[: len(words)]]:
        return False
    rest = title[title_spans[len(words) - 1].end :].lstrip(" .!?\"'”’)")
    return not rest or rest[0] in _TITLE_SEPARATORS


def _kind(paragraph: str, in_list: bool) -> BlockKind:
    """The kind of a paragraph; `in_list` says that it follows a list of links or the heading of one."""
    if len(paragraph) > _LONGEST_ASIDE:
        return BlockKind.BODY
    straight = paragraph.translate(_STRAIGHT)
    for kind in _TABLES:
        if _any_of(kind).fullmatch(straight) and not _vetoed(kind, straight):
            return kind
    if in_list and len(paragraph) <= _LONGEST_LINK and not _SENTENCE_END.search(paragraph):
        return BlockKind.RELATED
    return BlockKind.BODY


def _vetoed(kind: BlockKind, paragraph: str) -> bool:
    """Whether a paragraph that looks like an aside reports what somebody says after all, or a call for witnesses."""
    if kind is BlockKind.HELP and "someone you know" not in paragraph and patterns.NOT_HELP.search(paragraph):
        return True
    return kind in (BlockKind.CALL, BlockKind.HELP) and patterns.SOMEBODY_SAYS.search(paragraph) is not None


@cache
def _any_of(kind: BlockKind) -> re.Pattern[str]:
    """One pattern for all of a kind, compiled with the first article."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in _TABLES[kind]))


_TABLES = {
    BlockKind.CAPTION: patterns.CAPTION,
    BlockKind.RELATED: patterns.RELATED,
    BlockKind.CALL: patterns.CALL,
    BlockKind.HELP: patterns.HELP,
}
_STRAIGHT = str.maketrans("’‘", "''")
_NOTES = {
    BlockKind.CAPTION: re.compile(patterns.CREDIT_NOTE + r"[.,;:]?"),
    BlockKind.RELATED: re.compile(patterns.LINK_NOTE + r"[.,;:]?"),
}


def _with_notes_apart(text: str, span: Span) -> Iterator[Block]:
    """The blocks of a paragraph of the story: the story, and a note in brackets before or after it, if there is one."""
    start, end = span
    before: Block | None = None
    after: Block | None = None
    for kind, note in _NOTES.items():
        if text[start] in "[(" and before is None and (match := note.match(text, start, end)):
            before = Block(Span(start, match.end()), kind)
            start = match.end()
        if text[end - 1] in ")]." and after is None:
            closing = text[end - 2 : end].rstrip(".")[-1:]
            opening = text.rfind("[" if closing == "]" else "(", max(start, end - _LONGEST_NOTE), end)
            if opening > start and note.fullmatch(text, opening, end):
                after = Block(Span(opening, end), kind)
                end = opening
    story = text[start:end]
    if before is not None:
        yield before
    if story.strip():
        yield Block(
            Span(start + len(story) - len(story.lstrip()), end - len(story) + len(story.rstrip())), BlockKind.BODY
        )
    if after is not None:
        yield after
