"""What tests of ingest share: a run over files written for it, sorted into articles and errors."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from secondsource.errors import InputError
from secondsource.ingest import ingest
from secondsource.types import Article

STORY = "The bridge over the Dray was closed on Monday.\n\n“It will hold,” said Edda Lunt."


def run(*paths: Path | str) -> tuple[list[Article], list[InputError]]:
    """The articles and the errors of one run, each in order."""
    items = list(ingest(paths))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, InputError)],
    )


def read_one(path: Path | str) -> Article:
    """The article of a run that gives one and no errors."""
    articles, errors = run(path)
    assert not errors, errors
    assert len(articles) == 1
    return articles[0]


def refused(path: Path | str) -> InputError:
    """The error of a run that gives one and no articles."""
    articles, errors = run(path)
    assert not articles
    assert len(errors) == 1, errors
    assert "\n" not in str(errors[0])
    return errors[0]


def record(number: int = 1, **fields: object) -> dict[str, object]:
    """A record with a text of its own."""
    return {"id": f"r{number}", "outlet": "Herald", "text": f"Report number {number}.\n\n{STORY}", **fields}


def write_lines(path: Path, *records: object) -> Path:
    """`records` as JSON Lines at `path`, gzipped if its name says so; a string is written as it is."""
    lines = "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records).encode("utf-8")
    path.write_bytes(gzip.compress(lines) if path.suffix == ".gz" else lines)
    return path
