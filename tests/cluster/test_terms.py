from __future__ import annotations

from datetime import date

from secondsource.cluster.frequencies import document_share, ranks
from secondsource.cluster.terms import terms
from secondsource.types import (
    Annotations,
    Article,
    Block,
    BlockKind,
    DateBasis,
    DateMention,
    Precision,
    Span,
)


def article(text: str, **fields: object) -> Article:
    return Article(id="a", outlet="The Ledger", text=text, **fields)  # type: ignore[arg-type]


def test_capitals_inside_sentences_make_a_name_and_those_at_a_start_do_not() -> None:
    found = terms(article("Bread is dear. The baker Piet Oduya said bread is dear. Oduya sells bread."), None)
    assert {"piet", "oduya", "piet oduya"} <= found.names.keys()
    assert "bread" not in found.names


def test_a_full_stop_after_a_title_does_not_start_a_sentence() -> None:
    assert "brandt" in terms(article("They asked Dr. Brandt and Dr. Brandt left."), None).names


def test_plurals_are_one_term_and_names_keep_their_ending() -> None:
    found = terms(article("The bridge and the bridges of the Maas and the Maas."), None)
    assert "bridge" in found.words
    assert "bridges" not in found.words
    assert "maas" in found.names


def test_what_is_not_the_story_is_left_out() -> None:
    text = "The ferry sank.\n\nRead more: zebras."
    blocks = (Block(Span(0, 15), BlockKind.BODY), Block(Span(17, len(text)), BlockKind.RELATED))
    found = terms(article(text, blocks=blocks), None)
    assert "ferry" in found.words
    assert "zebra" not in found.words


def test_the_outlets_own_name_is_no_term() -> None:
    found = terms(
        Article(id="a", outlet="www.knqx.example", text="KNQX has learned that the ferry sank. KNQX News"), None
    )
    assert "knqx" not in found.words | found.names


def test_days_are_those_resolved_to_a_day_near_the_start() -> None:
    def mention(start: int, precision: Precision = Precision.DAY) -> DateMention:
        day = date(2031, 1, 1 + start % 28)
        return DateMention(Span(start, start + 3), "", precision, DateBasis.ABSOLUTE, day, day)

    found = Annotations("a", "1", dates=(mention(5), mention(9, Precision.MONTH), mention(9000)))
    assert terms(article("Text."), found).days == {date(2031, 1, 6)}


def test_common_words_are_expected_in_more_reports_than_rare_ones_and_names_in_fewest() -> None:
    assert document_share("people") > document_share("bridge") > document_share("wexcombe") > 0
    assert document_share("1987") > document_share("41873") > 0


def test_the_word_list_holds_each_word_once() -> None:
    assert len(ranks()) == 20_000
    assert ranks()["the"] == 1
