from __future__ import annotations

from datetime import date

import pytest

from secondsource.ingest.draft import Draft, Place
from secondsource.ingest.fields import split_authors
from secondsource.ingest.record import NoReport, read_record

PLACE = Place("a.jsonl", 3, "a")


def read(**record: object) -> Draft:
    return read_record({"text": "The bridge was closed.", **record}, PLACE)


def test_news_please() -> None:
    draft = read_record(
        {
            "authors": ["Ann Oakley", "Bo Quist"],
            "date_download": "2024-03-06 01:00:00",
            "date_publish": "2024-03-05 10:00:00",
            "description": "It closed.",
            "filename": "x.json",
            "language": "en",
            "maintext": "The bridge was closed.",
            "source_domain": "herald.example",
            "title": "Bridge closed",
            "title_page": None,
            "url": "https://herald.example/bridge",
        },
        PLACE,
    )
    assert (draft.text, draft.outlet, draft.title) == ("The bridge was closed.", "herald.example", "Bridge closed")
    assert draft.published == date(2024, 3, 5)
    assert draft.authors == ("Ann Oakley", "Bo Quist")
    assert not draft.remarks


def test_fundus() -> None:
    draft = read_record(
        {
            "publisher": "AldmoorHerald",
            "title": "Bridge closed",
            "authors": ["Ann Oakley"],
            "publishing_date": "2024-03-05 10:00:00+00:00",
            "plaintext": "The bridge was closed.",
            "body": {"summary": [], "sections": []},
            "topics": ["bridges"],
        },
        PLACE,
    )
    assert (draft.text, draft.outlet) == ("The bridge was closed.", "AldmoorHerald")
    assert draft.published is not None
    assert not draft.remarks


@pytest.mark.parametrize(
    "name",
    ["text", "maintext", "plaintext", "articleBody", "body_text", "content_text", "Body", "content", "full-text"],
)
def test_names_of_the_text(name: str) -> None:
    assert read_record({name: "The bridge was closed."}, PLACE).text == "The bridge was closed."


@pytest.mark.parametrize(
    "name",
    [
        "published",
        "date_publish",
        "datePublished",
        "publishing_date",
        "publishedAt",
        "pubDate",
        "dct",
        "date",
        "timestamp",
    ],
)
def test_names_of_the_date(name: str) -> None:
    assert read(**{name: "2024-03-05"}).published == date(2024, 3, 5)


@pytest.mark.parametrize("value", ["Herald", {"id": None, "name": "Herald"}, ["Herald"], {"name": "Herald", "id": "h"}])
@pytest.mark.parametrize("name", ["outlet", "source", "publisher", "site_name"])
def test_names_and_shapes_of_the_outlet(name: str, value: object) -> None:
    assert read(**{name: value}).outlet == "Herald"


@pytest.mark.parametrize(
    "authors",
    [
        ["Ann Oakley", "Bo Quist"],
        [{"name": "Ann Oakley"}, {"name": "Bo Quist"}],
        "By Ann Oakley and Bo Quist",
        "Ann Oakley, Bo Quist",
        ["By  Ann Oakley", "Bo Quist", "Bo Quist", ""],
    ],
)
def test_shapes_of_the_authors(authors: object) -> None:
    assert read(authors=authors).authors == ("Ann Oakley", "Bo Quist")


def test_authors_keep_their_suffixes() -> None:
    assert split_authors("By Ann Oakley, Jr., Bo Andersson; Cy Marsh & Di Sand") == [
        "Ann Oakley, Jr.",
        "Bo Andersson",
        "Cy Marsh",
        "Di Sand",
    ]


def test_the_first_name_with_a_value_counts() -> None:
    assert read(title="", headline="Bridge closed").title == "Bridge closed"


def test_a_text_in_markup_is_a_text_and_a_content_in_markup_a_page() -> None:
    markup = "<p>The bridge over the river Dray was closed on Monday, the mayor of Aldmoor said.</p>" * 3
    assert read_record({"text": markup}, PLACE).text == markup
    assert "<p>" not in read_record({"content": markup}, PLACE).text


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([1], "a list where a record was expected"),
        ("text", "a string where a record was expected"),
        (5, "a number, true or false where a record was expected"),
        (None, "null where a record was expected"),
        ({}, "a record without a text"),
        ({"title": "x"}, "a record without a text"),
        ({"text": ""}, "a record without a text"),
        ({"text": "  ", "html": ""}, "a record without a text"),
        ({"text": 5}, 'its "text" is a number, not a string'),
        ({"text": ["a", "b"]}, 'its "text" is a list, not a string'),
        ({"text": {"a": 1}}, 'its "text" is an object, not a string'),
        ({"html": True}, 'its "html" is true or false, not a string'),
    ],
)
def test_what_is_no_report_is_refused(value: object, reason: str) -> None:
    with pytest.raises(NoReport) as error:
        read_record(value, PLACE)
    assert str(error.value).startswith(reason)


@pytest.mark.parametrize(
    ("field", "value", "remark"),
    [
        ("title", 5, 'read without it: its "title" is a number, not a string'),
        ("outlet", [1, 2], 'read without it: its "outlet" is a list, not a string'),
        ("url", {"a": 1}, None),
        ("authors", [5], 'read without it: its "authors" hold a number, not names'),
        ("authors", 5, 'read without it: its "authors" hold a number, not names'),
        ("id", [1], 'read without it: its "id" is a list, not a string or number'),
        ("published", "soon", "the date 'soon' cannot be read"),
        ("published", [], None),
    ],
)
def test_a_field_of_a_wrong_type_is_left_out_with_a_remark(field: str, value: object, remark: str | None) -> None:
    draft = read(**{field: value})
    assert draft.text == "The bridge was closed."
    assert draft.remarks == () if remark is None else draft.remarks[0].startswith(remark)


def test_halves_of_characters_in_a_title_are_replaced() -> None:
    assert read(title="Bridge \ud83d closed").title == "Bridge ? closed"
