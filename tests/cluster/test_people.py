from __future__ import annotations

import re

import pytest

import secondsource.cluster.people
from secondsource.cluster.names import PersonName, acronym, body_key, person_name, same_person
from secondsource.cluster.people import find_people
from secondsource.types import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    Gender,
    Mention,
    MentionForm,
    Span,
)
from tests.cluster.reports import body, person
from tests.pairs_reader import Pair, read_pairs

_ENTITY = re.compile(r"(?P<name>[^(]+?)(?: \((?P<said>[^)]*)\))?$")


def read_entity(line: str) -> Entity:
    """``Jane Roe (female, mayor, 41)``, ``Fenn & Co. (body)`` or ``a student (unnamed)``."""
    match = _ENTITY.match(line)
    assert match is not None
    said = (match["said"] or "").split(", ")
    gender = next((Gender(word) for word in said if word in ("female", "male")), None)
    known = ("female", "male", "body", "unnamed")
    titles = tuple(word for word in said if word and word not in known and not word.isdigit())
    age = next((int(word) for word in said if word.isdigit()), None)
    kind = EntityKind.ORGANIZATION if "body" in said else EntityKind.PERSON
    return Entity(match["name"], kind, named="unnamed" not in said, gender=gender, titles=titles, age=age)


def read_articles(text: str) -> tuple[list[Article], dict[str, Annotations]]:
    """One line an article: ``a: Jane Roe; Fenn & Co. (body)``."""
    found = {}
    for line in text.splitlines():
        key, rest = line.split(": ", 1)
        told = rest.split("; ")
        found[key] = Annotations(key, "1", entities=tuple(map(read_entity, told)))
    return [Article(id=key, outlet=key, text="") for key in found], found


@pytest.mark.parametrize("pair", read_pairs("people"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    articles, found = read_articles(pair.text)
    shown = [
        f"{p.name}: {', '.join(f'{article}{index}' for article, index in p.entities)}"
        for p in find_people(articles, found)
        if len(p.entities) > 1
    ]
    assert shown == list(pair.expect)


def test_everybody_named_is_somebody_even_if_alone() -> None:
    found = {"a": Annotations("a", "1", entities=(person("Jane Roe"), body("Fenn & Western")))}
    people = find_people([Article(id="a", outlet="a", text="")], found)
    assert [(p.name, p.kind) for p in people] == [
        ("Fenn & Western", EntityKind.ORGANIZATION),
        ("Jane Roe", EntityKind.PERSON),
    ]


def test_whom_only_a_credit_names_is_nobody_of_the_story() -> None:
    text = "Ann Roe spoke. Photo: Bo Lind/Ann Roe"
    blocks = (Block(Span(0, 14), BlockKind.BODY), Block(Span(15, len(text)), BlockKind.CAPTION))
    mentions = tuple(
        Mention(Span(start, start + 7), EntityKind.PERSON, MentionForm.NAME, entity)
        for start, entity in ((0, 0), (22, 1), (30, 0))
    )
    found = {"a": Annotations("a", "1", mentions=mentions, entities=(person("Ann Roe"), person("Bo Lind")))}
    people = find_people([Article(id="a", outlet="a", text=text, blocks=blocks)], found)
    assert [p.name for p in people] == ["Ann Roe"]


@pytest.mark.parametrize(
    ("name", "given", "surname", "generation"),
    [
        ("Sen. Jane Q. Roe", ("jane", "q"), "roe", ""),
        ("Ludwig van der Berg", ("ludwig",), "van der berg", ""),
        ("Joss Merriman Jr.", ("joss",), "merriman", "jr"),
        ("Zoë O’Hara-Lind", ("zoe",), "o'hara-lind", ""),
        ("Mr Roe", (), "roe", ""),
    ],
)
def test_the_parts_of_a_name(name: str, given: tuple[str, ...], surname: str, generation: str) -> None:
    found = person_name(name)
    assert found is not None
    assert (found.given, found.surname, found.generation) == (given, surname, generation)


def test_middle_initials_tell_two_people_apart() -> None:
    one, other, short = (person_name(name) for name in ("Jane H. W. Roe", "Jane W. Roe", "Jane Roe"))
    assert one is not None
    assert other is not None
    assert short is not None
    assert not same_person(one, other)
    assert same_person(one, short)
    assert same_person(other, short)


def test_a_body_is_known_by_its_words_in_any_order_and_by_its_initials() -> None:
    assert body_key("Department of Justice") == body_key("U.S. Justice Department")
    assert body_key("Fenn & Western Inc.") == body_key("Fenn & Western")
    assert body_key("Wexcombe Town Council") != body_key("Wexcombe County Council")
    assert acronym("Federal Bureau of Roads") == "fbr"
    assert acronym("Town Council") is None


def test_a_name_is_compared_only_with_those_that_it_could_be(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counting(one: PersonName, other: PersonName) -> bool:
        compared.append((one, other))
        return same_person(one, other)

    monkeypatch.setattr(secondsource.cluster.people, "same_person", counting)
    surnames = [f"{first}{last}" for first in ("Ash", "Birch", "Elm", "Oak") for last in ("ton", "ley", "worth", "by")]
    names = [*(f"Ida {surname}" for surname in surnames), "Ashton-Reed", "Ashton"]
    article = Article(id="a", outlet="a", text=".")
    found = find_people([article], {"a": Annotations("a", "test", entities=tuple(map(person, names)))})
    assert len(found) == len(names)  # of one article, none is joined
    assert compared
    assert {name.surname for pair in compared for name in pair} <= {"ashton", "ashton-reed"}
