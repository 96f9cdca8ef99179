from __future__ import annotations

import pytest

from secondsource.collate.speakers import (
    Likeness,
    Speaker,
    compare_speakers,
    find_speaker,
    people_by_entity,
    settle_speakers,
    under_fullest_name,
)
from secondsource.types import (
    Annotations,
    Article,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Person,
    Quotation,
    QuotationForm,
    Span,
    Story,
)
from secondsource.types.given_names import same_given_name

PEOPLE = (Entity("Mara Voss", EntityKind.PERSON), Entity("Osric Tane", EntityKind.PERSON))


def speaker(name: str, kind: EntityKind | None = None) -> Speaker:
    return Speaker(name, None, any(map(str.isupper, name)), kind)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Mara Voss", "Osric Tane", Likeness.DIFFERENT),
        ("Mara Voss", "Edvin Voss", Likeness.DIFFERENT),
        ("Mara Voss", "Mara Lund", Likeness.DIFFERENT),
        ("Mara Voss", "Voss", Likeness.SAME),
        ("Mara Voss", "Mayor Voss", Likeness.SAME),
        ("Mara Voss", "Mara E. Voss", Likeness.SAME),
        ("Mara Voss", "M. Voss", Likeness.SAME),
        ("Mara Voß", "Mará Voß", Likeness.SAME),
        ("Robert Tane", "Bob Tane", Likeness.SAME),
        ("Idris Kvalheim", "Idris Kvalhiem", Likeness.SAME),
        ("Mara Voss and Osric Tane", "Osric Tane", Likeness.PART),
        ("a spokeswoman for Mara Voss", "Mara Voss", Likeness.PART),
        ("Mara Voss", "Voss’s office", Likeness.PART),
        ("Mara Voss", "the mayor", Likeness.UNSURE),
        ("Mara Voss", "Northern Ferries", Likeness.DIFFERENT),
    ],
)
def test_names_are_compared_with_tolerance(one: str, other: str, likeness: Likeness) -> None:
    assert compare_speakers(speaker(one), speaker(other)) is likeness
    assert compare_speakers(speaker(other), speaker(one)) is likeness


@pytest.mark.parametrize(
    ("speaker_told", "entity", "shown"),
    [
        ("her lawyer", 0, "her lawyer"),
        ("Northern Ferries", 1, "Northern Ferries Ltd"),
        ("a passenger", None, "a passenger"),
        ("Osric Tane", 2, "Osric Tane"),
        ("Bob Voss", 0, "Robert E. Voss"),
    ],
)
def test_a_person_or_body_of_the_story_has_its_fullest_name(speaker_told: str, entity: int | None, shown: str) -> None:
    entities = (
        Entity("Bob Voss", EntityKind.PERSON),
        Entity("Northern Ferries", EntityKind.ORGANIZATION),
        Entity("Osric Tane", EntityKind.PERSON),
    )
    found = Annotations("a", "1", entities=entities)
    people = (
        Person("Robert E. Voss", EntityKind.PERSON, (("a", 0), ("b", 4))),
        Person("Northern Ferries Ltd", EntityKind.ORGANIZATION, (("a", 1),)),
    )
    story = Story("s", ("a", "b"), (), people)
    quotation = Quotation("a:q1", (Span(0, 5),), QuotationForm.DIRECT, speaker=speaker_told, entity=entity)
    assert under_fullest_name(quotation, found, story, people_by_entity(story)).speaker == shown


def test_a_body_and_a_person_may_speak_for_each_other() -> None:
    body = speaker("Northern Ferries", EntityKind.ORGANIZATION)
    assert compare_speakers(speaker("Mara Voss", EntityKind.PERSON), body) is Likeness.UNSURE


def test_one_person_of_the_story_is_one_speaker_whatever_the_names() -> None:
    one, other = Speaker("Mara Voss", person=3), Speaker("Mara Lund", person=3)
    assert compare_speakers(one, other) is Likeness.SAME


def test_nothing_is_known_of_a_speaker_who_is_not_told() -> None:
    assert compare_speakers(None, speaker("Mara Voss")) is Likeness.UNSURE


def told(text: str, source: str) -> bool:
    """Whether the speaker of the quotation in `text`, whose source is the last `source` in it, counts as told."""
    places = sorted((at, number) for number, entity in enumerate(PEOPLE) if (at := text.find(entity.name)) >= 0)
    mentions = tuple(
        Mention(Span(at, at + len(PEOPLE[number].name)), EntityKind.PERSON, MentionForm.NAME, number)
        for at, number in places
    )
    opening, at = text.index("“"), text.rindex(source)
    quotation = Quotation(
        "q",
        (Span(opening + 1, text.index("”")),),
        QuotationForm.DIRECT,
        Span(at, at + len(source)),
        None,
        "Mara Voss",
        0,
    )
    notes = Annotations("a", "test", entities=PEOPLE, mentions=mentions, quotations=(quotation,))
    found = find_speaker(quotation, Article("a", "Gazette", text), notes, {})
    assert found is not None
    return found.told


def test_a_speaker_named_in_the_attribution_is_told() -> None:
    assert told("Osric Tane listened. “The sea rose,” Mara Voss said.", "Mara Voss")


def test_a_pronoun_tells_the_speaker_where_nobody_else_is_named_nearby() -> None:
    assert told("Osric Tane left.\n\nMany came.\n\nMara Voss stood up.\n\n“The sea rose,” she said.", "she")


def test_a_pronoun_does_not_tell_the_speaker_where_somebody_else_is_named_nearby() -> None:
    assert not told("Mara Voss stood up.\n\nOsric Tane listened. “The sea rose,” she said.", "she")


def test_the_fullest_name_is_shown_once() -> None:
    known = [speaker("Voss"), speaker("Mara Voss"), speaker("the mayor"), None]
    assert settle_speakers(known, []) == ("Mara Voss",)


def test_a_disputing_speaker_is_shown_after_the_one_whom_most_name() -> None:
    known = [speaker("Osric Tane"), speaker("Mara Voss"), speaker("Voss")]
    assert settle_speakers(known, [known[0]]) == ("Mara Voss", "Osric Tane")


def test_the_place_where_something_was_written_is_no_speaker_beside_its_writer() -> None:
    known = [Speaker("Facebook", kind=EntityKind.ORGANIZATION, told=True), speaker("Mara Voss")]
    assert settle_speakers(known, []) == ("Mara Voss",)
    assert settle_speakers(known[:1], []) == ("Facebook",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("joe", "joseph", True),
        ("dick", "richard", True),
        ("peggy", "margaret", True),
        ("ted", "theodore", True),
        ("ted", "edward", True),
        ("theodore", "edward", False),
        ("mara", "mary", False),
    ],
)
def test_short_forms_stand_for_given_names(one: str, other: str, same: bool) -> None:
    assert same_given_name(one, other) is same
    assert same_given_name(other, one) is same
