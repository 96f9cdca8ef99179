"""The verifier: nothing is published whose anchors do not show what it says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from secondsource.errors import UnanchoredItem
from secondsource.types import Anchor, QuotationForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.types import Collation, Span

_DOUBLE_MARKS = frozenset('"“”„‟«»')
_ANY_MARK = _DOUBLE_MARKS | frozenset("'‘’‚‹›`")


def verify(collation: Collation) -> None:
    """Raise UnanchoredItem, naming the story and the item, unless every item of the collation is anchored.

    Every span lies inside its article's text and holds a character that can be seen (a variant's may be empty: there
    the other reading has words); a quotation's parts carry neither outer quotation marks nor space at their ends; every
    id that an item names is there, once.
    """
    texts = {article.id: article.text for article in collation.articles}
    for defect in _defects(collation, texts):
        raise UnanchoredItem(f"story {collation.story.id}: {defect}")


def _defects(collation: Collation, texts: dict[str, str]) -> Iterator[str]:
    if len(texts) != len(collation.articles):
        yield "two articles have one id"
    yield from _unknown_articles(collation, texts)
    for item, anchor, may_be_empty in _anchors(collation):
        text = texts.get(anchor.article)
        if text is None:
            yield f"{item} points into {anchor.article}, which is not in the story"
        else:
            yield from _bad_span(item, anchor.span, text, may_be_empty=may_be_empty)
    yield from _bad_parts(collation, texts)
    yield from _dangling(collation)


def _unknown_articles(collation: Collation, texts: dict[str, str]) -> Iterator[str]:
    named = [("the story", article) for article in collation.story.articles]
    named += [(quotation.id, article) for article, quotation in collation.quotations]
    named += [(f"coverage of {item.item}", article) for item in collation.coverage for article in item.articles]
    for item, article in named:
        if article not in texts:
            yield f"{item} names {article}, which is not in the story"


def _anchors(collation: Collation) -> Iterator[tuple[str, Anchor, bool]]:
    """Every anchor of the collation, with the item that holds it and whether it may be empty."""
    for article, quotation in collation.quotations:
        spans = (*quotation.parts, *quotation.content, quotation.source, quotation.cue)
        yield from ((f"quotation {quotation.id}", Anchor(article, span), False) for span in spans if span is not None)
    for statement in collation.statements:
        for variant in statement.variants:
            places = (variant.base, variant.other)
            yield from ((f"a variant of {statement.id}", place, True) for place in places if place is not None)
        credited = (anchor for credit in statement.credits for anchor in (credit.sentence, credit.words))
        yield from ((f"a credit of {statement.id}", anchor, False) for anchor in credited)
    for fact in collation.facts:
        yield from ((f"fact {fact.id}", anchor, False) for anchor in (fact.lead, *fact.sentences))
        credited = (anchor for credit in fact.credits for anchor in (credit.sentence, credit.words))
        yield from ((f"a credit of {fact.id}", anchor, False) for anchor in credited)
    for conflict in collation.conflicts:
        yield from ((f"conflict {conflict.id}", anchor, False) for anchor in conflict.readings)
    for article, date in collation.dates:
        spans = (date.span, date.anchor)
        yield from (("a date", Anchor(article, span), False) for span in spans if span is not None)
    for entry in collation.timeline:
        yield from ((f"the time {entry.value}", anchor, False) for anchor in (*entry.dates, *entry.sentences))
    yield from (("what one report alone gives", item.anchor, False) for item in collation.alone)
    yield from (("commentary", anchor, False) for anchor in collation.commentary)
    for origin in collation.story.origins:
        for evidence in origin.evidence:
            yield from ((f"evidence for origin {origin.id}", anchor, False) for anchor in evidence.anchors)


def _bad_span(item: str, span: Span, text: str, *, may_be_empty: bool) -> Iterator[str]:
    if not 0 <= span.start <= span.end <= len(text):
        yield f"{item} points at {span.start}-{span.end} of a text of {len(text)} characters"
    elif not may_be_empty and not span.of(text).strip():
        yield f"{item} points at nothing, at {span.start}-{span.end}"


def _bad_parts(collation: Collation, texts: dict[str, str]) -> Iterator[str]:
    for article, quotation in collation.quotations:
        if not quotation.parts:
            yield f"quotation {quotation.id} has no words"
        text = texts.get(article, "")
        for part in quotation.parts:
            words = part.of(text)
            if words != words.strip():
                yield f"quotation {quotation.id} begins or ends with space"
            elif _has_outer_marks(text, part, marked=quotation.form is not QuotationForm.INDIRECT):
                yield f"quotation {quotation.id} carries its own quotation marks"


def _has_outer_marks(text: str, part: Span, *, marked: bool) -> bool:
    """Whether a part takes in a mark that belongs around it. A mark at its end whose partner lies inside is nested and
    may stay; so may a pair around the whole of a part that itself stands inside marks, or that is not quoted.
    """
    words = part.of(text)
    marks = sum(character in _DOUBLE_MARKS for character in words)
    ends = (words[:1] in _DOUBLE_MARKS) + (words[-1:] in _DOUBLE_MARKS)
    if not words or not ends:
        return False
    if marks == 1:
        return True
    return marked and marks == ends == 2 and text[part.start - 1 : part.start] not in _ANY_MARK


def _dangling(collation: Collation) -> Iterator[str]:
    """Ids that stand for two items, or for none."""
    quotations = [quotation.id for _, quotation in collation.quotations]
    subjects = [statement.id for statement in collation.statements] + [fact.id for fact in collation.facts]
    conflicts = [conflict.id for conflict in collation.conflicts]
    for identifier, count in Counter([*quotations, *subjects, *conflicts]).items():
        if count > 1:
            yield f"{count} items have the id {identifier}"
    known = set(quotations)
    for statement in collation.statements:
        named = (statement.fullest, *statement.readings, *(variant.reading for variant in statement.variants))
        yield from (
            f"{statement.id} names {reading}, which is no quotation" for reading in named if reading not in known
        )
        if statement.fullest not in statement.readings:
            yield f"the fullest reading of {statement.id} is none of its readings"
    for item in collation.alone:
        if item.quotation is not None and item.quotation not in known:
            yield f"what one report alone gives names {item.quotation}, which is no quotation"
    known = set(subjects)
    for conflict in collation.conflicts:
        if conflict.subject is not None and conflict.subject not in known:
            yield f"conflict {conflict.id} is about {conflict.subject}, which is neither statement nor fact"
    for coverage in collation.coverage:
        if coverage.item not in known:
            yield f"coverage is given of {coverage.item}, which is neither statement nor fact"
