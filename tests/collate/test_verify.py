"""The verifier: each kind of defect is found, and what is sound passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.collate import collate, verify
from secondsource.errors import UnanchoredItem
from secondsource.types import (
    Alone,
    Anchor,
    Collation,
    Conflict,
    ConflictKind,
    Coverage,
    DateBasis,
    DateMention,
    Fact,
    Precision,
    Quotation,
    QuotationForm,
    Span,
    Statement,
    TimelineEntry,
    Variant,
    VariantKind,
)
from tests.collate.marked_reports import tell

SAID = "“{We shall mend the Tarn bridge by summer. = said by Ann Moor}”, she said on {Friday = 2024-03-08}."
TOLD = tell(f"== Lark, 2024-03-09\n{SAID} Was it the lorry?\n== Wren, 2024-03-09\n{SAID}")
OUTSIDE = Anchor("Lark", Span(0, 10_000))
NOTHING = Anchor("Lark", Span(3, 3))
UNKNOWN = Anchor("Rook", Span(0, 3))


def at(*place: int) -> Anchor:
    return Anchor("Lark", Span(*place))


def fact(*anchors: Anchor) -> Fact:
    return Fact("f9", anchors[0], anchors, ())


def conflict(*readings: Anchor, subject: str | None = None) -> Conflict:
    return Conflict("c9", ConflictKind.NUMBER, readings, "", subject)


def quotation(*parts: Span, form: QuotationForm = QuotationForm.DIRECT) -> Quotation:
    return Quotation("x-q1", parts, form)


def entry(anchor: Anchor) -> TimelineEntry:
    day = date(2024, 3, 8)
    return TimelineEntry("2024-03-08", Precision.DAY, day, day, DateBasis.ABSOLUTE, (anchor,), (at(0, 3),))


@pytest.fixture
def sound() -> Collation:
    return collate(TOLD.story, TOLD.articles, TOLD.annotations)


def test_a_real_collation_is_sound_and_holds_something_to_verify(sound: Collation) -> None:
    verify(sound)
    assert sound.quotations
    assert sound.statements
    assert sound.timeline


@pytest.mark.parametrize("anchor", [OUTSIDE, NOTHING, UNKNOWN, at(-3, 2), at(5, 2)], ids=str)
def test_an_anchor_outside_its_text_empty_or_in_no_article_is_refused(sound: Collation, anchor: Anchor) -> None:
    for defective in (
        replace(sound, facts=(fact(at(0, 3), anchor),)),
        replace(sound, facts=(Fact("f9", anchor, (at(0, 3),), ()),)),
        replace(sound, conflicts=(conflict(at(0, 3), anchor),)),
        replace(sound, commentary=(anchor,)),
        replace(sound, alone=(Alone(anchor),)),
        replace(sound, timeline=(entry(anchor),)),
    ):
        with pytest.raises(UnanchoredItem):
            verify(defective)


def test_white_space_alone_shows_nothing(sound: Collation) -> None:
    space = TOLD.articles["Lark"].text.index(" ")
    with pytest.raises(UnanchoredItem):
        verify(replace(sound, commentary=(at(space, space + 1),)))


def test_the_error_names_the_story_and_the_item(sound: Collation) -> None:
    with pytest.raises(UnanchoredItem, match=r"story story: conflict c9 points at 0-10000"):
        verify(replace(sound, conflicts=(conflict(OUTSIDE),)))


def test_a_variant_may_point_at_a_place_without_words_but_not_outside_the_text(sound: Collation) -> None:
    reading = sound.quotations[0][1].id
    statement = Statement("s9", (reading,), reading, ())
    others = replace(sound, coverage=())

    def with_variant(base: Anchor) -> Collation:
        variant = Variant(VariantKind.OMISSION, reading, base, None)
        return replace(others, statements=(replace(statement, variants=(variant,)),))

    verify(with_variant(NOTHING))
    with pytest.raises(UnanchoredItem):
        verify(with_variant(OUTSIDE))


def test_every_span_of_a_quotation_is_verified(sound: Collation) -> None:
    bad, said = Span(0, 10_000), quotation(Span(1, 9))
    for sample in (replace(said, source=bad), replace(said, cue=bad), replace(said, content=(bad,))):
        with pytest.raises(UnanchoredItem, match="x-q1"):
            verify(replace(sound, quotations=(*sound.quotations, ("Lark", sample))))


def test_a_date_and_what_it_was_counted_from_are_verified(sound: Collation) -> None:
    dated = DateMention(Span(0, 3), None, Precision.DAY, DateBasis.TEXT, anchor=Span(0, 10_000))
    with pytest.raises(UnanchoredItem):
        verify(replace(sound, dates=(("Lark", dated),)))


@pytest.mark.parametrize(
    ("text", "words", "form", "is_sound"),
    [
        ("He said “Yes” twice.", "“Yes”", QuotationForm.DIRECT, False),
        ("He said “Yes” twice.", "“Yes", QuotationForm.DIRECT, False),
        ('He said "Yes" twice.', 'Yes"', QuotationForm.DIRECT, False),
        ("He said “Yes” twice.", "Yes", QuotationForm.DIRECT, True),
        ("He said “Yes” twice.", "Yes”", QuotationForm.INDIRECT, False),
        ("He said « Yes » twice.", " Yes ", QuotationForm.DIRECT, False),
        ("He said ‘“Yes” was her word’ then.", "“Yes” was her word", QuotationForm.DIRECT, True),
        ("He said ‘“Yes”’ then.", "“Yes”", QuotationForm.DIRECT, True),  # quoted inside a quotation
        ("He said “yes” was “her word” then.", "“yes” was “her word”", QuotationForm.INDIRECT, True),
        ("He said “’Tis late” then.", "’Tis late", QuotationForm.DIRECT, True),
    ],
)
def test_a_part_carries_neither_its_own_marks_nor_space(
    sound: Collation, text: str, words: str, form: QuotationForm, *, is_sound: bool
) -> None:
    lark = replace(TOLD.articles["Lark"], text=text)
    start = text.index(words)
    sample = replace(
        sound,
        articles=(lark, TOLD.articles["Wren"]),
        quotations=(("Lark", quotation(Span(start, start + len(words)), form=form)),),
        statements=(), facts=(), conflicts=(), dates=(), timeline=(), alone=(), coverage=(), commentary=(),
    )  # fmt: skip
    if is_sound:
        verify(sample)
    else:
        with pytest.raises(UnanchoredItem, match="x-q1"):
            verify(sample)


def test_a_quotation_without_words_is_refused(sound: Collation) -> None:
    with pytest.raises(UnanchoredItem, match="has no words"):
        verify(replace(sound, quotations=(*sound.quotations, ("Lark", quotation()))))


def test_ids_that_lead_nowhere_are_refused(sound: Collation) -> None:
    reading = sound.quotations[0][1].id
    for defective in (
        replace(sound, statements=(Statement("s9", ("gone",), "gone", ()),), coverage=()),
        replace(sound, statements=(Statement("s9", (reading,), "gone", ()),), coverage=()),
        replace(sound, conflicts=(conflict(at(0, 3), subject="f404"),)),
        replace(sound, alone=(Alone(at(0, 3), "gone"),)),
        replace(sound, coverage=(Coverage("f404", ("Lark",)),)),
        replace(sound, coverage=(Coverage(sound.statements[0].id, ("Rook",)),)),
        replace(sound, quotations=(*sound.quotations, ("Rook", quotation(Span(0, 1))))),
    ):
        with pytest.raises(UnanchoredItem):
            verify(defective)


def test_two_items_of_one_id_are_refused(sound: Collation) -> None:
    with pytest.raises(UnanchoredItem, match="2 items have the id f9"):
        verify(replace(sound, facts=(fact(at(0, 3)), fact(at(0, 3)))))


def test_articles_that_the_story_does_not_hold_are_left_out() -> None:
    extra = tell("== Rook\n“{It fell. = said by Ann Moor}”")
    collation = collate(TOLD.story, {**TOLD.articles, **extra.articles}, {**TOLD.annotations, **extra.annotations})
    assert {article.id for article in collation.articles} == {"Lark", "Wren"}
    assert all(article != "Rook" for article, _ in collation.quotations)


def test_a_collation_does_not_depend_on_the_order_in_which_reports_are_given() -> None:
    backwards = dict(reversed(TOLD.articles.items())), dict(reversed(TOLD.annotations.items()))
    assert collate(TOLD.story, *backwards) == collate(TOLD.story, TOLD.articles, TOLD.annotations)
