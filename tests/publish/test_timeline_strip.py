from __future__ import annotations

from dataclasses import replace

from secondsource.publish.composition import compose
from secondsource.publish.timeline_strip import timeline_strip
from tests.publish.invented import bridge_story, otter_story


def test_days_near_publication_are_drawn_in_proportion_and_the_others_counted() -> None:
    strip = timeline_strip(compose(bridge_story()))
    assert strip is not None
    assert [(d.position, d.label, d.origins) for d in strip.dots] == [
        (7.0, "14 May", 3),
        (15.6, "16 May", 3),
        (93.0, "3 Jun", 2),
    ]
    assert (strip.earlier, strip.later) == (2, 0)


def test_a_label_without_room_is_left_out() -> None:
    strip = timeline_strip(compose(bridge_story()))
    assert strip is not None
    assert [d.labelled for d in strip.dots] == [True, False, True]


def test_letters_of_one_day_stand_together_and_change_rows_where_they_would_touch() -> None:
    strip = timeline_strip(compose(bridge_story()))
    assert strip is not None
    assert [(p.letters, p.row) for p in strip.published] == [("ABC", 0), ("D", 1)]


def test_there_is_no_picture_without_times_or_without_dates_of_publication() -> None:
    assert timeline_strip(compose(otter_story())) is None
    story = bridge_story()
    lone = replace(story, timeline=story.timeline[2:3])
    assert timeline_strip(compose(lone)) is None
    undated = replace(story, articles=tuple(replace(a, published=None) for a in story.articles))
    assert timeline_strip(compose(undated)) is None
