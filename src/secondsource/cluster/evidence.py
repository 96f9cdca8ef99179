"""Whether two reports tell of one event: what speaks for it and against it, as log-odds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from secondsource.cluster.nearness import Calendar
from secondsource.cluster.vectors import RARE, Profile, cosine


class Evidence(NamedTuple):
    """What two reports share.

    `names`, `lead` and `pairs` are cosines (0 to 1). `known` is the share, by weight, of one report's names that the
    other has too (0 to 1; the larger of the two shares); `strangers` is 1 if both have names and share none. `numbers`
    and `rare` grow with the logarithm of how many numbers, and how much rarity, they share. `gap` is the logarithm of
    the days between publication, `near` how rare in the batch it is to be as near, `undated` 1 where the dates are not
    known. `day` is the rarity of a day that both speak of. `shorter` and `longer` are the logarithms of their numbers
    of terms: long reports of one beat share more words than short ones.
    """

    names: float
    known: float
    strangers: float
    lead: float
    pairs: float
    numbers: float
    rare: float
    gap: float
    near: float
    undated: float
    day: float
    shorter: float
    longer: float


# The log-odds that one unit of each kind of evidence adds: logistic regression on pairs of reports from three public
# corpora (national politics, local crime, mixed international news without dates), as they are and moved into one week,
# in batches of all sizes; rounded.
_WEIGHTS = Evidence(
    names=3.3, known=1.9, strangers=-2.0, lead=10.5, pairs=4.7, numbers=1.2, rare=1.6, gap=-0.18, near=0.36,
    undated=-0.9, day=0.8, shorter=-0.8, longer=-0.46,
)  # fmt: skip
_BIAS = -0.2


def weigh(
    one: Profile, other: Profile, days_apart: int | None, calendar: Calendar, rarity: Mapping[str, float]
) -> Evidence:
    """What speaks for the two reports telling of one event. `days_apart` is None where a date is missing."""
    both = [word for word in one.words if word in other.words]
    sizes = sorted((one.size, other.size))
    shares = _shared_names(one, other), _shared_names(other, one)
    return Evidence(
        names=cosine(one.names, other.names),
        known=max(shares),
        strangers=float(max(shares) == 0 and min(len(one.names), len(other.names)) > 1),
        lead=cosine(one.lead, other.lead),
        pairs=cosine(one.pairs, other.pairs),
        numbers=math.log1p(sum(1 for word in both if word.isdigit() and len(word) > 1)),
        rare=math.log1p(math.fsum(max(0.0, rarity[word] - RARE) for word in both)),
        gap=0.0 if days_apart is None else math.log1p(days_apart),
        near=0.0 if days_apart is None else calendar.nearness(days_apart),
        undated=float(days_apart is None),
        day=calendar.shared_day(one.days, other.days),
        shorter=math.log1p(sizes[0]),
        longer=math.log1p(sizes[1]),
    )


def log_odds(evidence: Evidence) -> float:
    """Above 0 if the two reports more likely tell of one event than not."""
    return math.fsum(weight * amount for weight, amount in zip(_WEIGHTS, evidence, strict=True)) + _BIAS


def _shared_names(one: Profile, other: Profile) -> float:
    """The share of the weight of the single names of `one` that `other` has too; one half if there are none."""
    weights = [(weight, name in other.words) for name, weight in one.names.items() if " " not in name]
    total = math.fsum(weight for weight, _ in weights)
    return math.fsum(weight for weight, there in weights if there) / total if total else 0.5
