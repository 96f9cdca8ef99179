from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

from secondsource.errors import InputError
from secondsource.ingest import ingest
from secondsource.ingest.articles import article_id
from secondsource.types import Article, BlockKind
from tests.ingest.sources import STORY, read_one, record, run, write_lines


def test_a_json_text_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "  \r\nA line.\r\n\r\n\u00a0“Two”\u2028three \ufeff\t\n\n"
    article = read_one(write_lines(tmp_path / "a.jsonl", record(text=text)))
    assert article.text == text
    assert [b.span.of(text) for b in article.blocks] == ["A line.", "“Two”", "three"]


def test_all_fields_of_a_record_arrive(tmp_path: Path) -> None:
    fields = record(
        title="Bridge closed", url="https://herald.example/1", authors=["Ann Oakley"], published="2024-03-05T10:00:00Z"
    )
    article = read_one(write_lines(tmp_path / "a.jsonl", {**fields, "language": "en-GB"}))
    assert article == Article(
        id=article_id("Herald", "https://herald.example/1", "Bridge closed", str(fields["text"])),
        outlet="Herald",
        text=str(fields["text"]),
        title="Bridge closed",
        url="https://herald.example/1",
        authors=("Ann Oakley",),
        published=datetime(2024, 3, 5, 10, tzinfo=UTC),
        language="en",
        blocks=article.blocks,
        input_id="r1",
        file=str(tmp_path / "a.jsonl"),
    )
    assert [b.kind for b in article.blocks] == [BlockKind.BODY] * 3


def test_the_id_is_sixteen_digits_and_changes_with_each_of_its_parts() -> None:
    parts = ("Herald", "https://herald.example", "Title", "Text")
    ids = {article_id(*parts)} | {
        article_id(*(p + "x" if i == k else p for i, p in enumerate(parts))) for k in range(4)
    }
    assert len(ids) == 5
    assert all(len(i) == 16 and int(i, 16) >= 0 for i in ids)
    assert article_id("a", "b", None, "t") == article_id("a", "b", "", "t")
    assert article_id("ab", None, None, "t") != article_id("a", "b", None, "t")


def test_the_id_is_the_same_wherever_the_report_is_read(tmp_path: Path) -> None:
    first = read_one(write_lines(tmp_path / "a.jsonl", record()))
    (tmp_path / "b.json").write_text(json.dumps([record()], indent=2))
    assert read_one(tmp_path / "b.json").id == first.id


def test_the_same_text_of_two_outlets_is_two_articles(tmp_path: Path) -> None:
    articles, errors = run(write_lines(tmp_path / "a.jsonl", record(), record(1, id="r2", outlet="Echo")))
    assert not errors
    assert [a.outlet for a in articles] == ["Herald", "Echo"]


def test_errors_stand_where_the_input_stood(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(STORY + " Later.")
    assert [isinstance(item, InputError) for item in ingest([tmp_path])] == [False, True, False]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    items = iter(ingest([write_lines(tmp_path / "a.jsonl", record(1), record(2)), tmp_path / "later.txt"]))
    assert isinstance(next(items), Article)
    (tmp_path / "later.txt").write_text("A third report.\n")
    assert [type(item) for item in items] == [Article, Article]


def test_a_future_date_is_kept_with_a_note(tmp_path: Path) -> None:
    articles, errors = run(write_lines(tmp_path / "a.jsonl", record(published="2999-01-01")))
    assert [a.published for a in articles] == [date(2999, 1, 1)]
    assert ["lies in the future" in e.reason for e in errors] == [True]


def test_an_article_without_a_date_is_read_without_remark(tmp_path: Path) -> None:
    article = read_one(write_lines(tmp_path / "a.jsonl", record(published=None)))
    assert article.published is None
    assert article.published_day is None


def test_ids_that_are_numbers_become_strings(tmp_path: Path) -> None:
    assert read_one(write_lines(tmp_path / "a.jsonl", record(id=7))).input_id == "7"


def test_ids_may_return_in_another_file(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", record(1, id=1))
    write_lines(tmp_path / "b.jsonl", record(2, id=1))
    articles, errors = run(tmp_path)
    assert not errors
    assert [a.input_id for a in articles] == ["1", "1"]


def test_the_outlet_of_a_record_is_named_by_itself_its_address_or_the_file(tmp_path: Path) -> None:
    write_lines(
        tmp_path / "collection.jsonl",
        record(1),
        record(2, outlet=None, url="https://www.echo.example/a"),
        record(3, outlet="https://echo.example/feed"),
        record(4, outlet=""),
    )
    articles, _ = run(tmp_path)
    assert [a.outlet for a in articles] == ["Herald", "echo.example", "echo.example", "collection"]
