"""Who bears which name: full names, surnames, given names, short forms of bodies, acronyms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.annotate.identity.character import Character, Seat
from secondsource.annotate.mentions import Found
from secondsource.annotate.mentions.lexicon import is_given, lexicon
from secondsource.types import Article, EntityKind, Gender, MentionForm
from secondsource.types.given_names import same_given_name

_SMALL = frozenset("of the and for on in de la & a".split())
_ALIASES = {"u.s.": "united states", "us": "united states", "u.s": "united states", "usa": "united states",
            "u.s.a.": "united states", "america": "united states", "u.k.": "united kingdom", "uk": "united kingdom",
            "britain": "united kingdom", "u.n.": "united nations", "un": "united nations", "e.u.": "european union",
            "eu": "european union"}  # fmt: skip


_AT_MOST = 100  # bearers of one name that are compared


@dataclass(slots=True)
class NameBook:
    """The characters of an article by name. `of` maps a mention's index to its character's; the rest are look-ups:
    people by each word of their names, bodies and places by full name, by parts of it and by initials; `families` are
    the surnames that several share ("Ann and Bob Reed").
    """

    characters: list[Character] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    people: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    mentions: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[tuple[str, bool], int] = field(default_factory=dict)
    parts: dict[tuple[str, ...], int] = field(default_factory=dict)
    initials: dict[str, int] = field(default_factory=dict)
    families: frozenset[str] = frozenset()

    def enter(self, index: int) -> None:
        """Make the character findable by its words."""
        character = self.characters[index]
        if character.kind is EntityKind.PERSON:
            for word in set(character.words):
                if index not in self.people[word][-_AT_MOST:]:
                    self.people[word].append(index)
            return
        self.bodies.setdefault((_spelled_out(character.words), character.kind is EntityKind.PLACE), index)
        if character.kind is EntityKind.ORGANIZATION and len(character.words) > 1:
            self.initials.setdefault("".join(w[0] for w in character.words if w not in _SMALL), index)
            for size in range(1, min(len(character.words), 12)):
                self.parts.setdefault(character.words[:size], index)
                self.parts.setdefault(character.words[-size:], index)


def name_words(article: Article, found: Found) -> tuple[str, ...]:
    """The words of a name in lower case, without dots, article and suffix."""
    words = found.core.of(article.text).lower().replace("’", "'").replace(",", " ").split()
    if words and words[0] == "the":
        words = words[1:]
    if len(words) > 2 and words[-1].rstrip(".") in lexicon().parts["suffix"]:
        words = words[:-1]
    if found.kind is EntityKind.PERSON:
        words = [w.rstrip(".") for w in words]
    return tuple(words)


def link_names(article: Article, found: Sequence[Found], seats: Sequence[Seat]) -> NameBook:
    """A character for each bearer of a name; every mention by name is given to one."""
    book = NameBook()
    named = [i for i, f in enumerate(found) if f.form is MentionForm.NAME and not f.members]
    words = {i: name_words(article, found[i]) for i in named}
    people = [i for i in named if found[i].kind is EntityKind.PERSON]
    book.families = _families(article, found)
    for i in people:
        if len(words[i]) > 1:
            _give(book, article, found, i, words[i], _same_full_name(book, words[i], _gender(found[i], words[i])))
    full = Counter(book.of[i] for i in people if i in book.of)
    latest: dict[str, int] = {}  # the mention that last gave each surname in full
    for i in people:
        if len(words[i]) > 1:
            latest[words[i][-1]] = i
        elif words[i]:
            near = latest.get(words[i][0])
            near = near if near is not None and seats[near].paragraph == seats[i].paragraph else None
            choice = _by_part(book, found[i], i, words[i][0], full, near)
            _give(book, article, found, i, words[i], choice)
    others = [i for i in named if found[i].kind is not EntityKind.PERSON]
    for i in sorted(others, key=lambda i: (-len(words[i]), i)):
        _give(book, article, found, i, words[i], _same_body(book, words[i], found[i].kind))
    return book


def _gender(found: Found, words: tuple[str, ...]) -> Gender | None:
    if found.gender is not None:
        return found.gender
    given = lexicon().given
    first = words[0] if len(words) > 1 or is_given(words[0]) else ""
    return given.get(first) or given.get(first.split("-", 1)[0])


def _give(
    book: NameBook, article: Article, found: Sequence[Found], i: int, words: tuple[str, ...], choice: int | None
) -> None:
    """Give the mention to the character, or to a new one."""
    mention, text = found[i], found[i].core.of(article.text)
    name = " ".join(text.split()).removeprefix("The ").removeprefix("the ")
    gender = _gender(mention, words) if mention.kind is EntityKind.PERSON else None
    if choice is None:
        choice = len(book.characters)
        book.characters.append(Character(mention.kind, True, name, words, gender))
        book.enter(choice)
    character = book.characters[choice]
    fuller = (len(words), len(name)) > (len(character.words), len(character.name))
    if (fuller and not name.isupper()) or (character.name.isupper() and len(words) >= len(character.words)):
        character.name, character.words = name, words
        book.enter(choice)
    character.take(mention)
    character.gender = mention.gender or character.gender or gender
    book.of[i] = choice
    book.mentions[choice].append(i)


def _same_full_name(book: NameBook, words: tuple[str, ...], gender: Gender | None) -> int | None:
    for index in (*book.people[words[-1]][-_AT_MOST:], *book.people[words[0]][-_AT_MOST:]):
        character = book.characters[index]
        if character.words == words:
            return index
        if _one_person(character.words, words) and _agrees(character, gender):
            return index
    return None


def _one_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: same surname, and given names that agree or shorten each other."""
    if left[-1] != right[-1]:
        shorter, longer = sorted((left, right), key=len)
        return len(shorter) > 1 and longer[: len(shorter)] == shorter and len(longer) - len(shorter) == 1
    first, second = left[0], right[0]
    if same_given_name(first, second):
        return _middles_agree(left[1:-1], right[1:-1])
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    shorter, longer = sorted((left, right), key=len)
    return len(longer) > len(shorter) and longer[-len(shorter) :] == shorter


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return True
    return left == right or left[0][0] == right[0][0]


def _by_part(book: NameBook, mention: Found, i: int, word: str, full: Counter[int], near: int | None) -> int | None:
    """The bearer of a name given in part: by surname, else by given name. Of several who agree in gender with the
    title, the one named in full in the same paragraph (at mention `near`), else the one named in full most often.
    """
    bearers = [(k, book.characters[k].words) for k in book.people[word][-_AT_MOST:]]
    by_surname = [k for k, words in bearers if words[-1] == word]
    by_given = [k for k, words in bearers if len(words) > 1 and words[0] == word]
    if not by_surname and not is_given(word):
        by_surname = [k for k, words in bearers if word in words[1:-1]]
    honorific = mention.gender is not None and not mention.descriptions
    for candidates in (by_surname,) if honorific and by_surname else (by_surname, by_given):
        fitting = [k for k in candidates if _agrees(book.characters[k], mention.gender)]
        if mention.descriptions and (len(fitting) > 1 or word in book.families):
            fitting = _holding(book, fitting, mention)
            if not fitting:
                return None
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            if near is not None and book.of[near] in fitting:
                return book.of[near]
            alone = [k for k in fitting if len(book.characters[k].words) == 1 and book.characters[k].descriptions]
            fitting = alone or fitting  # "President Reed" is called "Reed", and the children by their given names
            most = max(full[k] for k in fitting)
            return _nearest(book, [k for k in fitting if full[k] == most], i)
    return None


def _families(article: Article, found: Sequence[Found]) -> frozenset[str]:
    """The surnames that a given name and a full name are joined under: "Ann and Bob Reed"."""
    surnames: set[str] = set()
    for group in found:
        names = [core.of(article.text).lower().split() for core in group.members]
        if len(names) > 1 and all(len(name) == 1 and is_given(name[0]) for name in names[:-1]) and len(names[-1]) > 1:
            surnames.add(names[-1][-1])
    return frozenset(surnames)


def _holding(book: NameBook, bearers: Sequence[int], mention: Found) -> list[int]:
    """The bearers of a surname of whom the office before it has been said: "President Reed" is none of the children."""
    heads = [d.head for d in mention.descriptions]
    return [k for k in bearers if any(book.characters[k].is_described_as(head) for head in heads)]


def _agrees(character: Character, gender: Gender | None) -> bool:
    return gender is None or character.gender is None or character.gender is gender


def _nearest(book: NameBook, candidates: Sequence[int], i: int) -> int:
    """The candidate mentioned last before mention `i`, else the one mentioned first after it."""
    last = {k: max((j for j in book.mentions[k] if j < i), default=-1) for k in candidates[-10:]}
    best = max(last, key=lambda k: last[k])
    return best if last[best] >= 0 else min(last, key=lambda k: min(book.mentions[k], default=i))


def _same_body(book: NameBook, words: tuple[str, ...], kind: EntityKind) -> int | None:
    full, place = _spelled_out(words), kind is EntityKind.PLACE
    for same_kind in (place,) if place else (False, True):
        if (full, same_kind) in book.bodies:
            return book.bodies[full, same_kind]
    if place or not words:
        return None
    acronym = "".join(c for c in words[0] if c.isalpha()) if len(words) == 1 else ""
    if len(acronym) > 1 and acronym in book.initials:
        return book.initials[acronym]
    return book.parts.get(words) if len(words) > 1 or words[0] not in _GENERIC else None


def _spelled_out(words: tuple[str, ...]) -> str:
    """A body's or place's name with its well-known abbreviations in full."""
    name = " ".join(words)
    if name in _ALIASES:
        return _ALIASES[name]
    return " ".join(_ALIASES.get(word, word) if "." in word else word for word in words)


_GENERIC = frozenset(
    "new national american united state department house senate university north south west east".split()
)
