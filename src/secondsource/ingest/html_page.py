"""An HTML page → one draft. lxml and trafilatura are imported with the first page."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from secondsource.ingest.draft import Draft, Place
from secondsource.ingest.fields import language_of
from secondsource.ingest.page_metadata import PageMetadata
from secondsource.ingest.published import UnreadDate, published_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters of a page's source; extraction takes time and memory in proportion, and news pages run to some 2 million.
LONGEST_PAGE = 5_000_000


class NoArticle(ValueError):
    """The page holds no article that can be found; the message says why and what to do."""


def read_page(source: str, place: Place) -> Draft:
    """The article of the page whose HTML is `source`: its paragraphs joined by blank lines, and what the page says of
    itself. The outlet is empty if it names none. NoArticle if there is no body text.
    """
    if len(source) > LONGEST_PAGE:
        raise NoArticle(
            f"a page of more than {LONGEST_PAGE // 1_000_000} million characters is not read: save the article alone"
        )
    page = _parsed(source)
    from secondsource.ingest.page_body import body_paragraphs
    from secondsource.ingest.page_metadata import page_metadata

    metadata = page_metadata(page)
    try:
        paragraphs = body_paragraphs(source, page, metadata)
    except Exception as error:  # hostile markup must not end the run; what trafilatura and lxml raise on it is open
        raise NoArticle(
            f"its article could not be taken from the page ({type(error).__name__}): save its text"
        ) from error
    if not paragraphs:
        raise NoArticle("no article found in the page: save its text as a text file")
    published, remarks = _published(metadata, source)
    return Draft(
        place=place,
        text="\n\n".join(paragraphs),
        outlet=metadata.outlet,
        title=metadata.title or None,
        url=metadata.url or None,
        authors=metadata.authors,
        published=published,
        language=language_of(metadata.language),
        remarks=remarks,
    )


def _parsed(source: str) -> HtmlElement:
    from lxml import etree, html

    try:
        # As bytes: lxml refuses a string that declares an encoding.
        page = html.document_fromstring(source.encode("utf-8", "replace"), html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoArticle("the page cannot be parsed: save its text as a text file") from error
    return page


def _published(metadata: PageMetadata, source: str) -> tuple[datetime | date | None, tuple[str, ...]]:
    """The first of the page's own dates that can be read; where it gives none, the day that htmldate finds."""
    remarks: list[str] = []
    for value in metadata.published:
        try:
            return published_of(value), ()
        except UnreadDate as error:
            remarks.append(str(error))
    from htmldate import find_date

    try:
        found = find_date(source, original_date=True, extensive_search=False)
    except Exception:  # as in read_page
        found = None
    return (date.fromisoformat(found), ()) if found else (None, tuple(remarks[:1]))
