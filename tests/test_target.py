"""Files are written whole or not at all, and only files are replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from secondsource.target import NotWritten, check_target, write


def _failing() -> Iterator[str]:
    yield "half of it"
    raise OSError(28, "No space left on device")


def test_what_stood_there_stays_where_writing_fails(tmp_path: Path) -> None:
    out = tmp_path / "d.txt"
    out.write_text("the dossier of yesterday", encoding="utf-8")
    with pytest.raises(NotWritten, match=r"cannot write .*d\.txt: No space left on device"):
        write(out, _failing())
    assert out.read_text(encoding="utf-8") == "the dossier of yesterday"
    assert [path.name for path in tmp_path.iterdir()] == ["d.txt"]


def test_nothing_is_left_behind_where_the_work_fails(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "half of it"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "d.txt", broken())
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_written_through_and_stays(tmp_path: Path) -> None:
    (tmp_path / "goal.txt").write_text("old", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "goal.txt")
    write(link, ["new"])
    assert link.is_symlink()
    assert (tmp_path / "goal.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe, ["new"])
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_target_that_is_an_input_by_another_path_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A report.", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(click.UsageError, match="is an input"):
        check_target(tmp_path / "a.txt", [str(tmp_path / "link.txt")])
    check_target(tmp_path / "b.txt", [str(tmp_path / "a.txt"), "", str(tmp_path / "missing")])
