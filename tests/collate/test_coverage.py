"""Who reports each statement and fact, and who alone."""

from __future__ import annotations

from secondsource.collate.alone import find_alone, find_quoted_alone
from secondsource.collate.coverage import find_coverage
from secondsource.collate.facts import find_facts, match_passages, read_passages
from secondsource.types import Alone, Anchor, Conflict, ConflictKind, Fact, Quotation, QuotationForm, Span, Statement
from tests.collate.marked_reports import Told, tell

SHARED = "The Tarn bridge in Orrinby was closed after a lorry hit its northern pier"


def anchors_of(words: str, told: Told) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(outlet, Span(article.text.index(words), article.text.index(words) + len(words)))
        for outlet, article in told.articles.items()
        if words in article.text
    )


def alone_in(told: Told, *statements: Statement) -> list[tuple[str, str]]:
    passages = read_passages(told.story, told.articles, told.annotations)
    matches = match_passages(passages)
    facts = find_facts(told.story, passages, matches)
    quotations = [(outlet, q) for outlet, read in told.annotations.items() for q in read.quotations]
    found = (
        *find_alone(passages, matches, facts, (), told.articles),
        *find_quoted_alone(statements, quotations, told.articles),
    )
    return [(item.anchor.article, item.anchor.span.of(told.articles[item.anchor.article].text)) for item in found]


def test_the_earliest_report_comes_first() -> None:
    told = tell(f"== Wren, 2024-03-09\n{SHARED}.\n== Lark, 2024-03-08\n{SHARED}.\n== Rook\n{SHARED}.")
    fact = Fact("f1", anchors_of(SHARED, told)[0], anchors_of(SHARED, told), ())
    (coverage,) = find_coverage((), (fact,), (), told.articles)
    assert coverage.item == "f1"
    assert coverage.articles == ("Lark", "Wren", "Rook")


def test_reports_of_one_day_stand_in_order_of_outlet() -> None:
    told = tell(f"== Wren, 2024-03-08\n{SHARED}.\n== Lark, 2024-03-08\n{SHARED}.")
    fact = Fact("f1", anchors_of(SHARED, told)[0], anchors_of(SHARED, told), ())
    assert find_coverage((), (fact,), (), told.articles)[0].articles == ("Lark", "Wren")


def test_a_statement_is_covered_by_the_articles_of_its_readings_each_once() -> None:
    told = tell("== Lark, 2024-03-08\nAy.\n== Wren, 2024-03-07\nNo.")
    spoken = [(o, Quotation(f"{o}-q{n}", (Span(0, 2),), QuotationForm.DIRECT)) for o in told.articles for n in (1, 2)]
    statement = Statement("s1", ("Lark-q1", "Lark-q2", "Wren-q1"), "Lark-q1", ())
    (coverage,) = find_coverage((statement,), (), spoken, told.articles)
    assert coverage.articles == ("Wren", "Lark")


def test_a_specific_sentence_of_one_report_is_alone() -> None:
    only = "The lorry carried {400 = 400 crate} crates of Penmarrow cider for the Hollin Fair."
    told = tell(f"== Lark, 2024-03-08\n{SHARED}. {only}\n== Wren, 2024-03-08\n{SHARED}.")
    assert alone_in(told) == [("Lark", "The lorry carried 400 crates of Penmarrow cider for the Hollin Fair.")]


def test_vague_commentary_and_shared_sentences_are_not_alone() -> None:
    told = tell(
        f"== Lark, 2024-03-08\n{SHARED}. It was all very strange and rather sad. "
        "{What were Penmarrow and Hollin and Dunmere thinking with their silly 400 crates? = commentary}\n"
        f"== Wren, 2024-03-08\n{SHARED}."
    )
    assert alone_in(told) == []


def test_nothing_is_alone_in_a_story_of_one_report() -> None:
    told = tell("== Lark, 2024-03-08\nThe lorry carried {400 = 400 crate} crates of Penmarrow cider to Hollin Fair.")
    assert alone_in(told) == []


def test_a_quotation_is_alone_unless_a_statement_has_it_from_another_report_too() -> None:
    told = tell(
        "== Lark, 2024-03-08\n“{We shall mend the bridge by summer. = said by Ann Moor}”\n"
        "== Wren, 2024-03-08\n“{We shall mend the bridge by summer. = said by Ann Moor}”"
    )
    shared = Statement("s1", ("Lark-q1", "Wren-q1"), "Lark-q1", ("Ann Moor",))
    assert alone_in(told, shared) == []
    single = Statement("s1", ("Lark-q1",), "Lark-q1", ("Ann Moor",))
    assert alone_in(told, single) == [
        ("Lark", "We shall mend the bridge by summer."),
        ("Wren", "We shall mend the bridge by summer."),
    ]


def test_a_quotation_alone_names_its_id() -> None:
    told = tell("== Lark\n“{We shall mend the bridge by summer. = said by Ann Moor}”\n== Wren\nIt rained.")
    quotations = [("Lark", told.annotations["Lark"].quotations[0])]
    assert find_quoted_alone((), quotations, told.articles) == (Alone(Anchor("Lark", Span(1, 36)), "Lark-q1"),)


def test_of_a_shared_sentence_only_the_clause_that_one_report_has_is_alone() -> None:
    told = tell(f"== Lark\n{SHARED}, which carried {{400 = 400 crate}} crates of Penmarrow cider.\n== Wren\n{SHARED}.")
    assert alone_in(told) == [("Lark", "which carried 400 crates of Penmarrow cider.")]
    told = tell(f"== Lark\nAs the Dunmere gulls of Port Hollin looked on, {SHARED}.\n== Wren\n{SHARED}.")
    assert alone_in(told) == [("Lark", "As the Dunmere gulls of Port Hollin looked on")]


def test_what_is_disputed_is_not_alone() -> None:
    only = "The lorry carried {400 = 400 crate} crates of Penmarrow cider for the Hollin Fair."
    told = tell(f"== Lark\n{only}\n== Wren\nIt rained.")
    passages = read_passages(told.story, told.articles, told.annotations)
    disputed = Conflict("c1", ConflictKind.NUMBER, (Anchor("Lark", Span(18, 28)), Anchor("Wren", Span(0, 2))), "")
    assert find_alone(passages, (), (), (disputed,), told.articles) == ()
    assert len(find_alone(passages, (), (), (), told.articles)) == 1
