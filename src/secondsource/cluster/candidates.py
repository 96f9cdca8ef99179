"""Which reports are worth comparing: those that share words that weigh, found through an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from secondsource.cluster.vectors import Profile

_KEPT = 40  # heaviest words of a report that are looked up
_LEAST = 0.06  # cosine over those words from which two reports are compared


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of indices into `profiles` worth comparing, in order.

    Time grows with the number of reports that share a heavy word, not with the square of all reports.
    """
    import numpy as np

    heavy = [sorted(profile.words.items(), key=lambda entry: (-entry[1], entry[0]))[:_KEPT] for profile in profiles]
    lists: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, entries in enumerate(heavy):
        for word, weight in entries:
            lists[word].append((index, weight))
    postings = {
        word: (np.array([i for i, _ in entries]), np.array([w for _, w in entries]))
        for word, entries in lists.items()
        if len(entries) > 1
    }
    for index, entries in enumerate(heavy):
        found = [(postings[word], weight) for word, weight in entries if word in postings]
        if not found:
            continue
        others = np.concatenate([reports for (reports, _), _ in found])
        products = np.concatenate([weights * weight for (_, weights), weight in found])
        later = others > index
        if not later.any():
            continue
        reports, places = np.unique(others[later], return_inverse=True)
        sums = np.bincount(places, weights=products[later])
        for other in reports[sums >= _LEAST]:
            yield index, int(other)
