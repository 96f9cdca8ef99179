from __future__ import annotations

import pytest

from secondsource.collate import evidence
from secondsource.collate.alignment import align
from secondsource.collate.evidence import LIKELY, LIKELY_UNSURE, Link, link_indirect
from secondsource.collate.facts.word_families import family_of
from secondsource.collate.rarity import Rarity
from secondsource.collate.readings import read
from secondsource.collate.same_utterance import FEATURES, NEAR_UNKNOWN, likelihood, nearness
from secondsource.collate.same_utterance_weights import WEIGHTS
from secondsource.collate.same_words import most_shared, shared_words
from secondsource.collate.speakers import Speaker
from secondsource.collate.witness import Witness, find_context, outside_stems, witness_of
from secondsource.types import Annotations, Article, Quotation, QuotationForm, Sentence, Span


def witness(outlet: str, content: str, marked: str = "", vector: bytes = b"", cue: str = "said") -> Witness:
    """What an outlet says that Mara Voss said: `content`, of which `marked` stands in quotation marks."""
    attribution = f"Mara Voss {cue}"
    article = Article(outlet, outlet, f"{content} {attribution}.")
    whole = Span(0, len(content))
    form = QuotationForm.MIXED if marked else QuotationForm.INDIRECT
    parts = (Span(content.index(marked), content.index(marked) + len(marked)),) if marked else (whole,)
    source = Span(len(content) + 1, len(content) + 10)
    told = Span(source.end + 1, source.end + 1 + len(cue))
    quotation = Quotation(f"{outlet}-q1", parts, form, source, told, "Mara Voss", content=(whole,), vector=vector)
    return witness_of(read(article, quotation), Speaker("Mara Voss"), Annotations(outlet, "test", ()), (0, 0), 1)


def link(host: Witness, other: Witness) -> Link | None:
    return link_indirect(host, other, (0, 1), Rarity([]))


def test_a_paraphrase_must_tell_something_of_the_marked_words() -> None:
    host = witness("Gazette", "the dredging of the channel near Ulverby would cost a fortune", marked="a fortune")
    assert link(host, witness("Herald", "the dredging of the channel near Ulverby had not begun")) is None
    assert link(host, witness("Herald", "the dredging of the channel would cost a fortune")) is not None


def test_a_paraphrase_beside_its_own_outlets_fragment_says_something_else() -> None:
    host = witness("Gazette", "the channel would cost a fortune", marked="a fortune")
    assert link(host, witness("Gazette", "the channel would cost a fortune")) is None


def test_a_name_weighs_as_its_rarest_word() -> None:
    rarity = Rarity([])
    names = (frozenset({"harbour", "secretari", "tane"}),)
    assert rarity.of_names({"harbour", "secretari", "tane"}, names) == 1.0
    assert rarity.of_names({"tane", "channel"}, names) == rarity.of("tane") + rarity.of("channel")


def test_names_are_runs_of_capitalised_words_and_headlines_have_none() -> None:
    assert witness("Gazette", "he asked Harbour Secretary Osric Tane to resign").names == (
        frozenset({"harbour", "secretari", "osric", "tane"}),
    )
    assert witness("Gazette", "Mayor Asks Harbour Secretary To Resign").names == ()


def test_the_model_links_what_is_near_and_parts_what_is_not() -> None:
    telling = dict.fromkeys(("mutual", "telling", "same", "few", "near"), 1.0) | {"shared": 1.2, "coverage": 0.6}
    near = likelihood([telling.get(name, 0.0) for name in FEATURES])
    far = likelihood([(telling | {"near": 0.0}).get(name, 0.0) for name in FEATURES])
    assert far < near
    assert likelihood([0.0] * len(FEATURES)) < LIKELY < LIKELY_UNSURE
    assert set(WEIGHTS) == set(FEATURES)


def test_nearness_is_the_cosine_of_signed_bytes_and_the_usual_one_without_vectors() -> None:
    east, west, north = bytes([100, 0]), bytes([156, 0]), bytes([0, 50])
    assert nearness(east, east) == pytest.approx(1.0)
    assert nearness(east, west) == pytest.approx(-1.0)
    assert nearness(east, north) == 0.0
    assert nearness(east, b"") == NEAR_UNKNOWN


def test_vectors_decide_where_words_do_not() -> None:
    said, told = (
        "nobody had painted the ferry or mended the harbour since the flood",
        "the ferry and the harbour had decayed",
    )
    near, far = bytes([100, 10, 0, 5]), bytes([0, 0, 100, 0])
    few = "she had let everything that the island owns decay, the ferry and the harbour and the school"
    assert link(witness("Gazette", said, vector=near), witness("Herald", few, vector=near)) is not None
    assert link(witness("Gazette", said, vector=near), witness("Herald", few, vector=far)) is None
    assert link(witness("Gazette", said), witness("Herald", few)) is None
    assert link(witness("Gazette", said), witness("Herald", told)) is not None


def test_a_topic_is_known_by_the_family_of_its_words() -> None:
    text = "The storm came. The hurricane left. The cyclone was the worst hurricane since the storm of the century."
    rarity = Rarity([outside_stems(Article("Gazette", "Gazette", text), Annotations("Gazette", "test", ()))])
    assert rarity.of(family_of("typhoon")) < 0.5 < rarity.of(family_of("century"))


def test_a_word_that_few_quotations_have_is_telling() -> None:
    rarity = Rarity([], [{"harbour", "wall"}, {"harbour"}, {"harbour"}, {"harbour", "wall"}])
    assert rarity.among_quotations("harbour") == 0.0
    assert rarity.among_quotations("wall") == rarity.among_quotations("unheard") == 1.0


NEAR = bytes([100, 10, 0, 5])


def vectored(outlet: str, content: str, cue: str = "said") -> Witness:
    return witness(outlet, content, vector=NEAR, cue=cue)


def test_one_phrase_that_names_the_topic_is_not_what_was_said() -> None:
    topic = witness("Gazette", "his former deputy harbour secretary", cue="defended")
    about = "the lighthouse was built by his former deputy harbour secretary"

    def is_one_phrase(other: Witness) -> bool:
        return evidence._one_phrase(topic, other, set(topic.families & other.families))

    assert is_one_phrase(witness("Herald", about))
    assert not is_one_phrase(witness("Herald", about, cue="defended"))
    assert not is_one_phrase(witness("Herald", "his harbour secretary and his former deputy"))


@pytest.mark.parametrize(
    ("content", "clausal"),
    [
        ("to dredge the channel", True),
        ("the council to mend the wall", True),
        ("the ferry was late", True),
        ("his answer to the council about the ferry", False),
        ("protection from Ulverby to Skerravin", False),
    ],
)
def test_a_clause_has_its_small_words(content: str, clausal: bool) -> None:
    assert witness("Gazette", content).clausal is clausal


def test_what_is_only_had_or_was_is_no_report_of_words() -> None:
    other = vectored("Herald", "the council would deepen the northern channel")
    assert (
        link(vectored("Gazette", "to deepen the northern channel for the council", cue="promised"), other) is not None
    )
    assert link(vectored("Gazette", "to deepen the northern channel for the council", cue="had been"), other) is None


def test_a_deed_is_no_report_of_words() -> None:
    other = vectored("Herald", "the council would repeal the harbour tax", cue="announced")
    assert link(vectored("Gazette", "to repeal the harbour tax for the council", cue="promised"), other) is not None
    assert link(vectored("Gazette", "to repeal the harbour tax for the council", cue="voted"), other) is None


def test_what_marked_words_may_share_is_never_less_than_what_they_share() -> None:
    lines = (
        "It's the ferry that we'd mended in the harbour's programme",
        "it is the program of the ferry we had mended",
    )
    host, other = (witness(name, line, marked=line) for name, line in zip(("Gazette", "Herald"), lines, strict=True))
    rarity, alignment = Rarity([]), align(host.reading, other.reading)
    most, shared = most_shared(host, other, rarity), shared_words(host, other, alignment, rarity)
    assert most.whole.coverage >= shared.whole.coverage > 0.5
    assert most.likest.run >= shared.likest.run == evidence.longest_run(alignment.matches) > 1
    assert most.likelihood(0.0, same=True) >= shared.likelihood(0.0, same=True)


def test_what_is_far_off_in_an_endless_sentence_is_not_around_a_quotation() -> None:
    text = f"The wall fell, {'and rain came, ' * 100}and the boat sank, “and the mill burned,” she said."
    part = Span(text.index("and the mill"), text.index(",”"))
    reading = read(Article("a", "a", text), Quotation("q", (part,), QuotationForm.DIRECT, content=(part,)))
    sentence = Sentence(Span(0, len(text)), 0)
    around = find_context(reading, Annotations("a", "test", (sentence,)), None)
    assert "boat" in around
    assert "wall" not in around
