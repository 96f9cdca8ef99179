"""False alarms: pairs of reports of different events, each collated as if it were one story.

Whatever such a pair is said to agree or disagree about is wrong. ``python -m evals.false_alarms DATA`` prints how many
there are of each kind; with ``--show`` every alarm, to be read and
sorted (never to be kept: the texts are not the project's).
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from secondsource.errors import SecondSourceError
from secondsource.types import ConflictKind

if TYPE_CHECKING:
    from secondsource.types import Annotations, Article, Collation

PAIRS = 100
SEED = "false alarms"
_COMPATIBLE = f"conflict: {ConflictKind.PRECISION.value}"


class Alarm(NamedTuple):
    """One thing that was wrongly found in one pair: a kind of conflict, "statement" or "fact", and what it says."""

    kind: str
    shown: str


def false_alarms(data: Path, pairs: int = PAIRS) -> dict[tuple[str, str], tuple[Alarm, ...]]:
    """The alarms of each pair of reports (by their ids) of different events and outlets in `data`, which holds
    compressed JSON lines with ``event``. The pairs are those whose hashes come first, so that they are the same
    wherever this runs; each report is read once.
    """
    articles, events = read_articles(data)
    chosen = chosen_pairs(list(articles.values()), events, pairs)
    annotations = annotate_articles({i: articles[i] for i in dict.fromkeys(i for pair in chosen for i in pair)})
    return {pair: tuple(alarms(collate_pair(pair, articles, annotations))) for pair in chosen}


def read_articles(data: Path) -> tuple[dict[str, Article], dict[str, str]]:
    """The articles of a compressed file, and the event of each, by article id."""
    import gzip
    import json

    from secondsource.pipeline import ingest

    with gzip.open(data, "rt", encoding="utf-8") as lines:
        event_of = {record["url"]: record["event"] for record in map(json.loads, lines)}
    articles = {}
    for article in ingest([data]):
        if isinstance(article, SecondSourceError):
            raise article
        articles[article.id] = article
    return articles, {article.id: event_of[article.url or ""] for article in articles.values()}


def chosen_pairs(articles: Sequence[Article], events: Mapping[str, str], pairs: int) -> list[tuple[str, str]]:
    """So many pairs of ids of different events and outlets, by the hashes of their addresses."""

    def key(pair: tuple[Article, Article]) -> str:
        return hashlib.sha256("\n".join([SEED, *sorted(article.url or "" for article in pair)]).encode()).hexdigest()

    apart = [
        pair
        for pair in combinations(articles, 2)
        if events[pair[0].id] != events[pair[1].id] and pair[0].outlet != pair[1].outlet
    ]
    return [(one.id, other.id) for one, other in sorted(apart, key=key)[:pairs]]


def annotate_articles(articles: Mapping[str, Article]) -> dict[str, Annotations]:
    """What is read from each article, by id; raises the error of the first that cannot be read."""
    from secondsource.model import READERS
    from secondsource.pipeline import annotate_all

    found = {}
    for read in annotate_all(articles.values(), READERS[0], map):
        if isinstance(read, SecondSourceError):
            raise read
        found[read.article] = read
    return found


def collate_pair(
    pair: Sequence[str], articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> Collation:
    """The collation of some articles as one story; raises what went wrong with it."""
    from secondsource.pipeline import Settings, cluster_all, collate_all

    both = {i: articles[i] for i in pair}
    stories = cluster_all(list(both.values()), annotations, Settings(one_story=True))
    (collation,) = collate_all(stories, both, annotations, map)
    if isinstance(collation, SecondSourceError):
        raise collation
    return collation


def alarms(collation: Collation) -> Iterator[Alarm]:
    """Each conflict, and each statement and fact that several outlets are said to give."""
    text_of = {article.id: article.text for article in collation.articles}
    for conflict in collation.conflicts:
        yield Alarm(f"conflict: {conflict.kind.value}", conflict.explanation)
    quotation_of = {quotation.id: (article, quotation) for article, quotation in collation.quotations}
    for statement in collation.statements:
        readings = [quotation_of[name] for name in statement.readings]
        if len({article for article, _ in readings}) > 1:
            yield Alarm("statement", " | ".join(quotation.span.of(text_of[a]) for a, quotation in readings))
    for fact in collation.facts:
        yield Alarm("fact", " | ".join(anchor.span.of(text_of[anchor.article]) for anchor in fact.sentences))


def counted(found: Mapping[tuple[str, str], Sequence[Alarm]]) -> Counter[str]:
    """How many alarms there are of each kind; "conflicts" sums all kinds that are shown as disagreements, and
    "differences" are those that are shown as compatible.
    """
    counts = Counter(alarm.kind for alarms in found.values() for alarm in alarms)
    counts["differences"] = counts.pop(_COMPATIBLE, 0)
    counts["conflicts"] = sum(count for kind, count in counts.items() if kind.startswith("conflict: "))
    return counts


def alarm_scores(found: Mapping[tuple[str, str], Sequence[Alarm]]) -> dict[str, float]:
    """The shares of pairs in which no conflict, and no statement, was wrongly found."""

    def free_of(kind: str) -> float:
        kinds = [{alarm.kind for alarm in alarms} - {_COMPATIBLE} for alarms in found.values()]
        return sum(not any(k.startswith(kind) for k in own) for own in kinds) / len(kinds)

    return {"no false conflict": free_of("conflict"), "no false statement": free_of("statement")}


def main(arguments: list[str] | None = None) -> None:
    """Print the counts, and the alarms if asked to."""
    parser = argparse.ArgumentParser(prog="python -m evals.false_alarms", description=__doc__)
    parser.add_argument("data", type=Path, help="JSON lines of reports with their event, such as basil_dev.jsonl.gz")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--show", action="store_true", help="print every alarm as well")
    options = parser.parse_args(arguments)
    found = false_alarms(options.data, options.pairs)
    if options.show:
        for number, alarms_of_pair in enumerate(found.values(), 1):
            for alarm in alarms_of_pair:
                print(f"{number}\t{alarm.kind}\t{' '.join(alarm.shown.split())}")
    print(f"{len(found)} pairs")
    for kind, count in sorted(counted(found).items()):
        print(f"{kind:24} {count:4}")


if __name__ == "__main__":
    main()
