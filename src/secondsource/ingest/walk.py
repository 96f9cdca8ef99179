"""The files that a list of paths means, in an order that is the same everywhere."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from secondsource.errors import InputError

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ADDRESS = re.compile(r"https?:/", re.IGNORECASE)  # a path drops the second slash

_NOT_FETCHED = "a web address; nothing is fetched: save the page and name the file"
_STREAM = (-1, -1)  # in place of a file's identity


class Found(NamedTuple):
    """A regular file, the name under which it is shown, and whether it was found in a folder below a given one; or
    standard input, whose path is only a name.
    """

    path: Path
    shown: str
    below: bool = False
    is_standard_input: bool = False


def files_of(paths: Iterable[Path | str], leave_out: Iterable[Path | str] = ()) -> Iterator[Found | InputError]:
    """The files among `paths` and in the folders among them, these walked by name, each file and folder once.

    Symbolic links are followed. Hidden files and folders (".name") are left out of a walk, as the shell leaves them out
    of ``*``, and so are the files of `leave_out`; given by name they are read. The string "-" is standard input; a file
    of that name is "./-". Whatever else is not read comes as an InputError in its place.
    """
    seen: dict[tuple[int, int], str] = {}
    passed_over = {_identity(path.stat()) for path in map(Path, leave_out) if path.is_file()}
    waiting: list[tuple[Path | str, int]] = [(path, 0) for path in paths][::-1]
    while waiting:
        given, depth = waiting.pop()
        if given == "":  # as a path it would be the current folder
            yield InputError("''", "an empty path: name a file or folder")
            continue
        if isinstance(given, str) and _ADDRESS.match(given) and not Path(given).exists():
            yield InputError(_printable(given), _NOT_FETCHED)
            continue
        if given == "-":
            yield _standard_input(seen)
            continue
        path = Path(given)
        if depth and passed_over and path.is_file() and _identity(path.stat()) in passed_over:
            continue
        found, children = _visit(path, seen, depth)
        if found is not None:
            yield found
        waiting += [(path / child, depth + 1) for child in reversed(children)]


def shown_name(path: Path) -> str:
    """`path` as one printable line, whatever bytes its name holds."""
    return _printable(path)


def _printable(path: Path | str) -> str:
    return _UNPRINTABLE.sub("?", os.fsencode(path).decode("utf-8", "replace"))


def _standard_input(seen: dict[tuple[int, int], str]) -> Found | InputError:
    if _STREAM in seen:
        return InputError(seen[_STREAM], "it is read already: name it once")
    seen[_STREAM] = "standard input"
    return Found(Path(seen[_STREAM]), seen[_STREAM], is_standard_input=True)


def _visit(path: Path, seen: dict[tuple[int, int], str], depth: int) -> tuple[Found | InputError | None, list[str]]:
    """What `path` is, if it is no folder, and its visible children, if it is one."""
    shown = shown_name(path)
    try:
        status = path.stat()
        children = sorted(os.listdir(path)) if stat.S_ISDIR(status.st_mode) else None
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the name
        return InputError(shown, trouble(error, path)), []
    identity = _identity(status)
    if identity in seen:
        what = "folder" if children is not None else "file"
        reason = f"the same {what} as {seen[identity]}, which is read already: leave one of them out"
        return InputError(shown, reason), []
    seen[identity] = shown
    if children is not None:
        visible = [child for child in children if not child.startswith(".")]
        nothing = InputError(shown, "the folder holds no files (hidden ones are left out): name a file")
        return (None if visible else nothing), visible
    if not stat.S_ISREG(status.st_mode):
        return InputError(
            shown, "neither a file nor a folder (a device, pipe or socket): save its contents to a file"
        ), []
    return Found(path, shown, below=depth > 1), []


def _identity(status: os.stat_result) -> tuple[int, int]:
    """What tells a file or folder from every other of the machine, whatever path leads to it."""
    return status.st_dev, status.st_ino


def trouble(error: OSError | ValueError, path: Path) -> str:
    """Why the system does not let `path` be read, and what to do."""
    match error:
        case FileNotFoundError() if path.is_symlink():
            return "a link to something that does not exist: remove it or mend it"
        case FileNotFoundError() if _ADDRESS.match(str(path)):
            return _NOT_FETCHED
        case FileNotFoundError():
            return "no such file or folder: check the path"
        case PermissionError():
            return "no permission to read it: change its permissions (chmod +r) or run as its owner"
        case OSError() if error.strerror:
            return f"cannot be read: {error.strerror[0].lower()}{error.strerror[1:]}"
        case _:
            return f"cannot be read: {error}"
