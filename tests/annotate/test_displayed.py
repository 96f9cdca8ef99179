from __future__ import annotations

import pytest

from secondsource.annotate.marks import find_marked
from secondsource.annotate.quotations.displayed import with_displayed
from secondsource.types import Span

BESIDE = "Osric Tane called it “a slow sort of boat”.\n\n"
DISPLAYED = "Mara Voss wrote on her blog:\n\nNobody has “oiled the hinges” since I was a girl in plaits.\n\n"


def shown(text: str) -> list[str]:
    return [mark.inner.of(text) for mark in with_displayed(text, find_marked(text))]


def test_marks_inside_a_displayed_paragraph_give_way_to_it_and_those_beside_it_stay() -> None:
    text = BESIDE + DISPLAYED + BESIDE
    assert shown(text) == [
        "a slow sort of boat",
        "Nobody has “oiled the hinges” since I was a girl in plaits.",
        "a slow sort of boat",
    ]


def test_without_a_displayed_paragraph_all_marks_stay() -> None:
    assert shown(BESIDE * 2) == ["a slow sort of boat"] * 2


def test_a_mark_is_held_against_one_displayed_paragraph_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    overlaps = Span.overlaps

    def counted(span: Span, other: Span) -> bool:
        nonlocal compared
        compared += 1
        return overlaps(span, other)

    monkeypatch.setattr(Span, "overlaps", counted)
    assert len(shown((BESIDE + DISPLAYED) * 200)) == 400
    assert compared <= 400
