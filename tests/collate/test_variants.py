from __future__ import annotations

from itertools import combinations

import pytest

from secondsource.collate.spellings import spelling_key
from secondsource.collate.statements import find_statements
from secondsource.collate.variants import ORDER, RULES
from secondsource.collate.variants.meaning import find_meaning
from secondsource.collate.variants.numbers import read_number
from secondsource.types import VariantKind
from tests.collate.readings_in_pairs import tell
from tests.collate.rendering_of_pairs import RENDER
from tests.pairs_reader import Pair, read_pairs


@pytest.mark.parametrize("pair", read_pairs("variants"), ids=lambda pair: pair.title)
def test_each_difference_has_its_type_and_its_words(pair: Pair) -> None:
    assert RENDER["variants"](tell(pair.text)) == list(pair.expect)


def test_every_kind_has_a_rank_and_meaning_is_the_first() -> None:
    assert set(ORDER) == set(VariantKind)
    assert min(VariantKind, key=ORDER.__getitem__) is VariantKind.MEANING


def test_the_pairs_show_every_kind() -> None:
    shown = {line.split(",")[0] for pair in read_pairs("variants") for line in pair.expect}
    assert shown == {str(kind) for kind in VariantKind}


def test_meaning_is_asked_before_the_rules_that_take_whatever_is_left() -> None:
    assert [rule.__name__ for rule in RULES[-3:]] == ["find_meaning", "find_omission", "find_wording"]
    assert RULES[-3] is find_meaning


@pytest.mark.parametrize("pair", read_pairs("variants"), ids=lambda pair: pair.title)
def test_every_anchor_lies_inside_its_quotation(pair: Pair) -> None:
    told = tell(pair.text)
    spans = {q.id: (a, q.span) for a, notes in told.annotations.items() for q in notes.quotations}
    for statement in find_statements(told.story, told.articles, told.annotations):
        for variant in statement.variants:
            if variant.kind is VariantKind.SPEAKER:
                continue
            for anchor, quotation in ((variant.base, statement.fullest), (variant.other, variant.reading)):
                if anchor is not None:
                    article, span = spans[quotation]
                    assert anchor.article == article
                    assert span.contains(anchor.span)
                    assert anchor.span.of(told.articles[article].text).strip()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty five", 25),
        ("one hundred and six", 106),
        ("2.5 million", 2_500_000),
        ("84000", 84_000),
        ("24th", 24),
        ("three thousand two hundred", 3200),
        ("and", None),
        ("five and", None),
        ("five boats", None),
    ],
)
def test_numbers_are_read_in_words_and_digits(words: str, number: float | None) -> None:
    assert read_number(words.split()) == number


@pytest.mark.parametrize(
    "pair",
    ["colour color", "organise organize", "analysed analyzed", "centre center", "travelled traveled",
     "defence defense", "programme program", "catalogue catalog", "labour labor", "paediatric pediatric"],
)  # fmt: skip
def test_british_and_american_spellings_are_one(pair: str) -> None:
    british, american = pair.split()
    assert spelling_key(british) == spelling_key(american)


def test_words_that_only_look_alike_stay_apart() -> None:
    words = (
        "four for hour our poll pole fire fir acre ace doing going then than lose loose wise wiser were where".split()
    )
    assert [(a, b) for a, b in combinations(words, 2) if spelling_key(a) == spelling_key(b)] == []
