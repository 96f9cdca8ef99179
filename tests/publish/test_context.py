from __future__ import annotations

from secondsource.publish.context import excerpts
from secondsource.publish.place import sources_of
from secondsource.types import Anchor, Article, Collation, Span, Story


def excerpt(text: str, words: str) -> tuple[str, str, str]:
    article = Article("a", "Bell", text)
    story = Collation(Story("s", ("a",), ()), (article,), (), (), (), (), (), (), (), (), ())
    start = text.index(words)
    (found,) = excerpts(sources_of(story), [Anchor("a", Span(start, start + len(words)))])
    return found.before, found.words, found.after


def test_words_stand_in_their_sentence() -> None:
    assert excerpt("It rained. Some 40 sheep drowned, he said. Nobody cared.", "40 sheep") == (
        "Some ",
        "40 sheep",
        " drowned, he said.",
    )


def test_an_abbreviation_in_a_name_does_not_end_the_sentence_at_a_small_letter() -> None:
    assert excerpt("At 5 p.m. on Friday 40 sheep drowned.", "40 sheep")[0] == "At 5 p.m. on Friday "


def test_a_long_sentence_is_cut_at_words_with_a_sign() -> None:
    before, _, after = excerpt("lorem " * 40 + "40 sheep " + "ipsum " * 40 + "end.", "40 sheep")
    assert before.startswith("… lorem lorem")
    assert before.endswith("lorem ")
    assert after.endswith("ipsum …")
    assert len(before) <= 115


def test_context_ends_with_the_paragraph() -> None:
    assert excerpt("One farm.\n\nForty sheep\n\nTwo farms.", "Forty sheep") == ("", "Forty sheep", "")
