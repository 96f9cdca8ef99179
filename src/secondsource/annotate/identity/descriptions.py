"""Whom a description ("the lawmaker", "her attorney", "the agency") means."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotate.identity.authors import WRITERS, author_of, speaks, writers
from secondsource.annotate.identity.bodies import the_body
from secondsource.annotate.identity.character import Character
from secondsource.annotate.identity.clues import gender_ahead, named_beside
from secondsource.annotate.identity.focus import salience
from secondsource.annotate.identity.groups import PAIRS, the_two
from secondsource.annotate.identity.nouns import (
    ANYBODY,
    CALLED,
    GENERAL,
    GROUPS,
    NEEDS_GENDER,
    PROFESSIONS,
    RANKS,
    classes_for,
    nouns_for,
    other_profession,
)
from secondsource.annotate.identity.relations import NEW
from secondsource.annotate.identity.scene import Scene
from secondsource.annotate.mentions import Description
from secondsource.annotate.mentions.lexicon import lexicon, parts_of_speech
from secondsource.types import EntityKind, MentionForm

_DEFINITE = frozenset("the this that these those both".split())
_POSSESSIVE = frozenset("his her their its 's".split())
_AT_MOST = 50  # mentions or characters that are looked at for one description
_ENOUGH_FOCUS = 0.3
_SOME_FOCUS = 0.12
_ANY_FOCUS = -1.0
_PROMINENT = 0.3  # for the person whom the article names most
# Of one person several may be said, and news refers back by office: "the Norfolk mayor" is whom it was just about.
_POLITICAL = frozenset("candidate legislator politician executive".split())
_UNLIKELY = 0.03  # chance by the reader's scores, under which a description is somebody else's
_PLAIN_WORDS = frozenset("the a an this that these those his her their its former".split())


def described(scene: Scene, i: int) -> int:
    """The character that the nominal at mention `i` means: one already known, or a new one."""
    found = scene.found[i]
    owner = _owner(scene, i) if found.determiner in _POSSESSIVE else None
    known = _known(scene, i, owner)
    if known is not None:
        return known
    name = _as_name(scene, i)
    new = scene.new(Character(found.kind, False, name, gender=found.gender, plural=found.plural, owner=owner))
    if owner is not None:
        scene.relations[owner, found.descriptions[0].head] = new
    if found.determiner in _DEFINITE:
        scene.dangling.add(new)
    return new


def _known(scene: Scene, i: int, owner: int | None) -> int | None:
    found = scene.found[i]
    head = found.descriptions[0]
    if owner is not None and (owner, head.head) in scene.relations:
        return scene.relations[owner, head.head]
    if found.kind is EntityKind.ORGANIZATION:
        return the_body(scene, i) if found.determiner in _DEFINITE or found.determiner == "" else None
    if found.determiner in _POSSESSIVE:
        titled = found.kind is EntityKind.PERSON and not head.classes & {"family", "person", "group"}
        return _by_noun(scene, i, titled_only=True) if titled and not found.plural else None
    if found.determiner not in _DEFINITE:
        if found.plural or found.determiner == "":
            return _same_words(scene, i)
        return _speaks_again(scene, i)
    if found.kind is EntityKind.OTHER:
        document = _by_noun(scene, i)
        author = author_of(scene, document) if document is not None and speaks(scene, i) else None
        return document if author is None else author
    if found.plural:
        return _plural(scene, i)
    return _singular(scene, i)


def _owner(scene: Scene, i: int) -> int | None:
    """Who the possessor inside the nominal is."""
    start = scene.found[i].span.start
    for j in range(i + 1, len(scene.found)):
        if scene.found[j].span.start > start:
            break
        if j in scene.of and scene.found[j].span.end <= scene.found[i].core.start:
            return scene.of[j]
    return None


def _singular(scene: Scene, i: int) -> int | None:
    said = scene.found[i].descriptions[0]
    if NEW in said.words:
        holders = [k for k in list(scene.by_noun[said.head])[-_AT_MOST:] if _is_new(scene.characters[k], said)]
        holder = _best(scene, i, holders, _ANY_FOCUS, exact=True)
        if holder is not None:
            return holder
    by_noun = _by_noun(scene, i)
    called = said.head in ANYBODY or bool(said.classes & CALLED)
    if by_noun is not None and not (by_noun in scene.dangling and called):
        return by_noun
    if said.head in lexicon().demonyms or said.head in ("republican", "democrat"):
        candidates = [k for k in scene.by_noun[said.head] if k in scene.latest]
        return _best(scene, i, candidates[-_AT_MOST:], _SOME_FOCUS)
    known = scene.known(scene.seats[i])
    named = [k for k in known if scene.characters[k].named]
    classes = classes_for(said.head)
    best = _best(scene, i, [k for k in named if scene.characters[k].classes() & classes], _SOME_FOCUS)
    if best is None and (called or said.head in GENERAL):
        open_to = [k for k in named if not other_profession(scene.characters[k], said)]
        if said.head in NEEDS_GENDER:
            open_to += [k for k in known if not scene.characters[k].named]
        best = _best(scene, i, open_to)
    if best is None and by_noun is None and scene.seats[i].leads and _is_office(said):
        best = _best(scene, i, [k for k in named if _holds_no_other(scene.characters[k])])
    return best if best is not None else by_noun


def _is_office(said: Description) -> bool:
    return bool(said.classes & _POLITICAL) and NEW not in said.words


def _holds_no_other(character: Character) -> bool:
    """Whether nothing is known of a person that rules out an office: no profession but a politician's."""
    return not character.classes() & PROFESSIONS - _POLITICAL


def _is_new(character: Character, said: Description) -> bool:
    """Whether the article tells that the character gets the office."""
    return any(known.head == said.head and NEW in known.words for known in character.descriptions)


def _by_noun(scene: Scene, i: int, titled_only: bool = False) -> int | None:
    """The character of whom the same noun, or one that stands for it, has been said."""
    found = scene.found[i]
    said = found.descriptions[0]
    for nouns in (frozenset((said.head,)), nouns_for(said.head)):
        described = {k: scene.characters[k] for noun in nouns for k in list(scene.by_noun[noun])[-_AT_MOST:]}
        candidates = [
            k
            for k, c in described.items()
            if (c.named if titled_only else c.named or c.appearances)
            and any(d.head in nouns and _compatible(said, d, c) for d in c.descriptions)
        ]
        best = _best(scene, i, candidates, _ANY_FOCUS, exact=len(nouns) == 1)
        if best is not None:
            return best
    return None


def _compatible(said: Description, known: Description, character: Character) -> bool:
    """Whether two descriptions with nouns that agree can be of one character: their other words do not clash."""
    if said.head != known.head and not said.classes & known.classes:
        return False
    if (said.words ^ known.words) & RANKS:
        return False
    extra = _modifiers(said)
    other = _modifiers(known)
    if not extra or not other or character.named:
        return True
    return bool(extra & other)


def _modifiers(description: Description) -> frozenset[str]:
    return description.words - _PLAIN_WORDS - {description.head, description.head + "s"}


def _best(
    scene: Scene, i: int, candidates: Iterable[int], least: float = _ENOUGH_FOCUS, exact: bool = False
) -> int | None:
    """The candidate most in focus, and at least so much, who can be meant, unless the reader thinks otherwise. Where
    the nouns are `exact`ly the same, the same sentence may have named the candidate.
    """
    found, seat = scene.found[i], scene.seats[i]
    gender = found.gender or gender_ahead(scene, i)
    apart = set() if exact else named_beside(scene, i)
    best, best_score = None, least
    for k in candidates:
        character = scene.characters[k]
        if k in apart or character.kind is not found.kind or character.plural is not found.plural:
            continue
        if gender is not None and character.gender not in (None, gender):
            continue
        if found.age is not None and character.age not in (None, found.age):
            continue
        if found.descriptions[0].head in NEEDS_GENDER and character.named and character.gender is None:
            continue
        score = salience(character, seat, i) + _PROMINENT * scene.prominence.get(k, 0.0)
        if found.age is not None and character.age == found.age:
            score += 2
        if _lately_described(scene, k, i):
            if least == _ANY_FOCUS:
                continue
            score *= 0.4
        if score > best_score:
            best, best_score = k, score
    return None if best is not None and _denied(scene, i, best) else best


def _denied(scene: Scene, i: int, k: int) -> bool:
    """Whether the reader's scores speak against the character. It has learned little of the nouns by which news calls
    people as often as by name, and is not asked about those, nor about the very title that stood before the name.
    """
    said, character = scene.found[i].descriptions[0], scene.characters[k]
    titled = any(said.head in title.lower().split() for title in character.titles)
    called = said.classes & CALLED or (character.named and titled)
    return not called and scene.chances(i).get(k, 1.0) < _UNLIKELY


def _lately_described(scene: Scene, k: int, i: int) -> bool:
    """Whether this paragraph has just given the character another description: a new one means somebody else."""
    said = _modifiers(scene.found[i].descriptions[0])
    for j in range(i - 1, max(-1, i - _AT_MOST), -1):
        if scene.seats[j].paragraph != scene.seats[i].paragraph:
            return False
        other = scene.found[j]
        if scene.of.get(j) == k and other.form is MentionForm.NOMINAL and other.determiner == "the":
            earlier = _modifiers(other.descriptions[0]) if other.descriptions else frozenset()
            anew = NEW in said and _is_new(scene.characters[k], scene.found[i].descriptions[0])
            return bool(said and earlier and not said & earlier) and not anew
    return False


def _plural(scene: Scene, i: int) -> int | None:
    found = scene.found[i]
    said = found.descriptions[0]
    if said.head in PAIRS or "two" in said.words or found.determiner == "both":
        pair = the_two(scene, i)
        if pair is not None:
            return pair
    if said.head in GROUPS:
        group = _group(scene, i)
        if group is not None:
            return group
    known = _by_noun(scene, i)
    if known is not None:
        return known
    author = writers(scene, i) if said.head in WRITERS else None
    if author is not None:
        return author
    word = found.core.of(scene.article.text).lower()
    near = scene.recent(scene.seats[i])
    for k in near:  # "the teachers": a union of teachers
        if scene.characters[k].kind is EntityKind.ORGANIZATION and word in scene.characters[k].words:
            return k
    return _best(scene, i, [k for k in near if scene.characters[k].classes() & said.classes - {"group"}])


def _group(scene: Scene, i: int) -> int | None:
    """Whom "the group" means: people or a body, who is most in focus; "the Norfolk group" is a body with that word in
    its name.
    """
    said, recent = scene.found[i].descriptions[0], scene.recent(scene.seats[i])
    told = _modifiers(said)
    if told:
        bodies = [k for k in recent if scene.characters[k].kind is EntityKind.ORGANIZATION]
        choices = [k for k in bodies if told <= {word.rstrip(".") for word in scene.characters[k].words}]
    else:
        meant = (_best(scene, i, recent), the_body(scene, i) if said.head == "group" else None)
        choices = [k for k in meant if k is not None]
    return max(choices, key=lambda k: salience(scene.characters[k], scene.seats[i], i), default=None)


def _same_words(scene: Scene, i: int) -> int | None:
    """An unnamed character that has been described in the very same words: "officials", "police"."""
    return scene.by_description.get((_as_name(scene, i), scene.found[i].kind))


def _speaks_again(scene: Scene, i: int) -> int | None:
    """The unnamed speaker for somebody who was just introduced ("a spokesman for the county"), where "a spokesman"
    says the next thing.
    """
    said, seat = scene.found[i].descriptions[0], scene.seats[i]
    if "spokesperson" not in said.classes or _modifiers(said) or not seat.speaks:
        return None
    near = [k for k in scene.recent(seat) if seat.turn - scene.latest[k] <= 1]
    same = [k for k in near if not scene.characters[k].named and scene.characters[k].is_described_as(said.head)]
    return same[0] if len(same) == 1 else None


def _as_name(scene: Scene, i: int) -> str:
    """A description as a name: on one line, its first word in small letters where it has a capital only because a
    sentence begins with it.
    """
    text = " ".join(scene.found[i].span.of(scene.article.text).split())
    first = text.split(" ", 1)[0]
    low = first.lower()
    if i + 1 < len(scene.found) and scene.found[i + 1].core.start == scene.found[i].span.start:
        return text  # it begins with a name
    role = lexicon().roles.get(low)
    if role is not None and (role.singular in lexicon().demonyms or role.singular in ("republican", "democrat")):
        return text
    plain = role is not None or low in lexicon().function_words or low in lexicon().bodies or bool(parts_of_speech(low))
    return text[0].lower() + text[1:] if plain and (first[1:].islower() or len(first) == 1) else text
