"""What a careful reader finds in examples/ (tests/examples/*.json), looked for in what the program writes.

A finding names an outlet and words that stand in its report, and a check:

| check | holds when |
|---|---|
| quotation | the words (and those of `also`) are one quotation, of the `kind` and by the `speaker` given |
| not a quotation | the words are no quotation of their own |
| variant | a reading that holds the words has a variant of one of `kinds`, and `lost` are words that it lacks |
| same statement | the words and those of the `other` outlet are readings of one statement |
| conflict | the words and those of the `other` outlet meet in a conflict of one of `kinds` |
| update | as conflict, where the explanation says that the later report has newer news |
| fact | the words and those of the `other` outlet report one fact |
| origin | the report and that of the `other` outlet count as one origin |
| alone | the words stand in what this outlet alone gives |
| commentary | the words stand in what is marked as the outlet's commentary |
| date | a date expression at the words has the `value` |
| block | the words stand in a block of one of `kinds`, none of them the story's |
| title | the words stand in the report's title |
| not merged | the report is in no story with those of `other_story` |

`missed` marks what the program is known not to find.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

FOLDER = Path(__file__).parent / "examples"

Json = dict[str, Any]
Place = tuple[str, int, int]  # article id, start, end


class Finding(TypedDict, total=False):
    """One thing to find; which keys a check reads is told above."""

    what: str
    check: str
    outlet: str
    words: str
    also: str
    kind: str
    kinds: list[str]
    speaker: str
    lost: str
    other: str
    other_words: str
    other_story: str
    value: str
    missed: bool


class ExpectedStory(TypedDict):
    """One folder of examples/: what it is about, whose reports it holds, and what is to be found in them."""

    title: str
    about: str
    outlets: list[str]
    findings: list[Finding]


def expected_stories() -> dict[str, ExpectedStory]:
    """All that is to be found, by the name of the folder in examples/."""
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.json"))}


@dataclass(frozen=True, slots=True)
class Found:
    """What the program found in one folder of examples/: its story, and its articles (lines of `ingest`)."""

    folder: str
    story: Json
    articles: tuple[Json, ...]

    def article(self, outlet: str) -> Json:
        """The report by `outlet`, however the program spells it ("harbour-notes", "morningrocket.example")."""
        return next(a for a in self.articles if _letters(a["outlet"]).startswith(_letters(outlet)))

    def place(self, outlet: str, words: str) -> Place:
        """Where the words stand."""
        article = self.article(outlet)
        start = article["text"].find(words)
        assert start >= 0, f"{outlet} does not say {words!r}"
        return article["id"], start, start + len(words)

    def quotations(self, place: Place) -> list[Json]:
        """The quotations that hold the words at `place`, but for a mark at their end."""
        article, start, end = place
        return [
            q for q in self.story["quotations"]
            if q["article"] == article and any(s <= start and end <= e + 1 for s, e in q["parts"])
        ]  # fmt: skip


def holds(found: Found, finding: Finding) -> bool:
    """Whether the program found it."""
    return CHECKS[finding["check"]](found, finding)


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _here(found: Found, finding: Finding) -> Place:
    return found.place(finding["outlet"], finding["words"])


def _there(found: Found, finding: Finding) -> Place:
    return found.place(finding["other"], finding.get("other_words", finding["words"]))


def _touches(anchor: Json, place: Place) -> bool:
    article, start, end = place
    return bool(anchor["article"] == article and max(anchor["span"][0], start) < min(anchor["span"][1], end))


def _quotation(found: Found, finding: Finding) -> bool:
    candidates = found.quotations(_here(found, finding))
    if "also" in finding:
        more = found.quotations(found.place(finding["outlet"], finding["also"]))
        candidates = [q for q in candidates if q in more]
    return any(
        q["kind"] == finding["kind"] and _letters(finding.get("speaker", "")) in _letters(q["speaker"] or "")
        for q in candidates
    )


def _not_a_quotation(found: Found, finding: Finding) -> bool:
    article, start, end = _here(found, finding)
    return not any(q["article"] == article and [start, end] in q["parts"] for q in found.story["quotations"])


def _variant(found: Found, finding: Finding) -> bool:
    readings = {q["id"] for q in found.quotations(_here(found, finding))}
    if "also" in finding:
        readings |= {q["id"] for q in found.quotations(found.place(finding["outlet"], finding["also"]))}
    lost = finding.get("lost", "").lower()
    return any(
        v["quotation"] in readings
        and v["kind"] in finding["kinds"]
        and lost in (v["base"] or {"text": ""})["text"].lower()
        for statement in found.story["statements"]
        for v in statement["variants"]
    )


def _same_statement(found: Found, finding: Finding) -> bool:
    here = {q["id"] for q in found.quotations(_here(found, finding))}
    there = {q["id"] for q in found.quotations(_there(found, finding))}
    return any(here & set(s["quotations"]) and there & set(s["quotations"]) for s in found.story["statements"])


def _meets(found: Found, finding: Finding, anchors: list[Json]) -> bool:
    here, there = _here(found, finding), _there(found, finding)
    return any(_touches(a, here) for a in anchors) and any(_touches(a, there) for a in anchors)


def _conflict(found: Found, finding: Finding) -> bool:
    kinds = finding.get("kinds", ["status"])
    return any(c["kind"] in kinds and _meets(found, finding, _widened(found, c)) for c in found.story["conflicts"])


def _update(found: Found, finding: Finding) -> bool:
    updates = [c for c in found.story["conflicts"] if c["kind"] == "precision" and "later" in c["explanation"]]
    return any(_meets(found, finding, conflict["readings"]) for conflict in updates)


def _widened(found: Found, conflict: Json) -> list[Json]:
    """The readings of a conflict; those about a speaker, who is named beside the words, with their whole paragraph."""
    if conflict["kind"] != "attribution":
        return list(conflict["readings"])
    texts = {a["id"]: a["text"] for a in found.articles}
    widened = []
    for reading in conflict["readings"]:
        text, (start, end) = texts[reading["article"]], reading["span"]
        span = [text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end)]
        widened.append({**reading, "span": span})
    return widened


def _fact(found: Found, finding: Finding) -> bool:
    return any(_meets(found, finding, fact["sentences"]) for fact in found.story["facts"])


def _origin(found: Found, finding: Finding) -> bool:
    pair = {found.article(finding["outlet"])["id"], found.article(finding["other"])["id"]}
    return any(pair <= set(origin["articles"]) for origin in found.story["origins"])


def _alone(found: Found, finding: Finding) -> bool:
    return any(_touches(item, _here(found, finding)) for item in found.story["alone"])


def _commentary(found: Found, finding: Finding) -> bool:
    return any(_touches(item, _here(found, finding)) for item in found.story["commentary"])


def _date(found: Found, finding: Finding) -> bool:
    here = _here(found, finding)
    return any(_touches(d, here) and d["value"] == finding["value"] for d in found.story["dates"])


def _block(found: Found, finding: Finding) -> bool:
    _, start, end = _here(found, finding)
    blocks = found.article(finding["outlet"])["blocks"]
    return any(b["span"][0] <= start < end <= b["span"][1] and b["kind"] in finding["kinds"] for b in blocks)


def _title(found: Found, finding: Finding) -> bool:
    return finding["words"] in (found.article(finding["outlet"])["title"] or "")


def _not_merged(found: Found, finding: Finding) -> bool:
    return set(found.story["articles"]) == {a["id"] for a in found.articles}


CHECKS: dict[str, Callable[[Found, Finding], bool]] = {
    "quotation": _quotation,
    "not a quotation": _not_a_quotation,
    "variant": _variant,
    "same statement": _same_statement,
    "conflict": _conflict,
    "update": _update,
    "fact": _fact,
    "origin": _origin,
    "alone": _alone,
    "commentary": _commentary,
    "date": _date,
    "block": _block,
    "title": _title,
    "not merged": _not_merged,
}
