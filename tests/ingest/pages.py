"""An invented page, in the pieces that tests change."""

from __future__ import annotations

import json

PARAGRAPHS = (
    "The bridge over the river Dray was closed on Monday after water rose to its deck, the county council said.",
    "Edda Lunt, the mayor of Aldmoor, said that nobody had been hurt. “It will hold,” she told the Herald on Monday.",
    "Two hundred people who live on the far bank will have to take the ferry, which runs four times a day.",
    "The council expects to open the bridge again on Friday, if the rain stops and the divers find no damage below.",
    "It was built in 1911 and has been closed by floods three times, most lately in the winter of 2019.",
    "Engineers from the county will look at the piers on Thursday morning, before the next high water is due.",
)
TITLE = "Bridge over the Dray closes after flood"


def page(
    body: str | None = None,
    head: str = "",
    title: str = f"{TITLE} | Town | The Aldmoor Herald",
    headline: str = TITLE,
    below: str = "",
) -> str:
    """A page whose article holds `body` (the paragraphs above, if None)."""
    if body is None:
        body = paragraphs(*PARAGRAPHS)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li></ul></nav>'
        f'<main><article class="story"><h1>{headline}</h1>{body}</article>{below}</main>'
        "<footer><p>© The Aldmoor Herald</p></footer></body></html>"
    )


def paragraphs(*texts: str) -> str:
    """`texts` as HTML paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def json_ld(**fields: object) -> str:
    """A JSON-LD script of a news article with `fields`."""
    item = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


def meta(**contents: str) -> str:
    """Meta elements; "__" in a name stands for ":"."""
    return "".join(f'<meta property="{k.replace("__", ":")}" content="{v}">' for k, v in contents.items())
