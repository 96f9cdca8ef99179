from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.collate import grouping
from secondsource.collate.evidence import Link, link_marked
from secondsource.collate.quoted_conflicts import find_quoted_conflicts
from secondsource.collate.rarity import Rarity
from secondsource.collate.statements import find_statements
from secondsource.collate.witness import Witness
from secondsource.types import QuotationForm, Span, Statement, VariantKind
from tests.collate.readings_in_pairs import Told, tell
from tests.collate.rendering_of_pairs import RENDER
from tests.pairs_reader import Pair, read_pairs

LONG = "A town that closes its harbour has stopped dreaming of the sea."


def statements_of(lines: str) -> tuple[Told, tuple[Statement, ...]]:
    told = tell(lines)
    return told, find_statements(told.story, told.articles, told.annotations)


@pytest.mark.parametrize("pair", read_pairs("statements"), ids=lambda pair: pair.title)
def test_readings_of_one_utterance_are_one_statement(pair: Pair) -> None:
    assert RENDER["statements"](tell(pair.text)) == list(pair.expect)


@pytest.mark.parametrize("pair", read_pairs("quoted_conflicts"), ids=lambda pair: pair.title)
def test_conflicting_words_and_speakers_are_conflicts(pair: Pair) -> None:
    assert RENDER["quoted_conflicts"](tell(pair.text)) == list(pair.expect)


def test_a_marked_quotation_that_stands_alone_is_a_statement() -> None:
    _, statements = statements_of(f"Gazette, Mara Voss, direct: {LONG}")
    assert [(s.readings, s.fullest, s.speakers) for s in statements] == [
        (("Gazette-q1",), "Gazette-q1", ("Mara Voss",))
    ]


def test_a_paraphrase_that_matches_nothing_is_no_statement() -> None:
    _, statements = statements_of("Gazette, Mara Voss, indirect: the harbour would be closed in the autumn")
    assert statements == ()


def test_a_quotation_without_a_word_or_a_speaker_does_no_harm() -> None:
    _, statements = statements_of(f"Gazette, , direct: …\nHerald, , direct: {LONG}\nEcho, , direct: {LONG}")
    assert [s.readings for s in statements] == [("Gazette-q1",), ("Herald-q1", "Echo-q1")]


def test_statements_do_not_depend_on_the_order_of_the_outlets() -> None:
    lines = [
        "Gazette, Mara Voss, direct: I spoke too soon. I took a shortcut and I was rude about the harbour.",
        "Herald, Mara Voss, direct: I spoke too soon and I was rude about the harbour.",
        "Echo, Mara Voss, mixed: wrong about the harbour",
        "Post, Osric Tane, direct: I took a shortcut and I was rude about the harbour,",
    ]
    results = set()
    for shift in range(len(lines)):
        _, statements = statements_of("\n".join(lines[shift:] + lines[:shift]))
        results.add(frozenset((s.fullest, frozenset(s.readings), frozenset(s.variants)) for s in statements))
    assert len(results) == 1


def test_a_paraphrase_around_marked_words_is_not_another_reading() -> None:
    told = tell(f"Gazette, Mara Voss, mixed: {LONG}\nHerald, Mara Voss, direct: {LONG}")
    marked = told.annotations["Gazette"].quotations[0]
    around = replace(marked, id="Gazette-q2", form=QuotationForm.INDIRECT, parts=(Span(0, marked.span.end + 1),))
    annotations = dict(told.annotations)
    annotations["Gazette"] = replace(annotations["Gazette"], quotations=(around, marked))
    (statement,) = find_statements(told.story, told.articles, annotations)
    assert statement.readings == ("Gazette-q1", "Herald-q1")


def test_statements_come_in_the_order_of_their_first_appearance() -> None:
    _, statements = statements_of(
        f"Gazette, Mara Voss, direct: The ferry will sail on Sunday.\nGazette, Mara Voss, direct: {LONG}\n"
        f"Herald, Mara Voss, direct: {LONG}\nHerald, Mara Voss, direct: The ferry will sail on Sunday."
    )
    assert [s.readings for s in statements] == [("Gazette-q1", "Herald-q2"), ("Gazette-q2", "Herald-q1")]
    assert [s.id for s in statements] == ["s1", "s2"]


def test_meaning_comes_before_other_variants() -> None:
    _, (statement,) = statements_of(
        "Gazette, Mara Voss, direct: We’re sure that the ferry will not sail in the autumn, whatever they say.\n"
        "Herald, Mara Voss, direct: We are sure that the ferry will sail in the autumn."
    )
    kinds = [variant.kind for variant in statement.variants]
    assert kinds == [VariantKind.MEANING, VariantKind.TRUNCATION, VariantKind.SPELLING]


def test_every_conflict_names_its_statement_and_has_words_in_each_article() -> None:
    told, statements = statements_of(
        f"Gazette, Mara Voss, direct: {LONG}\nHerald, Osric Tane, direct: {LONG.replace('stopped', 'ceased')}"
    )
    conflicts = find_quoted_conflicts(statements, told.articles, told.annotations)
    assert [c.id for c in conflicts] == ["w1", "a1"]
    for conflict in conflicts:
        assert conflict.subject == statements[0].id
        words = [anchor.span.of(told.articles[anchor.article].text) for anchor in conflict.readings]
        attributions = [f"{LONG}” Mara Voss", f"{LONG}” Osric Tane".replace("stopped", "ceased")]
        assert words in (["has stopped dreaming", "has ceased dreaming"], attributions)


def test_words_in_quotation_marks_stand_in_a_source() -> None:
    told, statements = statements_of(
        f"Gazette, Mara Voss, direct: I came. {'We held the wall, ' * 12}I left the harbour for good and all.\n"
        "Herald, Mara Voss, direct: I came. I left the harbour for good and all."
    )
    (conflict,) = find_quoted_conflicts(statements, told.articles, told.annotations)
    quoted = [piece.split("”")[0] for piece in conflict.explanation.split("“")[1:]]
    assert len(quoted) == 2
    assert all(any(words in article.text for article in told.articles.values()) for words in quoted)
    assert max(len(words.split()) for words in quoted) <= 25


def test_three_hundred_reports_of_one_speech_are_grouped_without_comparing_all_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0

    def counting(host: Witness, other: Witness, numbers: tuple[int, int], rarity: Rarity) -> Link | None:
        nonlocal compared
        compared += 1
        return link_marked(host, other, numbers, rarity)

    monkeypatch.setattr(grouping, "link_marked", counting)
    speech = [f"The {word} harbour of the {word}s needs a {word} wall." for word in ("red", "blue", "green", "grey")]
    lines = [f"Outlet{n}, Mara Voss, direct: {speech[n % 4]} {speech[(n + 1) % 4]}" for n in range(300)]
    _, statements = statements_of("\n".join(lines))
    assert sum(len(s.readings) for s in statements) >= 300
    assert compared < 300 * 20
