from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondsource.cluster.stories import group
from secondsource.types import Article
from tests.cluster.reports import AGENCY, ALL, OWN, REPRINT

ROBBERY = """Two masked men robbed the jeweller Sandoval & Sons in Wexcombe on Monday and fled on a motorcycle. Nobody
was hurt. Police said the men smashed the window with a hammer and took watches. Nadia Brandt asked witnesses to come
forward."""
ROBBERY_AGAIN = """Thieves on a motorcycle got away with watches from the Oyster Arcade in Dunmore on Saturday. Police
said two masked men had smashed the window with a hammer. No one was hurt, and Joss Merriman asked witnesses to call."""


def ids(groups: list[list[Article]]) -> list[set[str]]:
    return sorted(({article.id for article in members} for members in groups), key=min)


def test_the_same_words_on_other_days_and_names_are_two_events() -> None:
    first = Article(id="a", outlet="Post", text=ROBBERY, published=date(2030, 2, 5))
    again = Article(id="b", outlet="Echo", text=ROBBERY_AGAIN, published=date(2031, 2, 22))
    assert ids(group([first, again, *ALL], {}))[:2] == [{"a"}, {"agency", "own", "reprint"}]


def test_an_outlet_that_signs_every_report_alike_does_not_join_them() -> None:
    notice = (
        "\n\nStay with Channel Nine Wexcombe for updates on this developing story, on air and in the Channel Nine app."
    )
    reports = [replace(a, outlet="Channel Nine", text=a.text + notice) for a in ALL]
    assert ids(group(reports, {})) == [{"agency", "own", "reprint"}, {"lookalike", "lookalike-also"}]


def test_a_report_printed_twice_by_one_outlet_is_still_compared() -> None:
    twice = [replace(AGENCY, outlet="Echo"), replace(REPRINT, outlet="Echo"), OWN]
    assert ids(group(twice, {})) == [{"agency", "own", "reprint"}]
