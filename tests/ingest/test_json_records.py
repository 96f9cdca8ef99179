from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.ingest.sources import read_one, record, run, write_lines


def dump(path: Path, value: object, indent: int | None = None) -> Path:
    data = json.dumps(value, indent=indent).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["a.json", "a.txt", "a", "a.json.gz", "a.jsonl"])
def test_one_record(tmp_path: Path, name: str, indent: int | None) -> None:
    assert read_one(dump(tmp_path / name, record(), indent)).input_id == "r1"


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "wrap",
    [
        lambda records: records,
        lambda records: {"articles": records},
        lambda records: {"status": "ok", "totalResults": 3, "articles": records},
        lambda records: {"response": {"status": "ok", "results": records}},
        lambda records: {"data": [], "items": records},
    ],
)
def test_a_list_of_records(tmp_path: Path, wrap: object, indent: int | None) -> None:
    assert callable(wrap)
    articles, errors = run(dump(tmp_path / "a.json", wrap([record(1), record(2), record(3)]), indent))
    assert not errors
    assert [a.input_id for a in articles] == ["r1", "r2", "r3"]


def test_a_report_with_a_list_in_it_is_one_report(tmp_path: Path) -> None:
    value = {**record(), "articles": [record(2)], "data": {"items": [record(3)]}}
    assert read_one(dump(tmp_path / "a.json", value)).input_id == "r1"


def test_a_report_behind_an_unrelated_object_is_read(tmp_path: Path) -> None:
    assert read_one(dump(tmp_path / "a.json", {"data": {"clicks": 3}, "response": 200, **record()})).input_id == "r1"


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.txt", "a", "a.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    articles, errors = run(write_lines(tmp_path / name, record(1), "", record(2), "   ", record(3)))
    assert not errors
    assert [a.input_id for a in articles] == ["r1", "r2", "r3"]


def test_json_lines_longer_than_what_is_looked_at_first(tmp_path: Path) -> None:
    articles, errors = run(write_lines(tmp_path / "a", record(1, notes="x" * 200_000), record(2)))
    assert not errors
    assert len(articles) == 2


def test_one_record_on_one_long_line_without_a_line_break(tmp_path: Path) -> None:
    assert read_one(dump(tmp_path / "a", record(notes="x" * 200_000))).input_id == "r1"


@pytest.mark.parametrize("ending", ["\r\n", "\n", ""])
def test_the_last_line_may_end_in_any_way(tmp_path: Path, ending: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(record(1)) + "\n" + json.dumps(record(2)) + ending)
    assert len(run(tmp_path / "a.jsonl")[0]) == 2


def test_each_line_is_decoded_by_itself(tmp_path: Path) -> None:
    lines = [json.dumps(record(n, title="Brücke – 40 £"), ensure_ascii=False) for n in (1, 2)]
    (tmp_path / "a.jsonl").write_bytes(lines[0].encode() + b"\n" + lines[1].encode("cp1252") + b"\n")
    articles, errors = run(tmp_path / "a.jsonl")
    assert not errors
    assert [a.title for a in articles] == ["Brücke – 40 £"] * 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_json_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    lines = "".join(json.dumps(record(n, title="Ċ 😀"), ensure_ascii=False) + "\n" for n in (1, 2))
    (tmp_path / "a.jsonl").write_bytes(lines.encode(encoding))
    articles, errors = run(tmp_path / "a.jsonl")
    assert not errors
    assert [a.title for a in articles] == ["Ċ 😀"] * 2


def test_raw_line_breaks_inside_strings_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "One line.\nAnother line.\tEnd."}')
    assert read_one(tmp_path / "a.json").text == "One line.\nAnother line.\tEnd."


def test_the_line_of_a_record_is_told_in_every_shape(tmp_path: Path) -> None:
    dump(tmp_path / "list.json", [record(1), 5, {"title": "no text"}], indent=1)
    write_lines(tmp_path / "lines.jsonl", record(2), 5, {"title": "no text"})
    lines = (tmp_path / "list.json").read_text().split("\n")
    _, errors = run(tmp_path / "list.json", tmp_path / "lines.jsonl")
    assert [e.line for e in errors] == [lines.index(" 5,") + 1, lines.index(" 5,") + 2, 2, 3]
