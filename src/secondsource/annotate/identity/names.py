"""Who bears which name: full names, surnames, given names, short forms of bodies, acronyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.annotate.identity.character import Character, Seat
from secondsource.annotate.mentions import Found
from secondsource.annotate.mentions.lexicon import is_given, lexicon
from secondsource.types import Article, EntityKind, Gender, MentionForm

_SMALL = frozenset("of the and for on in de la & a".split())
_SHORT = {
    "bob": "robert", "rob": "robert", "bobby": "robert", "bill": "william", "billy": "william", "will": "william",
    "joe": "joseph", "jim": "james", "jimmy": "james", "mike": "michael", "mick": "michael", "dick": "richard",
    "rick": "richard", "rich": "richard", "ted": "edward", "ed": "edward", "eddie": "edward", "chuck": "charles",
    "charlie": "charles", "jack": "john", "johnny": "john", "harry": "henry", "hank": "henry", "larry": "lawrence",
    "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth", "meg": "margaret", "peggy": "margaret",
    "maggie": "margaret", "kate": "katherine", "kathy": "katherine", "cathy": "catherine", "katie": "katherine",
    "tony": "anthony", "andy": "andrew", "drew": "andrew", "jerry": "gerald", "gerry": "gerald", "sandy": "sandra",
    "becky": "rebecca", "debbie": "deborah", "cindy": "cynthia", "frank": "francis", "al": "albert",
    "gabby": "gabrielle",
    "jake": "jacob", "nate": "nathan", "russ": "russell", "vinny": "vincent", "bernie": "bernard", "rudy": "rudolph",
    "sasha": "alexander", "alex": "alexander", "mitch": "mitchell", "terry": "terence", "toby": "tobias",
    "tommy": "thomas", "tom": "thomas", "dave": "david", "steve": "stephen", "steven": "stephen", "jeff": "jeffrey",
    "geoff": "geoffrey", "matt": "matthew", "greg": "gregory", "pat": "patrick", "sue": "susan", "ron": "ronald",
    "don": "donald", "ken": "kenneth", "nick": "nicholas", "sam": "samuel", "ben": "benjamin", "tim": "timothy",
    "dan": "daniel", "danny": "daniel", "chris": "christopher", "phil": "philip", "pete": "peter", "ray": "raymond",
    "jen": "jennifer", "jenny": "jennifer", "barb": "barbara", "pam": "pamela", "vicky": "victoria", "abby": "abigail",
}  # fmt: skip
_ALIASES = {"u.s.": "united states", "us": "united states", "u.s": "united states", "usa": "united states",
            "u.s.a.": "united states", "america": "united states", "u.k.": "united kingdom", "uk": "united kingdom",
            "britain": "united kingdom", "u.n.": "united nations", "un": "united nations", "e.u.": "european union",
            "eu": "european union"}  # fmt: skip


@dataclass(slots=True)
class NameBook:
    """The characters of an article by name. `of` maps a mention's index to its character's."""

    characters: list[Character] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)


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
    character = book.characters[choice]
    fuller = len(words) > len(character.words) or (words == character.words and len(name) > len(character.name))
    if (fuller and not name.isupper()) or (character.name.isupper() and len(words) >= len(character.words)):
        character.name, character.words = name, words
    character.take(mention)
    character.gender = mention.gender or character.gender or gender
    book.of[i] = choice


def _same_full_name(book: NameBook, words: tuple[str, ...], gender: Gender | None) -> int | None:
    for index, character in enumerate(book.characters):
        known = character.words
        if known == words or _one_person(known, words):
            conflict = gender is not None and character.gender is not None and gender is not character.gender
            if known == words or not conflict:
                return index
    return None


def _one_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: same surname, and given names that agree or shorten each other."""
    if left[-1] != right[-1]:
        shorter, longer = sorted((left, right), key=len)
        return len(shorter) > 1 and longer[: len(shorter)] == shorter and len(longer) - len(shorter) == 1
    first, second = left[0], right[0]
    if first == second or _long(first) == _long(second):
        return _middles_agree(left[1:-1], right[1:-1])
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    shorter, longer = sorted((left, right), key=len)
    return len(longer) > len(shorter) and longer[-len(shorter) :] == shorter


def _long(given: str) -> str:
    return _SHORT.get(given, given)


def _middles_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if not left or not right:
        return True
    return left == right or left[0][0] == right[0][0]


def _by_part(book: NameBook, mention: Found, i: int, word: str, full: Counter[int], near: int | None) -> int | None:
    """The bearer of a name given in part: by surname, else by given name. Of several who agree in gender with the
    title, the one named in full in the same paragraph (at mention `near`), else the one named in full most often.
    """
    people = [(k, c) for k, c in enumerate(book.characters) if c.kind is EntityKind.PERSON]
    by_surname = [k for k, c in people if c.words[-1] == word]
    by_given = [k for k, c in people if len(c.words) > 1 and c.words[0] == word]
    if not by_surname:
        by_surname = [k for k, c in people if len(c.words) > 2 and word in c.words[1:-1] and not is_given(word)]
    honorific = mention.gender is not None and not mention.descriptions
    for candidates in (by_surname,) if honorific and by_surname else (by_surname, by_given):
        fitting = [k for k in candidates if _agrees(book.characters[k], mention.gender)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            if near is not None and book.of[near] in fitting:
                return book.of[near]
            most = max(full[k] for k in fitting)
            return _nearest(book, [k for k in fitting if full[k] == most], i)
    return None


def _agrees(character: Character, gender: Gender | None) -> bool:
    return gender is None or character.gender is None or character.gender is gender


def _nearest(book: NameBook, candidates: Sequence[int], i: int) -> int:
    """The candidate mentioned last before mention `i`, else the one mentioned first after it."""
    before = [j for j, k in book.of.items() if k in candidates and j < i]
    if before:
        return book.of[max(before)]
    after = [j for j, k in book.of.items() if k in candidates and j > i]
    return book.of[min(after)] if after else candidates[0]


def _same_body(book: NameBook, words: tuple[str, ...], kind: EntityKind) -> int | None:
    full = _spelled_out(words)
    acronym = "".join(w for w in "".join(words) if w.isalpha()) if len(words) == 1 else ""
    for index, character in enumerate(book.characters):
        if character.kind is EntityKind.PERSON or (character.kind is not kind and kind is EntityKind.PLACE):
            continue
        known = _spelled_out(character.words)
        if known == full:
            return index
        if character.kind is EntityKind.ORGANIZATION and kind is not EntityKind.PLACE:
            if len(acronym) > 1 and len(character.words) > 1 and _initials(character.words) == acronym:
                return index
            shorter = len(words) < len(character.words) and (len(words) > 1 or words[0] not in _GENERIC)
            if shorter and (character.words[-len(words) :] == words or character.words[: len(words)] == words):
                return index
    return None


def _spelled_out(words: tuple[str, ...]) -> str:
    """A body's or place's name with its well-known abbreviations in full."""
    name = " ".join(words)
    if name in _ALIASES:
        return _ALIASES[name]
    return " ".join(_ALIASES.get(word, word) if "." in word else word for word in words)


_GENERIC = frozenset(
    "new national american united state department house senate university north south west east".split()
)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in _SMALL)
