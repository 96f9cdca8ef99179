from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from secondsource.errors import FormatError, UnanchoredItem
from secondsource.publish import FORMATS, print_dossier, publish, write_terminal
from secondsource.types import Anchor, Span
from tests.publish.invented import bridge_story, otter_story
from tests.publish.variations import emptied, with_commentary

SECTIONS = (
    "Who reports it",
    "Where the wording changes the meaning",
    "The same words, given to different speakers",
    "What was said, and by whom",
    "What several independent origins report",
    "What only one origin reports",
    "Where they disagree",
    "Differences of precision only",
    "The timeline",
    "own commentary",
    "Who carries what",
)
READERS_FORMATS = ("terminal", "markdown", "html")


@pytest.mark.parametrize("name", FORMATS)
def test_every_known_format_renders_every_story(name: str) -> None:
    rendered = publish([bridge_story(), otter_story()], name)
    assert "Cracks close Vell Bridge in Ostrey" in rendered
    assert "Otter moves into lido" in rendered


def test_an_unknown_format_is_refused_naming_the_known_ones() -> None:
    with pytest.raises(FormatError, match=r"'pdf'.*terminal, html, json, markdown"):
        publish([bridge_story()], "pdf")


@pytest.mark.parametrize("name", READERS_FORMATS)
def test_sections_stand_in_one_order_in_every_format(name: str) -> None:
    text = publish([bridge_story()], name)
    if name == "html":
        text = text[text.index('class="sections"') :]
    positions = [re.search(re.escape(s).replace("'", "(?:'|&#39;)"), text, re.IGNORECASE) for s in SECTIONS]
    assert [p.start() for p in positions if p] == sorted(p.start() for p in positions if p)
    assert all(positions)


@pytest.mark.parametrize("name", READERS_FORMATS)
def test_support_is_told_in_independent_origins_and_never_called_true(name: str) -> None:
    text = publish([bridge_story()], name)
    assert "reported by 3 independent origins" in text
    assert not re.search(r"\b(true|verified|confirmed|reliable)\b", re.sub(r'="true"', "", _visible(text, name)))


@pytest.mark.parametrize("name", READERS_FORMATS)
def test_a_story_without_items_has_no_empty_sections(name: str) -> None:
    text = publish([emptied(bridge_story())], name)
    assert "Cracks close Vell Bridge" in text
    for section in SECTIONS[1:]:
        assert section.casefold() not in _visible(text, name).casefold()


@pytest.mark.parametrize("name", FORMATS)
def test_no_collation_at_all_still_renders(name: str) -> None:
    assert isinstance(publish([], name), str)


@pytest.mark.parametrize("name", FORMATS)
def test_an_item_that_points_at_nothing_is_not_published(name: str) -> None:
    beyond = with_commentary(bridge_story(), Anchor("bell", Span(5_000, 5_010)))
    with pytest.raises(UnanchoredItem, match=r"bell.*5000-5010"):
        publish([beyond], name)


def test_printing_to_a_console_cuts_long_lists_unless_every_item_is_asked_for() -> None:
    story = with_commentary(bridge_story(), *(Anchor("bell", Span(start, start + 20)) for start in range(0, 400, 20)))
    short, whole = io.StringIO(), io.StringIO()
    print_dossier([story], Console(file=short, width=100))
    print_dossier([story], Console(file=whole, width=100), every=True)
    assert "… and 12 more" in short.getvalue()
    assert "more" not in re.findall(r"… and \d+ (\w+)", whole.getvalue())


def test_a_stream_that_is_no_terminal_gets_no_escape_codes() -> None:
    stream = io.StringIO()
    write_terminal([bridge_story()], stream)
    assert "\x1b" not in stream.getvalue()
    assert "{!-if the engineers" in stream.getvalue()


def _visible(text: str, name: str) -> str:
    """What a reader sees of a rendering, the reports' own texts apart."""
    if name == "html":
        text = re.sub(r"<(style|script|head)>.*?</\1>", " ", text, flags=re.DOTALL)
        text = re.sub(r"<svg.*?</svg>", " ", text, flags=re.DOTALL)
        text = text.split("The reports in full</h2>")[0]
        text = re.sub(r"<[^>]+>", " ", text)
    return text
