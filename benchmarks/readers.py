"""How fast each reader annotates, in a process of its own on one thread: ``python -m benchmarks.readers FILE READER``.

Prints one JSON object: words a second of the whole annotate stage (from text to annotations; the best of three), the
peak of this machine's matrix products in one thread (thousand million operations a second, single precision), and the
memory that the process held at most, in MiB.
"""

from __future__ import annotations

import json
import os
import sys
import time

THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_SIZE, _TIMES, _RUNS = 1024, 20, 3


def matrix_peak() -> float:
    """Thousand million operations a second of the product of two square matrices; the best of several."""
    import numpy as np

    a = np.random.default_rng(7).random((_SIZE, _SIZE), np.float32)
    best = 0.0
    for _ in range(_TIMES):
        began = time.perf_counter()
        a @ a
        best = max(best, 2 * _SIZE**3 / (time.perf_counter() - began) / 1e9)
    return best


def measured(path: str, name: str) -> dict[str, float]:
    """Annotate the reports in `path` three times with the reader of that name."""
    from benchmarks.stages import peak_memory
    from secondsource.annotate import annotate
    from secondsource.ingest import ingest
    from secondsource.model import load_reader
    from secondsource.types import Article

    articles = [item for item in ingest([path]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    reader = load_reader(name)
    best = 0.0
    for _ in range(_RUNS):
        began = time.perf_counter()
        for article in articles:
            annotate(article, reader)
        best = max(best, words / (time.perf_counter() - began))
    return {"articles": len(articles), "words": words, "speed": best, "memory": peak_memory(), "peak": matrix_peak()}


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in THREADS.items()):
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.readers", *sys.argv[1:]], os.environ | THREADS)
    print(json.dumps(measured(*sys.argv[1:])))
