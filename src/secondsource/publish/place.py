"""Places in the reports: paragraph numbers, sigla, and the exact words that stand at an anchor."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.errors import UnanchoredItem
from secondsource.types import Anchor, Article, BlockKind, Collation, Quotation, Span
from secondsource.types.paragraphs import paragraph_spans

_WHITE_SPACE = re.compile(r"\s+")
# What could steer a terminal or turn the direction of a line; the last group are halves of surrogate pairs.
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a report. `number` counts from 1; the headline has none."""

    span: Span
    number: int | None
    kind: BlockKind

    @property
    def label(self) -> str:
        """How a reader is told where it is: ``¶3``, or ``headline``."""
        return "headline" if self.number is None else f"¶{self.number}"


@dataclass(frozen=True, slots=True)
class Place:
    """Exact characters of one report. `texts` holds the words of each span, unchanged; `outlet` is the label under
    which the report is shown, `siglum` its letter.
    """

    article: str
    siglum: str
    outlet: str
    paragraph: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]

    @property
    def label(self) -> str:
        """The way to the place for a reader on paper: ``Gazette ¶3``, or ``Gazette, headline``."""
        return f"{self.outlet}{' ' if self.paragraph.startswith('¶') else ', '}{self.paragraph}"

    @property
    def text(self) -> str:
        """The words, runs of white space shown as one space."""
        return shown(" … ".join(self.texts))


def by_paragraph(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places in their order, those in one paragraph of one report as one, whose spans are in text order."""
    groups: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        groups.setdefault((place.article, place.paragraph), []).append(place)
    return tuple(_joined(same) for same in groups.values())


def _joined(places: Sequence[Place]) -> Place:
    words = sorted({pair for place in places for pair in zip(place.spans, place.texts, strict=True)})
    return replace(places[0], spans=tuple(span for span, _ in words), texts=tuple(text for _, text in words))


def flowed(text: str) -> str:
    """`text` as it is displayed in a line: runs of white space become one space, control characters U+FFFD."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _WHITE_SPACE.sub(" ", text))


def shown(text: str) -> str:
    """`text` as it is displayed in a line of its own: flowed, without space around it."""
    return flowed(text).strip()


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs of `article`, in order, each of the kind of the block it begins in."""
    found, number, last = [], 0, -1
    for span in paragraph_spans(article.text):
        while last + 1 < len(article.blocks) and article.blocks[last + 1].span.start <= span.start:
            last += 1
        inside = last >= 0 and span.start < article.blocks[last].span.end
        kind = article.blocks[last].kind if inside else BlockKind.BODY
        number += kind is not BlockKind.HEADLINE
        found.append(Paragraph(span, None if kind is BlockKind.HEADLINE else number, kind))
    return tuple(found)


def pair(span: Span | None) -> tuple[int, int] | None:
    """A span as a plain pair."""
    return (span.start, span.end) if span is not None else None


def siglum(index: int) -> str:
    """The letter of the report at `index` (from 0): A … Z, AA, AB …, as witnesses are named in an edition."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports of one collation, ready to be pointed into. `order` has their ids by publication."""

    order: tuple[str, ...]
    articles: Mapping[str, Article]
    sigla: Mapping[str, str]
    labels: Mapping[str, str]
    paragraphs: Mapping[str, Sequence[Paragraph]]
    quotations: Mapping[str, tuple[str, Quotation]]  # by quotation id: article id, quotation
    origins: Mapping[str, str]  # article id -> origin id
    origin_names: Mapping[str, str]  # origin id -> name
    credited: Mapping[Anchor, str]  # sentence of a fact -> the other origin that its report credits for the fact

    def at(self, anchor: Anchor) -> Place:
        """The place of `anchor`; UnanchoredItem where its report has no such characters."""
        return self.place(anchor.article, (anchor.span,))

    def quotation(self, quotation_id: str) -> Place:
        """The place of a quotation's words."""
        article, quotation = self.quotations[quotation_id]
        return self.place(article, quotation.parts)

    def place(self, article_id: str, spans: tuple[Span, ...]) -> Place:
        """The place of `spans` in one report."""
        article = self.articles.get(article_id)
        if article is None:
            raise UnanchoredItem(f"article {article_id} is pointed at, but is not in the collation")
        for span in spans:
            if not 0 <= span.start < span.end <= len(article.text):
                raise UnanchoredItem(f"article {article_id}: no characters at {span.start}-{span.end}")
        return Place(
            article=article_id,
            siglum=self.sigla[article_id],
            outlet=self.labels[article_id],
            paragraph=self._paragraphs(article_id, spans),
            spans=spans,
            texts=tuple(span.of(article.text) for span in spans),
        )

    def _paragraphs(self, article_id: str, spans: tuple[Span, ...]) -> str:
        """The paragraph of the first span, or the first and the last: ``¶3``, ``¶3–5``."""
        first, last = (self.paragraph_at(article_id, span.start) for span in (spans[0], spans[-1]))
        return first.label if first.number is None or first == last else f"{first.label}–{last.number}"

    def paragraph_at(self, article_id: str, position: int) -> Paragraph:
        """The paragraph that holds the character at `position`, or the last one before it."""
        found = self.paragraphs[article_id]
        return found[max(0, bisect_right(found, position, key=lambda p: p.span.start) - 1)]

    def rank(self, place: Place) -> tuple[int, int]:
        """Where a place stands: its report by publication, then its position in the text."""
        return self.order.index(place.article), place.spans[0].start

    def origins_of(self, article_ids: Iterable[str]) -> int:
        """How many independent origins `article_ids` have."""
        return len({self.origins.get(a, a) for a in article_ids})

    def origins_of_sentences(self, sentences: Iterable[Anchor]) -> int:
        """How many independent origins tell `sentences`. A report whose sentences are all credited to others counts
        with the outlet that the first of them credits; one report is never more than one origin.
        """
        found: dict[str, str] = {}
        for sentence in sentences:
            own, credited = self.origins.get(sentence.article, sentence.article), self.credited.get(sentence)
            if credited is None:
                found[sentence.article] = own
            else:
                found.setdefault(sentence.article, credited)
        return len(set(found.values()))


def sources_of(collation: Collation) -> Sources:
    """The reports of `collation`, with letters in order of publication and a label for each: its outlet, with the
    letter where one outlet has several reports.
    """
    articles = {a.id: a for a in collation.articles}
    order = [a for a in dict.fromkeys(collation.story.articles) if a in articles]
    order += [a for a in articles if a not in order]
    sigla = {a: siglum(i) for i, a in enumerate(order)}
    outlets = Counter(a.outlet for a in articles.values())
    return Sources(
        order=tuple(order),
        articles=articles,
        sigla=sigla,
        labels={
            a.id: shown(a.outlet) if outlets[a.outlet] == 1 else f"{shown(a.outlet)} ({sigla[a.id]})"
            for a in articles.values()
        },
        paragraphs={a.id: paragraphs(a) or (Paragraph(Span(0, 0), 1, BlockKind.BODY),) for a in articles.values()},
        quotations={q.id: (article, q) for article, q in collation.quotations},
        origins={a: o.id for o in collation.story.origins for a in o.articles},
        origin_names={o.id: shown(o.name) for o in collation.story.origins},
        credited=_credited(collation),
    )


def _credited(collation: Collation) -> dict[Anchor, str]:
    """Each sentence of facts for all of which its report credits another outlet, with that one's origin."""
    credited: dict[Anchor, str] = {}
    own: set[Anchor] = set()
    for fact in collation.facts:
        origins = {credit.sentence.article: credit.origin for credit in fact.credits}
        for sentence in fact.sentences:
            if sentence.article in origins:
                credited.setdefault(sentence, origins[sentence.article])
            else:
                own.add(sentence)
    return {sentence: origin for sentence, origin in credited.items() if sentence not in own}
