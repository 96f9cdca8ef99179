from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.collate import collate
from secondsource.collate.facts import read_passages
from secondsource.types import Fact
from tests.collate.marked_reports import tell
from tests.pairs_reader import Pair, read_pairs

SOLD = "Ann Moor sold the Orrinby pier to her cousin in May for one pound"


@pytest.mark.parametrize("pair", read_pairs("fact_credits"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    told = tell(pair.text)
    names = {origin.id: origin.name for origin in told.story.origins}
    shown = []
    for passage in read_passages(told.story, told.articles, told.annotations):
        credit, article = passage.credit, passage.anchor.article
        if credit is not None:
            outlet = names.get(credit.origin) or f"({credit.outlet})"
            words = credit.words.of(told.articles[article].text)
            shown.append(f"{article} {passage.position + 1} {outlet}: {words}")
    assert sorted(shown) == sorted(pair.expect)


def fact_of(document: str) -> Fact:
    told = tell(document)
    (fact,) = collate(told.story, told.articles, told.annotations).facts
    return fact


def test_a_fact_credited_to_an_outlet_of_the_story_has_that_outlet_as_its_only_origin() -> None:
    fact = fact_of(f"== Daily Lark\n{SOLD}.\n\n== Hill Post\n{SOLD}, the Daily Lark reported.")
    assert fact.origins == ("o-Daily Lark",)
    assert fact.lead.article == "Daily Lark"
    (credit,) = fact.credits
    assert (credit.sentence.article, credit.outlet, credit.origin) == ("Hill Post", "Daily Lark", "o-Daily Lark")


def test_a_fact_that_nobody_credits_has_as_many_origins_as_reports() -> None:
    fact = fact_of(f"== Daily Lark\n{SOLD}.\n\n== Hill Post\n{SOLD}.")
    assert fact.origins == ("o-Daily Lark", "o-Hill Post")
    assert fact.credits == ()


def test_reports_that_credit_one_outlet_without_a_report_are_one_origin() -> None:
    fact = fact_of(
        f"== Daily Lark\n{SOLD}, according to the Tarn Gazette.\n\n== Hill Post\n{SOLD}, The Tarn Gazette reported.\n\n"
        f"== Rook\n{SOLD}."
    )
    assert fact.origins == ("outlet:tarngazette", "o-Rook")
    assert [credit.sentence.article for credit in fact.credits] == ["Daily Lark", "Hill Post"]


def test_a_report_that_tells_it_first_on_its_own_account_stays_an_origin() -> None:
    again = "Moor sold the Orrinby pier to her cousin for one pound, she told the Daily Lark"
    fact = fact_of(f"== Daily Lark\n{SOLD}.\n\n== Hill Post\n{SOLD}.\n\n{again}.")
    assert fact.origins == ("o-Daily Lark", "o-Hill Post")


def test_who_reported_it_first_may_be_said_later() -> None:
    later = "The sale of the Orrinby pier to a cousin of Ann Moor for one pound was first reported by the Daily Lark"
    fact = fact_of(f"== Daily Lark\n{SOLD}.\n\n== Hill Post\n{SOLD}.\n\n{later}.")
    assert fact.origins == ("o-Daily Lark",)


def test_outlets_that_credit_each_other_are_one_origin() -> None:
    fact = fact_of(f"== Daily Lark\n{SOLD}, the Hill Post reported.\n\n== Hill Post\n{SOLD}, the Daily Lark reported.")
    assert len(fact.origins) == 1


def test_an_agency_copy_that_names_the_agency_credits_nobody_else() -> None:
    told = tell(f"== Daily Lark\n{SOLD}, Moor told The Associated Press.\n\n== Hill Post\n{SOLD}.")
    agency = replace(told.story.origins[0], name="The Associated Press")
    story = replace(told.story, origins=(agency, told.story.origins[1]))
    (fact,) = collate(story, told.articles, told.annotations).facts
    assert len(fact.origins) == 2
