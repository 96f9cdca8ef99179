from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondsource.errors import InputError
from secondsource.ingest.walk import Found, files_of


def names(folder: Path) -> list[str]:
    return [item.path.name for item in files_of([folder]) if isinstance(item, Found)]


def reasons(*paths: Path | str) -> list[str]:
    return [item.reason for item in files_of(paths) if isinstance(item, InputError)]


def fill(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)


def test_folders_are_walked_by_name(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.txt", "B.txt")
    assert names(tmp_path) == ["B.txt", "c.txt", "z.txt", "b.txt", "c.txt"]


def test_paths_keep_the_order_in_which_they_are_given(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    found = [item for item in files_of([tmp_path / "b.txt", str(tmp_path / "a.txt")]) if isinstance(item, Found)]
    assert [item.path.name for item in found] == ["b.txt", "a.txt"]
    assert found[0].shown == str(tmp_path / "b.txt")


def test_hidden_files_are_left_out_of_a_walk_and_read_by_name(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.txt", ".git/config", "a.txt")
    assert names(tmp_path) == ["a.txt"]
    assert [type(item) for item in files_of([tmp_path / ".hidden.txt"])] == [Found]


def test_only_files_in_folders_below_a_given_one_are_below(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "deep/b.txt")
    below = {item.path.name: item.below for item in files_of([tmp_path]) if isinstance(item, Found)}
    assert below == {"a.txt": False, "b.txt": True}
    assert [item.below for item in files_of([tmp_path / "a.txt"]) if isinstance(item, Found)] == [False]


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden")
    assert reasons(tmp_path) == ["the folder holds no files (hidden ones are left out): name a file"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    items = list(files_of([tmp_path, tmp_path / "a.txt"]))
    assert [type(item) for item in items] == [Found, InputError]
    assert reasons(tmp_path, tmp_path / "a.txt") == [
        f"the same file as {tmp_path / 'a.txt'}, which is read already: leave one of them out"
    ]


def test_links_are_followed(tmp_path: Path) -> None:
    fill(tmp_path, "real/a.txt", "walked/b.txt")
    (tmp_path / "walked" / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path / "walked") == ["b.txt", "a.txt"]


def test_a_link_to_a_folder_above_ends_there(tmp_path: Path) -> None:
    fill(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    assert names(tmp_path) == ["c.txt"]
    assert reasons(tmp_path) == [f"the same folder as {tmp_path / 'a'}, which is read already: leave one of them out"]


def test_links_to_themselves_and_to_nothing_are_named(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    first, second = reasons(tmp_path)
    assert first.startswith("cannot be read: too many levels of symbolic links")
    assert second == "a link to something that does not exist: remove it or mend it"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert reasons(tmp_path / "pipe")[0].startswith("neither a file nor a folder")


def test_a_folder_that_may_not_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom the system lets read everything.
    def denied(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "listdir", denied)
    assert reasons(tmp_path) == ["no permission to read it: change its permissions (chmod +r) or run as its owner"]


@pytest.mark.parametrize(
    ("path", "shown"), [("a\nb.txt", "a?b.txt"), (os.fsdecode(b"caf\xe9.txt"), "caf\ufffd.txt"), ("a\0b", "a?b")]
)
def test_names_are_shown_on_one_printable_line(path: str, shown: str) -> None:
    (item,) = files_of([path])
    assert isinstance(item, InputError)
    assert item.file == shown


def test_a_file_of_a_one_letter_name_given_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a")
    monkeypatch.chdir(tmp_path)
    assert reasons("a", "a") == ["the same file as a, which is read already: leave one of them out"]


def test_an_empty_path_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [str(item) for item in files_of([""])] == ["'': an empty path: name a file or folder"]


@pytest.mark.parametrize("address", ["https://herald.example/bridge", Path("https://herald.example/bridge")])
def test_a_web_address_is_told_to_be_one(address: Path | str) -> None:
    assert reasons(address) == ["a web address; nothing is fetched: save the page and name the file"]


def test_a_web_address_is_named_as_it_was_given() -> None:
    (error,) = files_of(["https://herald.example/bridge"])
    assert str(error).startswith("https://herald.example/bridge: a web address")


def test_a_file_to_leave_out_is_left_out_of_a_walk_and_read_by_name(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "deep/b.txt")
    out = tmp_path / "deep" / "b.txt"
    assert [item.path.name for item in files_of([tmp_path], [out]) if isinstance(item, Found)] == ["a.txt"]
    assert [type(item) for item in files_of([out], [out])] == [Found]
    assert len(list(files_of([tmp_path], [tmp_path / "missing"]))) == 2
