from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.publish import publish
from secondsource.publish.wording import NO_HEADLINE
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
