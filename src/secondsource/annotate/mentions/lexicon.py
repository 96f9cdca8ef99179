"""The word lists of this folder, read once, and what they say about a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from secondsource.types import Gender

_GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for people, bodies or documents: `singular`, the classes it is listed under, and what it tells."""

    singular: str
    classes: frozenset[str]
    gender: Gender | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """Names of one kind; `longest` maps a first word to the most words that a name beginning with it has."""

    names: frozenset[str]
    longest: dict[str, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists. Words are lower case, names of several words have single spaces."""

    given: dict[str, Gender | None]
    surnames: frozenset[str]
    english: dict[str, str]
    places: Phrases
    organizations: Phrases
    roles: dict[str, Noun]
    bodies: dict[str, Noun]
    sources: frozenset[str]
    titles: dict[str, frozenset[str]]
    title_genders: dict[str, Gender]
    parts: dict[str, frozenset[str]]
    demonyms: dict[str, str]
    calendar: frozenset[str]
    closed: dict[str, frozenset[str]]

    @property
    def function_words(self) -> frozenset[str]:
        """Every closed-class word."""
        return self.closed["all"]


@cache
def lexicon() -> Lexicon:
    """The lists, read on first use."""
    given: dict[str, Gender | None] = dict.fromkeys(_plain("given_either"))
    given |= dict.fromkeys(_plain("given_female"), Gender.FEMALE)
    given |= dict.fromkeys(_plain("given_male"), Gender.MALE)
    given |= dict.fromkeys(_plain("given_both"))
    closed = _united(list(_classes("function_words")))
    titles = list(_classes("titles"))
    return Lexicon(
        given=given,
        surnames=frozenset(_plain("surnames")) | frozenset(_plain("surnames_more")),
        english={word: flags for flags, _, words in _classes("english") for word in words},
        places=_phrases([*_plain("places"), *(w for _, _, words in _classes("places_more") for w in words)]),
        organizations=_phrases([w for _, _, words in _classes("organizations") for w in words]),
        roles=_roles(),
        bodies=_nouns("bodies"),
        sources=frozenset(_plain("sources")),
        titles=_united(titles),
        title_genders={word: gender for _, gender, words in titles if gender for word in words},
        parts={name: frozenset(words) for name, _, words in _classes("name_parts")},
        demonyms={word: name for name, _, words in _classes("demonyms") for word in words},
        calendar=frozenset(_plain("calendar")),
        closed=closed,
    )


@lru_cache(maxsize=50_000)
def parts_of_speech(low: str) -> str:
    """What a lower-case word can be, as flags: n noun, p plural noun, v verb, s third person, d past form, g -ing form,
    a adjective, r adverb; "" for an unknown word. Undoes the endings that ``training/word_lists.py`` leaves out.
    """
    english = lexicon().english
    flags = english.get(low, "")
    if flags or len(low) < 4:
        return flags
    if "-" in low:
        return parts_of_speech(low.rsplit("-", 1)[1]) or "a"
    for ending, renames in _ENDINGS:
        if low.endswith(ending):
            stem = low[: -len(ending)]
            for base in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else "", stem[:-1]):
                known = english.get(base, "") if len(base) >= 2 else ""
                if ending == "ly" and not known and base.endswith(("ing", "ed")):
                    known = "a" if parts_of_speech(base) else ""
                found = "".join(new for old, new in renames if old in known)
                if found:
                    return found
    return ""


_ENDINGS = (
    ("s", (("n", "p"), ("v", "s"))),
    ("es", (("n", "p"), ("v", "s"))),
    ("ed", (("v", "d"),)),
    ("ing", (("v", "g"),)),
    ("ly", (("a", "r"),)),
    ("er", (("v", "n"), ("a", "a"), ("n", "n"))),
    ("est", (("a", "a"),)),
)


def is_english(low: str) -> bool:
    """Whether a lower-case word is an everyday English word (which a surname can be as well)."""
    if "-" in low:
        return all(is_english(part) for part in low.split("-"))
    if parts_of_speech(low) or low in lexicon().function_words or (len(low) > 8 and low.endswith(_ABSTRACT)):
        return True
    return any(low.startswith(prefix) and bool(parts_of_speech(low[len(prefix) :])) for prefix in _PREFIXES)


_ABSTRACT = ("tion", "sion", "ness", "ment", "ity", "ism", "ology", "less", "able", "ible", "fully")
_PREFIXES = ("un", "non", "re", "mis", "over", "pre", "anti", "out")


def is_given(low: str) -> bool:
    """Whether a lower-case word is a given name; of a double one ("jean-paul") the first half decides."""
    given = lexicon().given
    return low in given or ("-" in low and low.split("-", 1)[0] in given and not is_english(low))


def _lines(name: str) -> Iterator[str]:
    content = (files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf8")
    return (line for line in content.splitlines() if line and not line.startswith("#"))


def _plain(name: str) -> list[str]:
    """The entries of a list; a line holds one name, or in the hand-written lists several words."""
    if name == "places":
        return list(_lines(name))
    return [word for line in _lines(name) for word in line.split()]


def _classes(name: str) -> Iterator[tuple[str, Gender | None, list[str]]]:
    """The lines "class: words" or "class.f: words" of a list."""
    for line in _lines(name):
        label, _, words = line.partition(": ")
        name_, _, gender = label.partition(".")
        yield name_, _GENDERS.get(gender), words.split()


def _united(classes: list[tuple[str, Gender | None, list[str]]]) -> dict[str, frozenset[str]]:
    """Words by class, and all of them under "all"."""
    united: dict[str, set[str]] = {"all": set()}
    for name, _, words in classes:
        united.setdefault(name, set()).update(words)
        united["all"].update(words)
    return {name: frozenset(words) for name, words in united.items()}


def _phrases(names: list[str]) -> Phrases:
    spaced = frozenset(name.replace("_", " ") for name in names)
    longest: dict[str, int] = {}
    for name in spaced:
        first, size = name.split(" ", 1)[0], name.count(" ") + 1
        longest[first] = max(size, longest.get(first, 0))
    return Phrases(spaced, longest)


def _nouns(name: str) -> dict[str, Noun]:
    classes: dict[str, set[str]] = {}
    genders: dict[str, Gender] = {}
    for label, gender, words in _classes(name):
        for word in words:
            classes.setdefault(word, set()).add(label)
            if gender:
                genders[word] = gender
    nouns = {w: Noun(w, frozenset(c), genders.get(w), "group" in c) for w, c in classes.items()}
    plurals = {plural_of(w): Noun(w, n.classes, n.gender, plural=True) for w, n in nouns.items() if not n.plural}
    return plurals | nouns


def _roles() -> dict[str, Noun]:
    nouns = _nouns("roles")
    for label, _, words in _classes("demonyms"):
        for word in words:
            if label == "party" and word not in nouns:
                continue  # "Democratic" is no noun
            # "the Chinese" are people too, but not by adding an s.
            plural = word if word.endswith(("ese", "ish", "ch")) else plural_of(word)
            nouns.setdefault(word, Noun(word, frozenset((label, "nationality"))))
            nouns.setdefault(plural, Noun(word, frozenset((label, "nationality")), plural=True))
    for line in _lines("roles_plural"):
        plural, singular = line.split()
        noun = nouns[singular]
        nouns[plural] = Noun(singular, noun.classes, noun.gender, plural=True)
    return nouns


def plural_of(noun: str) -> str:
    """The regular plural."""
    if noun.endswith("man") and noun not in ("human", "german", "shaman"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
