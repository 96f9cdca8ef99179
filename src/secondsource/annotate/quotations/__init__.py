"""Quotations: who is reported to have said which words.

Marks decide where direct content begins and ends; cues decide who said it; what a cue reports without marks is its
complement clause. The steps below are in order.
"""

from __future__ import annotations

from secondsource.annotate.marks import find_marked
from secondsource.annotate.quotations.assembly import assemble, numbered
from secondsource.annotate.quotations.attachment import attach
from secondsource.annotate.quotations.attributions import find_cues
from secondsource.annotate.quotations.displayed import reported, with_displayed
from secondsource.annotate.quotations.edges import bare
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.reading import combine
from secondsource.annotate.quotations.speakers import name_speakers
from secondsource.model import Reading
from secondsource.types import Annotations, Article, Quotation

__all__ = ["find_quotations"]


def find_quotations(article: Article, found: Annotations, reading: Reading | None = None) -> tuple[Quotation, ...]:
    """All direct, mixed and indirect quotations of `article`, in text order, speakers named.

    `reading`, if given, attributes them and finds what is reported without marks; else rules do. Reads `sentences`,
    `entities` and `mentions` of `found`. A direct or mixed quotation's parts are exactly what stands inside its marks;
    a mixed one's `content` also covers the reporter's words around them.
    """
    marked = with_displayed(article.text, find_marked(article.text))
    layout = Layout(article.text, found.sentences, found.mentions, marked)
    cues = find_cues(layout)
    quotations = assemble(layout, cues, attach(layout, cues))
    if reading is not None:
        quotations = combine(layout, quotations, reading.attributions)
    quotations = bare(article.text, reported(layout, quotations))
    return name_speakers(article, found, layout, numbered(article, layout, quotations))
