from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.cluster.evidence import Evidence, log_odds, weigh
from secondsource.cluster.nearness import Calendar
from secondsource.cluster.terms import terms
from secondsource.cluster.vectors import Profile, profiles
from tests.cluster.reports import ALL

DAY = frozenset({date(2031, 3, 4)})
CALENDAR = Calendar([date(2020 + n, 1, 1) for n in range(20)], [DAY, DAY, *[frozenset[date]()] * 50])
FOUND = [terms(article, None) for article in ALL]
PROFILES, RARITY = profiles(FOUND)
OF = {article.id: profile for article, profile in zip(ALL, PROFILES, strict=True)}


def weighed(one: Profile, other: Profile, days_apart: int | None = 0) -> Evidence:
    return weigh(one, other, days_apart, CALENDAR, RARITY)


def test_reports_of_one_event_weigh_more_than_those_of_a_similar_one() -> None:
    same, similar = weighed(OF["agency"], OF["own"]), weighed(OF["own"], OF["lookalike"])
    assert log_odds(same) > 0 > log_odds(similar)
    assert same.rare > similar.rare


def test_the_order_of_two_reports_does_not_matter() -> None:
    assert weighed(OF["agency"], OF["own"]) == pytest.approx(weighed(OF["own"], OF["agency"]))


def test_days_apart_speak_against_and_a_shared_day_for_one_event() -> None:
    one, other = OF["agency"], OF["own"]
    assert log_odds(weighed(one, other, 0)) > log_odds(weighed(one, other, 900))
    shared = weighed(replace(one, days=DAY), replace(other, days=DAY))
    assert log_odds(shared) > log_odds(weighed(one, other))


def test_a_missing_date_is_no_evidence_of_nearness() -> None:
    undated = weighed(OF["agency"], OF["own"], None)
    assert (undated.gap, undated.near, undated.undated) == (0.0, 0.0, 1.0)


def test_reports_of_the_bridge_share_its_rare_words() -> None:
    assert {"orrin", "maas", "ingrid maas"} <= OF["agency"].names.keys() & OF["own"].names.keys()
