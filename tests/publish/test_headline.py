from __future__ import annotations

from dataclasses import replace

from secondsource.publish.headline import headline
from secondsource.types import BlockKind, Collation, Coverage
from tests.publish.invented import bridge_story
from tests.publish.variations import emptied


def untitled(collation: Collation, *ids: str) -> Collation:
    articles = tuple(replace(a, title=None) if a.id in ids else a for a in collation.articles)
    return replace(collation, articles=articles)


def test_the_title_is_the_headline_of_the_report_that_shares_most() -> None:
    story = replace(bridge_story(), coverage=(Coverage("s1", ("wire", "bell")), Coverage("f1", ("gazette", "bell"))))
    assert headline(story).article == "bell"
    assert headline(story).text == "BRIDGE OF SIGHS: Cracks shut Vell crossing"


def test_what_one_report_alone_gives_is_not_shared() -> None:
    story = replace(
        bridge_story(),
        coverage=(Coverage("s1", ("bell",)), Coverage("s2", ("bell",)), Coverage("f1", ("gazette", "chronicle"))),
    )
    assert headline(story).article == "chronicle"


def test_of_reports_that_share_alike_the_earliest_gives_its_headline() -> None:
    assert headline(emptied(bridge_story())).article == "wire"


def test_a_report_without_a_title_is_passed_over() -> None:
    assert headline(untitled(bridge_story(), "wire")).article == "chronicle"


def test_where_no_report_has_a_title_the_opening_words_stand_for_it() -> None:
    found = headline(untitled(bridge_story(), "wire", "chronicle", "bell", "gazette"))
    assert (found.article, found.text) == ("wire", "Cracks close Vell Bridge in Ostrey")


def test_a_credit_at_the_top_is_no_opening() -> None:
    story = untitled(bridge_story(), "wire", "chronicle", "bell", "gazette")
    credit = replace(story.articles[0].blocks[0], kind=BlockKind.CAPTION)
    first = replace(story.articles[0], blocks=(credit, *story.articles[0].blocks[1:]))
    found = headline(replace(story, articles=(first, *story.articles[1:])))
    assert found.text.startswith("OSTREY (Northern Wire) - The Vell Bridge")
    assert found.text.endswith(" …")
