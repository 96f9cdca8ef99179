from __future__ import annotations

import pytest

from secondsource.publish.composition import compose
from secondsource.publish.matrix import shortened
from tests.publish.invented import bridge_story

ROWS = {row.item: [c.value for c in row.cells] for row in compose(bridge_story()).matrix}


@pytest.mark.parametrize(
    ("item", "cells"),
    [
        ("s1", ["same", "same", "meaning", "differs"]),
        ("s2", ["same", "same", "differs", "differs"]),
        ("s3", ["same", "same", "differs", "speaker"]),
        ("f1", ["same", "same", "same", "same"]),
        ("f2", ["same", "absent", "same", "same"]),
    ],
)
def test_a_cell_tells_how_a_report_gives_an_item(item: str, cells: list[str]) -> None:
    assert ROWS[item] == cells


def test_what_one_origin_alone_gives_has_no_row() -> None:
    assert "s4" not in ROWS
    assert "f4" not in ROWS


def test_a_label_is_cut_at_a_word() -> None:
    assert shortened("A ferry will carry foot passengers", 20) == "A ferry will carry …"
    assert shortened("A ferry", 20) == "A ferry"
