from __future__ import annotations

from datetime import date

from secondsource.publish.composition import compose
from tests.publish.invented import bridge_story

ITEMS = compose(bridge_story()).timeline


def test_entries_tell_time_support_and_the_time_since_the_one_before() -> None:
    assert [(i.label, i.origins, i.gap) for i in ITEMS] == [
        ("October 2020", 1, ""),
        ("October 2021", 1, "about 11 months later"),
        ("Tue 14 May 2024", 3, "about 3 years later"),
        ("Thu 16 May 2024", 3, "2 days later"),
        ("Mon 3 June 2024", 2, "18 days later"),
    ]


def test_the_sentence_that_leads_a_fact_leads_its_entry() -> None:
    assert ITEMS[2].lead.label == "Northern Wire ¶1"
    assert [p.outlet for p in ITEMS[2].others] == ["Coast Chronicle", "Evening Bell", "The Ostrey Gazette"]


def test_each_date_expression_tells_once_how_it_was_resolved() -> None:
    assert [(p.place.text, p.basis) for p in ITEMS[2].phrases] == [
        ("Tuesday", "counted from the day of publication, 14 May 2024"),
        ("Tuesday morning", "counted from the day of publication, 15 May 2024"),
    ]
    assert [(p.place.text, p.basis) for p in ITEMS[1].phrases] == [("October 2021", "as written")]


def test_an_entry_covers_all_of_its_days() -> None:
    assert (ITEMS[0].earliest, ITEMS[0].latest) == (date(2020, 10, 1), date(2020, 10, 31))
