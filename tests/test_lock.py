"""The lock files pin everything that pyproject.toml asks for, with hashes, and name no place to fetch it from."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent
LOCKS = {
    name: (PROJECT / "requirements" / f"{name}.lock").read_text(encoding="utf-8") for name in ("run", "build", "dev")
}
_PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def asked_for() -> list[tuple[str, Requirement]]:
    """Each requirement of pyproject.toml and the lock that must pin it."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    run = settings["project"]["dependencies"]
    groups = {
        "run": run,
        "build": settings["dependency-groups"]["build"],
        "dev": run + settings["project"]["optional-dependencies"]["dev"],
    }
    return [(lock, Requirement(line)) for lock, lines in groups.items() for line in lines]


@pytest.mark.parametrize(("lock", "asked"), asked_for(), ids=str)
def test_what_is_asked_for_is_pinned(lock: str, asked: Requirement) -> None:
    pins = {match["name"]: match["version"] for match in _PIN.finditer(LOCKS[lock])}
    name = canonicalize_name(asked.name)
    assert name in pins, f"{name} is not in requirements/{lock}.lock: make lock"
    assert asked.specifier.contains(pins[name])


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_none_an_address(lock: str) -> None:
    assert all("--hash=sha256:" in match["rest"] for match in _PIN.finditer(LOCKS[lock]))
    assert not re.search(r"://|file:|--index|--find-links|^ *-e\b| @ ", LOCKS[lock], re.MULTILINE)


@pytest.mark.parametrize("lock", ["run", "build"])
def test_the_developers_lock_has_the_same_versions(lock: str) -> None:
    pins = {(match["name"], match["version"]) for match in _PIN.finditer(LOCKS["dev"])}
    assert {(match["name"], match["version"]) for match in _PIN.finditer(LOCKS[lock])} <= pins


def imported_by_the_package() -> set[str]:
    """The top-level names that the package imports, at the top of a module or inside a function."""
    found: set[str] = set()
    for file in (PROJECT / "src" / "secondsource").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"secondsource", "_typeshed"}


@pytest.mark.parametrize("module", sorted(imported_by_the_package()))
def test_what_the_package_imports_is_asked_for(module: str) -> None:
    asked = {canonicalize_name(requirement.name) for lock, requirement in asked_for() if lock == "run"}
    givers = {canonicalize_name(name) for name in packages_distributions().get(module, [])}
    assert asked & givers, f"{module} is imported, and pyproject.toml does not ask for it"
