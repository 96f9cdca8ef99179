"""The public names: `__all__` says what is offered, all of it is there, and every public thing promises something."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "secondsource"
OFFERING = ["ingest", "annotate", "cluster", "collate", "publish", "engine", "types", "archive", "pipeline"]
MODULES = ["secondsource", *(f"secondsource.{name}" for name in OFFERING)]
FILES = sorted(PACKAGE.rglob("*.py"))
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def relative(file: Path) -> str:
    return str(file.relative_to(PACKAGE))


def public(body: list[ast.stmt], owner: str = "") -> Iterator[tuple[str, Documented]]:
    """The functions, classes and methods of `body` whose names have no leading underscore, with their full names."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            name = f"{owner}{node.name}"
            yield name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{name}.")


def overrides(node: Documented) -> bool:
    """Whether a function is marked as one whose promise stands in the class that it extends."""
    return any(ast.unparse(decorator).endswith("override") for decorator in node.decorator_list)


@pytest.mark.parametrize("name", MODULES)
def test_all_names_what_can_be_imported(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, f"{name} does not say what it is"
    assert len(set(module.__all__)) == len(module.__all__), f"{name}.__all__ names something twice"
    for offered in module.__all__:
        thing = getattr(module, offered)
        if inspect.isfunction(thing) or inspect.isclass(thing):
            assert inspect.getdoc(thing), f"{name}.{offered} has no docstring"


@pytest.mark.parametrize("stage", ["ingest", "annotate", "cluster", "collate", "publish"])
def test_a_stage_offers_its_one_function_by_its_own_name(stage: str) -> None:
    module = importlib.import_module(f"secondsource.{stage}")
    assert stage in module.__all__
    assert callable(getattr(module, stage))


def test_the_package_offers_its_archive_and_version() -> None:
    package = importlib.import_module("secondsource")
    assert "Archive" in package.__all__
    assert package.__version__


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_every_public_function_class_and_module_has_a_docstring(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = [f"{name} (line {node.lineno})" for name, node in public(tree.body)
              if not overrides(node) and not ast.get_docstring(node)]  # fmt: skip
    assert ast.get_docstring(tree), f"{relative(file)} does not say what it is"
    assert not silent, f"{relative(file)}: no docstring on {', '.join(silent)}"
