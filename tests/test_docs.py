"""What README and docs say is so: commands run and print what is shown, code runs, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from evals.floors import read_floors
from evals.readme import README, with_table
from secondsource.__main__ import main
from tests.documented import PAGES, PROJECT, Fence, Shown, commands, fences, headings, links, shows

ALL_FENCES = [fence for page in PAGES for fence in fences(page)]
CONSOLE = [
    pytest.param(fence, shown, id=f"{fence} {shown.command}")
    for fence in ALL_FENCES
    if fence.language == "console"
    for shown in commands(fence.text)
]
PYTHON = [pytest.param(fence, id=str(fence)) for fence in ALL_FENCES if fence.language == "python"]
# Commands that a test does not run: they set up, or change, the machine or the checkout.
ONLY_READ = ("git clone", "cd ", ".venv/bin/pip install", "python -m venv", "apt-get")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder like the project's, as far as commands in the pages read it."""
    for name in ("examples", "evals", "benchmarks", "Makefile", "tests"):
        (tmp_path / name).symlink_to(PROJECT / name)
    return tmp_path


def ran(command: str, folder: Path) -> str:
    """What `command` prints in a shell; it must end as a program does when all is done."""
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    environment = {"PATH": path, "PYTHONPATH": str(PROJECT), "COLUMNS": "88", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(("fence", "shown"), CONSOLE)
def test_a_command_runs_and_prints_what_is_shown(fence: Fence, shown: Shown, desk: Path) -> None:
    if shown.command.startswith("make "):
        for target in (word for word in shown.command.split()[1:] if "=" not in word):
            assert re.search(rf"^{target}:", (PROJECT / "Makefile").read_text(), re.MULTILINE), f"{fence}: no {target}"
    elif not shown.command.startswith(ONLY_READ):
        missing = shows(shown.output, ran(shown.command, desk))
        assert missing is None, f"{fence}: not printed: {missing!r}"


@pytest.mark.parametrize("fence", PYTHON)
def test_python_code_runs_and_prints_what_its_comments_say(fence: Fence, desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", fence.text], cwd=desk, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, f"{fence}: {done.stderr}"
    promised = tuple(line.partition("# prints: ")[2] for line in fence.text.splitlines() if "# prints: " in line)
    missing = shows(("…", *promised), done.stdout) if promised else None
    assert missing is None, f"{fence}: not printed: {missing!r}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in links(page):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, heading = target.partition("#")
        goal = (page.parent / name).resolve() if name else page
        assert goal.exists(), f"{page.name} links to {target}, which is not there"
        assert not heading or heading in headings(goal), f"{page.name} links to {target}: no such heading"


def test_the_index_leads_to_every_page() -> None:
    index = PROJECT / "docs" / "index.md"
    linked = {(index.parent / target).resolve() for target in links(index)}
    assert {page for page in PAGES if page.parent == index.parent} - {index} <= linked


def options() -> list[str]:
    """Every option of every command, as ``command --option``."""
    return [
        f"{name} {next(flag for flag in parameter.opts if flag.startswith('--'))}"
        for name, command in main.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
    ]


@pytest.mark.parametrize("option", options())
def test_every_option_is_documented(option: str) -> None:
    name, flag = option.split()
    pages = [p.read_text(encoding="utf-8") for p in (PROJECT / "README.md", PROJECT / "docs" / "tutorial.md")]
    assert any(f"`{flag}" in page and f"secondsource {name}" in page for page in pages), f"{option} is in no page"


def test_the_quality_table_shows_the_floors() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_table(readme, read_floors()) == readme, "rewrite it: python -m evals.readme"


def test_a_line_that_is_not_printed_is_noticed() -> None:
    assert shows(("a", "c"), "a\nb\nc") == "c"
    assert shows(("a", "…", "c"), "a\nb\nc") is None
    assert shows(("a", "…", "b"), "a\nc\nd") == "b"
