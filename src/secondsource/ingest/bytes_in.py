"""A file as bytes: unpacked if it is gzipped, in UTF-8 if it was in UTF-16 or UTF-32, never held as a whole."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b\x08"
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Bytes:
    """The bytes of one file, read once from front to back.

    `head` are the first of them (at most 64 KiB), which reading yields again. After the last byte `damage` is None, or
    says in a few words why the rest of a gzipped file could not be unpacked.
    """

    def __init__(self, file: io.RawIOBase) -> None:
        self._unpacked: _Unpacked | None = None
        self._layers: list[io.BufferedReader] = []  # the file's own bytes first, what is read last
        stream = self._over(file)
        if stream.peek(_CHUNK).startswith(_GZIP):
            self._unpacked = _Unpacked(stream)
            stream = self._over(self._unpacked)
        head = stream.peek(_CHUNK)
        for mark, encoding in _WIDE_MARKS:
            if head.startswith(mark):
                stream.read(len(mark))
                stream = self._over(_Recoded(stream, encoding))
                break
        if stream.peek(_CHUNK).startswith(codecs.BOM_UTF8):
            stream.read(len(codecs.BOM_UTF8))
        self._stream = stream
        self.head = stream.peek(_CHUNK)[:_CHUNK]

    def _over(self, raw: io.RawIOBase) -> io.BufferedReader:
        self._layers.append(io.BufferedReader(raw, _CHUNK))
        return self._layers[-1]

    @property
    def damage(self) -> str | None:
        """Why the bytes end before the file does, if they do."""
        return self._unpacked.damage if self._unpacked else None

    def line(self, limit: int) -> bytes:
        """The next line with its line break, or the first `limit` bytes of it; empty at the end."""
        return self._stream.readline(limit)

    def read(self, limit: int) -> bytes:
        """The next bytes, at most `limit`; fewer only at the end."""
        return self._stream.read(limit)

    def close(self) -> None:
        """Close the file."""
        for layer in reversed(self._layers):
            layer.close()


@contextmanager
def open_bytes(path: Path) -> Iterator[Bytes]:
    """The bytes of the file at `path`. OSError as of ``open``."""
    with path.open("rb", buffering=0) as file:
        source = Bytes(file)
        try:
            yield source
        finally:
            source.close()


@contextmanager
def open_standard_input() -> Iterator[Bytes]:
    """The bytes of standard input, which stays open. OSError where the program was started without one."""
    if sys.stdin is None:
        raise OSError("there is no standard input")
    stream = sys.stdin.buffer
    source = Bytes(_Pieces(iter(lambda: stream.read(_CHUNK), b"")))
    try:
        yield source
    finally:
        source.close()


class _Pieces(io.RawIOBase):
    """A raw stream over pieces of bytes that are made one after the other."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        target, filled = memoryview(buffer).cast("B"), 0
        while filled < len(target):
            if not self._rest:
                self._rest = memoryview(next(self._pieces, b""))
                if not self._rest:
                    break
            taken = min(len(self._rest), len(target) - filled)
            target[filled : filled + taken] = self._rest[:taken]
            self._rest = self._rest[taken:]
            filled += taken
        return filled


class _Unpacked(_Pieces):
    """The contents of a gzipped stream of one or more members, up to the first damage."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self.damage: str | None = None
        super().__init__(self._members(packed))

    def _members(self, packed: io.BufferedReader) -> Iterator[bytes]:
        with gzip.GzipFile(fileobj=packed) as unpacked:
            try:
                while piece := unpacked.read1(_CHUNK):
                    yield piece
            except EOFError:
                self.damage = "its gzipped data ends too early"
            except (zlib.error, gzip.BadGzipFile):
                self.damage = "its gzipped data is damaged"


class _Recoded(_Pieces):
    """A stream in UTF-16 or UTF-32 as UTF-8."""

    def __init__(self, wide: io.BufferedReader, encoding: str) -> None:
        super().__init__(self._recode(wide, encoding))

    @staticmethod
    def _recode(wide: io.BufferedReader, encoding: str) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        while chunk := wide.read(_CHUNK):
            if piece := decoder.decode(chunk).encode("utf-8", "replace"):
                yield piece
        if piece := decoder.decode(b"", final=True).encode("utf-8"):
            yield piece
