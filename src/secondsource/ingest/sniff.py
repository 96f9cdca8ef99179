"""What kind of source a file is, told by its first bytes; its name decides only where they leave it open."""

from __future__ import annotations

import re
from enum import Enum

from secondsource.ingest.table import is_table


class Kind(Enum):
    """The kinds of source that are read."""

    TEXT = "text"
    JSON = "JSON"  # one record, a list of records, or an object that holds one
    JSON_LINES = "JSON Lines"
    PAGE = "HTML page"


class NotASource(ValueError):
    """The bytes are no source of reports; the message says what they are and what to do."""


# First bytes (at an offset), what they begin, what to do.
_MAGIC = (
    (0, b"%PDF-", "a PDF document", "save its text as a text file"),
    (0, b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as plain text"),
    (0, b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (0, b"{\\rtf", "a rich-text document", "save it as plain text"),
    (0, b"BZh", "bzip2-compressed", "unpack it first (bunzip2)"),
    (0, b"\xfd7zXZ\x00", "xz-compressed", "unpack it first (unxz)"),
    (0, b"\x28\xb5\x2f\xfd", "zstd-compressed", "unpack it first (unzstd)"),
    (0, b"7z\xbc\xaf", "a 7-zip archive", "unpack it first"),
    (0, b"Rar!", "a rar archive", "unpack it first"),
    (0, b"\x1f\x8b", "gzipped twice", "unpack it once (gunzip)"),
    (257, b"ustar", "a tar archive", "unpack it first (tar -x)"),
    (0, b"WARC/", "a web archive (WARC)", "take its pages out first"),
    (0, b"\x89PNG", "an image", "give the report's text"),
    (0, b"\xff\xd8\xff", "an image", "give the report's text"),
    (0, b"GIF8", "an image", "give the report's text"),
    (0, b"RIFF", "an image, a sound or a film", "give the report's text"),
    (0, b"II*\x00", "an image", "give the report's text"),
    (4, b"ftyp", "a film or a sound", "give the report's text"),
    (0, b"ID3", "a sound", "give the report's text"),
    (0, b"OggS", "a sound or a film", "give the report's text"),
    (0, b"SQLite format 3", "a database", "export its records as JSON Lines"),
    (0, b"PAR1", "a Parquet table", "export its records as JSON Lines"),
    (0, b"\x7fELF", "a program", "give the report's text"),
)
# Files that are text, but never reports: a saved web page brings some along.
_NOT_REPORTS = {
    ending: what
    for what, endings in {
        "a table": "csv tsv",
        "program code": "js mjs ts css scss py pyc java c h cpp go rs rb php sh bat ps1 sql r ipynb",
        "settings": "toml yaml yml ini cfg conf lock",
        "a log": "log",
        "a drawing": "svg",
        "subtitles": "srt vtt",
    }.items()
    for ending in endings.split()
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,20000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta)"
    rb"\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<(?:\?xml|rss|feed|!doctype|[a-z][\w:.-]*[\s>])", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_OBJECT = re.compile(rb'\s*\{\s*["}]')
_LIST = re.compile(rb"\s*\[\s*[\]{\[]")
_SPREAD_OUT = re.compile(rb"\s*\{[ \t]*\r?\n")
_LINES = ("jsonl", "ndjson", "jl")
_OBJECT_LINE = re.compile(rb'^[ \t]*\{[ \t]*"', re.MULTILINE)
_COLLATION = re.compile(rb'\s*\{\s*"format"\s*:\s*"secondsource-collation"')
# What each renderer of a dossier leaves: a mark in pages and Markdown, in plain text the double rule and the headings.
_DOSSIER_PAGE = re.compile(rb'<meta name="generator" content="Second Source\b')
_DOSSIER_MARKDOWN = re.compile(rb"\s*<!-- generator: Second Source\b")
_DOSSIER_RULE = re.compile(r"\s*(?:═){20,}\r?\n".encode())
_DOSSIER_HEADING = re.compile(r"^[A-Z][A-Z ]{3,60}  \d{1,6} (?:─){2}".encode(), re.MULTILINE)
_ITS_OWN = "that this program wrote, no report: give the reports it was made from"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))


def kind_of(head: bytes, name: str) -> Kind:
    """The kind of the file called `name` (without ".gz") that begins with `head`, its first bytes (unpacked, in an
    encoding that extends ASCII). NotASource where it is none.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    _refuse_binary(head)
    if _COLLATION.match(head):
        raise NotASource(f"a collation {_ITS_OWN}")
    if _is_dossier(head):
        raise NotASource(f"a dossier {_ITS_OWN}")
    if _PAGE.match(head):
        return Kind.PAGE
    lines = ending in _LINES or (ending == "json" and not _OBJECT.match(head))
    if lines and _OBJECT_LINE.search(head) and not _LIST.match(head) and not _SPREAD_OUT.match(head):
        return Kind.JSON_LINES
    named = ending == "json" or ending in _LINES
    if _OBJECT.match(head) or _LIST.match(head) or (named and head.lstrip()[:1] in (b"{", b"[")):
        return Kind.JSON
    if _FEED.search(head[:2000]) and _XML.match(head):
        raise NotASource("a feed (RSS or Atom): save the articles that it links to")
    if ending == "xml" or (_XML.match(head) and ending not in ("txt", "text", "md")):
        raise NotASource("an XML document: give the report as text, JSON or HTML")
    if ending in _NOT_REPORTS:
        what = _NOT_REPORTS[ending]
        rows = "write its rows as JSON Lines, or " if what == "a table" else ""
        raise NotASource(f"{what} by its ending .{ending}, no report; {rows}rename it to .txt if it is one")
    if is_table(head.decode("utf-8", "replace")):
        raise NotASource("a table by its rows, no report: write them as JSON Lines")
    return Kind.TEXT


def _is_dossier(head: bytes) -> bool:
    if _PAGE.match(head):
        return _DOSSIER_PAGE.search(head) is not None
    if _DOSSIER_RULE.match(head):
        return _DOSSIER_HEADING.search(head) is not None
    return _DOSSIER_MARKDOWN.match(head) is not None


def _refuse_binary(head: bytes) -> None:
    if not head:
        raise NotASource("the file is empty")
    for offset, magic, what, advice in _MAGIC:
        if head.startswith(magic, offset):
            raise NotASource(f"{what}, not text: {advice}")
    if b"\0" in head:
        raise NotASource("binary data (it holds NUL bytes): give text, JSON or HTML; UTF-16 needs its byte order mark")
    if len(head.translate(None, _CONTROLS)) * 20 < len(head) * 19:
        raise NotASource("binary data (more than one control character in 20): give text, JSON or HTML")
