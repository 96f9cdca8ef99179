from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.publish.composition import compose
from secondsource.types import (
    Anchor,
    Article,
    Collation,
    DateBasis,
    DateMention,
    Fact,
    Precision,
    Quotation,
    QuotationForm,
    Span,
    Story,
    TimelineEntry,
)

DAY = date(2024, 5, 14)


def collation(*sentences: str, phrase: str) -> Collation:
    """One report a sentence, each with `phrase` as a date of 14 May 2024, on one timeline entry."""
    articles = tuple(Article(f"a{n}", f"Bell {n}", text) for n, text in enumerate(sentences))
    dates = tuple(
        (a.id, DateMention(Span(a.text.index(phrase), a.text.index(phrase) + len(phrase)), "2024-05-14", Precision.DAY,
                           DateBasis.ABSOLUTE, DAY, DAY))
        for a in articles
    )  # fmt: skip
    entry = TimelineEntry(
        value="2024-05-14",
        precision=Precision.DAY,
        earliest=DAY,
        latest=DAY,
        basis=DateBasis.ABSOLUTE,
        dates=tuple(Anchor(a, d.span) for a, d in dates),
        sentences=tuple(Anchor(a.id, Span(0, len(a.text))) for a in articles),
    )
    story = Story("s", tuple(a.id for a in articles), ())
    return Collation(story, articles, (), (), (), (), dates, (entry,), (), (), ())


def lead(found: Collation) -> str:
    return compose(found).timeline[0].lead.text


@pytest.mark.parametrize(
    ("aside", "phrase"),
    [
        ("The mayor was asked about the 14 May fire.", "14 May"),
        ("Families of 14 May victims met the mayor.", "14 May"),
        ("Tuesday's fire was on the agenda.", "Tuesday"),
        ("She spoke of the Tuesday blaze.", "Tuesday"),
    ],
)
def test_a_date_that_only_says_which_thing_is_meant_does_not_lead(aside: str, phrase: str) -> None:
    told = f"A mill burned down on {phrase}."
    assert lead(collation(aside, told, phrase=phrase)) == told


@pytest.mark.parametrize(
    "told", ["On 14 May police came.", "The mill burned 14 May as rain fell.", "On 14 May, the mill burned."]
)
def test_a_date_beside_a_noun_may_tell_when(told: str) -> None:
    assert lead(collation(told, "A mill burned down on 14 May.", phrase="14 May")) == told


def test_what_is_quoted_leads_only_by_itself() -> None:
    spoken, told = "“The vote of 14 May was fair,” she said.", "They voted on 14 May."
    found = collation(spoken, told, phrase="14 May")
    quoted = replace(found, quotations=(("a0", Quotation("q1", (Span(1, 29),), QuotationForm.DIRECT)),))
    assert lead(found) == spoken
    assert lead(quoted) == told


def test_a_sentence_with_another_date_gives_way() -> None:
    two, one = "On 3 May she left and on 14 May she came.", "She came on 14 May."
    found = collation(two, one, phrase="14 May")
    other = DateMention(Span(3, 8), "2024-05-03", Precision.DAY, DateBasis.ABSOLUTE, DAY, DAY)
    assert lead(found) == two
    assert lead(replace(found, dates=(*found.dates, ("a0", other)))) == one


def test_of_equals_the_sentence_that_leads_a_fact_leads() -> None:
    found = collation("It burned on 14 May.", "A mill burned on 14 May.", phrase="14 May")
    second = found.timeline[0].sentences[1]
    assert lead(replace(found, facts=(Fact("f1", second, found.timeline[0].sentences, ("a0", "a1")),))) == (
        "A mill burned on 14 May."
    )
