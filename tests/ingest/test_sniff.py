from __future__ import annotations

import pytest

from secondsource.ingest.sniff import Kind, NotASource, kind_of


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"The bridge was closed.", "a", Kind.TEXT),
        (b"[Image via Ann Oakley]\nThe bridge was closed.", "a.txt", Kind.TEXT),
        (b"[Update] The bridge was closed.", "a", Kind.TEXT),
        (b"{The bridge} was closed.", "a", Kind.TEXT),
        (b"<3 is what the mayor wrote", "a.txt", Kind.TEXT),
        (b"The bridge was closed.", "a.json", Kind.TEXT),
        (b"date 2024-03-05 The bridge was closed.", "a.jsonld", Kind.TEXT),
        (b'\n {"text": "x"}', "a", Kind.JSON),
        (b'{"text": "x"}', "a.txt", Kind.JSON),
        (b'[\n  {"text": "x"}]', "a", Kind.JSON),
        (b"[]", "a", Kind.JSON),
        (b"{text: 1}", "a.json", Kind.JSON),
        (b'{"text": "x"}\n{"text": "y"}', "a.jsonl", Kind.JSON_LINES),
        (b'garbage\n{"text": "y"}', "a.jsonl", Kind.JSON_LINES),
        (b'[{"text": "x"}]', "a.jsonl", Kind.JSON),
        (b"<!DOCTYPE html><html>", "a", Kind.PAGE),
        (b"\n<!-- saved from url -->\n<HTML lang='en'>", "a.txt", Kind.PAGE),
        (b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', "a", Kind.PAGE),
        (b"<article><p>The bridge was closed.</p></article>", "a", Kind.PAGE),
        (b'<html><meta name="generator" content="WordPress 6.4"><p>x', "a", Kind.PAGE),
        (b"<html><p>&lt;meta name=generator content=Second Source&gt;", "a", Kind.PAGE),
        ("═".encode() * 40 + b"\nThe bridge was closed.", "a.txt", Kind.TEXT),
        (b"# Second Source\n\nThe bridge was closed.", "a.md", Kind.TEXT),
    ],
)
def test_kind(head: bytes, name: str, kind: Kind) -> None:
    assert kind_of(head, name) is kind


@pytest.mark.parametrize(
    ("head", "name", "reason"),
    [
        (b"", "a.txt", "the file is empty"),
        (b"%PDF-1.7\n", "a.txt", "a PDF document, not text"),
        (b"PK\x03\x04\x14\x00", "a.docx", "a zip archive or an office document, not text"),
        (b"\x89PNG\r\n\x1a\n", "a.jpg", "an image, not text"),
        (b"\xff\xd8\xff\xe0", "a", "an image, not text"),
        (b"BZh91AY", "a.bz2", "bzip2-compressed, not text"),
        (b"\x1f\x8b\x08", "a.gz", "gzipped twice, not text"),
        (b"x" * 257 + b"ustar", "a", "a tar archive, not text"),
        (b"some\0bytes", "a", "binary data (it holds NUL bytes)"),
        (b"\x01\x02\x03abc", "a", "binary data (more than one control character in 20)"),
        (b'<?xml version="1.0"?><rss version="2.0">', "a", "a feed (RSS or Atom)"),
        (b'<?xml version="1.0"?><nitf>', "a", "an XML document"),
        (b"title,text\na,b", "a.csv", "a table by its ending .csv, no report; write its rows as JSON Lines"),
        (b'{\n "format": "secondsource-collation",\n', "a.json", "a collation that this program wrote, no report"),
        (
            b'<!doctype html><meta name="generator" content="Second Source">',
            "a",
            "a dossier that this program wrote, no",
        ),
        (b"<!-- generator: Second Source -->\n\n# Bridge", "a.md", "a dossier that this program wrote, no report"),
        (
            f"{'═' * 40}\nBridge\n\nWHO REPORTS IT  2 {'─' * 20}\n".encode(),
            "a.txt",
            "a dossier that this program wrote, no report",
        ),
        (b"var a = 1;", "page_files/x.js", "program code by its ending .js, no report"),
    ],
)
def test_refused(head: bytes, name: str, reason: str) -> None:
    with pytest.raises(NotASource) as error:
        kind_of(head, name)
    assert str(error.value).startswith(reason)


def test_a_hostile_head_is_told_quickly() -> None:
    assert kind_of(b"<!--" * 16000, "a.txt") is Kind.TEXT
    assert kind_of(b" " * 65536, "a.txt") is Kind.TEXT
    assert kind_of(b"[ " * 32000, "a.txt") is Kind.JSON
