from __future__ import annotations

from datetime import date

import pytest

from secondsource.cluster.nearness import Calendar

DAY = date(2031, 3, 4)
OTHER = date(2031, 8, 1)


def test_nearness_tells_nothing_in_one_days_pile() -> None:
    assert Calendar([DAY] * 6, [frozenset()] * 6).nearness(0) == 0.0


def test_nearness_tells_more_the_fewer_pairs_are_as_near() -> None:
    months = [date(2031, month, 1) for month in range(1, 13)]
    calendar = Calendar([*months, date(2031, 1, 1), None], [frozenset()] * 14)
    assert calendar.nearness(0) > calendar.nearness(31) > calendar.nearness(400) == pytest.approx(0.0)


def test_a_shared_day_counts_by_its_rarity_in_the_batch() -> None:
    spoken = [frozenset({DAY, OTHER}), frozenset({DAY, OTHER}), *[frozenset({DAY})] * 8]
    calendar = Calendar([], spoken)
    assert calendar.shared_day(frozenset({OTHER}), frozenset({OTHER})) > calendar.shared_day(spoken[3], spoken[4]) > 0
    assert calendar.shared_day(frozenset({DAY}), frozenset({OTHER})) == 0.0
