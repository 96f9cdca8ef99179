from __future__ import annotations

import pytest

from secondsource.publish.composition import compose
from secondsource.publish.roster import web_address
from tests.publish.invented import bridge_story

REPORTS = {r.outlet: r for r in compose(bridge_story()).reports}


def test_reports_stand_by_publication_with_letter_and_time() -> None:
    assert [(r.siglum, r.outlet, r.published) for r in REPORTS.values()] == [
        ("A", "Northern Wire", "Tue 14 May 2024, 16:20 UTC+1"),
        ("B", "Coast Chronicle", "Tue 14 May 2024, 18:05 UTC+1"),
        ("C", "Evening Bell", "Tue 14 May 2024, 20:15 UTC+1"),
        ("D", "The Ostrey Gazette", "Wed 15 May 2024"),
    ]


def test_a_copy_tells_of_what_and_why_and_where_to_see_it() -> None:
    notes = REPORTS["Coast Chronicle"].copies
    assert [(n.of, n.reason) for n in notes] == [
        ("Northern Wire", "97% of its words run as there"),
        ("Northern Wire", "it credits Northern Wire"),
    ]
    assert [p.label for p in notes[1].places] == ["Coast Chronicle ¶5"]
    assert REPORTS["Evening Bell"].copies == ()


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//bell.example/x",
        "bell.example/x",
        "https:///x",
        "https://bell.example/a b",
        "https://[bell.example",
        "https://bell.example/\u202ex",
    ],
)
def test_an_address_that_is_no_web_address_is_no_link(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize("url", ["https://bell.example/a?b=c&d", "http://bell.example", "HTTPS://bell.example/ä"])
def test_a_web_address_is_kept(url: str) -> None:
    assert web_address(url) == url
