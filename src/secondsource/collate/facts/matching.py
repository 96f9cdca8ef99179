"""Matches: pairs of passages of different reports, with the likelihood that they tell the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.facts.passages import Passage

LOOSE = 0.12  # likelihood under which a match is of no use to anyone


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages of different articles, by index, and the likelihood (0 to 1) that they tell the same thing."""

    first: int
    second: int
    likelihood: float


def match_passages(passages: Sequence[Passage], at_least: float = LOOSE) -> list[Match]:
    """The pairs of passages of different articles whose likelihood is `at_least` that, in order of their indices."""
    from secondsource.collate.facts.likeness import feature_rows, likelihoods  # they need numpy

    return [
        Match(first, int(second), float(likelihood))
        for first, seconds, features in feature_rows(passages)
        for second, likelihood in zip(seconds, likelihoods(features), strict=True)
        if likelihood >= at_least
    ]
