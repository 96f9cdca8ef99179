"""How collating grows with the number of reports of one story: ``python -m benchmarks.growth FILE COUNT``.

Reports of one story are made from those in the file: each takes most sentences of one report, in their order, and some
of another's, as outlets do that share agencies and sources. Prints one JSON object: reports, words, seconds of the
processor's time for the collate stage alone, statements, facts, and the memory held at most, in MiB.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from benchmarks.stages import peak_memory
from secondsource.annotate import annotate
from secondsource.annotate.sentences import find_sentences
from secondsource.cluster import cluster
from secondsource.collate import collate
from secondsource.ingest import ingest
from secondsource.model import load_reader
from secondsource.types import Article

SEED = 7
OWN, OTHER = 0.7, 0.15  # shares of the sentences that a report takes of the one it is made from, and of another


def reports(articles: Sequence[Article], count: int) -> list[Article]:
    """The articles, and as many more made from them as are needed for `count`."""
    random = Random(SEED)
    sentences = [[sentence.span.of(article.text) for sentence in find_sentences(article)] for article in articles]
    made = list(articles[:count])
    while len(made) < count:
        number = len(made)
        own, other = number % len(articles), random.randrange(len(articles))
        kept = [text for text in sentences[own] if random.random() < OWN]
        kept += [text for text in sentences[other] if random.random() < OTHER]
        name = f"made-{number}"
        made.append(replace(articles[own], id=name, outlet=f"Outlet {number}", text="\n\n".join(kept), blocks=()))
    return made


def measured(path: str, count: int) -> dict[str, float]:
    """Collate `count` reports as one story."""
    articles = reports([item for item in ingest([path]) if isinstance(item, Article)], count)
    reader = load_reader("accurate")
    annotations = {article.id: annotate(article, reader) for article in articles}
    (story,) = cluster(articles, annotations, one_story=True)
    began = time.process_time()
    collation = collate(story, {article.id: article for article in articles}, annotations)
    seconds = time.process_time() - began
    return {
        "reports": count,
        "words": sum(len(article.text.split()) for article in articles),
        "seconds": seconds,
        "statements": len(collation.statements),
        "facts": len(collation.facts),
        "memory": peak_memory(),
    }


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
