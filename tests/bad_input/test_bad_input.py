"""Whatever is given, each input is read or named with a reason on one line, and the others are read all the same."""

from __future__ import annotations

import gzip
import json
import os
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.errors import InputError, PartlyRead
from secondsource.ingest import ingest
from secondsource.ingest.draft import LONGEST_TEXT
from secondsource.types import Article
from tests.ingest.sources import STORY, read_one, record, refused, run, write_lines


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert str(refused(tmp_path / "a.txt")) == f"{tmp_path / 'a.txt'}: the file is empty"


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf", "\n".encode("utf-16"), gzip.compress(b"\n\n", mtime=0)])
def test_a_file_of_nothing_but_space(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert refused(tmp_path / "a.txt").reason in (
        "its text is empty: give the text of a report",
        "the file is empty",
    )


@pytest.mark.parametrize("text", ["*** --- ***", "12 345 67.8", "…", "1)\n2)\n3)", "a b c"])
def test_a_text_without_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert refused(tmp_path / "a.txt").reason == "its text holds no words: give the text of a report"
    assert refused(write_lines(tmp_path / "a.jsonl", {"text": text})).line == 1


def test_a_text_without_a_sentence_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bridge closed")
    assert read_one(tmp_path / "a.txt").text == "Bridge closed"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF document, not text: save its text as a text file"),
        (b"PK\x03\x04....", "a zip archive or an office document, not text: unpack it, or save it as plain text"),
        (b"\x89PNG\r\n\x1a\n", "an image, not text: give the report's text"),
        (bytes(range(1, 11)) + bytes(1000), "binary data (it holds NUL bytes)"),
        (gzip.compress(bytes(1000), mtime=0), "binary data (it holds NUL bytes)"),
        (gzip.compress(gzip.compress(b"text", mtime=0), mtime=0), "gzipped twice, not text: unpack it once (gunzip)"),
    ],
)
def test_a_binary_file(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert refused(tmp_path / "a.txt").reason.startswith(reason)


def test_the_records_before_a_truncation_are_read(tmp_path: Path) -> None:
    # Texts that do not compress, so that the file is cut in the midst of the records.
    whole = write_lines(tmp_path / "a.jsonl.gz", *(record(n, noise=os.urandom(3000).hex()) for n in range(9)))
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    articles, errors = run(whole)
    assert [a.input_id for a in articles] == [f"r{n}" for n in range(len(articles))]
    assert 4 <= len(articles) <= 6
    assert [str(e) for e in errors] == [
        f"{whole}: its gzipped data ends too early: what came before is read; fetch the file again"
    ]


def test_the_records_of_a_list_before_a_truncation_are_read(tmp_path: Path) -> None:
    data = gzip.compress(json.dumps({"articles": [record(n, noise=os.urandom(3000).hex()) for n in range(9)]}).encode())
    (tmp_path / "a.json.gz").write_bytes(data[: len(data) * 2 // 3])
    articles, errors = run(tmp_path / "a.json.gz")
    assert 4 <= len(articles) <= 6
    assert [e.reason for e in errors] == [
        "its gzipped data ends too early: what came before is read; fetch the file again"
    ]


@pytest.mark.parametrize("text", [STORY * 50, f"<html><body><p>{STORY}</p></body></html>"])
def test_a_truncated_text_or_page_is_refused(tmp_path: Path, text: str) -> None:
    data = gzip.compress(text.encode())
    (tmp_path / "a.gz").write_bytes(data[:-9])
    assert refused(tmp_path / "a.gz").reason == "its gzipped data ends too early: fetch the file again"


@pytest.mark.parametrize("lost", [1, 2, 5, 12, 20])
def test_a_file_cut_down_to_its_head_is_refused(tmp_path: Path, lost: int) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"")[:-lost])
    _, errors = run(tmp_path / "a.gz")
    assert len(errors) == 1


@pytest.mark.parametrize(
    "broken", ['{"id": "r7", "text": "cut off', '{"id": "r7" "text": ""}', "garbage", "}", '{"text": "a"} x']
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a", "a.jsonl.gz"])
def test_one_broken_line_of_nine(tmp_path: Path, name: str, broken: str) -> None:
    lines = [record(1), record(2), record(3), record(4), record(5), record(6), broken, record(8), record(9)]
    articles, errors = run(write_lines(tmp_path / name, *lines))
    assert [a.input_id for a in articles if a.input_id] == ["r1", "r2", "r3", "r4", "r5", "r6", "r8", "r9"]
    assert {e.line for e in errors} == {7}
    assert errors[-1].reason.startswith("broken JSON (")
    assert str(errors[0]).startswith(f"{tmp_path / name}:7: ")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a"])
def test_a_broken_first_line(tmp_path: Path, name: str) -> None:
    articles, errors = run(write_lines(tmp_path / name, '{"id": "r1", "text": "cut off', record(2), record(3)))
    assert [a.input_id for a in articles] == ["r2", "r3"]
    assert [e.line for e in errors] == [1]


def test_a_broken_record_in_a_list(tmp_path: Path) -> None:
    records = [json.dumps(record(n)) for n in range(1, 10)]
    records[6] = '{"id": "r7", "text": cut}'
    (tmp_path / "a.json").write_text("[\n" + ",\n".join(records) + "\n]")
    articles, errors = run(tmp_path / "a.json")
    assert [a.input_id for a in articles] == ["r1", "r2", "r3", "r4", "r5", "r6"]
    assert [e.line for e in errors] == [8]
    assert errors[0].reason.startswith("broken JSON (Expecting value, column ")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("[" * 200_000, "JSON nested too deeply: give each report as one flat object"),
        ('{"text": ' * 200_000, "JSON nested too deeply: give each report as one flat object"),
        ('{"text": "Some words", "n": ' + "9" * 10_000 + "}", "broken JSON (a number that is too long)"),
        ("[]", "it holds no records: give at least one"),
        ('{"articles": []}', "a record without a text"),
        ("{}", "a record without a text"),
        ('{"text": "It was \\ud83d closed."}', "its text holds half a character (a lone surrogate, at 7)"),
    ],
)
def test_json_that_holds_no_report(tmp_path: Path, data: str, reason: str) -> None:
    (tmp_path / "a.json").write_text(data)
    assert refused(tmp_path / "a.json").reason.startswith(reason)


def test_records_that_are_none_spoil_no_others(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", record(1), [record(2)], 5, None, {"title": "x"}, {"text": 5}, record(7))
    articles, errors = run(path)
    assert [a.input_id for a in articles] == ["r1", "r2", "r7"]
    assert [(e.line, e.reason.split(":")[0]) for e in errors] == [
        (3, "a number, true or false where a record was expected"),
        (4, "null where a record was expected"),
        (5, "a record without a text"),
        (6, 'its "text" is a number, not a string'),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_a_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"Café Brücke – £40.\n\n{STORY}".encode(encoding))
    assert read_one(tmp_path / "a.txt").text == f"Café Brücke – £40.\n\n{STORY}"


def test_latin_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Señor Müller dîna à Zürich.".encode("latin-1"))
    assert read_one(tmp_path / "a.txt").text == "Señor Müller dîna à Zürich."


def test_utf_16_without_a_mark_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode("utf-16-le"))
    assert "UTF-16 needs its byte order mark" in refused(tmp_path / "a.txt").reason


def test_damaged_characters_are_remarked_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode() + b" \xff")
    articles, errors = run(tmp_path / "a.txt")
    assert articles[0].text == STORY + " \ufffd"
    assert isinstance(errors[0], PartlyRead)
    assert errors[0].reason.startswith("1 of its characters could not be decoded")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "“It holds” – “it holds”, she said. {}"),
        ("a.html", "<html><body><article><h1>Bridge</h1><p>“It holds” – “it holds”, she said. {}</p></article></body>"),
        ("a.jsonl", '{{"text": "“It holds” – “it holds”, she said. {}"}}'),
    ],
)
def test_mixed_encodings_are_remarked_on(tmp_path: Path, name: str, text: str) -> None:
    before, after = text.format("|").split("|")
    (tmp_path / name).write_bytes(before.encode("cp1252") + "Café".encode() + after.encode("cp1252"))
    articles, errors = run(tmp_path / name)
    assert articles[0].text.endswith("“It holds” – “it holds”, she said. Café")
    assert [(type(e), e.reason.partition("(")[0]) for e in errors] == [(PartlyRead, "it mixes encodings ")]


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    long = "word " * (LONGEST_TEXT // 5 + 1)
    (tmp_path / "a.txt").write_text(long)
    write_lines(tmp_path / "b.jsonl", record(1, text=long), record(2))
    articles, errors = run(tmp_path)
    assert [a.input_id for a in articles] == ["r2"]
    assert all("more than 2 million characters" in e.reason for e in errors)
    assert [e.line for e in errors] == [None, 1]


def test_a_50_mb_file_of_one_text_is_refused_without_being_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The bridge was closed.\n" * 2_200_000)
    tracemalloc.start()
    error = refused(tmp_path / "a.txt")
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()
    assert error.reason == "text of more than 2 million characters is no single report: split it"


def test_a_50_mb_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w") as file:
        file.write('{"text": "' + "words " * 8_500_000 + '"}\n' + json.dumps(record(2)) + "\n")
    articles, errors = run(tmp_path / "a.jsonl")
    assert [a.input_id for a in articles] == ["r2"]
    assert [(e.line, e.reason) for e in errors] == [
        (1, "a line of more than 16 MB is not read: give one report a line")
    ]


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    text = "The bridge was closed on Monday. " * 3000  # 100 kB, in one paragraph
    with (tmp_path / "a.jsonl").open("w") as file:
        for number in range(300):
            file.write(json.dumps(record(number, text=f"{number} {text}")) + "\n")
    tracemalloc.start()
    count = sum(isinstance(item, Article) for item in ingest([tmp_path / "a.jsonl"]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 300
    assert peak < 5_000_000  # of 30 MB


@pytest.mark.parametrize("published", ["soon", "03/04/2024", "2024-02-30", -1e300, True])
def test_a_date_that_cannot_be_read(tmp_path: Path, published: object) -> None:
    articles, errors = run(write_lines(tmp_path / "a.jsonl", record(1, published=published)))
    assert articles[0].published is None
    assert [type(e) for e in errors] == [PartlyRead]
    assert errors[0].line == 1
    assert "write it as YYYY-MM-DD" in errors[0].reason


def test_no_date_and_a_future_date(tmp_path: Path) -> None:
    articles, errors = run(write_lines(tmp_path / "a.jsonl", record(1), record(2, published="2999-01-01")))
    assert [(type(e), e.line) for e in errors] == [(PartlyRead, 2)]
    assert [a.published for a in articles] == [None, date(2999, 1, 1)]


def test_the_same_article_twice(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", record(1), record(1))
    write_lines(tmp_path / "b.jsonl", record(1))
    articles, errors = run(tmp_path)
    assert len(articles) == 1
    reason = f"the same article as {path}:1, which is read already: leave one out"
    assert [(e.file, e.line, e.reason) for e in errors] == [
        (str(path), 2, reason),
        (str(tmp_path / "b.jsonl"), 1, reason),
    ]


def test_two_articles_with_one_id(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", record(1, id="x"), record(2, id="x"), record(3, id="y"))
    articles, errors = run(path)
    assert [a.input_id for a in articles] == ["x", "y"]
    assert [str(e) for e in errors] == [f"{path}:2: its id 'x' is already that of {path}:1: give each record its own"]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    assert str(refused(tmp_path / "a.txt")) == f"{tmp_path / 'a.txt'}: no such file or folder: check the path"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY + " Later.")
    opened = Path.open

    def guarded(path: Path, *args: object, **options: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)  # type: ignore[call-overload]

    # The tests may run as root, whom the system lets read everything.
    monkeypatch.setattr(Path, "open", guarded)
    articles, errors = run(tmp_path)
    assert len(articles) == 1
    assert [str(e) for e in errors] == [
        f"{tmp_path / 'a.txt'}: no permission to read it: change its permissions (chmod +r) or run as its owner"
    ]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_no_permission_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt").chmod(0)
    assert refused(tmp_path / "a.txt").reason.startswith("no permission to read it")


def test_a_disk_that_fails_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_args: object) -> bytes:
        raise OSError(5, "Input/output error")

    write_lines(tmp_path / "a.jsonl", record(1), record(2))
    monkeypatch.setattr("secondsource.ingest.bytes_in.Bytes.line", failing)
    assert refused(tmp_path / "a.jsonl").reason == "cannot be read: input/output error"


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "self").symlink_to(tmp_path)
    articles, errors = run(tmp_path)
    assert len(articles) == 1
    assert [e.reason for e in errors] == [
        f"the same folder as {tmp_path}, which is read already: leave one of them out"
    ]


def test_one_pile_of_everything(tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").touch()
    (tmp_path / "b-binary").write_bytes(bytes(100))
    write_lines(tmp_path / "c-lines.jsonl", record(1), "{", record(3, published="soon"))
    (tmp_path / "d-report.txt").write_text(STORY)
    (tmp_path / "e-link").symlink_to(tmp_path / "missing")
    (tmp_path / "f-table.csv").write_text("title,text\n")
    items = list(ingest([tmp_path, tmp_path / "missing.txt"]))
    assert [type(item) for item in items] == [
        InputError,
        InputError,
        Article,
        InputError,
        Article,
        PartlyRead,
        Article,
        InputError,
        InputError,
        InputError,
    ]
    assert all("\n" not in str(item) for item in items if isinstance(item, InputError))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["text", "html", "id", "published", "articles", "authors"]), inner)
            ),
            max_leaves=8,
        ).map(lambda value: json.dumps(value).encode()),
        st.lists(st.sampled_from(['{"text": "some words"}', "{", "[", '"', "]", "}", ",", "\n", "<p>", "<html>"])).map(
            lambda pieces: "".join(pieces).encode()
        ),
    ),
    st.sampled_from(["a", "a.txt", "a.json", "a.jsonl", "a.html"]),
    st.booleans(),
)
def test_any_bytes_give_articles_or_reasons(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str, packed: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(gzip.compress(data) if packed else data)
    items = list(ingest([path]))
    assert items
    for item in items:
        if isinstance(item, Article):
            kept = "".join(block.span.of(item.text) for block in item.blocks)
            assert _visible(kept) == _visible(item.text)
            item.text.encode()
        else:
            assert "\n" not in str(item)
            assert item.file == str(path)


def _visible(text: str) -> str:
    """`text` without white space, byte order marks and zero-width spaces."""
    return "".join(text.replace("\ufeff", "").replace("\u200b", "").split())
