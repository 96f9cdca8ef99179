"""Who reports each statement and fact, and who alone."""

from __future__ import annotations

from secondsource.collate.alone import find_alone, find_quoted_alone, find_said
from secondsource.collate.coverage import find_coverage
from secondsource.collate.facts import Match, find_facts, match_passages, read_passages
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
        *find_alone(passages, matches, facts, (), told.articles, find_said(statements, quotations)),
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


def test_a_sentence_that_tells_a_fact_is_not_alone_as_a_whole() -> None:
    first = "The Tarn bridge in Orrinby was closed by Penmarrow police after a lorry hit its northern pier"
    told = tell(f"== Lark\n{first}.\n== Wren\n{SHARED}.")
    assert len(find_facts_of(told)) == 1
    assert alone_in(told) == []


def test_a_sentence_that_hardly_matches_the_fact_it_counts_for_is_alone_as_a_whole() -> None:
    only = "The lorry carried {400 = 400 crate} crates of Penmarrow cider for the Hollin Fair."
    told = tell(f"== Lark\n{only}\n== Wren\n{SHARED}.")
    passages = read_passages(told.story, told.articles, told.annotations)
    fact = Fact("f1", passages[0].anchor, (passages[0].anchor, passages[1].anchor), ("Lark", "Wren"))

    def alone(likelihood: float) -> list[str]:
        found = find_alone(passages, [Match(0, 1, likelihood)], [fact], (), told.articles)
        return [item.anchor.article for item in found]

    assert alone(0.45) == ["Lark", "Wren"]
    assert alone(0.9) == []


def find_facts_of(told: Told) -> tuple[Fact, ...]:
    passages = read_passages(told.story, told.articles, told.annotations)
    return find_facts(told.story, passages, match_passages(passages))


def test_what_one_sentence_of_another_report_covers_is_not_alone_though_a_word_is_its_own() -> None:
    covering = "A lorry with crates of cider from Penmarrow and pears from Dunmere hit the northern pier at Hollin."
    covered = "Crates of Penmarrow cider and Dunmere pears hit Hollin pier, {400 = 400 crate} of them."
    told = tell(f"== Lark\n{covered}\n== Wren\n{covering}")
    passages = read_passages(told.story, told.articles, told.annotations)
    assert [a.anchor.article for a in find_alone(passages, (), (), (), told.articles)] == []


def test_words_spread_over_several_sentences_of_another_report_do_not_cover() -> None:
    covered = "Crates of Penmarrow cider and Dunmere pears hit Hollin pier, {400 = 400 crate} of them."
    apart = "Penmarrow makes cider. Crates fell. Dunmere has pears. The pier at Hollin is old."
    told = tell(f"== Lark\n{covered}\n== Wren\n{apart}")
    passages = read_passages(told.story, told.articles, told.annotations)
    assert [a.anchor.article for a in find_alone(passages, (), (), (), told.articles)] == ["Lark"]


def test_where_a_report_was_filed_is_nothing_that_it_tells() -> None:
    told = tell(f"== Lark\nPORT HOLLIN, Dunmere (Penmarrow Wire) — {SHARED}.\n== Wren\n{SHARED}.")
    assert alone_in(told) == []


def test_a_clause_of_names_alone_is_not_alone() -> None:
    told = tell(f"== Lark\nMayor Ann Moor, Sheriff Tom Dunmere of Penmarrow, {SHARED}.\n== Wren\n{SHARED}.")
    assert alone_in(told) == []


def test_a_closing_mark_does_not_open_a_clause() -> None:
    told = tell(f"== Lark\n{SHARED},” said 400 Dunmere gulls in a chorus at Penmarrow.\n== Wren\n{SHARED}.")
    assert alone_in(told) == [("Lark", "said 400 Dunmere gulls in a chorus at Penmarrow.")]


def test_the_words_of_a_statement_that_another_report_gives_too_are_not_alone() -> None:
    words = "Penmarrow cider will be carried over Dunmere in {400 = 400 crate} crates by Hollin ferry"
    told = tell(f"== Lark, 2024-03-08\n{words}, she said.\n== Wren, 2024-03-08\nIt rained.")
    passages = read_passages(told.story, told.articles, told.annotations)
    (item,) = find_alone(passages, (), (), (), told.articles)
    said = {"Lark": [Span(item.anchor.span.start, item.anchor.span.end - 10)]}
    assert find_alone(passages, (), (), (), told.articles, said) == ()


def test_words_are_said_elsewhere_where_a_statement_has_readings_of_several_articles() -> None:
    quotations = [(o, Quotation(f"{o}-q1", (Span(0, 2), Span(4, 6)), QuotationForm.DIRECT)) for o in ("Lark", "Wren")]
    shared, single = (
        Statement("s1", ("Lark-q1", "Wren-q1"), "Lark-q1", ()),
        Statement("s2", ("Lark-q1",), "Lark-q1", ()),
    )
    assert find_said((single,), quotations) == {}
    assert find_said((shared,), quotations) == {"Lark": [Span(0, 2), Span(4, 6)], "Wren": [Span(0, 2), Span(4, 6)]}


def test_the_words_of_a_quotation_that_is_a_reading_of_two_statements_count_once() -> None:
    quotations = [
        (article, Quotation(name, (Span(start, end),), QuotationForm.DIRECT))
        for article, name, start, end in (("Lark", "l", 0, 9), ("Wren", "w", 0, 3), ("Wren", "v", 6, 9))
    ]
    found = find_said((Statement("s1", ("l", "w"), "l", ()), Statement("s2", ("l", "v"), "l", ())), quotations)
    assert found == {"Lark": [Span(0, 9)], "Wren": [Span(0, 3), Span(6, 9)]}


def test_what_follows_a_but_is_a_clause_of_its_own() -> None:
    told = tell(f"== Lark\n{SHARED} but its 400 Dunmere gulls stayed at Penmarrow.\n== Wren\n{SHARED}.")
    assert alone_in(told) == [("Lark", "but its 400 Dunmere gulls stayed at Penmarrow.")]
