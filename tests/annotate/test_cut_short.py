"""An article may end anywhere: in a word, behind a comma, inside a quotation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.annotate import annotate
from secondsource.ingest import ingest
from secondsource.types import Article

_EXAMPLES = Path(__file__).parents[2] / "examples"
_CUTS = 25  # how many places an article is cut at; they differ from one article to the next


def _articles() -> list[Article]:
    reports = sorted(path for path in _EXAMPLES.glob("*/*") if path.suffix in (".html", ".txt", ".json", ".md"))
    return [article for article in ingest(reports) if isinstance(article, Article)]


@pytest.mark.parametrize("article", _articles(), ids=lambda article: article.outlet)
def test_an_article_that_ends_anywhere_is_annotated_within_its_text(article: Article) -> None:
    step = max(1, len(article.text) // _CUTS)
    for end in range(step - 1, len(article.text), step):
        notes = annotate(replace(article, text=article.text[:end], blocks=()))
        assert all(mention.span.end <= end for mention in notes.mentions)
        assert all(quotation.span.end <= end for quotation in notes.quotations)


@pytest.mark.parametrize("text", ["Ada Quill, the mayor", "The crowd cheered Ada Quill, a teacher", "“No,” said", "On"])
def test_a_text_may_end_with_its_last_word(text: str) -> None:
    assert all(mention.span.end <= len(text) for mention in annotate(Article("a1", "Gazette", text)).mentions)
