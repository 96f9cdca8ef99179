"""What `make` leaves behind when setting up is broken off: nothing that a later run takes for complete."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")

# An interpreter that ends the process that called it, as an interruption would, where the file `trouble` says.
_PYTHON = """#!/bin/sh
case "$*" in *"-m venv"*)
    [ "$(cat trouble)" = venv ] && { mkdir -p .venv/bin; ln -sf "$0" .venv/bin/python; kill -9 $PPID; exit; }
    mkdir -p .venv/bin && touch ".venv/made-$(ls .venv/made-* 2>/dev/null | wc -l)" && cp "$0" .venv/bin/python ;;
*"-m pip"*)
    echo "$*" >> .venv/installed
    case "$(cat trouble)-$*" in run-*run.lock*|dev-*dev.lock*) kill -9 $PPID ;; esac ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copy(PROJECT / "Makefile", tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/run.lock", "requirements/build.lock", "requirements/dev.lock"):
        (tmp_path / name).touch()
    (tmp_path / "python").write_text(_PYTHON)
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def _make(project: Path, trouble: str) -> subprocess.CompletedProcess[str]:
    (project / "trouble").write_text(trouble)
    command = ["make", ".venv/dev.stamp", f"PYTHON={project / 'python'}"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("trouble", ["venv", "run", "dev"])
def test_an_environment_that_was_left_half_made_is_made_anew(project: Path, trouble: str) -> None:
    assert _make(project, trouble).returncode != 0
    (project / ".venv" / "left-over").touch()
    again = _make(project, "none")
    assert again.returncode == 0, again.stderr
    assert sorted(path.name for path in (project / ".venv").iterdir()) == [
        "bin", "dev.stamp", "installed", "made-0", "run.stamp",
    ]  # fmt: skip
    assert len((project / ".venv" / "installed").read_text().splitlines()) == 3


def test_a_complete_environment_is_left_alone(project: Path) -> None:
    assert _make(project, "none").returncode == 0
    (project / ".venv" / "own").touch()
    assert _make(project, "run").returncode == 0
    assert (project / ".venv" / "own").exists()
    assert not (project / ".venv" / "half-made").exists()
