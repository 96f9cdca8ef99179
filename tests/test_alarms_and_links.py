"""How false alarms and sentence links are counted; the data themselves are not here."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.false_alarms import Alarm, alarm_scores, chosen_pairs, counted, false_alarms
from evals.links import Counts, link_counts
from secondsource.types import Article

FERRY = [
    "The ferry from Orrinby to Tarn sank in the harbour on Sunday after a storm.",
    "The mayor, Ann Moor, promised a new boat within 30 days.",
]
AGAIN = ["Snow fell in Hollin.", "After a storm the ferry from Orrinby to Tarn sank in the harbour on Sunday."]
CHOIR = ["The Hollin choir sang for 312 guests in the old mill.", "Its leader, Ben Reed, then sold the piano."]


def write(file: Path, records: Sequence[Mapping[str, object]]) -> Path:
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.write("\n".join(map(json.dumps, records)))
    return file


def article(number: int, outlet: str) -> Article:
    return Article(id=str(number), outlet=outlet, url=f"https://{outlet}.example/{number}", text="A. B.", title="")


def test_only_reports_of_different_events_and_outlets_are_paired() -> None:
    articles = [article(1, "lark"), article(2, "wren"), article(3, "lark"), article(4, "wren")]
    events = {"1": "a", "2": "a", "3": "b", "4": "b"}
    assert {frozenset(pair) for pair in chosen_pairs(articles, events, 9)} == {frozenset("14"), frozenset("23")}


def test_the_pairs_do_not_depend_on_the_order_of_the_reports() -> None:
    articles = [article(n, f"o{n}") for n in range(8)]
    events = {str(n): str(n) for n in range(8)}
    there, back = (chosen_pairs(given, events, 5) for given in (articles, articles[::-1]))
    assert list(map(set, there)) == list(map(set, back))


def test_reports_of_different_events_raise_no_alarm_and_one_report_told_twice_does(tmp_path: Path) -> None:
    told = {"ferry": FERRY, "choir": CHOIR, "again": AGAIN}
    records = [
        {"event": name, "outlet": name, "url": f"https://{name}.example/", "title": name, "text": "\n\n".join(text)}
        for name, text in told.items()
    ]
    found = false_alarms(write(tmp_path / "events.jsonl.gz", records))
    assert sorted(len(alarms) for alarms in found.values()) == [0, 0, 1]
    assert counted(found)["fact"] == 1


def test_differences_that_are_shown_as_compatible_are_no_conflicts() -> None:
    found = {
        ("1", "2"): [Alarm("conflict: precision", ""), Alarm("fact", "")],
        ("1", "3"): [Alarm("conflict: date", ""), Alarm("statement", "")],
    }
    counts = counted(found)
    assert (counts["conflicts"], counts["differences"], counts["statement"]) == (1, 1, 1)
    assert alarm_scores(found) == {"no false conflict": 0.5, "no false statement": 0.5}


def test_sentences_of_one_fact_are_linked(tmp_path: Path) -> None:
    pair = {"id": "1_2", "a": FERRY, "b": AGAIN, "links": [[0, 1], [1, 0]]}
    assert link_counts(write(tmp_path / "links.jsonl.gz", [pair])) == Counts(right=1, predicted=1, gold=2)


def test_links_score_by_pairs_of_sentences() -> None:
    counts = Counts(right=1, predicted=2, gold=4)
    assert (counts.precision, counts.recall) == (0.5, 0.25)
    assert abs(counts.f1 - 1 / 3) < 1e-9
    assert Counts(0, 0, 0).f1 == 0
