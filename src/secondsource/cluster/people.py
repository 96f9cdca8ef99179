"""The people and bodies of a story: one entity of many articles is one person, under the fullest name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.cluster.names import PersonName, acronym, body_key, conflicting, fullness, person_name, same_person
from secondsource.types import Annotations, Article, Entity, EntityKind, Person

_AND = re.compile(r",? and |,? & |, (?!(?:Jr|Sr|I{1,3}V?|M\.?D|Ph\.?D)\b)")


@dataclass(slots=True)
class _Draft:
    """A person in the making: the entities taken so far, their names in parts (in the order of taking), one entity for
    each gender and age that is said of the person, and the names in each article.
    """

    entities: list[tuple[str, int]] = field(default_factory=list)
    known: list[Entity] = field(default_factory=list)
    names: dict[PersonName, None] = field(default_factory=dict)
    traits: dict[object, Entity] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)

    def take(self, place: tuple[str, int], entity: Entity, name: PersonName | None) -> None:
        self.entities.append(place)
        self.known.append(entity)
        self.traits.setdefault((entity.kind, entity.gender, entity.age), entity)
        self.called.setdefault(place[0], set()).add(entity.name)
        if name is not None:
            self.names[name] = None


class _Persons:
    """Persons in the making, in the order in which they were found. They are looked up by surname and by first name:
    comparing each name with all of them would take time with the square of a long story.
    """

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._by_surname: defaultdict[str, dict[int, _Draft]] = defaultdict(dict)
        self._by_first_name: defaultdict[str, dict[int, _Draft]] = defaultdict(dict)
        self._number: dict[int, int] = {}

    def enter(self, draft: _Draft, name: PersonName) -> None:
        """Note that `draft`, which may be new here, bears `name`."""
        number = self._number.setdefault(id(draft), len(self.drafts))
        if number == len(self.drafts):
            self.drafts.append(draft)
        for surname in _surnames(name):
            self._by_surname[surname][number] = draft
        if name.given:
            self._by_first_name[name.given[0]][number] = draft

    def of_surname(self, name: PersonName) -> list[_Draft]:
        """Those with the surname of `name`, or with a half of it or of which it is a half ("Roe" and "Roe-Quist")."""
        found: dict[int, _Draft] = {}
        for surname in _surnames(name):
            found |= self._by_surname.get(surname, {})
        return [found[number] for number in sorted(found)]

    def of_first_name(self, word: str) -> list[_Draft]:
        """Those whose first given name is `word`."""
        found = self._by_first_name.get(word, {})
        return [found[number] for number in sorted(found)]


def _surnames(name: PersonName) -> tuple[str, ...]:
    """The surname, and the halves of a double-barrelled one."""
    return (name.surname, *name.surname.split("-")) if "-" in name.surname else (name.surname,)


def find_people(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> tuple[Person, ...]:
    """The named persons and bodies of a story, those in most articles first, then by name.

    Entities of different articles are one person if their names can be one person's and nothing said of them conflicts.
    A surname alone joins the one full name that it fits; where it fits several (a couple), it joins whom gender or
    title tell, and else nobody. Two entities of one article are never joined unless their names are equal. Several who
    speak as one ("Ilse Varga and Piet Oduya") are one with the same several elsewhere, and with none of them. Whom an
    article names only beside the story (a photographer in a credit) is nobody of it.
    """
    persons = _Persons()
    pairs: dict[frozenset[str], _Draft] = {}
    bodies: dict[str, list[_Draft]] = {}
    entries = [
        ((article.id, index), entity)
        for article in articles
        if article.id in annotations
        for beside in (_beside_the_story(article, annotations[article.id]),)
        for index, entity in enumerate(annotations[article.id].entities)
        if entity.named and index not in beside
    ]
    # Fullest names first, so that short ones find all whom they may mean.
    entries.sort(key=lambda entry: (-fullness(entry[1].name), entry[1].name, entry[0]))
    for place, entity in entries:
        if entity.kind is EntityKind.PERSON and (surnames := _several(entity)):
            draft = pairs.get(surnames) or pairs.get(_words(entity)) or _Draft()
            pairs.setdefault(surnames, draft).take(place, entity, None)
            pairs.setdefault(_words(entity), draft)
        elif entity.kind is EntityKind.PERSON:
            _place_person(place, entity, persons)
        elif entity.kind is EntityKind.ORGANIZATION:
            _place_body(place, entity, bodies)
    shared = {id(draft): draft for draft in pairs.values()}
    shared |= {id(draft): draft for named in bodies.values() for draft in named}
    drafts = [*persons.drafts, *shared.values()]
    order = {article.id: position for position, article in enumerate(articles)}
    people = [_person(draft, order) for draft in drafts]
    return tuple(sorted(people, key=lambda p: (-len({article for article, _ in p.entities}), p.name, p.entities)))


def _beside_the_story(article: Article, found: Annotations) -> set[int]:
    """The entities whose mentions all start in blocks that are not the story's."""
    spans = [block.span for block in article.blocks if not block.is_story]
    starts = [span.start for span in spans]
    inside: set[int] = set()
    outside: set[int] = set()
    for mention in found.mentions:
        before = bisect_right(starts, mention.span.start) - 1
        told = before < 0 or spans[before].end <= mention.span.start
        (inside if told else outside).add(mention.entity)
    return outside - inside


def _several(entity: Entity) -> frozenset[str]:
    """The surnames of those who speak as one ("Ilse Varga and Piet Oduya"); empty for a single person."""
    names = [person_name(part) for part in _AND.split(entity.name)]
    return frozenset(name.surname for name in names if name is not None) if len(names) > 1 else frozenset()


def _words(entity: Entity) -> frozenset[str]:
    """All words of a name: "Ida and Ilse Varga" are "Ilse and Ida Varga"."""
    names = [person_name(part) for part in _AND.split(entity.name)]
    return frozenset(word for name in names if name is not None for word in (*name.given, name.surname))


def _place_person(place: tuple[str, int], entity: Entity, persons: _Persons) -> None:
    name = person_name(entity.name)
    if name is None:
        return
    fitting = [draft for draft in persons.of_surname(name) if _fits(place, entity, name, draft)]
    if not fitting and not name.given:
        fitting = [draft for draft in persons.of_first_name(name.surname) if _joinable(place, entity, draft)]
    if len(fitting) > 1:
        fitting = _narrowed(entity, name, fitting)
    if len(fitting) != 1:
        fitting = [_Draft()]
    fitting[0].take(place, entity, name)
    persons.enter(fitting[0], name)


def _fits(place: tuple[str, int], entity: Entity, name: PersonName, draft: _Draft) -> bool:
    return all(same_person(name, known) for known in draft.names) and _joinable(place, entity, draft)


def _joinable(place: tuple[str, int], entity: Entity, draft: _Draft) -> bool:
    if any(conflicting(entity, known) for known in draft.traits.values()):
        return False
    return draft.called.get(place[0], set()) <= {entity.name}


def _narrowed(entity: Entity, name: PersonName, fitting: list[_Draft]) -> list[_Draft]:
    """The persons among several fitting ones whom more than the surname tells: the exact name, then gender, then title,
    then that twice as many articles name the person in full as any other.
    """
    exact = [draft for draft in fitting if name.given and name in draft.names]
    if exact:
        return exact[:1]
    if entity.gender is not None:
        fitting = [d for d in fitting if any(known.gender is entity.gender for known in d.known)] or fitting
    titles = {_bare(title) for title in entity.titles}
    fitting = [
        d for d in fitting if any(_bare(title) in titles for known in d.known for title in known.titles)
    ] or fitting
    counts = sorted(
        ((len({article for article, _ in draft.entities}), draft) for draft in fitting), key=lambda c: -c[0]
    )
    if len(counts) > 1 and counts[0][0] >= 2 * counts[1][0]:
        return [counts[0][1]]
    return fitting


def _bare(title: str) -> str:
    return title.casefold().rstrip(".")


def _place_body(place: tuple[str, int], entity: Entity, bodies: dict[str, list[_Draft]]) -> None:
    """A body joins the one of equal name; an acronym joins the one body whose initials it has."""
    named = bodies.get(body_key(entity.name), [])
    if len(named) != 1:
        named = [_Draft()]
        bodies.setdefault(body_key(entity.name), []).extend(named)
    named[0].take(place, entity, None)
    initials = acronym(entity.name)
    if initials is not None and named[0] not in bodies.setdefault(initials, []):
        bodies[initials].append(named[0])


def _person(draft: _Draft, order: Mapping[str, int]) -> Person:
    # The fullest name: most words, then most letters; the most frequent of equals.
    names = Counter(entity.name for entity in draft.known)
    name = max(names, key=lambda n: (fullness(n), len(n), names[n], n))
    places = sorted(draft.entities, key=lambda place: (order[place[0]], place[1]))
    return Person(name, draft.known[0].kind, tuple(places))
