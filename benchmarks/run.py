"""Speed and memory: ``python -m benchmarks.run``.

Measures on the examples, on growing sets of varied copies of them, and on the shared reports where they are present.
Each run is a process of its own. Words a second are also given as a share of a fixed reference computation in Python
on the same machine in the same run, which is the figure to compare between machines.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.copies import as_lines, copies
from evals.run import PROJECT, shared_folder
from evals.scorers import program, run
from secondsource.model import READERS, is_installed

STORY = "battery-recall"  # of the examples
STAGES = ("ingest", "annotate", "cluster", "collate", "publish")


def stages_table(name: str, found: dict[str, Any]) -> str:
    """One measured run as text: a line per stage, and their sum."""
    articles, words, reference = found["articles"], found["words"], found["reference"]
    seconds = found["seconds"] | {"all stages": sum(found["seconds"].values())}
    head = f"{name}: {articles} articles, {words:,} words, {found['stories']} stories; one process"
    lines = [head, f"  {'':12} {'seconds':>8} {'articles/s':>11} {'words/s':>12} {'of reference':>13}"]
    for stage in (*STAGES, "all stages"):
        spent = max(seconds[stage], 1e-6)
        rates = f"{articles / spent:11,.1f} {words / spent:12,.0f} {words / spent / reference:13.2%}"
        lines.append(f"  {stage:12} {spent:8.2f} {rates}")
    return "\n".join([*lines, f"  peak memory {found['memory']:,.0f} MiB"])


def readers_table(name: str, path: Path) -> str:
    """The annotate stage with each reader that is installed, and one article from a cold start."""
    lines = [f"{name}: the annotate stage, one thread; beside it the peak of matrix products in the same run"]
    lines.append(f"  {'reader':12} {'words/s':>10} {'GFLOP/s':>9} {'MiB':>6} {'one article, cold':>18}")
    one = sorted((PROJECT / "examples").glob("*/*"))[0]
    for reader in filter(is_installed, READERS):
        found = json.loads(run([sys.executable, "-m", "benchmarks.readers", str(path), reader]))
        began = time.perf_counter()
        run([program(), "annotate", "--quiet", "--reader", reader, str(one)])
        cold = time.perf_counter() - began
        lines.append(
            f"  {reader:12} {found['speed']:10,.0f} {found['peak']:9,.0f} {found['memory']:6,.0f} {cold:16.2f} s"
        )
    return "\n".join(lines)


def growth_table(folder: Path, counts: Sequence[int]) -> str:
    """Collating ever more reports of one story."""
    lines = [f"{folder.name}: the collate stage by the number of reports of one story"]
    lines.append(f"  {'reports':>7} {'seconds':>8} {'statements':>11} {'facts':>6} {'MiB':>6}")
    for count in counts:
        found = json.loads(run([sys.executable, "-m", "benchmarks.growth", str(folder), str(count)]))
        lines.append(
            f"  {count:7} {found['seconds']:8.2f} {found['statements']:11} {found['facts']:6} {found['memory']:6,.0f}"
        )
    return "\n".join(lines)


def whole_job(name: str, path: Path, folder: Path) -> str:
    """The command line itself, from files to the web page, on all cores."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    out = folder / "dossier.html"
    subprocess.run([program(), "collate", "--quiet", str(path), "--out", str(out)], check=True, capture_output=True)
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = out.stat().st_size / 1024**2
    effort = f"{seconds:.1f} s ({spent:.1f} s of processor time, {os.cpu_count()} cores)"
    return f"{name}, whole job: {effort}; page {size:.1f} MiB"


def largest_process() -> float:
    """The most memory that any process measured so far has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__.split("\n\n")[0])
    parser.add_argument("--reports", type=int, nargs="*", default=[3, 50, 300], help="sizes of one story, in reports")
    parser.add_argument("--copies", type=int, nargs="*", default=[1, 10, 40], help="sizes: how often the examples")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = [
            json.loads(line) for line in run([program(), "ingest", "--quiet", str(PROJECT / "examples")]).splitlines()
        ]
        sets = {}
        for count in options.copies:
            sets[f"examples × {count}"] = file = folder / f"copies-{count}.jsonl"
            file.write_text(as_lines(copies(records, count)), encoding="utf-8")
        shared = shared_folder() / "data" / "basil_dev.jsonl.gz"
        if shared.exists():
            sets["60 shared events"] = shared
        else:
            print("60 shared events: skipped, shared data absent\n")
        last, path = list(sets.items())[-1]
        print(readers_table(last, path), end="\n\n", flush=True)
        print(growth_table(PROJECT / "examples" / STORY, options.reports), end="\n\n", flush=True)
        for title, path in sets.items():
            print(stages_table(title, json.loads(run([sys.executable, "-m", "benchmarks.stages", str(path)]))))
            print(whole_job(title, path, folder), end="\n\n", flush=True)
        print(f"largest process of all runs: {largest_process():,.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
