from __future__ import annotations

import random

from secondsource.collate import alignment
from secondsource.collate.alignment import align
from secondsource.collate.readings import Reading, read
from secondsource.types import Article, Quotation, QuotationForm, Span


def reading(words: str) -> Reading:
    """A reading of `words`; ``//`` parts it."""
    text, parts = "", []
    for piece in words.split(" // "):
        parts.append(Span(len(text), len(text) + len(piece)))
        text += piece + " (he said) "
    return read(Article("a", "Gazette", text), Quotation("q", tuple(parts), QuotationForm.DIRECT))


def table(base: str, other: str) -> list[tuple[str, str]]:
    """The columns of an alignment as words, "-" for a gap."""
    a, b = reading(base), reading(other)
    return [
        ("-" if s.base is None else a.words[s.base].form, "-" if s.other is None else b.words[s.other].form)
        for s in align(a, b).steps
    ]


def test_a_run_of_words_is_found_where_it_stands() -> None:
    assert align(reading("one two three four five"), reading("three four")).base_range == (2, 4)


def test_a_missing_word_is_one_gap() -> None:
    assert table("we will pay if that happened", "we will pay that happened")[2:5] == [
        ("pay", "pay"), ("if", "-"), ("that", "that"),
    ]  # fmt: skip


def test_a_missing_sentence_is_one_gap() -> None:
    rows = table("I spoke too soon. I took a shortcut and I was rude.", "I spoke too soon and I was rude.")
    gaps = [ours for ours, theirs in rows if theirs == "-"]
    assert gaps == ["i", "took", "a", "shortcut"]


def test_small_words_before_an_odd_one_are_not_lost() -> None:
    assert table("I am not leaving the harbour", "I am leaving the harbour")[:3] == [
        ("i", "i"), ("am", "am"), ("not", "-"),
    ]  # fmt: skip


def test_contractions_match_what_they_stand_for() -> None:
    rows = table("we’re sure he can’t come, she’ll stay", "we are sure he can not come, she will stay")
    assert all("-" not in row for row in rows)


def test_a_gap_stands_where_the_text_shows_a_break() -> None:
    rows = table("the sea rose and fell and the wind rose and fell", "the sea rose and fell … rose and fell")
    assert [ours for ours, theirs in rows if theirs == "-"] == ["and", "the", "wind"]


def test_readings_without_a_common_word_have_an_empty_alignment() -> None:
    assert align(reading("the harbour"), reading("a ferry")).steps == ()
    assert align(reading("the harbour"), reading("…")).base_range == (0, 0)


def test_either_side_gives_the_same_pairs() -> None:
    one, two = "honestly, the old ferry was never safe here", "honestly the ferry was not very safe here"
    there = align(reading(one), reading(two)).matches
    back = align(reading(two), reading(one)).matches
    assert there == [(i, j) for j, i in back]


def test_columns_are_in_order_and_name_each_word_at_most_once() -> None:
    generator = random.Random(5)
    vocabulary = "the a sea wall boat and was not rose fell".split()
    for _ in range(200):
        a, b = (reading(" ".join(generator.choices(vocabulary, k=generator.randint(1, 25)))) for _ in range(2))
        steps = align(a, b).steps
        for side in ("base", "other"):
            used = [value for step in steps if (value := getattr(step, side)) is not None]
            assert used == list(range(used[0], used[0] + len(used))) if used else not steps


def test_very_long_readings_are_aligned_in_linear_space() -> None:
    words = [f"word{n}" for n in range(2000)]
    base, other = " ".join(words), " ".join([*words[:900], "odd", *words[950:]])
    assert alignment.CELLS < 2000 * 1951
    assert len(align(reading(base), reading(other)).matches) == 1950


def test_a_small_word_far_from_the_rest_is_no_match() -> None:
    base = "They bought a ferry last spring, and what the islanders got was a boat full of holes."
    assert table(base, "a fraud // a wreck in the making")[0] == ("a", "a")
    assert align(reading(base), reading("a swindle // a boat full of holes")).other_range == (2, 7)


def test_a_small_word_close_to_the_rest_is_a_match() -> None:
    assert align(reading("it, frankly, is a wreck"), reading("it is a wreck")).other_range == (0, 4)
