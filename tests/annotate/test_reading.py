"""Rules and a reader put together."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotate import annotate
from secondsource.model import Attribution
from secondsource.types import Article, Quotation, QuotationForm, Span
from tests.reader_double import DoubleReader, DoubleReading

_TEXT = (
    "Orla Venn spoke after Tam Belloc had left. “The pier is rotten,” came the answer. Tam Belloc let it be known "
    "that he would row. The club is called “Old Oars” in town.\n\n“A fine bridge.” — Tam Belloc"
)


def _span(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(start, start + len(words))


def _attribution(cue: str, source: str, content: str, probability: float = 0.9) -> Attribution:
    return Attribution(_span(cue), _span(source), (_span(content),), probability)


def _read(*attributions: Attribution) -> tuple[Quotation, ...]:
    return annotate(Article(id="a", outlet="Gazette", text=_TEXT), DoubleReader(DoubleReading(attributions))).quotations


def _lines(quotations: Sequence[Quotation]) -> list[str]:
    return [f"{q.form.value} | {' … '.join(p.of(_TEXT) for p in q.parts)} | {q.speaker}" for q in quotations]


def test_marks_keep_their_ends_whatever_the_reader_says() -> None:
    (first, *_) = _read(_attribution("came", "Orla Venn", "pier is rotten,” came the answer"))
    assert [part.of(_TEXT) for part in first.parts] == ["The pier is rotten,"]
    assert first.speaker == "Orla Venn"


def test_the_reader_finds_what_is_reported_without_marks() -> None:
    found = _read(_attribution("let it be known", "Tam Belloc", "that he would row"))
    assert "indirect | he would row | Tam Belloc" in _lines(found)


def test_one_clause_under_two_cues_is_one_quotation() -> None:
    found = _read(
        _attribution("let", "Tam Belloc", "that he would row", 0.6),
        _attribution("known", "Tam Belloc", "that he would row", 0.9),
    )
    indirect = [q for q in found if q.form is QuotationForm.INDIRECT]
    assert [q.cue for q in indirect] == [_span("known")]


def test_a_content_that_cuts_into_a_name_in_marks_is_no_quotation() -> None:
    found = _read(_attribution("is called", "The club", "Oars” in town"))
    assert not [q for q in found if "Oars" in " ".join(p.of(_TEXT) for p in q.parts)]


def test_words_that_somebody_signed_stay_theirs() -> None:
    found = _read(_attribution("spoke", "Orla Venn", "A fine bridge."))
    assert "direct | A fine bridge. | Tam Belloc" in _lines(found)


def test_what_the_reader_does_not_find_reported_without_marks_is_not_reported() -> None:
    text = "Orla Venn said that the bridge would open in May."
    assert not annotate(Article(id="a", outlet="Gazette", text=text), DoubleReader(DoubleReading())).quotations


def test_a_content_ends_before_words_that_hang() -> None:
    found = _read(_attribution("let it be known", "Tam Belloc", "that he would row. The"))
    assert "indirect | he would row | Tam Belloc" in _lines(found)


def test_pieces_of_a_content_that_touch_are_one() -> None:
    known, source = _span("let it be known"), _span("Tam Belloc let")
    pieces = (_span("that he"), _span("would row"))
    found = _read(Attribution(known, Span(source.start, source.end - 4), pieces, 0.9))
    assert "indirect | he would row | Tam Belloc" in _lines(found)


def test_a_name_in_marks_inside_a_report_is_no_quotation() -> None:
    found = _read(_attribution("let it be known", "Tam Belloc", "The club is called “Old Oars”"))
    assert "Old Oars" not in [part.of(_TEXT) for q in found for part in q.parts]


def test_words_in_marks_inside_what_the_reader_finds_reported_are_quoted() -> None:
    text = "Orla Venn renewed her attack on the town’s “rotten” pier."
    attribution = Attribution(Span(10, 31), Span(0, 9), (Span(32, len(text) - 1),), 0.9)
    (only,) = annotate(
        Article(id="a", outlet="Gazette", text=text), DoubleReader(DoubleReading((attribution,)))
    ).quotations
    assert only.form is QuotationForm.MIXED
    assert [part.of(text) for part in only.parts] == ["rotten"]
    assert [piece.of(text) for piece in only.content] == ["the town’s “rotten” pier"]
