from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.publish.composition import compose
from secondsource.publish.dossier import Role, Run
from secondsource.publish.matrix import shortened, statement_row
from secondsource.publish.place import sources_of
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


def test_a_label_marks_where_the_reporter_speaks_between_two_parts() -> None:
    item = next(s for s in compose(bridge_story()).said if s.id == "s2")
    runs = (Run("It is shut,", Role.SAME), Run("she said.", Role.ASIDE), Run("We go home.", Role.SAME))
    told = replace(item, readings=(replace(item.readings[0], runs=runs), *item.readings[1:]))
    assert statement_row(sources_of(bridge_story()), told).label.endswith(": It is shut, … We go home.")


def test_a_label_is_cut_at_a_word() -> None:
    assert shortened("A ferry will carry foot passengers", 20) == "A ferry will carry …"
    assert shortened("A ferry, … it will carry", 12) == "A ferry …"
    assert shortened("A ferry", 20) == "A ferry"
