"""JSON and JSON Lines → records, each with the line where it begins; what is broken spoils no other record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from secondsource.ingest.bytes_in import Bytes
from secondsource.ingest.decode import Decoded, decode_text
from secondsource.ingest.fields import holds_report
from secondsource.ingest.sniff import Kind

# A record on a line of its own; pages as records run to a few million bytes.
LONGEST_LINE = 1 << 24
# A JSON document that is not written line by line has to be held while it is read.
LONGEST_DOCUMENT = 1 << 26

# Members of an object that hold a list of records, or an object with such a list in it.
_LISTS = frozenset(
    "articles items results records documents docs stories entries posts news reports data response".split()
)
_DEEPEST_LIST = 2
_SPACE = re.compile(r"[ \t\n\r]*")
_BEGINS_OBJECT = re.compile(rb"\s*\{.*\S", re.DOTALL)
# Not strict: a raw tab or line break inside a string is an error of form only.
_HOLDS_OBJECTS = re.compile(r"\[\s*\{|\{")
_decode = json.JSONDecoder(strict=False).raw_decode


class Record(NamedTuple):
    """One decoded value, the line where it begins, from 1, and remarks on how its characters were decoded."""

    value: object
    line: int
    remarks: tuple[str, ...] = ()


class Broken(NamedTuple):
    """A place where no record could be read, and why."""

    reason: str
    line: int | None


def read_records(source: Bytes, kind: Kind) -> Iterator[Record | Broken]:
    """The records of a JSON document (Kind.JSON) or of JSON Lines, in order.

    A document whose first line is a record, with another below it, is JSON Lines under either kind. Damage of a
    gzipped file is left to the caller (``Bytes.damage``).
    """
    first = source.line(LONGEST_LINE)
    if kind is Kind.JSON_LINES or _begins_lines(source, first):
        yield from _lines(source, first)
    else:
        yield from _document(source, first)


def _begins_lines(source: Bytes, first: bytes) -> bool:
    if not _BEGINS_OBJECT.fullmatch(first.rstrip()):
        return False
    lines = [line for line in source.head.split(b"\n", 20)[:20] if line.strip()]
    if len(first) < len(source.head):
        return len(lines) > 1 and lines[1].startswith(b"{")
    return first.endswith(b"\n") and all(isinstance(item, Record) for item in _one_line(first, 1))


def _lines(source: Bytes, line: bytes) -> Iterator[Record | Broken]:
    number = 1
    while line:
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            yield Broken(f"a line of more than {LONGEST_LINE >> 20} MB is not read: give one report a line", number)
            while line and not line.endswith(b"\n"):
                line = source.line(LONGEST_LINE)
        elif line.strip():
            items = list(_one_line(line, number))
            # The half line at which a damaged file ends is named with the damage.
            cut_off = not line.endswith(b"\n") and source.damage is not None
            yield from (item for item in items if not (cut_off and isinstance(item, Broken)))
        number += 1
        line = source.line(LONGEST_LINE)


def _one_line(line: bytes, number: int) -> Iterator[Record | Broken]:
    decoded = decode_text(line)
    return _Reading(decoded, number).records()


def _document(source: Bytes, first: bytes) -> Iterator[Record | Broken]:
    data = first + source.read(LONGEST_DOCUMENT + 1 - len(first))
    if len(data) > LONGEST_DOCUMENT:
        yield Broken(
            f"a JSON document of more than {LONGEST_DOCUMENT >> 20} MB is not read: write it as JSON Lines", None
        )
        return
    decoded = decode_text(data)
    del data  # while its text is read, a large document is not held twice
    for item in _Reading(decoded).records():
        if not (isinstance(item, Broken) and source.damage):
            yield item


class _Reading:
    """One pass over a JSON value: the records of a list are decoded one by one, so that those before a broken one are
    read and only one at a time is held.
    """

    def __init__(self, decoded: Decoded, line: int = 1) -> None:
        self._text, self._remarks = decoded.text, decoded.remarks
        self._at = 0
        self._counted, self._line = 0, line

    def records(self) -> Iterator[Record | Broken]:
        """The records that the value is or holds; a Broken last where it breaks off."""
        try:
            self._skip_space(0)
            yield from self._value(0)
            if self._at < len(self._text):
                raise json.JSONDecodeError("More after the end", self._text, self._at)
        except json.JSONDecodeError as error:
            yield Broken(
                f"broken JSON ({error.msg}, column {error.colno}): mend or remove it", self._line_of(error.pos)
            )
        except RecursionError:
            yield Broken("JSON nested too deeply: give each report as one flat object", self._line)
        except ValueError:  # a whole number of thousands of digits
            yield Broken("broken JSON (a number that is too long): mend or remove it", self._line)

    def _value(self, depth: int) -> Iterator[Record]:
        if self._text.startswith("[", self._at):
            yield from self._list()
        elif self._text.startswith("{", self._at):
            yield from self._object(depth)
        else:
            line = self._line_of(self._at)
            value = self._decoded()
            if self._at == len(self._text):
                yield Record(value, line, self._remarks)

    def _list(self) -> Iterator[Record]:
        more = self._opened("]")
        while more:
            line = self._line_of(self._at)
            yield Record(self._decoded(), line, self._remarks)
            more = self._continued("]")

    def _object(self, depth: int) -> Iterator[Record]:
        """An object with a list of records in it is that list, unless it is a report itself."""
        line, found = self._line_of(self._at), False
        members: dict[str, object] = {}
        more = self._opened("}")
        while more:
            key = self._key()
            if key in _LISTS and depth < _DEEPEST_LIST and self._may_hold_records() and not holds_report(members):
                for record in self._value(depth + 1):
                    found = True
                    yield record
            else:
                members[key] = self._decoded()
            more = self._continued("}")
        if holds_report(members) or (depth == 0 and not found):
            yield Record(members, line, self._remarks)

    def _may_hold_records(self) -> bool:
        return _HOLDS_OBJECTS.match(self._text, self._at) is not None

    def _key(self) -> str:
        if not self._text.startswith('"', self._at):
            raise json.JSONDecodeError("Expecting a name in double quotes", self._text, self._at)
        key = str(self._decoded())
        if not self._text.startswith(":", self._at):
            raise json.JSONDecodeError("Expecting ':'", self._text, self._at)
        self._skip_space(self._at + 1)
        return key

    def _decoded(self) -> object:
        value, end = _decode(self._text, self._at)
        self._skip_space(end)
        return value

    def _opened(self, closing: str) -> bool:
        """Step into a list or object; whether anything is in it."""
        self._skip_space(self._at + 1)
        if empty := self._text.startswith(closing, self._at):
            self._skip_space(self._at + 1)
        return not empty

    def _continued(self, closing: str) -> bool:
        """Step over a comma or `closing`; whether it was a comma."""
        mark = self._text[self._at : self._at + 1]
        if mark not in (",", closing):
            raise json.JSONDecodeError(f"Expecting ',' or '{closing}'", self._text, self._at)
        self._skip_space(self._at + 1)
        return mark == ","

    def _skip_space(self, start: int) -> None:
        space = _SPACE.match(self._text, start)
        self._at = space.end() if space else start

    def _line_of(self, position: int) -> int:
        self._line += self._text.count("\n", self._counted, position)
        self._counted = max(self._counted, position)
        return self._line
