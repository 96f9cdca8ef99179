"""Conflicts, by readable pairs (tests/pairs/conflicts.md) and on values that a pair cannot show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.collate.conflicts import find_conflicts, in_order_of_presentation
from secondsource.collate.conflicts.explanation import explain
from secondsource.collate.conflicts.joining import join_disagreements
from secondsource.collate.conflicts.precision import Verdict, compare_dates, compare_figures
from secondsource.collate.conflicts.sides import Disagreement
from secondsource.collate.facts import Match, find_facts, match_passages, read_passages
from secondsource.types import Anchor, Article, Conflict, ConflictKind, Figure, Span
from tests.collate.marked_reports import Told, tell
from tests.pairs_reader import Pair, read_pairs

SEATS = (
    "== Lark, 2024-06-10\nThe Reed Party won {312 = 312 seat} seats in the Orrinby assembly.\n"
    "== Wren, 2024-06-11\nIn the Orrinby assembly the Reed Party won {321 = 321 seat} seats."
)


def conflicts_of(told: Told) -> tuple[Conflict, ...]:
    passages = read_passages(told.story, told.articles, told.annotations)
    matches = match_passages(passages)
    facts = find_facts(told.story, passages, matches)
    return find_conflicts(passages, matches, facts, told.articles, told.annotations)


def figure(low: float, modifier: str = "", high: float | None = None) -> Figure:
    return Figure(Span(0, 1), low, low if high is None else high, modifier=modifier)


@pytest.mark.parametrize("pair", read_pairs("conflicts"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    told = tell(pair.text)
    assert [f"{c.kind}: {c.explanation}" for c in conflicts_of(told)] == list(pair.expect)


def test_readings_are_the_exact_phrases_and_the_subject_is_the_fact() -> None:
    told = tell(SEATS)
    (conflict,) = conflicts_of(told)
    assert [a.span.of(told.articles[a.article].text) for a in conflict.readings] == ["312 seats", "321 seats"]
    assert conflict.subject == "f1"
    assert conflict.id == "c1"


def test_the_order_in_which_reports_are_given_does_not_matter() -> None:
    told = tell(SEATS)
    backwards = Told(told.story, dict(reversed(told.articles.items())), told.annotations)
    assert conflicts_of(backwards) == conflicts_of(told)


@pytest.mark.parametrize(
    ("later", "likelihood", "fires"), [("06-11", 0.3, True), ("09-11", 0.3, False), ("09-11", 0.5, True)]
)
def test_reports_filed_months_apart_must_be_more_alike(later: str, likelihood: float, *, fires: bool) -> None:
    told = tell(SEATS.replace("06-11", later))
    passages = read_passages(told.story, told.articles, told.annotations)
    matches = [Match(0, 1, likelihood)]
    assert bool(find_conflicts(passages, matches, (), told.articles, told.annotations)) is fires


def test_sentences_about_different_people_are_not_compared() -> None:
    told = tell(SEATS)
    first, second = read_passages(told.story, told.articles, told.annotations)
    passages = (replace(first, people=frozenset({1})), replace(second, people=frozenset({2})))
    assert find_conflicts(passages, [Match(0, 1, 0.9)], (), told.articles, told.annotations) == ()


def test_a_difference_of_precision_inside_a_disagreement_is_not_told_twice() -> None:
    articles = {name: Article(name, name, f"{name} {n}") for name, n in (("a", 300), ("b", 312), ("c", 421))}
    a, b, c = (Anchor(name, Span(2, 5)) for name in articles)
    wide = [Disagreement(ConflictKind.NUMBER, "", a, c), Disagreement(ConflictKind.NUMBER, "", b, c)]
    loose = Disagreement(ConflictKind.PRECISION, "", a, b)
    assert [matter.kind for matter in join_disagreements([*wide, loose], (), articles)] == [ConflictKind.NUMBER]
    assert len(join_disagreements([wide[0], loose], (), articles)) == 2


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (figure(312), figure(312), Verdict.SAME),
        (figure(312), figure(321), Verdict.CONFLICT),
        (figure(3), figure(4), Verdict.CONFLICT),
        (figure(50), figure(52), Verdict.COMPATIBLE),  # fifty is what 52 is rounded to
        (figure(1.2e6), figure(1_234_567), Verdict.COMPATIBLE),
        (figure(50, "about"), figure(52), Verdict.COMPATIBLE),
        (figure(50, "about"), figure(60), Verdict.UNSURE),
        (figure(50, "about"), figure(80, "about"), Verdict.UNSURE),
        (figure(50, "about"), figure(80), Verdict.CONFLICT),
        (figure(50, "about"), figure(50), Verdict.SAME),
        (figure(50, "more than"), figure(50), Verdict.COMPATIBLE),
        (figure(50, "more than"), figure(61), Verdict.COMPATIBLE),
        (figure(50, "at most"), figure(45), Verdict.COMPATIBLE),
        (figure(50, "more than"), figure(45), Verdict.UNSURE),
        (figure(40, high=60), figure(52), Verdict.COMPATIBLE),
        (figure(3), figure(3000), Verdict.UNSURE),  # hardly a count of one thing
    ],
)
def test_figures_that_are_not_equal_need_not_contradict(first: Figure, second: Figure, verdict: Verdict) -> None:
    assert compare_figures(first, second) is verdict
    assert compare_figures(second, first) is verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("2024-03-03", "2024-03-03", Verdict.SAME),
        ("2024-03-03", "2024-03-04", Verdict.CONFLICT),
        ("2024-03-03", "2024-03", Verdict.COMPATIBLE),
        ("2024-03-03", "2024", Verdict.COMPATIBLE),
        ("2024-02", "2024-03", Verdict.CONFLICT),
        ("2024-02", "2024-03-03", Verdict.UNSURE),
        ("2024-W09", "2024-03", Verdict.UNSURE),  # the week has days of both months
    ],
)
def test_dates_that_are_not_equal_need_not_contradict(first: str, second: str, verdict: Verdict) -> None:
    one, other = tell(f"== Lark\nIt fell {{then = {first}}} {{again = {second}}}.").annotations["Lark"].dates
    assert compare_dates(one, other) is verdict
    assert compare_dates(other, one) is verdict


def test_disagreements_come_before_differences_of_precision_and_widely_reported_ones_first() -> None:
    def at(report: str, start: int) -> Anchor:
        return Anchor(report, Span(start, start + 1))

    loose = Conflict("x", ConflictKind.PRECISION, (at("a", 0), at("b", 0), at("c", 0)), "loose")
    narrow = Conflict("x", ConflictKind.DATE, (at("a", 0), at("b", 0)), "narrow")
    wide = Conflict("x", ConflictKind.NUMBER, (at("a", 9), at("b", 9), at("c", 9)), "wide")
    ordered = in_order_of_presentation((loose, narrow, wide), ["a", "b", "c"])
    assert [(c.id, c.explanation) for c in ordered] == [("c1", "wide"), ("c2", "narrow"), ("c3", "loose")]


def test_wordings_come_after_substance_and_names_after_both() -> None:
    readings = (Anchor("a", Span(0, 1)), Anchor("b", Span(0, 1)))
    kinds = (ConflictKind.NAME, ConflictKind.PRECISION, ConflictKind.WORDING, ConflictKind.STATUS)
    ordered = in_order_of_presentation([Conflict("x", kind, readings, "") for kind in kinds], ["a", "b"])
    assert [c.kind for c in ordered] == [
        ConflictKind.STATUS,
        ConflictKind.WORDING,
        ConflictKind.NAME,
        ConflictKind.PRECISION,
    ]


def test_an_explanation_leaves_out_a_date_that_is_not_known_and_puts_nothing_in_marks() -> None:
    articles = {name: Article(name, name, f"It sold {n} seats.") for name, n in (("Lark", "12"), ("Wren", "21"))}
    readings = [Anchor(name, Span(8, 16)) for name in articles]
    assert explain(readings, articles, ["Why."]) == "Lark: 12 seats. Wren: 21 seats. Why."


def test_a_very_long_reading_is_cut_at_a_word() -> None:
    article = Article("Lark", "Lark", "many " * 100)
    text = explain([Anchor("Lark", Span(0, 499))], {"Lark": article}, [])
    assert len(text) < 140
    assert text.endswith("many ….")
