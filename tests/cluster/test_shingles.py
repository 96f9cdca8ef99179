from __future__ import annotations

from secondsource.cluster.shingles import longest_shared, shingles
from secondsource.types import Article, Block, BlockKind, Span


def article(text: str, blocks: tuple[Block, ...] = ()) -> Article:
    return Article(id="a", outlet="x", text=text, blocks=blocks)


def count(text: str) -> int:
    return len(shingles(article(text)).keys)


def test_five_successive_words_are_a_shingle() -> None:
    assert count("one two three four") == 0
    assert count("one two three four five") == 1
    assert count("one two three four five six") == 2


def test_none_reaches_over_the_end_of_a_paragraph() -> None:
    assert count("one two three\n\nfour five six") == 0


def test_quoted_words_do_not_count_in_any_marks() -> None:
    quoted = "we will close it and we will not open it again"
    for marked in (f"“{quoted}”", f'"{quoted}"', f"«{quoted}»", f"``{quoted}''", f"„{quoted}“"):
        assert count(f"He said: {marked} he said") == 0, marked


def test_an_unclosed_mark_loses_no_more_than_its_paragraph() -> None:
    assert count('"one two three four five six\n\none two three four five six') == 2


def test_legal_notices_and_credits_do_not_count() -> None:
    assert count("Copyright 2031 Tellwick News Agency and its licensed partners. All rights reserved.") == 0
    assert count("The Associated Press contributed to this report from the town of Wexcombe.") == 0


def test_blocks_that_are_not_the_story_do_not_count() -> None:
    text = "one two three four five six"
    assert (
        shingles(article(text, (Block(Span(0, 5), BlockKind.BODY), Block(Span(5, 27), BlockKind.CAPTION)))).keys == ()
    )


def test_case_and_accents_do_not_matter() -> None:
    assert shingles(article("Él vio la GRAN casa")).keys == shingles(article("el vio la gran casa")).keys


def test_the_longest_shared_passage_is_found_in_both_texts() -> None:
    one = article("Early on. The engineer shut the old bridge at dawn on Tuesday, and left the town.")
    other = article(
        "In brief: the engineer shut the old bridge at dawn on Tuesday because of cracks; and left the town at once."
    )
    spans = longest_shared(shingles(one), shingles(other))
    assert spans is not None
    assert spans[0].of(one.text) == "The engineer shut the old bridge at dawn on Tuesday"
    assert spans[1].of(other.text) == "the engineer shut the old bridge at dawn on Tuesday"


def test_a_shared_passage_does_not_run_through_a_quotation() -> None:
    text = 'The engineer shut the old bridge and "that is that" she said to the waiting crowd outside'
    spans = longest_shared(shingles(article(text)), shingles(article(text)))
    assert spans is not None
    assert '"' not in spans[0].of(text)


def test_nothing_shared_is_none() -> None:
    assert longest_shared(shingles(article("a b c d e f g")), shingles(article("h i j k l m n"))) is None
