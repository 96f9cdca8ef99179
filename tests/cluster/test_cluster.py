from __future__ import annotations

import itertools
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from secondsource.cluster import cluster
from secondsource.types import Annotations, Story
from tests.cluster.reports import AGENCY, ALL, LOOKALIKE, LOOKALIKE_ALSO, OWN, REPRINT, dated, person


def members(stories: tuple[Story, ...]) -> list[set[str]]:
    return [set(story.articles) for story in stories]


def test_reports_of_one_event_are_one_story_and_a_similar_event_is_another() -> None:
    assert members(cluster(ALL, {})) == [{"agency", "reprint", "own"}, {"lookalike", "lookalike-also"}]


def test_stories_are_told_apart_without_dates() -> None:
    undated = [dated(article, None) for article in ALL]
    stories = cluster(undated, {})
    assert members(stories) == [{"agency", "reprint", "own"}, {"lookalike", "lookalike-also"}]
    assert all(story.first is None and story.last is None for story in stories)


def test_a_lone_article_is_a_story_of_its_own() -> None:
    (story,) = cluster([OWN], {})
    assert (story.articles, [o.articles for o in story.origins]) == (("own",), [("own",)])


def test_no_articles_make_no_stories() -> None:
    assert cluster([], {}) == ()
    assert cluster([], {}, one_story=True) == ()


def test_one_story_takes_all_articles_whatever_they_tell() -> None:
    (story,) = cluster(ALL, {}, one_story=True)
    assert set(story.articles) == {article.id for article in ALL}


def test_every_article_is_in_exactly_one_story_and_one_origin() -> None:
    stories = cluster(ALL, {})
    in_stories = [article for story in stories for article in story.articles]
    in_origins = [article for story in stories for origin in story.origins for article in origin.articles]
    assert sorted(in_stories) == sorted(in_origins) == sorted(article.id for article in ALL)


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::17])
def test_the_order_of_the_input_changes_nothing(order: tuple[int, ...]) -> None:
    assert cluster([ALL[i] for i in order], {}) == cluster(ALL, {})


def test_another_process_finds_the_same() -> None:
    program = (
        "from secondsource.cluster import cluster; from tests.cluster.reports import ALL; print(repr(cluster(ALL, {})))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {repr(cluster(ALL, {})) + "\n"}


def test_articles_stand_in_order_of_publication_undated_ones_last() -> None:
    late = dated(OWN, date(2031, 3, 9))
    none = dated(REPRINT, None)
    (story,) = cluster([none, late, AGENCY], {})
    assert story.articles == ("agency", "own", "reprint")
    assert (story.first, story.last) == (AGENCY.published, late.published)


def test_stories_with_most_origins_come_first_then_the_earliest() -> None:
    early = dated(LOOKALIKE, date(2030, 1, 1))
    alone = dated(OWN, date(2031, 1, 1))
    assert members(cluster([alone, early], {})) == [{"lookalike"}, {"own"}]
    assert members(cluster([early, AGENCY, OWN], {})) == [{"agency", "own"}, {"lookalike"}]


def test_the_id_of_a_story_hangs_on_its_articles_alone() -> None:
    small = cluster([LOOKALIKE, LOOKALIKE_ALSO], {})
    assert [story.id for story in cluster(ALL, {})][1] == small[0].id
    assert small[0].id != cluster([LOOKALIKE], {})[0].id


def test_of_equal_ids_the_first_counts() -> None:
    (story,) = cluster([OWN, replace(OWN, outlet="Somebody Else")], {})
    assert story.articles == ("own",)
    assert story.origins[0].name == "The Ledger"


def test_people_are_found_where_there_are_annotations_and_missed_nowhere_else() -> None:
    annotations = {"agency": Annotations("agency", "1", entities=(person("Ingrid Maas"),))}
    story = cluster(ALL, annotations)[0]
    assert [(p.name, p.entities) for p in story.people] == [("Ingrid Maas", (("agency", 0),))]


def test_an_article_without_words_is_no_obstacle() -> None:
    empty = replace(OWN, id="empty", text="…", title=None)
    assert {"empty"} in members(cluster([*ALL, empty], {}))
