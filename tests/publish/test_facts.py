from __future__ import annotations

import json
from dataclasses import replace

from secondsource.publish.composition import compose
from secondsource.publish.dossier import FactItem
from secondsource.publish.html import page
from secondsource.publish.json_format import write_json
from secondsource.publish.markdown import markdown_text
from secondsource.publish.place import sources_of
from secondsource.publish.terminal import terminal_text
from secondsource.types import Anchor, Collation, Credit, Fact, Span
from tests.publish.invented import bridge_story
from tests.publish.reports import BELL, CHRONICLE, GAZETTE, WIRE, anchor, paragraph

CLOSED = (paragraph(WIRE, 1), paragraph(BELL, 1), paragraph(GAZETTE, 1))


def facts(*found: Fact) -> list[FactItem]:
    return list(compose(with_facts(*found)).facts)


def with_facts(*found: Fact) -> Collation:
    return replace(bridge_story(), facts=found)


def fact(key: str, origins: str, *sentences: Anchor) -> Fact:
    return Fact(key, sentences[0], sentences, tuple(f"o{n}" for n in origins))


def places(item: FactItem) -> list[str]:
    return [p.label for p in (item.lead, *item.others)]


def test_facts_with_one_lead_are_shown_once_with_the_places_of_both() -> None:
    (item,) = facts(fact("f1", "123", *CLOSED), fact("f2", "13", CLOSED[0], paragraph(GAZETTE, 6)))
    assert places(item) == ["Northern Wire ¶1", "Evening Bell ¶1", "The Ostrey Gazette ¶1", "The Ostrey Gazette ¶6"]
    assert len(item.origin_names) == 3


def test_a_fact_never_lends_its_origins_to_another() -> None:
    first, second = facts(fact("f1", "12", CLOSED[0], CLOSED[1]), fact("f2", "13", CLOSED[0], CLOSED[2]))
    assert [len(i.origin_names) for i in (first, second)] == [2, 2]


def test_two_facts_with_one_lead_that_stay_apart_do_not_show_the_same_sentence_twice() -> None:
    first, second = facts(fact("f1", "12", CLOSED[0], CLOSED[1]), fact("f2", "13", CLOSED[0], CLOSED[2]))
    assert places(first) == ["Northern Wire ¶1", "The Ostrey Gazette ¶1"]
    assert places(second) == ["Evening Bell ¶1", "Northern Wire ¶1"]


def test_a_copy_with_the_words_of_the_fact_before_does_not_lead_a_fact() -> None:
    copied = paragraph(CHRONICLE, 1)
    _, second = facts(fact("f1", "12", CLOSED[0], CLOSED[1]), fact("f2", "13", copied, CLOSED[2]))
    assert places(second) == ["Evening Bell ¶1", "Northern Wire ¶1"]


def test_a_fact_told_by_most_of_anothers_sentences_belongs_to_it() -> None:
    (item,) = facts(
        fact("f1", "123", *CLOSED),
        fact("f2", "23", CLOSED[1], CLOSED[2], paragraph(GAZETTE, 6)),
    )
    assert item.lead.label == "Northern Wire ¶1"


def test_a_fact_with_a_lead_and_sentences_of_its_own_stays() -> None:
    assert len(facts(fact("f1", "123", *CLOSED), fact("f2", "13", paragraph(WIRE, 4), paragraph(GAZETTE, 6)))) == 2


def test_what_is_shown_as_a_statement_is_not_shown_as_a_fact_again() -> None:
    told = "“We will reopen the bridge on June 3 if the engineers tell us it is safe,” Mayor Ilse Okonjo told reporters"
    quoted = fact("f1", "12", anchor(WIRE, told), anchor(CHRONICLE, told), paragraph(BELL, 2))
    assert facts(quoted) == []


def test_a_sentence_that_tells_more_than_it_quotes_stays_a_fact() -> None:
    crossed = fact("f1", "13", paragraph(WIRE, 3), paragraph(GAZETTE, 3))
    assert [f.id for f in facts(crossed)] == ["f1"]


def test_of_the_facts_of_most_origins_the_one_told_earliest_in_a_report_says_what_it_is_about() -> None:
    ferry = fact("f1", "123", paragraph(WIRE, 5), paragraph(BELL, 6), paragraph(GAZETTE, 6))
    story = with_facts(ferry, fact("f2", "123", *CLOSED), fact("f3", "13", paragraph(WIRE, 4), paragraph(GAZETTE, 6)))
    standfirst = compose(story).standfirst
    assert standfirst is not None
    assert standfirst.label == "Northern Wire ¶1"


def credited(origin: str, outlet: str, origins: tuple[str, ...]) -> Fact:
    """A fact that the Gazette, in words that stand for such words, credits to another outlet."""
    words = Anchor(GAZETTE.id, Span(CLOSED[2].span.start, CLOSED[2].span.start + 12))
    return Fact("f1", CLOSED[1], CLOSED[1:], origins, (Credit(CLOSED[2], words, outlet, origin),))


def test_who_credits_whom_is_shown_with_the_exact_words_and_their_place() -> None:
    story = with_facts(credited("o2", "Bell", ("o2", "o1")))
    (note,) = compose(story).facts[0].credits
    assert (note.to, note.place.text) == ("Evening Bell", GAZETTE.text[note.place.spans[0].start :][:12])
    given = f"(The Ostrey Gazette credits Evening Bell: {note.place.text}"
    for shown in (terminal_text([story], 300), markdown_text([story]), page([story])):
        assert given in shown or given.replace(note.place.text, '<a class="place"') in shown


def test_a_fact_credited_to_one_outlet_is_what_that_outlet_alone_reports() -> None:
    groups = {group.origin: group for group in compose(with_facts(credited("o2", "Bell", ("o2",)))).alone}
    assert [fact.id for fact in groups["Evening Bell"].facts] == ["f1"]


def test_an_outlet_without_a_report_has_a_place_among_those_who_alone_report() -> None:
    story = with_facts(credited("outlet:tarngazette", "Tarn Gazette", ("outlet:tarngazette",)))
    groups = {group.origin: group for group in compose(story).alone}
    assert [fact.id for fact in groups["Tarn Gazette"].facts] == ["f1"]
    assert "credits Tarn Gazette: " in terminal_text([story])


def test_a_timeline_counts_a_credited_sentence_with_the_outlet_that_it_credits() -> None:
    day = {item.value: item.origins for item in compose(bridge_story()).timeline}["2024-05-14"]
    story = with_facts(credited("o2", "Bell", ("o2",)))
    assert {item.value: item.origins for item in compose(story).timeline}["2024-05-14"] == day - 1


def test_one_report_is_one_origin_though_it_credits_others_for_some_of_its_sentences() -> None:
    own = paragraph(GAZETTE, 6)
    for first, second in ((CLOSED[2], own), (own, CLOSED[2])):
        sources = sources_of(with_facts(credited("outlet:tarngazette", "Tarn Gazette", ("outlet:tarngazette",))))
        assert sources.origins_of_sentences([CLOSED[2]]) == 1
        assert sources.origins_of_sentences([first, second]) == 1
        assert sources.origins_of_sentences([first, second, CLOSED[0]]) == 2


def test_a_timeline_counts_a_sentence_as_its_reports_own_where_it_tells_another_fact_without_a_credit() -> None:
    day = {item.value: item.origins for item in compose(bridge_story()).timeline}["2024-05-14"]
    story = with_facts(credited("o2", "Bell", ("o2",)), fact("f2", "23", *CLOSED[1:]))
    assert {item.value: item.origins for item in compose(story).timeline}["2024-05-14"] == day


def test_a_document_holds_the_credits_with_their_anchors() -> None:
    (record,) = json.loads(write_json([with_facts(credited("o2", "Bell", ("o2",)))]))["stories"][0]["facts"]
    (credit,) = record["credits"]
    assert (credit["outlet"], credit["origin"]) == ("Bell", "o2")
    assert credit["words"]["text"] == GAZETTE.text[slice(*credit["words"]["span"])]


def test_a_fact_counted_by_its_credits_is_not_shown_within_one_that_counts_every_report() -> None:
    one = credited("o2", "Bell", ("o2", "o1"))
    assert [len(item.credits) for item in facts(fact("f0", "123", *CLOSED), one)] == [0, 1]
