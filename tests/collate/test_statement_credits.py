from __future__ import annotations

from secondsource.collate import collate
from secondsource.types import Statement
from tests.collate.marked_reports import tell

SAID = "{We gave the old pier away for a single shiny pound = said by Ann Moor}"


def statement_of(document: str) -> Statement:
    told = tell(document)
    (statement,) = collate(told.story, told.articles, told.annotations).statements
    return statement


def test_words_that_nobody_credits_have_as_many_origins_as_reports() -> None:
    statement = statement_of(f"== Daily Lark\n“{SAID},” Moor said.\n\n== Hill Post\n“{SAID},” Moor told reporters.")
    assert statement.origins == ("o-Daily Lark", "o-Hill Post")
    assert statement.credits == ()


def test_words_told_to_an_outlet_of_the_story_come_from_that_outlet_alone() -> None:
    statement = statement_of(
        f"== Daily Lark\n“{SAID},” Moor said.\n\n== Hill Post\n“{SAID},” Moor told the Daily Lark."
    )
    assert statement.origins == ("o-Daily Lark",)
    (credit,) = statement.credits
    assert (credit.words.article, credit.outlet, credit.origin) == ("Hill Post", "Daily Lark", "o-Daily Lark")


def test_reports_that_have_the_words_from_one_outlet_elsewhere_are_one_origin() -> None:
    statement = statement_of(
        f"== Daily Lark\n“{SAID},” Moor told the Tarn Gazette.\n\n== Hill Post\n“{SAID},” Moor told the Tarn Gazette."
    )
    assert statement.origins == ("outlet:tarngazette",)


def test_a_report_that_gives_the_words_first_on_its_own_account_stays_an_origin() -> None:
    statement = statement_of(
        f"== Daily Lark\n“{SAID},” Moor said.\n\n"
        f"== Hill Post\n“{SAID},” Moor said.\n\nMoor told the Daily Lark: “{SAID}.”"
    )
    assert statement.origins == ("o-Daily Lark", "o-Hill Post")


def test_a_credit_in_another_sentence_says_nothing_of_the_words() -> None:
    statement = statement_of(
        f"== Daily Lark\n“{SAID},” Moor said.\n\n"
        f"== Hill Post\nMoor told the Daily Lark that she was glad. “{SAID},” she said."
    )
    assert statement.origins == ("o-Daily Lark", "o-Hill Post")
