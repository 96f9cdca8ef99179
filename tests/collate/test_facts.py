"""Facts, by readable pairs (tests/pairs/facts.md) and on values that a pair cannot show."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from secondsource.collate.facts import Match, Passage, find_facts, match_passages, read_passages
from secondsource.collate.facts.common_words import TELLING, telling
from secondsource.collate.facts.grouping import SEVERAL, group_matches
from secondsource.collate.facts.likeness import FEATURES, NEAREST, feature_rows
from secondsource.collate.facts.likeness_weights import WEIGHTS
from secondsource.collate.facts.passages import MOST
from secondsource.collate.facts.word_families import FAMILIES, family_of
from secondsource.types import Anchor, Fact, Origin, Span, Story
from tests.collate.marked_reports import Told, tell
from tests.pairs_reader import Pair, read_pairs

BRIDGE = "The Tarn bridge in Orrinby was closed after a lorry hit its northern pier."


def facts_of(told: Told) -> tuple[Fact, ...]:
    passages = read_passages(told.story, told.articles, told.annotations)
    return find_facts(told.story, passages, match_passages(passages))


def sentence_number(anchor: Anchor, told: Told) -> int:
    return [s.span for s in told.annotations[anchor.article].sentences].index(anchor.span) + 1


def shown(told: Told) -> list[str]:
    lines = []
    for fact in facts_of(told):
        by_report: dict[str, list[str]] = {}
        for anchor in fact.sentences:
            by_report.setdefault(anchor.article, []).append(str(sentence_number(anchor, told)))
        lines.append("; ".join(f"{report} {', '.join(numbers)}" for report, numbers in by_report.items()))
    return lines


def reports(names: str, words: tuple[str, ...] = ("word",)) -> list[Passage]:
    """One passage for each letter: the article that it stands in."""
    return [Passage(Anchor(name, Span(0, 1)), 0, words) for name in names]


def without(told: Told, words: str) -> Told:
    """The story with the sentences that begin with `words` marked as no part of it."""
    outside = {
        outlet: replace(
            read,
            sentences=tuple(
                replace(s, is_story=not s.span.of(told.articles[outlet].text).startswith(words)) for s in read.sentences
            ),
        )
        for outlet, read in told.annotations.items()
    }
    return Told(told.story, told.articles, outside)


@pytest.mark.parametrize("pair", read_pairs("facts"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    told = tell(pair.text)
    assert shown(without(told, pair.keys["outside"]) if "outside" in pair.keys else told) == list(pair.expect)


def test_the_order_in_which_reports_are_given_does_not_matter() -> None:
    told = tell(f"== Wren, 2024-03-09\n{BRIDGE}\n== Lark, 2024-03-08\nIt rained.\n\n{BRIDGE}\n== Rook\n{BRIDGE}")
    backwards = Told(told.story, dict(reversed(told.articles.items())), dict(reversed(told.annotations.items())))
    assert facts_of(backwards) == facts_of(told)


def test_copies_of_one_text_are_one_origin() -> None:
    told = tell(f"== Lark\n{BRIDGE}\n== Rook\n{BRIDGE}\n== Wren\n{BRIDGE}")
    agency = Origin("agency", "agency", ("Lark", "Rook"))
    story = replace(told.story, origins=(agency, Origin("Wren", "Wren", ("Wren",))))
    (fact,) = facts_of(Told(story, told.articles, told.annotations))
    assert fact.origins == ("agency", "Wren")


def test_the_lead_is_one_of_the_sentences_and_ids_count_from_one() -> None:
    told = tell(f"== Lark\n{BRIDGE}\n== Rook\n{BRIDGE} Gulls cried.\n\nCol Hendry of Hollin was fined for speeding.\n"
                "== Wren\nCol Hendry of Hollin was fined for speeding. Pears were dear.")  # fmt: skip
    facts = facts_of(told)
    assert [fact.id for fact in facts] == ["f1", "f2"]
    assert all(fact.lead in fact.sentences for fact in facts)


def test_a_sentence_that_quotes_leads_only_where_all_do() -> None:
    told = tell("".join(f"== {outlet}\n{BRIDGE}\n" for outlet in ("Lark", "Rook", "Wren")))
    passages = read_passages(told.story, told.articles, told.annotations)

    def lead(quoting: str) -> str:
        shares = [replace(p, quoted=0.4 if p.anchor.article in quoting else 0.0) for p in passages]
        (fact,) = find_facts(told.story, shares, match_passages(shares))
        return fact.lead.article

    assert [lead(""), lead("Lark Wren"), lead("Lark Rook Wren")] == ["Lark", "Rook", "Lark"]


def test_a_group_grows_only_by_passages_like_all_of_its_members() -> None:
    chain = [Match(0, 1, 0.9), Match(1, 2, 0.8)]
    assert group_matches(chain, reports("abc"), 0.4) == [(0, 1), (1, 2)]
    assert group_matches([*chain, Match(0, 2, 0.5)], reports("abc"), 0.4) == [(0, 1, 2)]


def test_passages_of_one_article_stand_together_only_where_their_words_agree() -> None:
    matches = [Match(0, 1, 0.9), Match(0, 2, 0.8)]
    alike = reports("abb")
    assert group_matches(matches, alike, 0.4) == [(0, 1, 2)]
    unlike = [*alike[:2], *reports("b", ("other",))]
    assert group_matches(matches, unlike, 0.4) == [(0, 1), (0, 2)]


def test_every_likely_match_lies_in_a_group() -> None:
    matches = [Match(a, b, 0.3 + 0.06 * ((a * b) % 11)) for a, b in combinations(range(8), 2)]
    groups = group_matches(matches, reports("abcdefgh"), 0.4)
    held = {pair for group in groups for pair in combinations(group, 2)}
    assert {(m.first, m.second) for m in matches if m.likelihood >= 0.4} <= held


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    assert set(WEIGHTS) == set(FEATURES)


def test_a_sentence_nearer_to_another_of_the_report_is_second() -> None:
    told = tell(f"== Lark\n{BRIDGE} Gulls cried.\n== Rook\n{BRIDGE} The lorry hit a northern lamp. Pears were dear.\n")
    _, seconds, features = next(feature_rows(read_passages(told.story, told.articles, told.annotations)))
    behind = dict(zip(seconds.tolist(), features[:, FEATURES.index("second")].tolist(), strict=True))
    assert behind[2] == pytest.approx(0)
    assert behind[3] < -0.1


def test_a_word_that_news_is_full_of_tells_less_than_a_rare_one() -> None:
    assert telling(family_of("campaign")) < telling(family_of("understand")) < telling(family_of("trombone")) == 1
    assert all(0 < value < 1 for value in TELLING.values())


def test_a_likeness_is_a_likelihood_between_different_reports() -> None:
    told = tell(f"== Lark\n{BRIDGE} {BRIDGE}\n== Rook\n{BRIDGE}")
    passages = read_passages(told.story, told.articles, told.annotations)
    matches = match_passages(passages, at_least=0.0)
    assert matches
    assert all(0 <= m.likelihood <= 1 for m in matches)
    assert all(passages[m.first].anchor.article != passages[m.second].anchor.article for m in matches)


def test_words_of_one_family_have_one_head() -> None:
    assert family_of("resigned") == family_of("quit") == family_of("resignation")
    assert family_of("resigned") != family_of("dismissed")


def test_no_word_family_is_listed_twice() -> None:
    lines = FAMILIES.strip().splitlines()
    assert len(set(lines)) == len(lines)
    assert all(len(line.split()) > 1 for line in lines)


def test_a_story_without_sentences_has_no_facts() -> None:
    told = tell("== Lark\n\n== Rook\n")
    assert facts_of(told) == ()


def test_offsets_of_sentences_are_those_of_the_article() -> None:
    told = tell(f"== Lark\nIt rained.\n\n{BRIDGE}\n== Rook\n{BRIDGE}")
    (fact,) = facts_of(told)
    assert [a.span.of(told.articles[a.article].text) for a in fact.sentences] == [BRIDGE, BRIDGE]
    assert fact.sentences[1].span == Span(0, len(BRIDGE))


def test_of_a_very_long_report_the_first_sentences_are_compared() -> None:
    told = tell(f"== Lark\n{'Gulls cried. ' * MOST}{BRIDGE}\n== Rook\n{BRIDGE}")
    passages = read_passages(told.story, told.articles, told.annotations)
    assert len(passages) == MOST + 1
    assert facts_of(told) == ()


def test_what_very_many_reports_tell_is_one_fact() -> None:
    many = 2 * NEAREST
    words = ("bridge", "lorry", "pier")
    passages = [
        Passage(Anchor(f"{number:04}", Span(place, place + 1)), place, words if place else (f"w{number}", "gull"))
        for number in range(many)
        for place in range(2)
    ]
    matches = match_passages(passages)
    assert len(matches) <= NEAREST * len(passages)
    facts = find_facts(Story("s", (), ()), passages, matches)
    assert [len(fact.origins) for fact in facts] == [many, many]


def test_a_match_of_two_passages_that_stand_in_many_groups_makes_no_further_group() -> None:
    def groups(many: int) -> list[tuple[int, ...]]:
        passages = reports("ab" + "c" * 2 * many)
        passages = [replace(passage, words=(f"word{n}",)) for n, passage in enumerate(passages)]
        beside = [Match(hub, 2 + 2 * n + hub, 0.9) for hub in (0, 1) for n in range(many)]
        return group_matches([*beside, Match(0, 1, 0.5)], passages, 0.4)

    assert (0, 1) in groups(SEVERAL - 1)
    assert (0, 1) not in groups(SEVERAL)


def test_one_endless_sentence_takes_no_time() -> None:
    told = tell(f"== Lark\n{'gulls and 12 piers ' * 20_000}\n== Rook\n{BRIDGE}")
    assert facts_of(told) == ()
