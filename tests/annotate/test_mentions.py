from __future__ import annotations

from importlib.resources import files

import pytest

from secondsource.annotate import mentions as package
from secondsource.annotate.mentions import Found, find_mentions
from secondsource.annotate.mentions.lexicon import is_given, lexicon, parts_of_speech, plural_of
from secondsource.annotate.mentions.tokens import Shape, read_tokens
from secondsource.annotate.sentences import find_sentences
from secondsource.model import Name
from secondsource.types import Article, EntityKind, Gender, MentionForm, Span
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


def _found(text: str) -> tuple[Found, ...]:
    article = Article(id="a", outlet="The Ferry", text=text)
    return find_mentions(article, find_sentences(article))


def _line(text: str, found: Found) -> str:
    words = " ".join(found.span.of(text).split())
    core = "" if found.core == found.span or found.members else f" [{found.core.of(text)}]"
    return f"{words}{core} -> {found.kind}, {found.form}{', plural' if found.plural else ''}"


@pytest.mark.parametrize("pair", read_pairs("mentions"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    assert [_line(pair.text, found) for found in _found(pair.text)] == list(pair.expect)


def test_a_title_tells_what_its_bearer_is() -> None:
    (found,) = (f for f in _found("The bill of Senate Majority Leader Ann Reed failed.") if f.title)
    assert found.title == "Senate Majority Leader"
    assert [d.head for d in found.descriptions] == ["leader"]


def test_an_abbreviated_title_is_spelled_out_in_its_description() -> None:
    (found,) = _found("They saw Rep. Bob Hale.")[1:]
    assert [(d.head, d.classes) for d in found.descriptions] == [("representative", frozenset(("legislator",)))]


def test_an_attorney_general_is_no_general() -> None:
    (found,) = _found("It was the attorney general.")
    assert [d.head for d in found.descriptions] == ["attorney general"]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("It was Mr. Quill.", Gender.MALE),
        ("It was Ms. Quill.", Gender.FEMALE),
        ("It was Dr. Quill.", None),
        ("It was the actress.", Gender.FEMALE),
        ("It was the male nurse.", Gender.MALE),
        ("It was the nurse.", None),
    ],
)
def test_words_that_tell_gender(text: str, gender: Gender | None) -> None:
    (found,) = _found(text)
    assert found.gender is gender


def test_the_members_of_a_coordination_are_the_names_in_it() -> None:
    text = "It was Ann Reed and Sen. Bob Hale."
    (group,) = (f for f in _found(text) if f.members)
    assert [core.of(text) for core in group.members] == ["Ann Reed", "Bob Hale"]


def test_one_name_has_one_kind_in_an_article() -> None:
    text = "Ann Warren spoke. Warren left for Oslo. The crowd liked Warren. It was Warren who won."
    kinds = {f.kind for f in _found(text) if f.core.of(text) == "Warren"}
    assert kinds == {EntityKind.PERSON}


def test_mentions_are_in_text_order_longest_first() -> None:
    spans = [f.span for f in _found("Her attorney met a spokesman for the mayor of Oslo and Ann Reed's wife.")]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(set(spans)) == len(spans)


def test_every_span_and_core_lies_in_the_text_without_spaces_at_its_ends() -> None:
    text = (
        "“Ann”,  said Sen.\nBob Hale (D-Ohio) , the ‘Slow Boat’ star… @ferry 's Reed’s 45-year-old — ÉMILE\u00a0Quill."
    )
    for found in _found(text):
        for span in (found.span, found.core):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        assert found.span.contains(found.core)


def test_tokens_keep_possessives_apart_and_compounds_together() -> None:
    text = "O'Hara's 45-year-old son met the U.S.-led Mr. Hale at 8 p.m."
    tokens = read_tokens(text, Span(0, len(text)))
    assert [t.word for t in tokens] == [
        "O'Hara", "'s", "45-year-old", "son", "met", "the", "U.S.", "-", "led", "Mr.", "Hale", "at", "8", "p.m.",
    ]  # fmt: skip
    assert [t.shape for t in tokens[:3]] == [Shape.CAPITALIZED, Shape.POSSESSIVE, Shape.NUMBER]
    assert tokens[-1].shape is Shape.LOWER


@pytest.mark.parametrize(
    ("word", "flags"),
    [("officers", "p"), ("reports", "ps"), ("told", "d"), ("walked", "d"), ("stopped", "d"), ("quickly", "r")],
)
def test_parts_of_speech_undo_regular_endings(word: str, flags: str) -> None:
    assert parts_of_speech(word) == flags


def test_an_unknown_word_has_no_part_of_speech() -> None:
    assert parts_of_speech("xyzzy") == ""


def test_plurals_by_rule() -> None:
    words = ("spokesman", "deputy", "boss", "German", "attorney")
    assert [plural_of(w.lower()) for w in words] == ["spokesmen", "deputies", "bosses", "germans", "attorneys"]


def test_the_given_names_tell_gender_and_doubt() -> None:
    given = lexicon().given
    assert (given["ann"], given["bob"], given["kendall"]) == (Gender.FEMALE, Gender.MALE, None)
    assert is_given("jean-paul")
    assert not is_given("table")


def test_there_are_many_nouns_for_people() -> None:
    assert sum(not noun.plural for noun in lexicon().roles.values()) > 900


def test_every_word_list_states_its_origin() -> None:
    folder = files(package) / "words"
    readme = (folder / "README.md").read_text(encoding="utf8")
    for entry in folder.iterdir():
        if entry.name.endswith(".txt") and entry.name not in readme:
            first = entry.read_text(encoding="utf8").split("\n\n", 1)[0][:400]
            assert "Written for this project." in first, entry.name


@pytest.mark.parametrize(
    "unit",
    [
        "Ann Reed and ",
        "Department of the ",
        "Bob Hale Tim ",
        "a",
        "Officials and critics and ",
        "Reed's wife's ",
        "A.B.",
    ],
)
def test_work_grows_with_the_length_of_a_text_and_not_faster(unit: str) -> None:
    def read(times: int) -> None:
        article = Article(id="a", outlet="The Ferry", text=unit * times)
        find_mentions(article, find_sentences(article))

    assert growth(read, 200) < 10


def test_a_text_without_words_has_no_mentions() -> None:
    assert _found("") == ()
    assert _found("… — 12 % ”\n\n") == ()


def test_pronouns_are_found_and_it_is_not() -> None:
    text = "She saw it herself, and they saw him."
    forms = {f.span.of(text).lower() for f in _found(text) if f.form is MentionForm.PRONOUN}
    assert forms == {"she", "herself", "they", "him"}


def _heard(text: str, name: str, kind: EntityKind, probability: float = 0.9) -> EntityKind:
    """The kind of a name where a reader says that it is of `kind`."""
    article = Article(id="a", outlet="The Ferry", text=text)
    start = text.index(name)
    read = Name(Span(start, start + len(name)), kind, probability)
    (found,) = (f for f in find_mentions(article, find_sentences(article), [read]) if f.core == read.span)
    return found.kind


@pytest.mark.parametrize("kind", [EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE])
def test_a_reader_says_what_a_name_is_that_no_rule_knows(kind: EntityKind) -> None:
    assert _heard("They praised Zyxomar again.", "Zyxomar", kind) is kind


def test_without_a_reader_such_a_name_has_no_kind_of_its_own() -> None:
    (found,) = (f for f in _found("They praised Zyxomar again.") if f.form is MentionForm.NAME)
    assert found.kind is EntityKind.OTHER


def test_a_reader_does_not_outvote_the_rules() -> None:
    text = "They saw Sen. Ann Reed in Oslo."
    assert _heard(text, "Oslo", EntityKind.PERSON, 1.0) is EntityKind.PLACE
    assert _heard(text, "Ann Reed", EntityKind.ORGANIZATION, 1.0) is EntityKind.PERSON


def test_a_reader_does_not_move_the_ends_of_a_name() -> None:
    text = "They praised Ann Zyxomar again."
    article = Article(id="a", outlet="The Ferry", text=text)
    read = Name(Span(17, 24), EntityKind.PLACE, 1.0)
    assert [f.core.of(text) for f in find_mentions(article, find_sentences(article), [read])] == ["They", "Ann Zyxomar"]
