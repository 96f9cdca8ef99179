"""Whether two names can be one person's or one body's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.types import Entity, EntityKind
from secondsource.types.given_names import given_forms, same_given_name
from secondsource.types.words import fold

_NAME_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+)*")
_TITLES = frozenset(
    """mr mrs ms miss mx dr doctor sir dame lord lady baroness sen senator rep representative congressman congresswoman
    gov governor president vice former first justice judge gen general col colonel lt lieutenant maj major capt captain
    sgt sergeant officer detective sheriff mayor prof professor rev reverend father sister pope cardinal the king queen
    prince princess secretary minister prime chief""".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())
_PARTICLES = frozenset("de del della da di do dos du la le van von der den ter ten bin ibn al el st saint mac".split())
_BODY_ENDINGS = frozenset("inc corp corporation co company ltd llc plc llp lp ag sa gmbh group holdings".split())
_COUNTRY = frozenset("us u.s united states american uk british u.k".split())
_BODY_WORD = re.compile(r"[^\W_](?:[^\W_]|[.'’&-](?=[^\W_]))*")
_SMALL = frozenset("of the and for in on at to a an".split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded. `given` are the words before the surname; the surname keeps its particles
    ("de la cruz"). `generation` is "jr", "sr", "ii" … or "".
    """

    given: tuple[str, ...]
    surname: str
    generation: str = ""


def person_name(name: str) -> PersonName | None:
    """The parts of a person's name without titles; None if nothing is left."""
    words = [fold(word).replace("’", "'") for word in _NAME_WORD.findall(name)]
    generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else ""
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    if not words:
        return None
    start = len(words) - 1
    while start > 0 and words[start - 1] in _PARTICLES:
        start -= 1
    generation = {"junior": "jr", "senior": "sr"}.get(generation, generation)
    return PersonName(tuple(words[:start]), " ".join(words[start:]), generation)


def fullness(name: str) -> int:
    """The number of words in a name without titles."""
    parts = person_name(name)
    return len(parts.given) + len(parts.surname.split()) if parts is not None else 0


def same_person(one: PersonName, other: PersonName) -> bool:
    """Whether both can name one person: the surnames agree, and so do given names where both have some."""
    if one.generation and other.generation and one.generation != other.generation:
        return False
    if one.surname != other.surname and not _double_barrelled(one.surname, other.surname):
        return False
    if not one.given or not other.given:
        return True
    if _same_given(one.given[0], other.given[0]):
        return not _middles_differ(one.given[1:], other.given[1:])
    # "J. Edgar Hoover" and "Edgar Hoover"
    return any(_same_given(one.given[0], word) and len(word) > 1 for word in other.given[1:]) or any(
        _same_given(other.given[0], word) and len(word) > 1 for word in one.given[1:]
    )


def _double_barrelled(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return "-" in long and "-" not in short and short in long.split("-")


def _same_given(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        initial, name = sorted((one, other), key=len)
        return any(form.startswith(initial) for form in given_forms(name))
    return same_given_name(one, other)


def _middles_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted(("".join(word[0] for word in middles) for middles in (one, other)), key=len)
    return bool(short) and not long.startswith(short)


def body_key(name: str) -> str:
    """A body's name as it is compared: folded words in alphabetical order, without small words, country and "Inc."."""
    words = [fold(word).replace(".", "") for word in _BODY_WORD.findall(name)]
    own = [word for word in words if word not in _SMALL and word not in _BODY_ENDINGS] or words
    if len(own) > 1:
        own = [word for word in own if word not in _COUNTRY] or own
    return " ".join(sorted(own))


def acronym(name: str) -> str | None:
    """The capitals that a body of three or more words may be called by; None for shorter names."""
    words = [word for word in _BODY_WORD.findall(name) if word[0].isupper() and fold(word) not in _SMALL]
    return "".join(word[0] for word in words).lower() if len(words) > 2 else None


def conflicting(one: Entity, other: Entity) -> bool:
    """Whether what two articles say of somebody rules out that they are one: gender, or ages two years apart."""
    if one.kind is not other.kind:
        return True
    if one.gender is not None and other.gender is not None and one.gender is not other.gender:
        return True
    ages = one.age is not None and other.age is not None
    return one.kind is EntityKind.PERSON and ages and abs((one.age or 0) - (other.age or 0)) > 1
