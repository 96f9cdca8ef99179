from __future__ import annotations

from dataclasses import replace

from secondsource.publish.composition import compose
from secondsource.publish.html import page
from secondsource.publish.markdown import markdown_text
from secondsource.publish.terminal import terminal_text
from secondsource.types import Alone, Conflict, ConflictKind, Credit, Quotation, QuotationForm, Span
from tests.publish.invented import bridge_story, otter_story
from tests.publish.reports import BELL, GAZETTE, anchor


def test_statements_are_parted_by_what_their_readings_do_to_the_meaning_and_the_speaker() -> None:
    dossier = compose(bridge_story())
    assert [s.id for s in dossier.meaning] == ["s1"]
    assert [s.id for s in dossier.speakers] == ["s3"]
    assert [s.id for s in dossier.said] == ["s2"]


def test_facts_are_ordered_by_the_number_of_their_independent_origins() -> None:
    assert [(f.id, len(f.origin_names)) for f in compose(bridge_story()).facts] == [("f1", 3), ("f2", 3), ("f3", 2)]


def test_a_fact_that_only_a_text_and_its_copy_report_counts_as_one_origins() -> None:
    groups = {g.origin: g for g in compose(bridge_story()).alone}
    assert [f.id for f in groups["Northern Wire"].facts] == ["f4"]


def test_a_quotation_told_alone_is_shown_once_and_its_sentence_not_again() -> None:
    story = bridge_story()
    sentence = Alone(anchor(GAZETTE, "“I heard the girder sing like a wet glass,” said Anselm Drury"))
    groups = {g.origin: g for g in compose(replace(story, alone=(*story.alone, sentence))).alone}
    gazette = groups["The Ostrey Gazette"]
    assert [s.id for s in gazette.statements] == ["s4"]
    assert [s.words[:12] for s in gazette.sentences] == ["A school bus"]


def test_commentary_is_not_listed_as_reporting_of_one_outlet_too() -> None:
    story = bridge_story()
    opinion = Alone(story.commentary[0])
    groups = {g.origin: g for g in compose(replace(story, alone=(opinion,))).alone}
    assert "Evening Bell" not in groups


def test_a_quotation_that_no_statement_holds_is_still_shown() -> None:
    story = replace(bridge_story(), statements=())
    shown = [s.readings[0].place.text for g in compose(story).alone for s in g.statements]
    assert "We will reopen the bridge on June 3," in shown


def test_a_paraphrase_of_one_report_alone_is_left_out_unless_it_is_told_alone() -> None:
    words = Span(*anchor(BELL, "Commuters were fuming").span)
    paraphrase = Quotation("bell-q9", (words,), QuotationForm.INDIRECT)
    story = replace(bridge_story(), quotations=(*bridge_story().quotations, ("bell", paraphrase)))
    told = replace(story, alone=(*story.alone, Alone(anchor(BELL, "Commuters were fuming"), "bell-q9")))
    assert [g.origin for g in compose(story).alone if g.statements] == ["The Ostrey Gazette"]
    assert [g.origin for g in compose(told).alone if g.statements] == ["Evening Bell", "The Ostrey Gazette"]


def test_differences_of_precision_are_kept_apart_from_conflicts() -> None:
    dossier = compose(bridge_story())
    assert [c.id for c in dossier.conflicts] == ["c1", "c2", "c3"]
    assert [c.id for c in dossier.precision] == ["c4"]


def test_readings_with_the_same_words_share_a_line_of_a_conflict_unless_it_is_about_the_speaker() -> None:
    number, _, speaker = compose(bridge_story()).conflicts
    assert [[r.place.label, *(p.label for p in r.others)] for r in number.readings] == [
        ["Northern Wire ¶4", "Coast Chronicle ¶4"],
        ["The Ostrey Gazette ¶6"],
    ]
    assert [r.place.outlet for r in speaker.readings] == ["Northern Wire", "The Ostrey Gazette"]


def test_the_standfirst_is_the_most_widely_reported_fact() -> None:
    standfirst = compose(bridge_story()).standfirst
    assert standfirst is not None
    assert standfirst.label == "Northern Wire ¶1"


def test_origins_name_the_letters_of_their_reports() -> None:
    assert compose(bridge_story()).origins == (
        ("Northern Wire", ("A", "B")),
        ("Evening Bell", ("C",)),
        ("The Ostrey Gazette", ("D",)),
    )


def test_a_report_of_no_origin_stands_for_itself() -> None:
    story = otter_story()
    dossier = compose(replace(story, story=replace(story.story, origins=())))
    assert dossier.origins == (("Quenby Post (A)", ("A",)), ("Quenby Post (B)", ("B",)))


def test_people_and_bodies_are_named_by_how_many_reports_name_them_and_places_are_not() -> None:
    assert compose(bridge_story()).people == ("Ilse Okonjo", "Tomas Arkwright", "Petra Sollers", "Anselm Drury")


def test_a_word_or_two_quoted_by_one_report_alone_are_left_out_unless_they_are_told_alone() -> None:
    words = Span(*anchor(BELL, "fuming").span)
    fragment = Quotation("bell-q9", (words,), QuotationForm.MIXED)
    story = replace(bridge_story(), quotations=(*bridge_story().quotations, ("bell", fragment)))
    told = replace(story, alone=(*story.alone, Alone(anchor(BELL, "fuming"), "bell-q9")))
    assert [g.origin for g in compose(story).alone if g.statements] == ["The Ostrey Gazette"]
    assert [g.origin for g in compose(told).alone if g.statements] == ["Evening Bell", "The Ostrey Gazette"]


def test_wordings_at_odds_in_one_statement_are_one_item_and_other_conflicts_are_not() -> None:
    story = bridge_story()
    ours, theirs = anchor(GAZETTE, "shall"), anchor(BELL, "We will")
    found = tuple(
        Conflict(key, kind, (ours, theirs), f"They differ here ({key}).", subject)
        for key, kind, subject in (
            ("w1", ConflictKind.WORDING, "s1"),
            ("n1", ConflictKind.NUMBER, "s1"),
            ("w2", ConflictKind.WORDING, "s1"),
            ("w3", ConflictKind.WORDING, "s2"),
            ("w4", ConflictKind.WORDING, None),
            ("w5", ConflictKind.WORDING, None),
            ("n2", ConflictKind.NUMBER, "s1"),
        )
    )
    told = replace(story, conflicts=found)
    items = compose(told).conflicts
    assert [(i.id, [f.id for f in i.further]) for i in items] == [
        ("w1", ["w2"]), ("n1", []), ("w3", []), ("w4", []), ("w5", []), ("n2", []),
    ]  # fmt: skip
    for rendered in (page([told]), markdown_text([told]), terminal_text([told])):
        assert "2 differences in one statement by Ilse Okonjo" in rendered
        assert "They differ here" in rendered


def test_a_statement_that_one_report_credits_to_another_tells_so_and_stays_among_what_several_report() -> None:
    story = bridge_story()
    credit = Credit(anchor(GAZETTE, "shall"), anchor(GAZETTE, "We shall reopen"), "Wire", "o1")
    first = replace(story.statements[0], origins=("o1",), credits=(credit,))
    told = replace(story, statements=(first, *story.statements[1:]))
    (item,) = compose(told).meaning
    assert (item.reports, item.origins, item.credits[0].to) == (4, 1, "Northern Wire")
    for rendered in (page([told]), markdown_text([told]), terminal_text([told])):
        assert "in 4 reports of 1 origin" in rendered
        assert "The Ostrey Gazette credits Northern Wire" in rendered
