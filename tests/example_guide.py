"""The guide to examples/ (docs/examples.md), written from what is to be found there: python -m tests.example_guide"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from tests.example_findings import ExpectedStory, Finding, expected_stories

PROJECT = Path(__file__).parent.parent
GUIDE = PROJECT / "docs" / "examples.md"

INTRODUCTION = """\
# The examples

`examples/` holds five stories as eleven invented outlets report them: an agency, a broadsheet, a tabloid, local papers
and blogs. Every person, place and outlet in them is made up, and every text was written for this project. The outlets
differ as real ones do, on purpose; below is what a careful reader finds, and what the tests
(`tests/test_examples.py`) ask of the program. What it is known to miss is marked so.

The formats are mixed, too: text files with header lines (`Title:`, `Outlet:`, `Date:`, `URL:`), one text that begins
with `date 2025-03-13` and takes its outlet from the file's name (`ferry-grounding/harbour-notes.txt`), one web page
(`ferry-grounding/averstow-ledger.html`) and one JSON Lines file with the field names of several collectors
(`battery-recall/reports.jsonl`).
"""


def guide(stories: Mapping[str, ExpectedStory]) -> str:
    """The whole guide, as Markdown."""
    return INTRODUCTION + "".join(_section(folder, story) for folder, story in stories.items())


def _section(folder: str, story: ExpectedStory) -> str:
    rows = [_row(folder, finding) for finding in story["findings"]]
    head = f"\n## {story['title']}\n\n`examples/{folder}/`: {story['about']}\n\n"
    return head + "| what | where | words |\n|---|---|---|\n" + "".join(f"{row}\n" for row in rows)


def _row(folder: str, finding: Finding) -> str:
    words = finding["words"] + (f" / {finding['also']}" if "also" in finding else "")
    where = f"{finding['outlet']} {_place(folder, finding)}"
    if "other" in finding and finding["check"] != "alone":
        words += f" / {finding.get('other_words', words)}" if finding.get("other_words", words) != words else ""
        where += f" / {finding['other']}"
    if "value" in finding:
        words += f" → {finding['value']}"
    missed = " (missed)" if finding.get("missed") else ""
    return f"| {finding['what']}{missed} | {where} | {words.replace('|', chr(92) + '|')} |"


def _place(folder: str, finding: Finding) -> str:
    if finding["check"] == "title":
        return "headline"
    for text in _texts(PROJECT / "examples" / folder, finding["outlet"]):
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text), 1):
            if finding["words"] in paragraph:
                return f"¶{number}"
    raise LookupError(f"{folder}: {finding['outlet']} does not say {finding['words']!r}")


def _texts(folder: Path, outlet: str) -> list[str]:
    """The texts by `outlet` in one folder, paragraphs parted by blank lines."""
    if (folder / "reports.jsonl").exists():
        records = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
        stem = outlet.lower().replace(" ", "")
        return [
            next(record[key] for key in ("text", "maintext", "plaintext") if key in record)
            for record in records
            if record.get("outlet") == outlet or stem in record.get("source_domain", "")
        ]
    stem = outlet.lower().removeprefix("the ").removesuffix(" news agency").replace(" ", "-")
    file = next(folder.glob(f"{stem}.*"))
    source = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return [unescape("\n\n".join(re.findall(r"<p>(.*?)</p>", source)))]
    return [source.split("\n\n", 1)[1] if source.startswith("Title:") else source]


if __name__ == "__main__":
    GUIDE.write_text(guide(expected_stories()), encoding="utf-8")
