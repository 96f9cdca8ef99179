"""Measure the installed program on the shared data and compare with the floors: ``python -m evals.run``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from evals.floors import below, lowered, raised, read_floors, table, write_floors
from evals.readme import README, with_table
from evals.scorers import measure

PROJECT = Path(__file__).parent.parent


def shared_folder() -> Path:
    """Where the shared measuring data lie: SECONDSOURCE_SHARED, else ``shared`` beside the project."""
    return Path(os.environ.get("SECONDSOURCE_SHARED", PROJECT.parent / "shared"))


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, write floors if asked to. Returns 1 where a score is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evals.run", description=__doc__)
    parser.add_argument("--write", action="store_true", help="raise the floors to what is measured")
    parser.add_argument(
        "--lower", metavar="REASON", help="with --write: lower the floors that were missed, and say why"
    )
    options = parser.parse_args(arguments)
    if options.lower is not None and not options.write:
        parser.error("--lower needs --write")
    shared = shared_folder()
    if not (shared / "gold").is_dir():
        print(f"skipped: shared data absent ({shared}; SECONDSOURCE_SHARED names another place)")
        return 0
    measured: dict[str, float] = {}
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name, scores in measure(shared, Path(folder)):
            measured |= scores
            print(f"measured {name} ({time.monotonic() - began:.0f} s)", file=sys.stderr)
    floors = read_floors()
    if options.write:
        if options.lower is not None:
            floors = lowered(floors, measured, options.lower, datetime.now(UTC).date())
        floors = raised(floors, measured)
        write_floors(floors)
        README.write_text(with_table(README.read_text(encoding="utf-8"), floors), encoding="utf-8")
    print(table(floors, measured))
    fallen = below(floors, measured)
    if fallen:
        print(f"\n{len(fallen)} of {len(floors.floors)} scores are below their floors", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
