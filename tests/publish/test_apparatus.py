from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from secondsource.publish.apparatus import _aside, statement_item, strongest
from secondsource.publish.dossier import Reading, Role, Run, StatementItem
from secondsource.publish.place import sources_of
from secondsource.types import Anchor, Collation, Span, Statement, Variant, VariantKind
from tests.publish.invented import bridge_story

K = VariantKind


def item(key: str, collation: Collation | None = None) -> StatementItem:
    story = collation or bridge_story()
    return statement_item(sources_of(story), next(s for s in story.statements if s.id == key))


def reading(of: StatementItem, outlet: str) -> Reading:
    return next(r for r in of.readings if r.place.outlet == outlet)


def marks(runs: Iterable[Run]) -> list[tuple[str, str, VariantKind | None]]:
    return [(r.role.value, r.text, r.kind) for r in runs if r.role is not Role.SAME]


def test_words_of_a_reading_without_its_gaps_and_asides_are_exactly_the_source() -> None:
    for key in ("s1", "s2", "s3", "s4"):
        for found in item(key).readings:
            own = "".join(r.text for r in found.runs if r.role in (Role.SAME, Role.DIFFERS))
            assert own == "".join(found.place.texts)


def test_the_fullest_reading_is_first_and_paraphrases_are_last() -> None:
    assert [r.place.label for r in item("s2").readings] == [
        "Northern Wire ¶2",
        "Evening Bell ¶3",
        "The Ostrey Gazette ¶2",
        "Evening Bell ¶3",
    ]
    assert item("s2").readings[-1].form.value == "indirect"


def test_a_copy_with_the_same_words_is_no_reading_of_its_own() -> None:
    first = item("s1").readings[0]
    assert [p.label for p in first.others] == ["Coast Chronicle ¶2"]
    assert (item("s1").reports, item("s1").origins) == (4, 3)


def test_words_that_only_the_fullest_reading_has_are_a_gap_where_they_would_stand() -> None:
    bell = reading(item("s1"), "Evening Bell")
    assert marks(bell.runs) == [("missing", "if the engineers tell us it is safe", K.MEANING)]
    assert bell.runs[0].text == "We will reopen the bridge on June 3,"
    assert bell.alarming


def test_the_fullest_reading_marks_what_others_change_or_drop_but_not_how_they_spell_it() -> None:
    assert marks(item("s1").readings[0].runs) == [
        ("differs", "will", K.WORDING),
        ("differs", "if the engineers tell us it is safe", K.MEANING),
    ]


def test_other_words_brackets_and_spelling_are_marked_in_their_own_reading() -> None:
    assert marks(reading(item("s1"), "The Ostrey Gazette").runs) == [
        ("differs", "shall", K.WORDING),
        ("differs", "3 June", K.SPELLING),
    ]
    assert marks(reading(item("s2"), "The Ostrey Gazette").runs) == [("differs", "[in Ostrey]", K.BRACKETS)]


def test_the_same_words_given_to_another_speaker_are_a_reading_of_their_own_without_marks_in_the_words() -> None:
    sollers = reading(item("s3"), "The Ostrey Gazette")
    assert sollers.speaker == "Petra Sollers"
    assert sollers.kinds == {K.SPEAKER}
    assert marks(sollers.runs) == []


def test_an_interrupted_quotation_shows_the_interruption_as_an_aside_without_its_marks() -> None:
    found = item("s4").readings[0]
    assert marks(found.runs) == [("aside", "said Anselm Drury, who fishes below it", None)]
    assert "".join((" " if space else "") + r.text for space, r in found.spaced_runs) == (
        "I heard the girder sing like a wet glass, said Anselm Drury, who fishes below it "
        "and then the whole deck hummed."
    )


def test_an_aside_keeps_the_marks_of_what_the_reporter_names() -> None:
    assert [_aside(between) for between in (
        ",” she said on “Good Evening, Ostrey.” “",
        '," she said on "Good Evening, Ostrey." "',
        "” — “",
        ",’” he said, “‘",
    )] == ["she said on “Good Evening, Ostrey.”", 'she said on "Good Evening, Ostrey."', "—", "he said"]  # fmt: skip


def test_an_attribution_is_told_in_the_outlets_own_words() -> None:
    assert reading(item("s1"), "Evening Bell").attribution == "Mayor Ilse Okonjo promised"
    assert reading(item("s1"), "The Ostrey Gazette").attribution == "said Ilse Okonjo, the mayor"


def with_long_reading(*readings: str) -> Collation:
    """A story whose third statement has a fullest reading of three sentences; the Bell gives the middle one."""
    story = bridge_story()
    sentences = ("Before it " * 16).strip() + ". Hairline it is. " + ("After it " * 16).strip() + "."
    text = story.articles[0].text + "\n\n" + sentences
    start = text.index(sentences)
    head, tail = Span(start, text.index(" Hairline it") - 1), Span(text.index(" it is. After") + 1, len(text))
    articles = tuple(replace(a, text=text) if a.id == "wire" else a for a in story.articles)
    whole = (Span(start, len(text)),)
    quotations = tuple((a, replace(q, parts=whole) if q.id == "wire-q3" else q) for a, q in story.quotations)
    cuts = tuple(Variant(K.TRUNCATION, "bell-q4", Anchor("wire", s), None) for s in (head, tail))
    statement = Statement("s3", ("wire-q3", *readings), "wire-q3", (), cuts)
    return replace(story, articles=articles, quotations=quotations, statements=(statement,))


def test_sentences_at_the_ends_of_the_fullest_reading_that_no_other_gives_are_counted_and_not_shown() -> None:
    story = with_long_reading("bell-q4")
    fullest, bell = item("s3", story).readings
    assert [(r.role.value, r.left_out) for r in fullest.runs] == [("elided", 32), ("same", 0), ("elided", 32)]
    assert fullest.runs[1].text.strip() == "Hairline it is."
    assert marks(bell.runs) == [("missing", "it is.", K.TRUNCATION)]
    assert fullest.place.texts[0].startswith("Before it")  # its source is all of it


def test_a_fullest_reading_is_shown_whole_where_another_outlet_gives_its_ends() -> None:
    story = with_long_reading("bell-q4", "gazette-q3")
    fullest, *_ = item("s3", story).readings
    assert [r.role.value for r in fullest.runs] == ["same"]


def test_many_words_cut_at_an_end_are_counted_and_not_shown() -> None:
    bell = reading(item("s3", with_long_reading("bell-q4", "gazette-q3")), "Evening Bell")
    assert [(r.role.value, r.left_out) for r in bell.runs] == [("cut", 32), ("same", 0), ("cut", 34)]


def test_a_long_gap_inside_is_shortened_and_says_how_many_words_it_leaves_out() -> None:
    story = with_long_reading("bell-q4", "gazette-q3")
    omitted = tuple(replace(v, kind=K.OMISSION) for v in story.statements[0].variants)
    story = replace(story, statements=(replace(story.statements[0], variants=omitted),))
    bell = reading(item("s3", story), "Evening Bell")
    gaps = [(r.text, r.left_out) for r in bell.runs if r.role is Role.MISSING]
    assert gaps == [("Before it Before it Before it …", 26), ("it is. After it After it …", 28)]


def test_a_host_of_two_statements_shows_with_each_the_stretch_that_it_is_about() -> None:
    story = with_long_reading("bell-q4")
    head, tail = (v.base for v in story.statements[0].variants)
    assert head is not None
    assert tail is not None
    rest = Variant(K.TRUNCATION, "gazette-q3", Anchor("wire", Span(head.span.end + 1, tail.span.end)), None)
    about_head = replace(story.statements[0], id="s9", readings=("wire-q3", "gazette-q3"), variants=(rest,))
    one, other = (
        statement_item(sources_of(story), statement, is_host=True) for statement in (story.statements[0], about_head)
    )
    assert [(r.role.value, r.left_out) for r in one.readings[0].runs] == [("elided", 32), ("same", 0), ("elided", 32)]
    assert [(r.role.value, r.left_out) for r in other.readings[0].runs] == [("same", 0), ("elided", 35)]
    assert other.readings[1].differences == ()  # what is left out is not of this statement


def test_what_another_reading_of_the_same_report_tells_once_is_missing_from_both() -> None:
    story = with_long_reading("bell-q4")
    statement = replace(story.statements[0], readings=("wire-q3", "bell-q4", "bell-q1"))
    fullest = statement_item(sources_of(story), statement).readings[0]
    assert [r.role.value for r in fullest.runs] == ["elided", "same", "elided"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ([], []),
        ([(Span(0, 9), K.TRUNCATION), (Span(3, 5), K.MEANING)],
         [(Span(0, 3), K.TRUNCATION), (Span(3, 5), K.MEANING), (Span(5, 9), K.TRUNCATION)]),
        ([(Span(0, 4), K.WORDING), (Span(4, 6), K.WORDING)], [(Span(0, 6), K.WORDING)]),
        ([(Span(0, 4), K.SPELLING), (Span(0, 4), K.WORDING)], [(Span(0, 4), K.WORDING)]),
    ],
)  # fmt: skip
def test_where_marks_overlap_the_weightiest_shows(
    marked: list[tuple[Span, VariantKind]], expected: list[tuple[Span, VariantKind]]
) -> None:
    assert strongest(marked) == expected


def test_a_mere_pronoun_is_no_speaker() -> None:
    story = bridge_story()
    statement = replace(story.statements[0], speakers=("It", "Ann Moor"))
    assert statement_item(sources_of(story), statement).speakers == ("Ann Moor",)
    nobody = replace(story.statements[0], speakers=("who",))
    assert statement_item(sources_of(story), nobody).speakers == ()


def test_a_gap_never_parts_words_that_stand_in_this_reading_alone() -> None:
    story = bridge_story()
    text = "“We will shut. I will go to the bridge with all of us.”"
    articles = tuple(replace(a, text=text if a.id == "bell" else a.text) for a in story.articles)
    words = Span(1, len(text) - 1)
    quotations = tuple((a, replace(q, parts=(words,)) if q.id == "bell-q1" else q) for a, q in story.quotations)
    added, gone = anchor_of(text, "I will go to the bridge with all of us."), story.statements[0].variants[0].base
    assert gone is not None
    variants = (Variant(K.TRUNCATION, "bell-q1", None, added), Variant(K.OMISSION, "bell-q1", gone, None))
    statement = replace(story.statements[0], variants=variants)
    told = replace(story, articles=articles, quotations=quotations)
    runs = reading(statement_item(sources_of(told), statement), "Evening Bell").runs
    assert [r.text for r in runs if r.role is Role.DIFFERS] == ["I will go to the bridge with all of us."]


def anchor_of(text: str, words: str) -> Anchor:
    return Anchor("bell", Span(text.index(words), text.index(words) + len(words)))
