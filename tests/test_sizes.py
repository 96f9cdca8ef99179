"""One idea a file, small functions, and names that say what is in them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
FILES = sorted(f for folder in ("src", "evals", "benchmarks") for f in (PROJECT / folder).rglob("*.py"))
EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}
LINES_OF_A_FILE = 320
LINES_OF_A_FUNCTION = 55


def relative(file: Path) -> str:
    return str(file.relative_to(PROJECT))


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_a_file_is_short_enough_to_read(file: Path) -> None:
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= LINES_OF_A_FILE, f"{relative(file)} has {lines} lines: could it be two, with better names?"


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_a_function_is_short_enough_to_read(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LINES_OF_A_FUNCTION, f"{relative(file)}:{node.lineno}: {node.name} has {lines} lines"


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_a_name_says_what_is_inside(file: Path) -> None:
    names = {file.stem.strip("_"), *(part.strip("_") for part in file.relative_to(PROJECT).parts[:-1])}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name.strip("_").lower())
    assert not names & EMPTY_NAMES, f"{relative(file)}: a name that says nothing"
