"""How likely a paraphrase reports the utterance that another quotation reports.

A logistic model over readable features of the two (`FEATURES`). Words are compared by family, so that "quit" meets
"resign"; vectors of meaning, where a neural reader gave them, tell what no word does.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.collate.same_utterance_weights import INTERCEPT, WEIGHTS
from secondsource.collate.speakers import Likeness
from secondsource.types import QuotationForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.witness import Witness

FEATURES = (
    "shared",  # logarithm of 1 + the weight of the shared families (names as one)
    "coverage",  # share of the paraphrase's weight that is shared (0 to 1)
    "mutual",  # share of the weight of whichever has less (0 to 1)
    "telling",  # logarithm of 1 + the weight of the shared families that few quotations of the story have
    "names",  # share of the shared families that belong to names (0 to 1)
    "pairs",  # logarithm of 1 + the number of neighbouring families that are neighbours in the other too
    "around",  # weight of the words around one that stand around or inside the other (at most 4)
    "cue",  # 1 where both have a telling cue of one family, or the words of one hold the cue of the other
    "same",  # 1 where the speaker is the same, or part of the other
    "direct",  # 1 where the host is a whole sentence or clause in marks
    "mixed",  # 1 where the host is a fragment in marks
    "leads",  # 1 where both stand at the head of their articles
    "few",  # how few quotations both speakers have: 1 / sqrt(product of their counts), FEW_MOST at most; 0 if not one
    "near",  # cosine of the vectors of the two quotations (NEAR_UNKNOWN without vectors)
)
FEW_MOST = 0.5  # two quotations or one: nothing follows from the difference
NEAR_UNKNOWN = 0.5  # what is usual of pairs that share words


def features(
    host: Witness, other: Witness, shared: Set[str], around: float, relation: Likeness, rarity: Rarity
) -> tuple[float, ...]:
    """The row of `FEATURES` of a paraphrase `other` and a reading `host` that share the families `shared`."""
    weight = rarity.of_names(shared, other.names)
    total, whole = rarity.of_names(other.families, other.names), rarity.of_names(host.families, host.names)
    least = min(total, whole)
    named = {family for name in (*other.names, *host.names) for family in name} | {
        f for f in shared if f in other.capitals
    }
    pairs = len(other.neighbours & host.neighbours)
    cues = (other.cue & (host.cue | host.families)) | (host.cue & other.families)
    same = relation in (Likeness.SAME, Likeness.PART)
    form = host.reading.quotation.form
    return (
        math.log1p(weight),
        min(1.0, weight / total) if total else 0.0,
        min(1.0, weight / least) if least else 0.0,
        math.log1p(sum(rarity.among_quotations(family) for family in shared)),
        len(shared & named) / len(shared) if shared else 0.0,
        math.log1p(pairs),
        min(around, 4.0),
        float(bool(cues)),
        float(same),
        float(form is QuotationForm.DIRECT),
        float(form is QuotationForm.MIXED),
        float(host.leads and other.leads),
        min(FEW_MOST, 1 / math.sqrt(host.said * other.said)) if same else 0.0,
        nearness(host.reading.quotation.vector, other.reading.quotation.vector),
    )


def likelihood(row: Iterable[float]) -> float:
    """The likelihood (0 to 1) that a row of features is that of one utterance."""
    return logistic(FEATURES, row, WEIGHTS, INTERCEPT)


def logistic(names: Iterable[str], row: Iterable[float], weights: Mapping[str, float], intercept: float) -> float:
    """The likelihood (0 to 1) that a logistic model gives a row of the features `names`."""
    odds = intercept + sum(weights[name] * value for name, value in zip(names, row, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@lru_cache(maxsize=65536)
def nearness(a: bytes, b: bytes) -> float:
    """The cosine of two vectors (-1 to 1), NEAR_UNKNOWN where one is missing."""
    if not a or not b or len(a) != len(b):
        return NEAR_UNKNOWN
    import numpy as np

    one, two = (np.frombuffer(v, dtype=np.int8).astype(np.float32) for v in (a, b))
    size = float(np.linalg.norm(one) * np.linalg.norm(two))
    return float(one @ two) / size if size else 0.0
