"""Readings written as lines of a pair, made into a story with its annotations.

A line is ``Outlet, speaker, form: words``; ``//`` parts an interrupted quotation. Each outlet is one article, in the
order of their first lines; each line becomes a sentence of its article: the words in quotation marks, unless they are
indirect, and the attribution. A line without quotation, ``Outlet: words``, is a sentence by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from secondsource.types import (
    Annotations,
    Article,
    Origin,
    Quotation,
    QuotationForm,
    Sentence,
    Span,
    Story,
)

_LINE = re.compile(r"(?P<outlet>[^,:]+)(?:, (?P<speaker>[^:]*), (?P<form>direct|mixed|indirect))?: (?P<words>.+)")


@dataclass(frozen=True)
class Told:
    """A story that a pair tells."""

    story: Story
    articles: dict[str, Article]
    annotations: dict[str, Annotations]

    def name(self, quotation: str) -> str:
        """A quotation as pairs name it: the outlet, and a number if the outlet has several."""
        article, number = quotation.rsplit("-q", 1)
        return article if len(self.annotations[article].quotations) == 1 else f"{article} {number}"


@dataclass
class _Draft:
    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)

    def add(self, outlet: str, speaker: str | None, form: str | None, words: str) -> None:
        start = len(self.text)
        parts: list[Span] = []
        source = None
        marks = ("", "") if form in (None, "indirect") else ("“", "”")
        for number, piece in enumerate(words.split(" // ")):
            self.text += (" " if number else "") + marks[0]
            parts.append(Span(len(self.text), len(self.text) + len(piece)))
            self.text += piece + marks[1]
            if number == 0 and form is not None:
                self.text += " "
                source = Span(len(self.text), len(self.text) + len(speaker)) if speaker else None
                self.text += f"{speaker} said" if speaker else "it was said"
        self.text += ".\n"
        self.sentences.append(Sentence(Span(start, len(self.text) - 1), len(self.sentences)))
        if form is not None:
            name = f"{outlet}-q{len(self.quotations) + 1}"
            self.quotations.append(Quotation(name, tuple(parts), QuotationForm(form), source, None, speaker or None))


def tell(text: str) -> Told:
    """The story that the lines of a pair tell; ValueError for a line in another shape."""
    drafts: dict[str, _Draft] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"not a reading (Outlet, speaker, form: words): {line}")
        draft = drafts.setdefault(match["outlet"], _Draft())
        draft.add(match["outlet"], match["speaker"], match["form"], match["words"])
    articles = {outlet: Article(outlet, outlet, draft.text) for outlet, draft in drafts.items()}
    annotations = {
        outlet: Annotations(outlet, "pairs", tuple(draft.sentences), quotations=tuple(draft.quotations))
        for outlet, draft in drafts.items()
    }
    origins = tuple(Origin(outlet, outlet, (outlet,)) for outlet in drafts)
    return Told(Story("pair", tuple(drafts), origins), articles, annotations)
