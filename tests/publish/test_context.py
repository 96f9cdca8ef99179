from __future__ import annotations

from secondsource.publish.context import excerpts, in_sentence
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


def test_a_title_or_an_initial_does_not_end_the_sentence() -> None:
    assert excerpt("It rained. Mrs. Ann B. Moor lost 40 sheep to Mr. Hollin, she said.", "40 sheep") == (
        "Mrs. Ann B. Moor lost ",
        "40 sheep",
        " to Mr. Hollin, she said.",
    )


def around(text: str, words: str) -> tuple[str, str, str]:
    article = Article("a", "Bell", text)
    story = Collation(Story("s", ("a",), ()), (article,), (), (), (), (), (), (), (), (), ())
    sources = sources_of(story)
    start = text.index(words)
    found = in_sentence(sources, sources.at(Anchor("a", Span(start, start + len(words)))))
    return found.before, found.words, found.after


def test_a_whole_sentence_stands_by_itself() -> None:
    assert around("It rained at 5 p.m. in Orrinby. Forty sheep drowned. He wept.", "Forty sheep drowned.") == (
        "",
        "Forty sheep drowned.",
        "",
    )


def test_a_clause_stands_in_its_sentence() -> None:
    assert around("It rained. Ann Moor, who lost 40 sheep, wept. So it goes.", "who lost 40 sheep") == (
        "Ann Moor, ",
        "who lost 40 sheep",
        ", wept.",
    )
    assert around("It rained. Ann Moor, who lost 40 sheep.", "who lost 40 sheep.")[0] == "Ann Moor, "


def test_a_clause_without_a_sign_before_or_after_it_stands_in_its_sentence_too() -> None:
    assert around("It rained. She wept but sold 40 sheep. So it goes.", "but sold 40 sheep.")[0] == "She wept "
    assert around("It rained. She sold 40 sheep but wept. So it goes.", "She sold 40 sheep")[2] == " but wept."
