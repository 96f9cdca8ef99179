"""Which marked words are one quotation, and how much of a sentence is its content, when rules and a reader meet."""

from __future__ import annotations

import pytest

from secondsource.annotate import annotate
from secondsource.model import Attribution
from secondsource.types import Article, Span
from tests.reader_double import DoubleReader, DoubleReading


def _lines(text: str, *attributions: tuple[str, str, tuple[str, ...]], unlikely: str = "") -> list[str]:
    """Form, quoted words and all content of each quotation of `text`, read with attributions (source, cue, content), of
    which that of the cue `unlikely` is one.
    """

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    found = tuple(
        Attribution(span(cue), span(source), tuple(map(span, content)), 0.4 if cue == unlikely else 0.9)
        for source, cue, content in attributions
    )
    ordered = tuple(sorted(found, key=lambda attribution: attribution.cue))
    quotations = annotate(Article(id="a", outlet="Gazette", text=text), DoubleReader(DoubleReading(ordered))).quotations
    return [
        " | ".join(
            (
                q.form.value,
                " … ".join(part.of(text) for part in q.parts),
                " … ".join(part.of(text) for part in q.content),
                q.speaker or "",
            )
        )
        for q in quotations
    ]


def test_fragments_of_two_people_stay_apart_under_one_attribution() -> None:
    text = "Orla Venn denied the “mess” after Tam Belloc described a “ruin” there."
    found = _lines(text, ("Orla Venn", "denied", ("the “mess” after Tam Belloc described a “ruin” there",)))
    assert [line.split(" | ")[1] for line in found] == ["mess", "ruin"]


def test_an_attribution_in_the_words_is_no_content() -> None:
    text = "The film shows Orla Venn saying, “We are closed for good.”"
    (line,) = _lines(text, ("The film", "shows", ("Orla Venn saying", "“We are closed for good.”")))
    assert line.split(" | ")[2] == "We are closed for good."


def test_words_quoted_from_another_are_no_content() -> None:
    text = "Orla Venn called the plan “a pure waste of money.” “It will pay for itself within a year,” Tam Belloc said."
    first, second = _lines(
        text,
        ("Orla Venn", "called", ("the plan “a pure waste of money.”", "“It will pay for itself within a year,”")),
        ("Tam Belloc", "said", ("“It will pay for itself within a year,”",)),
    )
    assert first.endswith("the plan “a pure waste of money.” | Orla Venn")
    assert second.endswith("| Tam Belloc")


def test_stretches_under_one_attribution_are_one_quotation() -> None:
    text = "“We are closed,” said Orla Venn, who runs the mill that her aunt built. She sighed. “It is over.”"
    (line,) = _lines(text, ("Orla Venn", "said", ("“We are closed,”", "“It is over.”")))
    assert line.split(" | ")[1] == "We are closed, … It is over."


def test_stretches_that_the_reader_attributes_apart_are_two_quotations() -> None:
    text = "“We are closed,” Orla Venn said. “It is over” for the mill, she said later."
    first, second = _lines(
        text,
        ("Orla Venn", "said", ("“We are closed,”",)),
        ("she", "said later", ("“It is over” for the mill",)),
    )
    assert first.split(" | ")[1] == "We are closed,"
    assert second.split(" | ")[2] == "“It is over” for the mill"


def test_the_reporters_words_around_a_whole_clause_are_content() -> None:
    text = "Orla Venn said that “The mill is closed for good” unless the town pays."
    (line,) = _lines(text, ("Orla Venn", "said", ("that “The mill is closed for good” unless the town pays",)))
    assert line.startswith("direct | The mill is closed for good | that “The mill is closed for good” unless the town")


def test_a_sentence_in_marks_goes_on_from_the_attribution_before_it() -> None:
    text = "Orla Venn likened the pier to a ruin. “There is nothing left of it.”"
    (line,) = _lines(text, ("Orla Venn", "likened", ("the pier to a ruin",)))
    assert line.split(" | ")[2] == "the pier to a ruin … “There is nothing left of it.”"


def test_a_sentence_in_marks_of_the_next_paragraph_takes_no_content_from_this_one() -> None:
    text = "Orla Venn likened the pier to a ruin.\n\n“There is nothing left of it.”"
    found = _lines(text, ("Orla Venn", "likened", ("the pier to a ruin",)))
    assert "direct | There is nothing left of it. | There is nothing left of it. | Orla Venn" in found


def test_a_title_may_stand_in_what_is_reported() -> None:
    text = "Orla Venn recalled Tam Belloc on the stage in “Old Oars” as a boy."
    (line,) = _lines(text, ("Orla Venn", "recalled", ("Tam Belloc on the stage in “Old Oars” as a boy",)))
    assert line.startswith("indirect | Tam Belloc on the stage in “Old Oars” as a boy")


def test_a_source_in_the_next_paragraph_does_not_replace_one_beside_the_cue() -> None:
    text = "“The gate will open,” Orla Venn said.\n\nTam Belloc had left."
    (line,) = _lines(text, ("Tam Belloc", "said", ("“The gate will open,”",)))
    assert line.endswith("| Orla Venn")


def test_a_participle_after_a_comma_belongs_to_the_subject_of_its_sentence() -> None:
    text = "Orla Venn criticized Mayor Tam Belloc on Friday, calling his plan “a waste” of time."
    (*_, line) = _lines(text, ("Tam Belloc", "calling", ("his plan “a waste” of time",)))
    assert line.startswith("mixed")
    assert line.endswith("| Orla Venn")


def test_a_dateline_is_no_subject() -> None:
    text = "LEEDS — Orla Venn criticized Mayor Tam Belloc on Friday, calling his plan “a waste” of time."
    (*_, line) = _lines(text, ("Tam Belloc", "calling", ("his plan “a waste” of time",)))
    assert line.startswith("mixed")
    assert line.endswith("| Orla Venn")


def test_a_participle_keeps_the_source_that_it_shares_with_a_finite_verb() -> None:
    text = "The plan “is dead,” Orla Venn said on Friday, adding that it was “a waste” of time."
    found = _lines(
        text,
        ("Orla Venn", "said", ("The plan “is dead,”",)),
        ("Orla Venn", "adding", ("that it was “a waste” of time",)),
    )
    assert [line.split(" | ")[3] for line in found] == ["Orla Venn", "Orla Venn"]


def test_who_is_named_after_the_head_of_a_source_is_not_the_speaker() -> None:
    text = "“We row on,” said the Oarsmen of the Pier, a crew founded by Tam Belloc."
    (line,) = _lines(text, ("the Oarsmen of the Pier, a crew founded by Tam Belloc", "said", ("“We row on,”",)))
    assert "Belloc" not in line


def test_words_in_a_later_paragraph_do_not_go_on_after_the_reporters_words() -> None:
    text = "The first bidder? “Weak,” Orla Venn said.\n\nThe second, from across the bay? “A fine man.”"
    found = _lines(text, ("Orla Venn", "said", ("“Weak,”", "“A fine man.”")))
    assert [line.split(" | ")[1] for line in found] == ["Weak,", "A fine man."]


def test_words_that_open_the_next_paragraph_go_on() -> None:
    text = "“It is weak,” Orla Venn said.\n\n“It is a ruin.”"
    (line,) = _lines(text, ("Orla Venn", "said", ("“It is weak,”", "“It is a ruin.”")))
    assert line.split(" | ")[1] == "It is weak, … It is a ruin."


def test_what_hangs_is_no_content() -> None:
    text = "“We are closed” until the river falls in the valley, Orla Venn said."
    (line,) = _lines(text, ("Orla Venn", "said", ("“We are closed” until the river falls in the",)))
    assert line.split(" | ")[2] == "“We are closed” until the river falls"


def test_a_sentence_does_not_go_on_from_a_fragment_before_it() -> None:
    text = "Orla Venn said she was “grateful” for the boat. “It is all we need.”"
    fragment, sentence = _lines(
        text, ("Orla Venn", "said", ("she was “grateful” for the boat", "“It is all we need.”"))
    )
    assert fragment == "mixed | grateful | she was “grateful” for the boat | Orla Venn"
    assert sentence == "direct | It is all we need. | It is all we need. | Orla Venn"


def test_a_sentence_goes_on_from_a_fragment_when_their_attribution_stands_between() -> None:
    text = "The boat is “too slow,” Orla Venn said. “We need another.”"
    (line,) = _lines(text, ("Orla Venn", "said", ("The boat is “too slow,”", "“We need another.”")))
    assert line.split(" | ")[1] == "too slow, … We need another."


def test_words_without_marks_are_not_repeated_for_an_earlier_cue() -> None:
    text = "Orla Venn dropped parts of the plan, cutting the second pier and the lamps."
    found = _lines(
        text,
        ("Orla Venn", "dropped", ("parts of the plan", "the second pier and the lamps")),
        ("Orla Venn", "cutting", ("the second pier and the lamps",)),
    )
    assert [line.split(" | ")[1] for line in found] == ["parts of the plan", "the second pier and the lamps"]


def test_content_before_its_cue_goes_on_after_another_cue() -> None:
    text = "The pier will close, Orla Venn said, adding a date, and the lamps will go."
    found = _lines(
        text,
        ("Orla Venn", "said", ("The pier will close", "the lamps will go")),
        ("Orla Venn", "adding", ("a date",)),
    )
    assert found[0].split(" | ")[1] == "The pier will close … the lamps will go"


def test_a_verb_inside_what_somebody_says_herself_reports_nothing_more() -> None:
    text = "Orla Venn said Tam Belloc confirmed that the pier is closed."
    (line,) = _lines(text, ("Orla Venn", "said", ("Tam Belloc confirmed that the pier is closed",)))
    assert line.endswith("| Orla Venn")


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "speaker"),
    [
        pytest.param(
            "According to the Gazette, Orla Venn called it “a waste of money.”",
            *("the Gazette", "According to", "Orla Venn called it “a waste of money.”"),
            "Orla Venn",
            id="told at second hand",
        ),
        pytest.param(
            "“A waste of money,” Orla Venn said in May, according to the Gazette.",
            *("the Gazette", "according to", "“A waste of money,” Orla Venn said in May"),
            "Orla Venn",
            id="told at second hand, afterwards",
        ),
        pytest.param(
            "Tam Belloc noted that Orla Venn said it was “a waste of money.”",
            *("Tam Belloc", "noted", "that Orla Venn said it was “a waste of money.”"),
            "Orla Venn",
            id="quoting another",
        ),
        pytest.param(
            "Tam Belloc accused Orla Venn of telling the council it was “a waste of money.”",
            *("Tam Belloc", "accused", "Orla Venn of telling the council it was “a waste of money.”"),
            "Orla Venn",
            id="accused of saying",
        ),
        pytest.param(
            "Tam Belloc said he called it “a waste of money.”",
            *("Tam Belloc", "said", "he called it “a waste of money.”"),
            "Tam Belloc",
            id="a pronoun for the source itself",
        ),
        pytest.param(
            "Tam Belloc called Orla Venn's comments about it “a waste of money.”",
            *("Tam Belloc", "called", "Orla Venn's comments about it “a waste of money.”"),
            "Tam Belloc",
            id="a judgment on words",
        ),
        pytest.param(
            "Tam Belloc said the council had begun what was “a waste of money.”",
            *("Tam Belloc", "said", "the council had begun what was “a waste of money.”"),
            "Tam Belloc",
            id="a verb that says nothing",
        ),
        pytest.param(
            "Tam Belloc said that it reflected “a waste of money.”",
            *("Tam Belloc", "said", "that it reflected “a waste of money.”"),
            "Tam Belloc",
            id="a thing says nothing",
        ),
        pytest.param(
            "Tam Belloc said the council wants letters relating to “a waste of money.”",
            *("Tam Belloc", "said", "the council wants letters relating to “a waste of money.”"),
            "Tam Belloc",
            id="letters speak for nobody",
        ),
        pytest.param(
            "Tam Belloc rejected Orla Venn's comment on Friday that it was “a waste of money.”",
            *("Tam Belloc", "rejected", "Orla Venn's comment on Friday that it was “a waste of money.”"),
            "Orla Venn",
            id="the clause of a noun",
        ),
    ],
)
def test_the_inner_of_two_sources_speaks(sentence: str, source: str, cue: str, content: str, speaker: str) -> None:
    *_, line = _lines(sentence, (source, cue, (content,)))
    assert line.endswith(f"| {speaker}")


def test_a_participle_is_not_what_a_possessor_says() -> None:
    text = "Belloc's visit came as Orla Venn closed the mill, saying it was “a waste of money.”"
    (line,) = _lines(text, ("Orla Venn", "saying", ("it was “a waste of money.”",)))
    assert line.endswith("| Orla Venn")


def test_what_a_source_says_that_another_said_is_quoted_for_both() -> None:
    text = "Orla Venn said that Tam Belloc called the pier “rotten” when he left."
    outer, inner = _lines(text, ("Orla Venn", "said", ("that Tam Belloc called the pier “rotten” when he left",)))
    assert outer.startswith("indirect | Tam Belloc called the pier “rotten” when he left |")
    assert outer.endswith("| Orla Venn")
    assert inner.startswith("mixed | rotten |")
    assert inner.endswith("| Tam Belloc")


def test_several_in_one_source_are_shown_by_the_last_whom_it_describes() -> None:
    text = "The Norfolk Council and union officials said the bridge was “old and poor.”"
    (line,) = _lines(text, ("The Norfolk Council and union officials", "said", ("the bridge was “old and poor.”",)))
    assert line.endswith("officials")


def test_of_two_attributions_of_the_same_words_the_likelier_counts() -> None:
    text = "The council moved that the mill is “a ruin of a place,” Orla Venn said."
    content = ("that the mill is “a ruin of a place,”",)
    (line,) = _lines(text, ("The council", "moved", content), ("Orla Venn", "said", content), unlikely="moved")
    assert line.endswith("| Orla Venn")


def test_the_attribution_that_holds_the_words_most_closely_counts_however_unlikely() -> None:
    text = "Orla Venn put out a plan after Tam Belloc's remarks that the mill is “a ruin of a place.”"
    wide = ("Orla Venn", "put out", ("a plan after Tam Belloc's remarks that the mill is “a ruin of a place.”",))
    near = ("Tam Belloc", "remarks", ("that the mill is “a ruin of a place.”",))
    *_, line = _lines(text, wide, near, unlikely="remarks")
    assert line.endswith("| Tam Belloc")


def test_of_in_a_bodys_name_does_not_end_the_head_of_a_source() -> None:
    text = "“We row on,” Department of Fisheries spokesman Tam Belloc said."
    source = "Department of Fisheries spokesman Tam Belloc"
    (line,) = _lines(text, (source, "said", ("“We row on,”",)))
    assert line.endswith("| Tam Belloc")
