"""An article's own prose as word shingles, by which copies are told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.types import Article, Span
from secondsource.types.words import fold, word_spans

WIDTH = 5  # words of a shingle

# Quoted words are nobody's copy: two reporters who hear one speech write the same words down.
_QUOTED = re.compile(r"“[^”\n]*”?|«[^»\n]*»?|„[^“”\n]*[“”]?|\"[^\"\n]*\"?|``(?:(?!'')[^\n])*(?:'')?")
# Paragraphs that outlets and agencies set under every text.
_NOTICE = re.compile(
    r"all rights reserved|may not be (?:published|reproduced|copied)|\bcopyright\b|©"
    r"|contributed to this (?:report|story)|^\W*(?:follow|like) us\b|^\W*sign up\b|\bsubscribe\b|\bnewsletters?\b"
    r"|terms of (?:use|service)|download (?:our|the) app",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Shingles:
    """Every `WIDTH` successive words of an article's prose that stand outside quotation marks and notices.

    `keys` are hashes of the folded words, `places` the index into `words` of each one's first word. `words` are the
    spans of the words. The keys hold for one run of the program only.
    """

    words: tuple[Span, ...]
    keys: tuple[int, ...]
    places: tuple[int, ...]


def shingles(article: Article) -> Shingles:
    """The shingles of the story's paragraphs; none reaches over a quotation or the end of a paragraph."""
    words: list[Span] = []
    keys: list[int] = []
    places: list[int] = []
    for run in _prose(article):
        first = len(words)
        spans = word_spans(article.text, run.start, run.end)
        folded = [fold(span.of(article.text)) for span in spans]
        words += spans
        for place in range(len(spans) - WIDTH + 1):
            keys.append(hash(tuple(folded[place : place + WIDTH])))
            places.append(first + place)
    return Shingles(tuple(words), tuple(keys), tuple(places))


def _prose(article: Article) -> list[Span]:
    text = article.text
    story = [block.span for block in article.blocks if block.is_story] or [Span(0, len(text))]
    runs = []
    for block in story:
        for paragraph in _PARAGRAPH.finditer(text, block.start, block.end):
            if len(paragraph.group()) < 600 and _NOTICE.search(paragraph.group()):
                continue
            start = paragraph.start()
            for quoted in _QUOTED.finditer(text, paragraph.start(), paragraph.end()):
                runs.append(Span(start, quoted.start()))
                start = quoted.end()
            runs.append(Span(start, paragraph.end()))
    return runs


def longest_shared(copy: Shingles, source: Shingles) -> tuple[Span, Span] | None:
    """The longest passage of successive shared shingles, as its span in each text; the first of equals."""
    places: dict[int, list[int]] = {}
    for at, key in enumerate(source.keys):
        places.setdefault(key, []).append(at)
    best, best_copy, best_source = 0, 0, 0
    ends: dict[int, int] = {}  # length of the shared passage that ends at each shingle of the source
    for at, key in enumerate(copy.keys):
        joined = at > 0 and copy.places[at] == copy.places[at - 1] + 1
        now: dict[int, int] = {}
        for place in places.get(key, ()):
            follows = joined and place > 0 and source.places[place] == source.places[place - 1] + 1
            now[place] = (ends.get(place - 1, 0) if follows else 0) + 1
            if now[place] > best:
                best, best_copy, best_source = now[place], at, place
        ends = now
    if not best:
        return None
    return _passage(copy, best_copy, best), _passage(source, best_source, best)


def _passage(text: Shingles, last: int, length: int) -> Span:
    first = text.places[last] - length + 1
    return Span(text.words[first].start, text.words[text.places[last] + WIDTH - 1].end)
