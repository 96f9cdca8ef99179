"""The shared scorers: what each is given, and the scores in what it prints."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals.false_alarms import alarm_scores, false_alarms
from evals.gum import gum_scores
from evals.links import link_counts
from evals.planted import planted, planted_scores
from evals.voice import voice_scores
from secondsource.model import READERS, load_reader

GOLD = "gold: {}"
_GOLD_ROWS = (
    "quotations", "quotations+speaker", "statements", "facts", "conflicts", "conflicts hard",
    "dates found", "dates resolved", "commentary",
)  # fmt: skip
_F1 = re.compile(r"F1 (\d\.\d+)")
_NUMBERS = re.compile(r"\d\.\d+")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of a stage command on a file of shared data, and the scorer that reads what it wrote. `reader` is the
    option of that name, where it is not the default.
    """

    name: str
    command: str
    data: str
    scorer: str
    options: tuple[str, ...]
    scores: Callable[[str], dict[str, float]]
    reader: str | None = None


def stories_scores(printed: str) -> dict[str, float]:
    """Pairwise and B-cubed F1, as ``stories.py`` prints them."""
    pairwise, b_cubed = _F1.findall(printed)[:2]
    return {"stories: pairwise F1": float(pairwise), "stories: B-cubed F1": float(b_cubed)}


def attributions_scores(printed: str, name: str = "attributions") -> dict[str, float]:
    """F1 of contents and of whole attributions by kind, as ``attributions.py`` prints them."""
    found = {}
    for line in printed.splitlines():
        kind, *rest = line.split()
        numbers = _NUMBERS.findall(" ".join(rest))
        if kind in ("direct", "mixed", "indirect", "all") and len(numbers) == 6:
            found[f"{name}: {kind} content F1"] = float(numbers[2])
            found[f"{name}: {kind} F1"] = float(numbers[5])
    return found


def dates_scores(name: str) -> Callable[[str], dict[str, float]]:
    """A reader of what ``dates.py`` prints for the data called `name`: F1 of dates found, and of dates right."""

    def scores(printed: str) -> dict[str, float]:
        rows = dict(re.findall(r"^dates (found|right).*?F1 (\d\.\d+)", printed, re.MULTILINE))
        return {f"dates, {name}: {row} F1": float(value) for row, value in rows.items()}

    return scores


def pages_scores(printed: str) -> dict[str, float]:
    """F1 of body words, and the shares of titles and dates that are right, as ``pages.py`` prints them."""
    found = re.search(r"body F1 (\S+)  titles (\d+)/(\d+)  dates (\d+)/(\d+)", printed)
    if found is None:
        return {}
    body, titles, titled, dates, dated = map(float, found.groups())
    return {"pages: body F1": body, "pages: titles right": titles / titled, "pages: dates right": dates / dated}


def gold_scores(rows: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """F1 of each list of a collation, and recall of what is said without marks, from ``score.py --json``."""
    scores = {GOLD.format(row): rows[row]["f1"] for row in _GOLD_ROWS}
    return scores | {GOLD.format("indirect recall"): rows["indirect recall"]["recall"]}


MEASUREMENTS = (
    Measurement("stories", "cluster", "basil_dev.jsonl.gz", "stories.py", ("--key", "event"), stories_scores),
    Measurement("attributions", "annotate", "polnear_dev.jsonl.gz", "attributions.py", (), attributions_scores),
    Measurement(
        "attributions, fast",
        "annotate",
        "polnear_dev.jsonl.gz",
        "attributions.py",
        (),
        partial(attributions_scores, name="attributions, fast"),
        "fast",
    ),
    Measurement("history", "annotate", "dates_wikiwars_dev.jsonl.gz", "dates.py", (), dates_scores("history")),
    Measurement("news", "annotate", "dates_eventstoryline_dev.jsonl.gz", "dates.py", (), dates_scores("news")),
    Measurement("pages", "ingest", "html_dev.jsonl.gz", "pages.py", (), pages_scores),
)


def program() -> str:
    """The installed ``secondsource`` beside the running Python."""
    return str(Path(sys.executable).with_name("secondsource"))


def measure(shared: Path, folder: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """Run every measurement on the data in `shared`, writing what the program writes to `folder`.

    Yields the name of each and its scores. RuntimeError where the program or a scorer fails.
    """
    yield "gold", _gold(shared, folder)
    yield "names and coreference", gum_scores(shared)
    for measurement in MEASUREMENTS:
        data, out = shared / "data" / measurement.data, folder / f"{measurement.name}.jsonl"
        reader = ["--reader", measurement.reader] if measurement.reader else []
        run([program(), measurement.command, str(data), "--quiet", *reader, "--out", str(out)])
        scorer = str(shared / "score" / measurement.scorer)
        yield (
            measurement.name,
            measurement.scores(run([sys.executable, scorer, str(data), str(out), *measurement.options])),
        )
    yield "voice", voice_scores(shared, load_reader(READERS[0]))
    yield "links", {"links: F1": link_counts(shared / "data" / "links_ecb_dev.jsonl.gz").f1}
    alarms = alarm_scores(false_alarms(shared / "data" / "basil_dev.jsonl.gz"))
    yield "false alarms", {f"pairs of reports of different events: {what}": share for what, share in alarms.items()}
    yield "planted disagreements", planted_scores(planted(shared / "data" / "basil_dev.jsonl.gz"))


def _gold(shared: Path, folder: Path) -> dict[str, float]:
    rows = folder / "gold.json"
    script = str(shared / "score" / "gold.sh")
    run(["env", f"SECONDSOURCE={program()}", "bash", script, str(shared / "gold"), "--json", str(rows)])
    return gold_scores(json.loads(rows.read_text(encoding="utf-8")))


def run(command: list[str]) -> str:
    """What `command` prints; RuntimeError with the end of what it complained about where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        complaint = (done.stderr or done.stdout).strip()[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{complaint}")
    return done.stdout
