"""Where a command writes: to standard output, or to a file, whole or not at all."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import click


class NotWritten(click.ClickException):
    """The output could not be written; the message says where and why. It ends the program with a code of its own."""

    exit_code = 4


def check_target(out: Path, inputs: Iterable[str]) -> None:
    """click.UsageError where `out` could not be written, or is one of `inputs`: better said before the work is done."""
    folder = out.parent
    if not folder.is_dir():
        raise click.UsageError(f"cannot write {out}: there is no folder {folder}")
    if not os.access(out if out.exists() else folder, os.W_OK):
        raise click.UsageError(f"cannot write {out}: no permission")
    if any(Path(path).is_file() and _same(out, Path(path)) for path in inputs):
        raise click.UsageError(f"{out} is an input: writing it would destroy the report")


def lies_below(out: Path, inputs: Iterable[str]) -> bool:
    """Whether `out` is there already and in one of the folders among `inputs`: it would be read for a report."""
    folders = (Path(path).resolve() for path in inputs if path and Path(path).is_dir())
    return out.is_file() and any(out.resolve().is_relative_to(folder) for folder in folders)


def write(out: Path | None, pieces: Iterable[str]) -> None:
    """Write text to `out` (gzipped where it ends in .gz) or, where that is None, to standard output.

    NotWritten where it cannot be written; a file that stood there is then as it was.
    """
    if out is None:
        with standard_output() as stream:
            _fill(stream, pieces)
        return
    try:
        if out.is_symlink() or (out.exists() and not out.is_file()):
            # A link, a device or a pipe (/dev/stdout) is written to; replacing it would remove it.
            with _opened(out, gzipped=out.suffix == ".gz") as file:
                _fill(file, pieces)
            return
        unfinished = out.with_name(f".{out.name}.unfinished")
        try:
            with _opened(unfinished, gzipped=out.suffix == ".gz") as file:
                _fill(file, pieces)
            unfinished.replace(out)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritten(f"cannot write {out}: {error.strerror or error}") from error


@contextmanager
def standard_output() -> Iterator[IO[str]]:
    """Standard output, written out at the end. NotWritten where it cannot be (a full disk); BrokenPipeError where
    nobody reads it any more.
    """
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_output()
        raise NotWritten(f"cannot write to standard output: {error.strerror or error}") from error


def abandon_output() -> None:
    """Send nowhere what standard output still holds, which Python would try to write again at its end."""
    with suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def writable_output() -> None:
    """Make standard output take every character: in UTF-8 where it is a file or a pipe, as files are written; a
    terminal keeps its encoding and shows "?" for what it cannot.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _fill(file: IO[str], pieces: Iterable[str]) -> None:
    for piece in pieces:
        file.write(piece)


def _same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)


@contextmanager
def _opened(path: Path, *, gzipped: bool) -> Iterator[IO[str]]:
    with path.open("wb") as raw:
        if not gzipped:
            with io.TextIOWrapper(raw, encoding="utf-8", newline="\n") as text:
                yield text
            return
        # No name and time in the header, so that the same input gives the same bytes.
        packed = gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0)
        with packed, io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as text:
            yield text
