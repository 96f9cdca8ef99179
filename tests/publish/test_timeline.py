from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from secondsource.publish.composition import compose
from secondsource.publish.place import sources_of
from secondsource.publish.timeline import runs_of_minor
from secondsource.publish.wording import resolved
from secondsource.types import Anchor, Collation, Precision, Span
from tests.publish.invented import bridge_story

ITEMS = compose(bridge_story()).timeline


def test_entries_tell_time_support_and_the_time_since_the_one_before() -> None:
    assert [(i.label, i.origins, i.gap) for i in ITEMS] == [
        ("October 2020", 1, ""),
        ("October 2021", 1, "about 12 months later"),
        ("Tue 14 May 2024", 3, "about 3 years later"),
        ("Thu 16 May 2024", 3, "2 days later"),
        ("Mon 3 June 2024", 2, "18 days later"),
    ]


def test_the_sentence_that_leads_a_fact_leads_its_entry() -> None:
    assert ITEMS[2].lead.label == "Northern Wire ¶1"
    assert [p.outlet for p in ITEMS[2].others] == ["Coast Chronicle", "Evening Bell", "The Ostrey Gazette"]


def test_each_date_expression_tells_once_how_it_was_resolved() -> None:
    assert [(p.place.text, p.basis, p.day) for p in ITEMS[2].phrases] == [
        ("Tuesday", "counted from the day of publication", "14 May 2024"),
        ("Tuesday morning", "counted from the day of publication", "15 May 2024"),
    ]
    assert resolved(ITEMS[2]) == [
        ("Tuesday, Tuesday morning", "counted from the day of publication, 14 May 2024 and 15 May 2024")
    ]
    assert [(p.place.text, p.basis) for p in ITEMS[1].phrases] == [("October 2021", "as written")]


def test_three_days_that_dates_were_counted_from_are_told_as_a_list() -> None:
    phrase = ITEMS[2].phrases[0]
    days = tuple(replace(phrase, day=f"{day} May 2024") for day in (14, 15, 16))
    assert resolved(replace(ITEMS[2], phrases=days)) == [
        ("Tuesday", "counted from the day of publication, 14 May 2024, 15 May 2024 and 16 May 2024")
    ]


def test_a_sentence_with_several_dates_is_told_whole_once_and_then_around_each_date() -> None:
    story = bridge_story()
    sentence = Anchor("wire", Span(0, 60))
    entries = [
        replace(
            story.timeline[0], value=f"201{n}", sentences=(sentence,), dates=(Anchor("wire", Span(20 + n, 22 + n)),)
        )
        for n in range(2)
    ]
    first, second = compose(replace(story, timeline=tuple(entries), dates=())).timeline
    assert first.clause is None
    assert second.clause is not None
    assert second.clause.words == sources_of(story).articles["wire"].text[21:23].strip()
    assert second.lead == first.lead


def test_an_entry_covers_all_of_its_days() -> None:
    assert (ITEMS[0].earliest, ITEMS[0].latest) == (date(2020, 10, 1), date(2020, 10, 31))


def long_timeline(days: int) -> Collation:
    """The invented story with one entry a day from the day of the first report on, the last with three origins."""
    story = bridge_story()
    entry = story.timeline[0]
    dates = [date(2024, 5, 14) + timedelta(days=n) for n in range(days)]
    entries = [replace(entry, value=d.isoformat(), precision=Precision.DAY, earliest=d, latest=d) for d in dates]
    entries[-1] = replace(entries[-1], sentences=story.timeline[2].sentences)
    return replace(story, timeline=tuple(entries))


def test_in_a_long_timeline_the_times_of_few_origins_far_from_publication_are_minor() -> None:
    items = compose(long_timeline(14)).timeline
    assert [i.minor for i in items] == [False] * 9 + [True] * 4 + [False]
    assert [(minor, len(run)) for minor, run in runs_of_minor(items)] == [(False, 9), (True, 4), (False, 1)]


def test_a_timeline_that_is_hardly_too_long_is_shown_whole() -> None:
    assert not any(i.minor for i in compose(long_timeline(12)).timeline)
