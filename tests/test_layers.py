"""Who may import whom inside the package. A part is a top-level module or folder; imports inside functions count."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "secondsource"

STAGES = {"ingest", "annotate", "cluster", "collate", "publish"}
VALUES = {"types", "errors"}
MAY_IMPORT = {
    "errors": set[str](),
    "types": {"errors"},
    "progress": VALUES,
    "target": VALUES,
    "model": VALUES,
    "store": VALUES,
    "ingest": VALUES,
    "annotate": VALUES | {"model"},
    "cluster": VALUES,
    "collate": VALUES,
    "publish": VALUES,
    "pipeline": VALUES | STAGES | {"model"},
    "engine": VALUES | {"pipeline", "store"},
    "archive": VALUES | {"engine", "store", "pipeline", "publish"},
    "web": VALUES | {"archive", "publish"},
    "__main__": VALUES | {"archive", "model", "publish", "progress", "target", "secondsource"},
    "__init__": VALUES | {"archive", "pipeline"},
}
# Parts that the architecture has a place for and nobody has written: off this list with their first file.
PLANNED = {"store", "web"}


def part_of(module: str) -> str:
    """The part of the package that a dotted name lies in; the package itself is `secondsource`."""
    names = module.split(".")
    return names[1] if len(names) > 1 else names[0]


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, at the top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "secondsource":
            known = {p.stem for p in PACKAGE.iterdir()}
            for alias in node.names:
                yield node.lineno, f"secondsource.{alias.name}" if alias.name in known else "secondsource"
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def forbidden(part: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The imports of `part` that the table does not allow, relative ones among them."""
    for line, module in imported(tree):
        ours = module.split(".")[0] == "secondsource"
        if module.startswith(".") or (ours and part_of(module) not in MAY_IMPORT[part] | {part}):
            yield line, module


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_part_imports_only_what_the_table_allows(file: Path) -> None:
    part = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert part in MAY_IMPORT, f"{part} has no row in the table: give it one here and in docs/design-notes.md"
    for line, module in forbidden(part, ast.parse(file.read_text(encoding="utf-8"))):
        pytest.fail(f"{file}:{line}: {part} may not import {module} (imports are written in full, not relative)")


@pytest.mark.parametrize(
    ("part", "source"),
    [
        ("collate", "from secondsource.ingest import ingest"),
        ("types", "def late():\n    import secondsource.errors, secondsource.archive"),
        ("engine", "from secondsource import web"),
        ("publish", "from . import place"),
    ],
)
def test_an_import_that_the_table_does_not_allow_is_found(part: str, source: str) -> None:
    assert len(list(forbidden(part, ast.parse(source)))) == 1


def test_every_row_of_the_table_is_a_part_that_exists_or_is_planned() -> None:
    rows = set(MAY_IMPORT)
    existing = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rows - PLANNED == existing
    assert rows >= PLANNED
    assert {part for allowed in MAY_IMPORT.values() for part in allowed} <= rows | {"secondsource"}


def test_an_import_inside_a_function_counts() -> None:
    tree = ast.parse("def late():\n    from secondsource.publish import publish\n")
    assert list(imported(tree)) == [(2, "secondsource.publish")]


def test_no_stage_may_import_another() -> None:
    assert not any(MAY_IMPORT[stage] & STAGES for stage in STAGES)
