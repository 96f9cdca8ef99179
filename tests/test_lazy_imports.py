"""Heavy libraries are imported on first use, so that the package and its help come at once."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ("dateparser", "jinja2", "lxml", "numpy", "rapidfuzz", "rich", "trafilatura")


def loaded_by(code: str) -> set[str]:
    """The heavy libraries in memory after `code` has run in a Python of its own."""
    report = f"import json, sys; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import secondsource", id="the package"),
        pytest.param("from secondsource import Archive", id="its Archive"),
        pytest.param(
            "from secondsource.__main__ import main\n"
            "for args in (['--help'], ['collate', '--help']):\n"
            "    main(args, standalone_mode=False)",
            id="its help",
        ),
    ],
)
def test_nothing_heavy_is_loaded_by(code: str) -> None:
    assert loaded_by(code) == set()


def test_a_library_that_is_loaded_is_seen() -> None:
    assert loaded_by("import numpy") >= {"numpy"}
