from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.errors import UnanchoredItem
from secondsource.publish.place import by_paragraph, paragraphs, shown, siglum, sources_of
from secondsource.types import Anchor, Article, Block, BlockKind, Span
from tests.publish.invented import bridge_story, otter_story
from tests.publish.reports import BELL, CHRONICLE, anchor


def test_the_headline_has_no_number_and_the_first_paragraph_after_it_is_1() -> None:
    assert [p.label for p in paragraphs(BELL)] == ["headline", "¶1", "¶2", "¶3", "¶4", "¶5", "¶6"]


def test_a_paragraph_is_of_the_kind_of_its_block() -> None:
    assert paragraphs(CHRONICLE)[-1].kind is BlockKind.CAPTION


def test_without_blocks_every_paragraph_is_numbered() -> None:
    article = Article("x", "Bell", "One.\n\nTwo.\nThree.")
    assert [(p.label, p.span.of(article.text)) for p in paragraphs(article)] == [
        ("¶1", "One."),
        ("¶2", "Two."),
        ("¶3", "Three."),
    ]


def test_text_outside_of_any_block_is_body() -> None:
    article = Article("x", "Bell", "Head\n\nBody.", blocks=(Block(Span(0, 4), BlockKind.HEADLINE),))
    assert [p.label for p in paragraphs(article)] == ["headline", "¶1"]


def test_a_place_is_named_by_outlet_and_paragraph() -> None:
    sources = sources_of(bridge_story())
    assert sources.at(anchor(BELL, "It is a disgrace")).label == "Evening Bell ¶4"
    assert sources.at(anchor(BELL, "BRIDGE OF SIGHS")).label == "Evening Bell, headline"


def test_two_reports_of_one_outlet_are_told_apart_by_their_letters() -> None:
    assert list(sources_of(otter_story()).labels.values()) == ["Quenby Post (A)", "Quenby Post (B)"]


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(0, 9_999), Span(9, 4)])
def test_a_span_without_characters_is_refused(span: Span) -> None:
    with pytest.raises(UnanchoredItem, match="article bell"):
        sources_of(bridge_story()).at(Anchor("bell", span))


def test_an_article_that_is_not_in_the_collation_is_refused() -> None:
    with pytest.raises(UnanchoredItem, match="article tribune"):
        sources_of(bridge_story()).at(Anchor("tribune", Span(0, 3)))


def test_letters_go_on_after_z() -> None:
    assert [siglum(n) for n in (0, 25, 26, 51, 52, 702)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_shown_text_can_neither_steer_a_terminal_nor_turn_the_line() -> None:
    assert shown(" a\x1b[31m\n b\u202ec\x07 ") == "a�[31m b�c�"


def test_an_article_without_any_words_has_a_place_still() -> None:
    story = bridge_story()
    empty = replace(story.articles[0], id="empty", text="", blocks=())
    sources = sources_of(replace(story, articles=(*story.articles, empty)))
    assert sources.paragraph_at("empty", 0).label == "¶1"


def test_places_in_one_paragraph_are_one_place_with_its_spans_in_order() -> None:
    story = sources_of(bridge_story())
    text = story.articles["wire"].text
    paragraph = story.paragraphs["wire"][1].span
    late, early = (Span(paragraph.start + n, paragraph.start + n + 5) for n in (9, 0))
    other = story.paragraphs["wire"][2].span
    places = [story.place("wire", (span,)) for span in (late, other, early)]
    first, second = by_paragraph(places)
    assert first.spans == (early, late)
    assert first.texts == (early.of(text), late.of(text))
    assert second.spans == (other,)


def test_a_quotation_over_several_paragraphs_tells_the_first_and_the_last() -> None:
    story = sources_of(bridge_story())
    spans = tuple(p.span for p in story.paragraphs["wire"][1:3])
    assert story.place("wire", spans).label == "Northern Wire ¶1–2"
