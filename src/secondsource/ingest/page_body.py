"""The paragraphs of an HTML page's article: found by trafilatura, completed from the page, freed of its furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.ingest.page_metadata import PageMetadata, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Headings over links to other pieces, and over readers' comments.
_FURNITURE = re.compile(
    r"(?:read|see|watch|more|related|recommended|popular|trending|latest|most (?:read|viewed|popular|shared)|also|"
    r"you (?:may|might) (?:also )?(?:like|be interested)|up next|don.t miss|in this (?:article|story)|topics?|tags?|"
    r"comments?|share|newsletters?|advertisement|article content|listen|follow)\b.{0,40}",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"(?:read more|related|comments?|share|topics|tags|advertisement|more)\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s?[^\w\s])?$")
_STANDFIRST = re.compile(r"stand-?first|sub-?(?:title|head|headline)|excerpt|\bdek\b|deck|summary|lede", re.IGNORECASE)
_BOXES = frozenset(
    "div p section article aside figure ul ol table form header footer nav h1 h2 h3 h4 script style".split()
)
_LINK_WORDS = 4  # shorter links are names of people and topics
_LONGEST_TEASER = 250  # characters of the line below a linked heading
_LONGEST_STANDFIRST = 600
_RUN = 8  # words in a row that two paragraphs share only if one is the other, or quotes it
_LIKE_PARAGRAPHS = 3  # extracted paragraphs in boxes of one kind that make it a kind of box for the article's text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the extracted body."""

    text: str
    is_heading: bool = False


def body_paragraphs(source: str, page: HtmlElement, metadata: PageMetadata) -> list[str]:
    """The article's paragraphs in order, without its title; [] if none are found.

    Where the page shows less than half of the body that its JSON-LD has (a script was to fetch the rest), that body.
    `source` is the page, `page` the same parsed. trafilatura (without comments and tables) finds the body; then
    paragraphs that it left in boxes of the same kind are put back in their places, and the standfirst; links to other
    pieces, headings over nothing and the repeated title are taken out.
    """
    links = Links(page)
    paragraphs = _without_titles(_without_furniture(_extracted(source), links), metadata)
    texts = _completed([p.text for p in paragraphs], page, links)
    if _is_in_metadata_alone(texts, metadata.body):
        return list(metadata.body)
    standfirst = _standfirst(texts, page, metadata)
    return [standfirst, *texts] if standfirst else texts


def _is_in_metadata_alone(texts: list[str], body: tuple[str, ...]) -> bool:
    """Whether `texts` are less than half of `body`, or `body` itself with its paragraphs run together, as trafilatura
    gives it where the page shows none.
    """
    shown = sum(map(len, texts))
    return shown < sum(map(len, body)) / 2 or (
        len(texts) == 1 < len(body) and words_of(texts[0]) == words_of(" ".join(body))
    )


class Links:
    """The links of a page to other pages, by their words."""

    def __init__(self, page: HtmlElement) -> None:
        links = {words_of(inline_text(link)) for link in page.iter("a") if "#" not in (link.get("href") or "#")}
        self._words = {words for words in links if len(words) >= _LINK_WORDS}

    def is_link(self, text: str) -> bool:
        """Whether `text` is the words of a link (or the same twice) and no full sentence."""
        words = words_of(text)
        half = words[: len(words) // 2]
        return (words in self._words or (half * 2 == words and half in self._words)) and not (
            text.rstrip("\"'”’").endswith(".")
        )


def inline_text(element: HtmlElement) -> str:
    """The text of `element` on one line, without that of boxes inside it."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BOXES:
            pieces.append(" " if child.tag == "br" else inline_text(child))
        pieces.append(child.tail or "")
    joined = "".join(pieces)
    return " ".join(joined.split()) if element.tag in ("p", "a", "div", "h1", "h2", "h3") else joined


def _extracted(source: str) -> list[Paragraph]:
    from trafilatura import bare_extraction  # heavy: only where there is a page

    document = bare_extraction(source, include_comments=False, include_tables=False)
    body = getattr(document, "body", None)
    if body is None:
        return []
    return [paragraph for element in body for paragraph in _paragraphs(element)]


def _paragraphs(element: HtmlElement) -> Iterator[Paragraph]:
    """The paragraphs of one block of trafilatura's tree, and of the text that stands loose behind it."""
    is_heading = element.tag == "head"
    if element.tag in ("list", "quote") and len(element):
        yield from _lines(element.text, is_heading)
        for child in element:
            yield from _paragraphs(child)
    else:
        for part in "".join(_pieces(element)).split("\n"):
            yield from _lines(part, is_heading)
    yield from _lines(element.tail, is_heading=False)


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The text in `element`, with a newline for each line break element: they part paragraphs in old pages."""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")


def _lines(text: str | None, is_heading: bool) -> Iterator[Paragraph]:
    if whole := " ".join((text or "").split()):
        yield Paragraph(whole, is_heading)


def _without_furniture(paragraphs: list[Paragraph], links: Links) -> list[Paragraph]:
    """Leave out links to other pieces, headings such as "Most read" with the linked headings and lines below them, and
    headings that nothing follows.
    """
    kept: list[Paragraph] = []
    listing = below_link = False
    for paragraph in paragraphs:
        link = links.is_link(paragraph.text)
        teaser = below_link and not paragraph.is_heading and len(paragraph.text) < _LONGEST_TEASER
        furniture = paragraph.is_heading and _FURNITURE.fullmatch(paragraph.text) is not None
        listing = furniture or (listing and (link or teaser))
        below_link = listing and link and paragraph.is_heading
        if not (link or teaser or furniture):
            kept.append(paragraph)
    while kept and (kept[-1].is_heading or _BARE_LABEL.fullmatch(kept[-1].text)):
        kept.pop()
    return kept


def _without_titles(paragraphs: list[Paragraph], metadata: PageMetadata) -> list[Paragraph]:
    """Leave out the title where it opens the text, and what stands before it (the section's name)."""
    titles = {words_of(title) for title in metadata.titles}
    for index, paragraph in enumerate(paragraphs[:4]):
        if words_of(paragraph.text) in titles:
            return paragraphs[index + 1 :]
    return paragraphs


def _completed(texts: list[str], page: HtmlElement, links: Links) -> list[str]:
    """`texts` with those paragraphs of `page` put back that stand in boxes of the same kind (tag and class of the box
    and of the box around it) as several of `texts` do.
    """
    known = {words_of(text): index for index, text in enumerate(texts)}
    runs = {run for words in known for run in _word_runs(words)}
    found = [(element, text, words_of(text)) for element in page.iter("p") if (text := inline_text(element))]
    boxes = Counter(_box(element) for element, _, words in found if len(words) >= _RUN and words in known)
    completed: list[str] = []
    placed = 0
    for element, text, words in found:
        if words in known:
            upto = known[words] + 1
            completed += texts[placed:upto]
            placed = max(placed, upto)
        elif (
            boxes[_box(element)] >= _LIKE_PARAGRAPHS
            and len(words) >= _RUN
            and runs.isdisjoint(_word_runs(words))
            and _SENTENCE_END.search(text)
            and not links.is_link(text)
        ):
            completed.append(text)
    return completed + texts[placed:]


def _word_runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[start : start + _RUN] for start in range(len(words) - _RUN + 1)}


def _box(element: HtmlElement) -> tuple[str | None, ...]:
    parent = element.getparent()
    around = parent.getparent() if parent is not None else None
    return tuple(part for box in (parent, around) if box is not None for part in (str(box.tag), box.get("class")))


def _standfirst(texts: list[str], page: HtmlElement, metadata: PageMetadata) -> str | None:
    """The paragraph between headline and text that sums the article up, if it is not among `texts`: it repeats a
    description in the page's metadata, or its class says that it is one.
    """
    if not texts:
        return None
    first = words_of(texts[0])
    present = {words_of(text) for text in texts}
    descriptions = {words_of(description) for description in metadata.descriptions}
    below_headline = False
    for element in page.iter("h1", "h2", "h3", "p", "div"):
        if element.tag == "h1":
            below_headline = True
        elif below_headline:
            text = inline_text(element)
            words = words_of(text) if len(text) < _LONGEST_STANDFIRST else ()
            if words and words == first:
                return None
            named = len(words) >= _RUN and _STANDFIRST.search(element.get("class") or "")
            if (named or (len(words) >= _LINK_WORDS and words in descriptions)) and words not in present:
                return text
    return None
