from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secondsource.ingest.decode import Decoded
from secondsource.ingest.draft import Draft, Place
from secondsource.ingest.text_file import read_text
from secondsource.types import BlockKind
from tests.ingest.sources import STORY, read_one


def read(text: str) -> Draft:
    return read_text(Decoded(text), Place("a.txt", None, "a"))


@pytest.mark.parametrize(
    "text",
    [
        "Date night is back, the cinema said.",
        "date 2024-03-051 is no day.",
        "Related: the bridge.\n\nIt closed.",
        "Title: a word that the court avoided.",
        "Title: Bridge\nIt closed on Monday.\n\nIt opened on Friday.",
        "Police: Man held\n\nHe was let go.",
        "By: then it was too late\nfor the bridge.\n\nIt closed.",
        "Source: police.\nhttps://herald.example\n\nIt closed.",
        "10:30: The bridge is closed.\n\nIt opened.",
    ],
)
def test_what_is_no_header_stays_in_the_text(text: str) -> None:
    draft = read(text)
    assert draft.text == text
    assert (draft.published, draft.url, draft.outlet) == (None, None, "")


@pytest.mark.parametrize(
    "text",
    [
        f"date 2024-03-05\n\n{STORY}",
        f"date 2024-03-05\n{STORY}",
        f" date 2024-03-05 {STORY}",
        f"\ufeffdate: 2024-03-05\r\n{STORY}".replace("\n", "\r\n"),
        f"DATE 2024-03-05\t{STORY}\n\n",
    ],
)
def test_a_date_before_the_text_is_taken_off(text: str) -> None:
    draft = read(text)
    assert draft.published == date(2024, 3, 5)
    assert draft.text == STORY


def test_header_lines_are_taken_off() -> None:
    draft = read(
        "Title: Bridge closed: what now?\nOutlet: The Aldmoor Herald\nDate: 2024-03-05T10:00:00Z\n"
        "URL: https://herald.example/bridge\nAuthor: By Ann Oakley and Bo Quist\nSection: Town\n"
        f"Language: en-GB\n\n{STORY}\n"
    )
    assert draft.text == STORY
    assert draft.title == "Bridge closed: what now?"
    assert draft.outlet == "The Aldmoor Herald"
    assert draft.published == datetime(2024, 3, 5, 10, tzinfo=UTC)
    assert draft.url == "https://herald.example/bridge"
    assert draft.authors == ("Ann Oakley", "Bo Quist")
    assert draft.language == "en"


def test_a_header_may_name_the_author_as_a_byline_does() -> None:
    draft = read(f"Title: Bridge closed\nBy: Ann Oakley and Bo Quist\n\n{STORY}")
    assert (draft.authors, draft.remarks) == (("Ann Oakley", "Bo Quist"), ())
    assert draft.text == STORY


def test_keys_of_a_header_that_are_not_known_are_remarked_on_together() -> None:
    draft = read(f"Title: Bridge closed\nSection: Town\nOutlt: Echo\nURL:\n\n{STORY}")
    (remark,) = draft.remarks
    assert remark.startswith("'Section', 'Outlt' in its header passed over: known keys are title, outlet, date, url")


def test_a_header_may_leave_values_empty() -> None:
    draft = read(f"\n\nTitle:\nOutlet: Echo\n\n{STORY}")
    assert (draft.title, draft.outlet, draft.text) == (None, "Echo", STORY)


def test_a_date_that_cannot_be_read_is_remarked_on() -> None:
    draft = read(f"Date: last week\n\n{STORY}")
    assert draft.published is None
    assert draft.text == STORY
    assert draft.remarks[0].startswith("the date 'last week' cannot be read")


@pytest.mark.parametrize(
    "first",
    ["Bridge closes after flood", "‘Never again’: bridge closes", "Is the bridge safe?"],
)
def test_a_first_line_that_looks_like_a_headline_is_the_title(first: str) -> None:
    draft = read(f"date 2024-03-05 {first}\n\n{STORY}")
    assert draft.title == first
    assert draft.text == f"{first}\n\n{STORY}"


@pytest.mark.parametrize(
    "first",
    [
        "The bridge is closed.",
        "The mayor said:",
        "ALDMOOR",
        "Image Credit: Ann Oakley/AP for the Herald",
        "By Ann Oakley, Staff Writer",
        "[Photo: Ann Oakley for Herald]",
        "Updated on Monday at noon",
        "word " * 26,
    ],
)
def test_another_first_line_is_no_title(first: str) -> None:
    assert read(f"{first}\n\n{STORY}").title is None


def test_a_text_of_one_line_has_no_title() -> None:
    assert read("Bridge closes after flood").title is None


def test_the_title_in_the_text_is_marked(tmp_path: Path) -> None:
    (tmp_path / "01-aldmoor-herald.txt").write_text(f"Bridge closes after flood\n\n{STORY}")
    article = read_one(tmp_path / "01-aldmoor-herald.txt")
    assert [b.kind for b in article.blocks] == [BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY]
    assert article.outlet == "aldmoor-herald"
