from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from secondsource.publish import print_dossier
from secondsource.publish.terminal import terminal_text
from tests.publish.invented import bridge_story
from tests.publish.variations import with_words


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in terminal_text([bridge_story()], width).splitlines()) <= width


def test_on_a_wide_terminal_lines_stay_short_enough_to_read() -> None:
    assert max(map(len, terminal_text([bridge_story()], 200).splitlines())) <= 104


def test_variants_are_legible_without_colour() -> None:
    text = terminal_text([bridge_story()], 100)
    assert "We {will} reopen the bridge on June 3 {!if the engineers tell us it is safe}," in text
    assert "We will reopen the bridge on June 3, {!-if the engineers tell us it is safe-}" in text
    assert "hairline{-, but they are not harmless-}" in text
    assert "Nobody was hurt, and nobody {[in Ostrey]} will be put at risk." in text


def test_every_item_leads_to_outlet_and_paragraph_and_every_report_to_its_file() -> None:
    text = terminal_text([bridge_story()], 100)
    assert "Evening Bell ¶2 · Mayor Ilse Okonjo promised · changes the meaning" in text
    assert "A school bus with 31 children aboard" in text
    assert "reports/gazette.txt" in text


def test_a_terminal_gets_styles() -> None:
    stream = io.StringIO()
    print_dossier([bridge_story()], Console(file=stream, width=90, force_terminal=True, color_system="truecolor"))
    assert "\x1b[" in stream.getvalue()


def test_escape_codes_and_markup_in_a_text_do_nothing() -> None:
    hostile = with_words(bridge_story(), "bell", "It is a disgrace that", "\x1b[2J[red]:bomb:[/]...")
    text = terminal_text([hostile], 100)
    assert "\x1b" not in text
    assert "�[2J[red]:bomb:[/]..." in text
