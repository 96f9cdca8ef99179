"""The timeline, by readable pairs (tests/pairs/timeline.md) and on values that a pair cannot show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.collate.timeline import build_timeline
from secondsource.types import DateBasis, DateMention, Precision, Quotation, QuotationForm, Sentence, Span
from tests.collate.marked_reports import Told, tell
from tests.pairs_reader import Pair, read_pairs


def shown(told: Told) -> list[str]:
    return [
        f"{entry.value} ({entry.precision}, {entry.basis}): "
        + "; ".join(f"{a.article}, {a.span.of(told.articles[a.article].text)}" for a in entry.dates)
        for entry in build_timeline(told.articles, told.annotations)
    ]


@pytest.mark.parametrize("pair", read_pairs("timeline"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    assert shown(tell(pair.text)) == list(pair.expect)


def test_a_day_named_twice_in_one_sentence_shows_the_sentence_once() -> None:
    told = tell("== Lark\nFrom {Friday = 2024-03-08} to {Friday = 2024-03-08} it rained.")
    (entry,) = build_timeline(told.articles, told.annotations)
    assert len(entry.dates) == 2
    assert len(entry.sentences) == 1


def test_dates_outside_the_story_are_left_out() -> None:
    told = tell("== Lark\nPicture taken on {Friday = 2024-03-08}.")
    read = told.annotations["Lark"]
    outside = replace(read, sentences=tuple(Sentence(s.span, s.paragraph, is_story=False) for s in read.sentences))
    assert build_timeline(told.articles, {"Lark": outside}) == ()


@pytest.mark.parametrize("precision", [Precision.DECADE, Precision.CENTURY, Precision.RANGE, Precision.SEASON])
def test_long_and_loose_times_order_nothing(precision: Precision) -> None:
    told = tell("== Lark\nIn the nineties it rained.")
    loose = DateMention(Span(3, 15), "199X", precision, DateBasis.ABSOLUTE, date(1990, 1, 1), date(1999, 12, 31))
    read = replace(told.annotations["Lark"], dates=(loose,))
    assert build_timeline(told.articles, {"Lark": read}) == ()


def test_the_order_in_which_reports_are_given_does_not_matter() -> None:
    told = tell("== Lark\nIt broke on {Friday = 2024-03-08}.\n== Wren\nIt broke on {Friday = 2024-03-08}.")
    backwards = Told(told.story, dict(reversed(told.articles.items())), told.annotations)
    assert shown(backwards) == shown(told)


@pytest.mark.parametrize(("words", "form", "placed"), [
    ("today", QuotationForm.DIRECT, False),
    ("later this morning", QuotationForm.MIXED, False),
    ("today", QuotationForm.INDIRECT, True),
    ("Friday", QuotationForm.DIRECT, True),
])  # fmt: skip
def test_a_speakers_today_is_no_day_of_the_report(words: str, form: QuotationForm, placed: bool) -> None:
    told = tell(f"== Lark, 2024-03-09\nWe close the gate {{{words} = 2024-03-08}}, Ann Oakley said.")
    read, text = told.annotations["Lark"], told.articles["Lark"].text
    quotation = Quotation("q1", (Span(0, text.index(",")),), form)
    assert bool(build_timeline(told.articles, {"Lark": replace(read, quotations=(quotation,))})) == placed
    assert build_timeline(told.articles, {"Lark": replace(read, quotations=())})
