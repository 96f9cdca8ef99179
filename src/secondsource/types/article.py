"""What was read: articles, and the ways to point into them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets into ``Article.text`` (Python str indices)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Anchor(NamedTuple):
    """A place in an article, pointed at from outside it: article id and span."""

    article: str
    span: Span


class BlockKind(StrEnum):
    """What a stretch of an article's text is for."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"  # image captions and credits
    RELATED = "related"  # links to other pieces
    CALL = "call"  # calls to the reader: comments, newsletters, subscriptions
    HELP = "help"  # help-line notices


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text and what it is for. Blocks are ordered and do not overlap."""

    span: Span
    kind: BlockKind

    @property
    def is_story(self) -> bool:
        """Whether the block tells the story, so that it may be quoted as reporting."""
        return self.kind in (BlockKind.HEADLINE, BlockKind.BODY)


@dataclass(frozen=True, slots=True)
class Article:
    """One report by one outlet. Its text is final: every offset in the program counts into it.

    `id` is a hash of outlet, url, title and text; `input_id` is the input record's own id, if it had one.
    `published` is an aware datetime, or a date where the time of day is unknown, or None.
    `blocks` cover the paragraphs of the text, in order. `file` is where it was read from.
    """

    id: str
    outlet: str
    text: str
    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    input_id: str | None = None
    file: str | None = None

    @property
    def published_day(self) -> date | None:
        """The day of publication, in the publication's own time zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def block_at(self, position: int) -> Block | None:
        """The block that holds the character at `position`, if any."""
        for block in self.blocks:
            if block.span.start <= position < block.span.end:
                return block
        return None
