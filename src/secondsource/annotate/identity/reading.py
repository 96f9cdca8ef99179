"""The reading of an article from its first mention to its last, and the entities that come of it."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotate.identity.antecedents import Antecedents, PairScores
from secondsource.annotate.identity.character import Character, Seat
from secondsource.annotate.identity.descriptions import described
from secondsource.annotate.identity.groups import joined
from secondsource.annotate.identity.names import link_names
from secondsource.annotate.identity.pronouns import antecedent
from secondsource.annotate.identity.relations import find_group_ties, find_ties, stated_age, stated_office, stated_party
from secondsource.annotate.identity.scene import Scene
from secondsource.annotate.identity.seating import seat_mentions
from secondsource.annotate.mentions import Found
from secondsource.types import Article, Entity, Gender, Mention, MentionForm, Sentence, Span


def read(
    article: Article,
    sentences: Sequence[Sentence],
    found: Sequence[Found],
    marked: Sequence[Span],
    scores: PairScores | None,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Entities in order of first mention, and mentions in text order."""
    seats = seat_mentions(article, sentences, found, marked)
    antecedents = Antecedents(found, scores)
    scene = _read_once(article, found, seats, antecedents, {})
    genders = _told_by_pronouns(scene)
    if genders:
        scene = _read_once(article, found, seats, antecedents, genders)
    return _entities(scene)


def _read_once(
    article: Article,
    found: Sequence[Found],
    seats: Sequence[Seat],
    antecedents: Antecedents,
    genders: dict[int, Gender],
) -> Scene:
    """One reading; `genders` of characters by name, as an earlier reading told them."""
    scene = Scene.of_names(article, found, seats, link_names(article, found, seats), antecedents)
    _tie(scene)
    for k, gender in genders.items():
        scene.characters[k].gender = scene.characters[k].gender or gender
    for i in _reading_order(found):
        _resolve(scene, i)
    return scene


def _told_by_pronouns(scene: Scene) -> dict[int, Gender]:
    """The gender of those named whom only pronouns tell it of, where most of these agree."""
    told: dict[int, Gender] = {}
    for (k, gender), count in scene.votes.items():
        other = Gender.MALE if gender is Gender.FEMALE else Gender.FEMALE
        if scene.characters[k].named and count > scene.votes[k, other]:
            told[k] = gender
    return told


def _tie(scene: Scene) -> None:
    """Give each name what its sentence says of its bearer."""
    text = scene.article.text
    for i, mention in enumerate(scene.found):
        if i not in scene.of or mention.form is not MentionForm.NAME:
            continue
        character = scene.characters[scene.of[i]]
        if character.age is None:
            character.age = stated_age(text, mention)
        for said in (stated_party(text, mention), stated_office(text, mention)):
            if said is not None and not character.is_described_as(said.head):
                character.descriptions.append(said)
                scene.by_noun[said.head][scene.of[i]] = None
    for group, description in find_group_ties(text, scene.found):
        choice = joined(scene, group)
        if choice is not None and description not in scene.of:
            scene.of[description] = choice
            for k in (choice, *scene.characters[choice].members):
                scene.describe(k, scene.found[description])
    for tie in find_ties(scene.article, scene.found, scene.seats):
        if tie.name in scene.of and tie.description not in scene.of:
            scene.describe(scene.of[tie.name], scene.found[tie.description])
            scene.of[tie.description] = scene.of[tie.name]


def _reading_order(found: Sequence[Found]) -> list[int]:
    """Text order, but what stands inside a nominal or a coordination comes before it."""
    order: list[int] = []
    waiting: list[int] = []
    for i, mention in enumerate(found):
        while waiting and found[waiting[-1]].span.end <= mention.span.start:
            order.append(waiting.pop())
        waiting.append(i)
    return order + waiting[::-1]


def _resolve(scene: Scene, i: int) -> None:
    found, seat = scene.found[i], scene.seats[i]
    if i not in scene.of:
        if seat.quoted and found.form is not MentionForm.NAME:
            return
        if found.form is MentionForm.PRONOUN:
            choice = antecedent(scene, i)
        elif found.members:
            choice = joined(scene, i)
        else:
            choice = described(scene, i)
        if choice is None:
            return
        scene.of[i] = choice
        if found.form is MentionForm.NOMINAL and found.kind is scene.characters[choice].kind:
            for k in (choice, *scene.characters[choice].members):
                scene.describe(k, found)
    if found.determiner in ("his", "her", "their", "'s") and found.descriptions:
        _relate(scene, i)
    scene.appear(i)


def _relate(scene: Scene, i: int) -> None:
    """Remember whose attorney, wife or chief executive the character is."""
    start, found = scene.found[i].span.start, scene.found[i]
    for j in range(i + 1, len(scene.found)):
        if scene.found[j].span.start > start:
            return
        if j in scene.of and scene.found[j].span.end <= found.core.start:
            scene.relations.setdefault((scene.of[j], found.descriptions[-1].head), scene.of[i])
            return


def _entities(scene: Scene) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    numbers: dict[int, int] = {}
    mentions: list[Mention] = []
    for i, found in enumerate(scene.found):
        if i in scene.of:
            number = numbers.setdefault(scene.of[i], len(numbers))
            mentions.append(Mention(found.span, scene.characters[scene.of[i]].kind, found.form, number))
    return tuple(_entity(scene.characters[k]) for k in numbers), tuple(mentions)


def _entity(character: Character) -> Entity:
    return Entity(
        character.name,
        character.kind,
        character.named,
        character.gender,
        character.plural,
        tuple(character.titles),
        character.age,
    )
