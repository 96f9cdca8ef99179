from __future__ import annotations

from secondsource.cluster.linkage import average_link


def test_pairs_above_zero_are_joined_and_others_stay_apart() -> None:
    assert average_link(4, {(0, 1): 2.0, (2, 3): -1.0}, -4.0) == [[0, 1], [2], [3]]


def test_a_group_takes_in_an_item_only_if_it_is_like_its_members_on_average() -> None:
    scores = {(0, 1): 3.0, (1, 2): 1.0}
    assert average_link(3, scores, -4.0) == [[0, 1], [2]]
    assert average_link(3, {**scores, (0, 2): -0.5}, -4.0) == [[0, 1, 2]]


def test_the_likest_are_joined_first() -> None:
    # 1 is like both 0 and 2, which are unlike each other: it goes with the likelier one.
    assert average_link(3, {(0, 1): 1.0, (1, 2): 2.0, (0, 2): -6.0}, -4.0) == [[0], [1, 2]]


def test_a_chain_of_likenesses_does_not_run_through() -> None:
    chain = {(i, i + 1): 1.0 for i in range(9)}
    assert max(len(group) for group in average_link(10, chain, -4.0)) <= 2


def test_nothing_to_group() -> None:
    assert average_link(0, {}, -1.0) == []
    assert average_link(2, {}, -1.0) == [[0], [1]]
