from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from secondsource.ingest.bytes_in import open_bytes

LINES = b"".join(b"line %d\n" % number for number in range(50_000))


def contents(path: Path, data: bytes) -> tuple[bytes, str | None]:
    """What is read of a file with `data` in it, and its damage."""
    path.write_bytes(data)
    with open_bytes(path) as source:
        return source.read(10_000_000), source.damage


def test_a_plain_file_is_read_as_it_is(tmp_path: Path) -> None:
    assert contents(tmp_path / "a", LINES) == (LINES, None)


def test_a_gzipped_file_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    assert contents(tmp_path / "a.txt", gzip.compress(LINES)) == (LINES, None)


def test_all_members_of_a_gzipped_file_are_unpacked(tmp_path: Path) -> None:
    data = gzip.compress(b"one\n") + gzip.compress(LINES) + gzip.compress(b"") + gzip.compress(b"three") + b"\0" * 512
    assert contents(tmp_path / "a", data) == (b"one\n" + LINES + b"three", None)


@pytest.mark.parametrize("lost", [1, 8, 1000, 50_000])
def test_what_comes_before_a_truncation_is_read(tmp_path: Path, lost: int) -> None:
    packed = gzip.compress(LINES)
    read, damage = contents(tmp_path / "a", packed[:-lost])
    assert LINES.startswith(read)
    assert len(read) > len(LINES) * (len(packed) - lost - 2000) // len(packed)
    assert damage == "its gzipped data ends too early"


def test_what_comes_before_damage_is_read(tmp_path: Path) -> None:
    packed = gzip.compress(LINES)
    read, damage = contents(tmp_path / "a", packed[:-8] + bytes(8))  # a wrong checksum
    assert LINES.startswith(read)
    assert len(read) > len(LINES) * 9 // 10
    assert damage == "its gzipped data is damaged"


def test_something_else_behind_the_gzipped_data_is_damage(tmp_path: Path) -> None:
    assert contents(tmp_path / "a", gzip.compress(b"one") + b"two") == (b"one", "its gzipped data is damaged")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_wide_encodings_become_utf_8(tmp_path: Path, encoding: str, pack: type[bytes]) -> None:
    text = "\n".join(f"“Brücke” {number} 😀" for number in range(20_000))
    data = text.encode(encoding) if encoding != "utf-16-be" else b"\xfe\xff" + text.encode(encoding)
    assert contents(tmp_path / "a", pack(data)) == (text.encode(), None)


def test_half_a_character_at_the_end_is_replaced(tmp_path: Path) -> None:
    assert contents(tmp_path / "a", "ab".encode("utf-16") + b"\x20") == ("ab\ufffd".encode(), None)


def test_lines_are_cut_at_the_limit_and_continued(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcdef\ngh")
    with open_bytes(tmp_path / "a") as source:
        assert source.head == b"abcdef\ngh"
        assert [source.line(4) for _ in range(5)] == [b"abcd", b"ef\n", b"gh", b"", b""]


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_held(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"a " * 20_000_000, 1))
    with open_bytes(tmp_path / "a.gz") as source:
        assert len(source.head) == 1 << 16
        assert len(source.read(1000)) == 1000
