"""One measured run, in a process of its own so that its peak memory is its own: ``python -m benchmarks.stages FILE``.

Prints one JSON object: articles, words, stories, seconds of each stage, and peak memory in MiB.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from secondsource.annotate import annotate
from secondsource.cluster import cluster
from secondsource.collate import collate
from secondsource.ingest import ingest
from secondsource.publish import publish
from secondsource.types import Article

Result = TypeVar("Result")
_REFERENCE_TEXT = "The quick brown fox, who is 7 years old, jumps over the lazy dog on 3 May. " * 2000
_REFERENCE_WORD = re.compile(r"\w+(?:['’]\w+)*")


def peak_memory() -> float:
    """The most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024**2


def reference() -> float:
    """Words a second of a fixed computation (finding and lowering the words of a text): what this machine can do in
    Python, so that runs on different machines can be compared. The best of five.
    """

    def once() -> float:
        began = time.perf_counter()
        words = [match.group().lower() for match in _REFERENCE_WORD.finditer(_REFERENCE_TEXT)]
        return len(words) / (time.perf_counter() - began)

    return max(once() for _ in range(5))


def measured(path: str) -> dict[str, object]:
    """Every stage once over the reports in `path`, in one process."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Result]) -> Result:
        began = time.perf_counter()
        result = work()
        seconds[stage] = time.perf_counter() - began
        return result

    articles = timed("ingest", lambda: [a for a in ingest([path]) if isinstance(a, Article)])
    annotations = timed("annotate", lambda: {a.id: annotate(a) for a in articles})
    by_id = {a.id: a for a in articles}
    stories = timed("cluster", lambda: cluster(articles, annotations, one_story=False))
    collations = timed("collate", lambda: [collate(s, by_id, annotations) for s in stories])
    timed("publish", lambda: publish(collations, "html"))
    return {
        "articles": len(articles),
        "words": sum(len(_REFERENCE_WORD.findall(a.text)) for a in articles),
        "stories": len(stories),
        "seconds": seconds,
        "memory": peak_memory(),
        "reference": reference(),
    }


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
