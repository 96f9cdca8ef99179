"""What an HTML page says of itself: title, outlet, authors, date, address, language.

Taken from JSON-LD (schema.org Article), Open Graph and other meta elements, and the visible headline. The title that
most of these give wins, since each alone may be written for search engines or social networks; else the visible one.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from secondsource.ingest.fields import split_authors
from secondsource.ingest.outlet_names import outlet_of_url
from secondsource.types.words import fold, word_spans

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|BlogPosting|LiveBlog|Report|NewsItem", re.IGNORECASE)
_DATE_NAMES = (
    "article:published_time og:published_time datepublished parsely-pub-date sailthru.date publish-date publishdate "
    "publication_date pubdate cxenseparse:recs:publishtime dc.date.issued dc.date dcterms.created date"
).split()
_AUTHOR_NAMES = "author article:author parsely-author sailthru.author byl dc.creator".split()
_LAST_PART = re.compile(r"(?P<head>.*\S)\s+(?P<separator>[|\-–—·•»])\s+(?P<last>\S.*)")
_LONGEST_JSON = 1_000_000
_NO_PERSON = re.compile(r"https?:|@|^www\.|[{<]|^\W*$|^[a-z]+(?:-[a-z]+)+$")  # addresses, handles, placeholders, slugs


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself, as strings; empty where it says nothing. `descriptions` are its one-paragraph
    summaries, `titles` all titles that it gives, `body` the paragraphs of the article as JSON-LD has them.
    """

    title: str
    outlet: str
    authors: tuple[str, ...]
    published: tuple[str, ...]  # all dates of publication given, the most reliable first
    url: str
    language: str
    descriptions: tuple[str, ...]
    titles: tuple[str, ...]
    body: tuple[str, ...]


def page_metadata(page: HtmlElement) -> PageMetadata:
    """The metadata of the parsed `page`."""
    articles = list(_json_ld_articles(page))
    metas = _metas(page)
    outlet = _outlet(articles, metas)
    headlines = [_string(article.get("headline")) for article in articles]
    visible = [_text(h1) for h1 in page.iter("h1")]
    shared = [metas.get("og:title", ""), metas.get("twitter:title", ""), _text(page.find(".//title"))]
    address = _address(page, metas)
    site = outlet or outlet_of_url(address)
    titles = [title for title in (*visible, *headlines, *(without_site(t, site) for t in shared)) if title]
    descriptions = [metas.get(name, "") for name in ("description", "og:description", "twitter:description")]
    descriptions += [
        _string(article.get(name)) for article in articles for name in ("description", "alternativeHeadline")
    ]
    dates = [_string(article.get("datePublished")) for article in articles]
    dates += [metas.get(name, "") for name in _DATE_NAMES]
    return PageMetadata(
        title=_agreed(titles),
        outlet=outlet,
        authors=_authors(articles, metas),
        published=tuple(dict.fromkeys(filter(None, dates))),
        url=address,
        language=page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        descriptions=tuple(dict.fromkeys(filter(None, descriptions))),
        titles=tuple(dict.fromkeys(titles)),
        body=_body(articles),
    )


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`: two texts with the same are the same but for typography."""
    return tuple(fold(span.of(text)) for span in word_spans(text))


def without_site(title: str, outlet: str) -> str:
    """`title` without the outlet's name behind a bar or dash at its end, and without a section's name before that."""
    end = _LAST_PART.fullmatch(title)
    name, last = _letters(outlet), _letters(end["last"]) if end else ""
    if end is None or min(len(name), len(last)) < 3 or not (name in last or last in name):
        return title
    section = _LAST_PART.fullmatch(end["head"])
    if section and section["separator"] in "|-" and len(section["last"].split()) <= 2:
        return section["head"]
    return end["head"]


def _letters(name: str) -> str:
    return "".join(character for character in name.lower().removeprefix("the ") if character.isalnum())


def _agreed(titles: list[str]) -> str:
    """The title given most often (typography apart), the first of those given equally often; "" if there is none."""
    counts = Counter(words_of(title) for title in titles)
    return max(titles, key=lambda title: counts[words_of(title)], default="")


def _json_ld_articles(page: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in page.iter("script"):
        source = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(source) > _LONGEST_JSON:
            continue
        try:
            waiting = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                waiting += [value for key, value in item.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")]
                if _ARTICLE.search(_string(item.get("@type"))):
                    yield item


def _metas(page: HtmlElement) -> dict[str, str]:
    """The contents of meta elements by name, property or itemprop in lower case; the first of each name."""
    metas: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _tidy(meta.get("content") or "")
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _outlet(articles: list[Mapping[str, object]], metas: Mapping[str, str]) -> str:
    publishers = (_string(article.get("publisher")) for article in articles)
    return metas.get("og:site_name") or next(filter(None, publishers), "") or metas.get("application-name", "")


def _authors(articles: list[Mapping[str, object]], metas: Mapping[str, str]) -> tuple[str, ...]:
    for article in articles:
        value = article.get("author")
        named = [_string(item) for item in (value if isinstance(value, list) else [value])]
        if names := _people(named):
            return names
    return next(filter(None, (_people([metas.get(name, "")]) for name in _AUTHOR_NAMES)), ())


def _body(articles: list[Mapping[str, object]]) -> tuple[str, ...]:
    bodies = [article.get("articleBody") for article in articles]
    texts = [unescape(body) for body in bodies if isinstance(body, str) and "</" not in unescape(body)]
    longest = max(texts, key=len, default="")
    return tuple(tidy for line in longest.splitlines() if (tidy := _tidy(line)))


def _people(bylines: list[str]) -> tuple[str, ...]:
    names = [name for byline in bylines for name in split_authors(byline)]
    return tuple(dict.fromkeys(name for name in names if len(name) < 80 and not _NO_PERSON.search(name)))


def _address(page: HtmlElement, metas: Mapping[str, str]) -> str:
    canonical = (link.get("href") or "" for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical")
    addresses = [*canonical, metas.get("og:url", "")]
    return next((address.strip() for address in addresses if address.strip().startswith("http")), "")


def _string(value: object) -> str:
    """The string that a JSON-LD value is or names; "" for anything else."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _tidy(unescape(value)) if isinstance(value, str) else ""


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else _tidy("".join(element.itertext()))


def _tidy(text: str) -> str:
    return " ".join(text.split())
