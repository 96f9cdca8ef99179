from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.publish import publish
from secondsource.publish.composition import compose
from secondsource.publish.dossier import Difference
from secondsource.publish.wording import NO_HEADLINE, reading_notes
from secondsource.types import QuotationForm, VariantKind
from tests.publish.invented import bridge_story


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html"])
def test_a_title_made_of_first_words_is_not_called_a_headline(format_name: str) -> None:
    story = bridge_story()
    untitled = replace(story, articles=tuple(replace(a, title=None) for a in story.articles))
    assert "headline of " in publish([story], format_name).lower()
    written = publish([untitled], format_name)
    assert "first words of " in written.lower()
    assert "headline of " not in written.lower()
    assert NO_HEADLINE in written


@pytest.mark.parametrize(
    ("base", "other", "notes"),
    [
        ("if it is safe", "", ["cut short"]),
        ("", "and so say all of us", ["words not in the fullest reading"]),
        ("if it is safe", "and so say all of us", ["cut short", "words not in the fullest reading"]),
    ],
)
def test_a_reading_is_cut_short_only_where_it_lacks_words(base: str, other: str, notes: list[str]) -> None:
    reading = next(r for s in compose(bridge_story()).said for r in s.readings if r.form is QuotationForm.DIRECT)
    sides = ((base, ""), ("", other))
    differences = tuple(Difference(VariantKind.TRUNCATION, *side, "end") for side in sides if any(side))
    assert reading_notes(replace(reading, differences=differences)) == notes
