"""Invented reports of invented events (``texts/``), and ways to point into them by their words."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from secondsource.types import Anchor, Article, Block, BlockKind, Quotation, QuotationForm, Span

_TEXTS = Path(__file__).with_name("texts")
_ZONE = timezone(timedelta(hours=1))


def read_report(key: str, outlet: str, published: datetime | date | None, url: str | None = None) -> Article:
    """The article of ``texts/KEY.txt``: the first paragraph is its headline, a line "Reporting by …" its credit."""
    text = (_TEXTS / f"{key}.txt").read_text(encoding="utf-8")
    blocks, start = [], 0
    for number, words in enumerate(text.split("\n\n")):
        body = BlockKind.CAPTION if words.startswith("Reporting by") else BlockKind.BODY
        blocks.append(Block(Span(start, start + len(words)), body if number else BlockKind.HEADLINE))
        start += len(words) + 2
    return Article(
        id=key,
        outlet=outlet,
        text=text,
        title=text.split("\n\n")[0],
        url=url,
        published=published,
        blocks=tuple(blocks),
        input_id=f"in-{key}",
        file=f"reports/{key}.txt",
    )


def span(article: Article, words: str, *, after: str = "") -> Span:
    """Where `words` stand in `article`, after the words `after`."""
    start = article.text.index(words, article.text.index(after) + len(after))
    return Span(start, start + len(words))


def anchor(article: Article, words: str, *, after: str = "") -> Anchor:
    """The anchor of `words` in `article`."""
    return Anchor(article.id, span(article, words, after=after))


def paragraph(article: Article, number: int) -> Anchor:
    """The whole paragraph `number` (1 follows the headline)."""
    return Anchor(article.id, article.blocks[number].span)


def quotation(
    article: Article, number: int, form: QuotationForm, content: str, speaker: str, attribution: tuple[str, str]
) -> Quotation:
    """A quotation in `article`; `content` has `` | `` between its parts, `attribution` is the source and the cue."""
    parts = tuple(span(article, part) for part in content.split(" | "))
    source, cue = attribution
    block = article.block_at(parts[0].start)
    assert block is not None
    return Quotation(
        id=f"{article.id}-q{number}",
        parts=parts,
        form=form,
        source=_inside(article, source, block.span),
        cue=_inside(article, cue, block.span),
        speaker=speaker,
    )


def _inside(article: Article, words: str, where: Span) -> Span:
    start = article.text.index(words, where.start, where.end)
    return Span(start, start + len(words))


WIRE = read_report(
    "wire", "Northern Wire", datetime(2024, 5, 14, 16, 20, tzinfo=_ZONE), "https://wire.example/vell-bridge"
)
CHRONICLE = read_report("chronicle", "Coast Chronicle", datetime(2024, 5, 14, 18, 5, tzinfo=_ZONE))
BELL = read_report("bell", "Evening Bell", datetime(2024, 5, 14, 20, 15, tzinfo=_ZONE), "javascript:alert(1)")
GAZETTE = read_report("gazette", "The Ostrey Gazette", date(2024, 5, 15), "https://gazette.example/crossing")
POST_A = read_report("post_a", "Quenby Post", date(2025, 2, 8))
POST_B = read_report("post_b", "Quenby Post", date(2025, 2, 9))
