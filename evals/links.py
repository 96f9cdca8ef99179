"""Links: sentences of two reports that tell the same thing, found by the program and by careful readers.

A predicted link is a sentence of one report and one of the other that are brought together, in a fact or as readings of
one statement. ``python -m evals.links DATA`` prints precision, recall and F1 over all pairs of sentences.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from evals.false_alarms import annotate_articles, collate_pair
from secondsource.errors import SecondSourceError
from secondsource.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secondsource.types import Anchor, Article, Collation

PAIRS = 300
BETWEEN = "\n\n"  # each sentence stands as a paragraph: where sentences end is not what is measured here


@dataclass(frozen=True, slots=True)
class Counts:
    """Pairs of sentences: linked by both, by the program, by the readers."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.predicted + self.gold) if self.right else 0.0


def link_counts(data: Path, pairs: int = PAIRS) -> Counts:
    """What is linked in the `pairs` whose ids' hashes come first; `data` holds JSON lines with lists of sentences ``a``
    and ``b`` and their ``links``. Each report is read once.
    """
    with gzip.open(data, "rt", encoding="utf-8") as lines:
        records = sorted(map(json.loads, lines), key=_hash)[:pairs]
    articles = _as_articles(tuple(dict.fromkeys(tuple(record[side]) for record in records for side in "ab")))
    annotations = annotate_articles({article.id: article for article in articles.values()})
    by_id = {article.id: article for article in articles.values()}
    right = predicted = gold = 0
    for record in records:
        a, b = articles[tuple(record["a"])], articles[tuple(record["b"])]
        if a.id == b.id:
            continue
        collation = collate_pair((a.id, b.id), by_id, annotations)
        found = predicted_links(collation, (a.id, _spans(record["a"])), (b.id, _spans(record["b"])))
        linked = {tuple(link) for link in record["links"]}
        right, predicted, gold = right + len(found & linked), predicted + len(found), gold + len(linked)
    return Counts(right, predicted, gold)


def _hash(record: dict[str, Any]) -> str:
    return hashlib.sha256(record["id"].encode()).hexdigest()


def _as_articles(reports: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Article]:
    """Each report, given by its sentences, as the program takes it in; the outlets are numbers."""
    from secondsource.pipeline import ingest

    with TemporaryDirectory() as folder:
        file = Path(folder, "reports.jsonl")
        lines = (json.dumps({"outlet": f"o{n}", "text": BETWEEN.join(report)}) for n, report in enumerate(reports))
        file.write_text("\n".join(lines), encoding="utf-8")
        taken = list(ingest([file]))
    articles = {}
    for article in taken:
        if isinstance(article, SecondSourceError):
            raise article
        report = reports[int(article.outlet.removeprefix("o"))]
        if article.text != BETWEEN.join(report):
            raise ValueError(f"the text of report {article.outlet} was changed, so that its sentences are lost")
        articles[report] = article
    return articles


def _spans(sentences: Sequence[str]) -> list[Span]:
    """Where each sentence stands in the text of its report."""
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + len(BETWEEN)
    return spans


def predicted_links(
    collation: Collation, one: tuple[str, Sequence[Span]], other: tuple[str, Sequence[Span]]
) -> set[tuple[int, int]]:
    """The pairs (sentence of `one`, sentence of `other`) that a fact or a statement holds; each report is given as its
    article's id and the places of its sentences.
    """
    quotation_of = {quotation.id: (article, quotation.parts) for article, quotation in collation.quotations}
    links: set[tuple[int, int]] = set()
    for fact in collation.facts:
        links |= set(product(_held(fact.sentences, *one), _held(fact.sentences, *other)))
    for statement in collation.statements:
        places = [
            (article, part) for article, parts in map(quotation_of.__getitem__, statement.readings) for part in parts
        ]
        links |= set(product(_held(places, *one), _held(places, *other)))
    return links


def _held(anchors: Iterable[Anchor | tuple[str, Span]], article: str, sentences: Sequence[Span]) -> set[int]:
    """The sentences of an article that any of the anchors touches."""
    return {n for a, span in anchors if a == article for n, sentence in enumerate(sentences) if sentence.overlaps(span)}


def main(arguments: list[str] | None = None) -> None:
    """Print the three scores."""
    parser = argparse.ArgumentParser(prog="python -m evals.links", description=__doc__)
    parser.add_argument("data", type=Path, help="links_ecb_dev.jsonl.gz")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    options = parser.parse_args(arguments)
    counts = link_counts(options.data, options.pairs)
    print(f"sentence links  P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}  ({counts})")


if __name__ == "__main__":
    main()
