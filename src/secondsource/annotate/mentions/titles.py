"""Titles before names: where the title ends and the name begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from secondsource.annotate.mentions.found import Description
from secondsource.annotate.mentions.lexicon import Noun, is_english, is_given, lexicon
from secondsource.annotate.mentions.tokens import Token
from secondsource.types import Gender

# Titles that are given names too, and nearly always titles before a name.
_RATHER_TITLES = frozenset("prince princess king queen judge major pope sir lord deacon bishop justice".split())
ALWAYS_BEFORE = frozenset("former ex late then longtime retired acting current onetime veteran".split())
WITH_GENERAL = frozenset(
    "attorney solicitor surgeon secretary inspector governor director consul adjutant auditor".split()
)
_ABBREVIATED = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor",
    "govs": "governor", "gen": "general", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "col": "colonel",
    "maj": "major", "cmdr": "commander", "adm": "admiral", "rev": "reverend", "det": "detective", "dr": "doctor",
    "prof": "professor", "supt": "superintendent", "pres": "president", "sec": "secretary", "atty": "attorney",
    "dir": "director", "amb": "ambassador", "cllr": "councillor", "spc": "soldier", "cpl": "corporal", "pvt": "private",
    "insp": "inspector", "fr": "father", "msgr": "monsignor",
}  # fmt: skip


class Split(NamedTuple):
    """A run of capitals taken apart: the name is ``tokens[name:end]``; empty where the run is a title alone."""

    start: int
    name: int
    end: int


def split_title(tokens: Sequence[Token], start: int, end: int, surnames: frozenset[str] = frozenset()) -> Split:
    """Where the name begins in the run ``tokens[start:end]``: after its last title, if what follows can be a name.
    `surnames` are words that the article uses as surnames, which at the end of a run are no titles.
    """
    if _opens_with_name(tokens, start, end):
        return Split(start, start, end)
    name = before = start
    for i in range(start, end):
        if _is_title(tokens[i]) and not (i == end - 1 and tokens[i].low in surnames):
            before, name = name, _after_title(tokens, i, end)
    if name == end and before < end and _is_surname(tokens, start, before):
        name = before
    if (name == end or not is_given(tokens[name].low)) and _is_body(tokens, start, end):
        body = _body_after(tokens, start, end)
        return Split(body, body, end)
    while name < end - 1 and _is_adjective(tokens[name], tokens[name + 1]):
        if _is_place(tokens, name, end):
            return Split(start, start, end) if name == start else Split(start, name, end)
        name += 1  # "Democrat Ann Reed"
    if name == end and end - start > 1 and not _may_be_title(tokens, start, end):
        return Split(start, start, end)
    while name < end - 1 and tokens[name].low in ALWAYS_BEFORE:
        name += 1
    if end - name > 1 and all(is_english(t.low) and not _names_somebody(t.low) for t in tokens[name:end]):
        return Split(start, start, end)  # "Painter Memorial Prize"
    return Split(start, _given_from(tokens, name, end), end)


def _is_adjective(token: Token, following: Token) -> bool:
    words = lexicon()
    if token.low not in words.demonyms or token.low in words.given:
        return False
    return is_given(following.low) or not is_english(following.low)


def _names_somebody(low: str) -> bool:
    return is_given(low) or low in lexicon().surnames


def _opens_with_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the run's first word is a given name and no title, place or adjective before one."""
    first = tokens[start].low
    if not is_given(first) or first in _RATHER_TITLES or _is_modifier(tokens[start]):
        return False
    if first in lexicon().places.names and any(_is_title(token) for token in tokens[start + 1 : end - 1]):
        return False
    return not (_is_title(tokens[start]) and end - start > 2 and is_given(tokens[start + 1].low))


def _given_from(tokens: Sequence[Token], name: int, end: int) -> int:
    """Past everyday words before a given name and a surname: "Lucky Bob Hale", "Miss Harvest Ann Reed"."""
    words = lexicon()
    for k in range(name, end - 1):
        low = tokens[k].low
        if is_given(low):
            return k if k > name and low not in words.places.names else name
        if not (is_english(low) or low in words.places.names or low in words.demonyms) or low in ("of", "and"):
            break
    return name


def _is_body(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a run that begins like a title is the name of a body, a place or a law ("Justice Department")."""
    parts, last = lexicon().parts, tokens[end - 1].low
    if " ".join(t.low for t in tokens[start:end]) in lexicon().organizations.names:
        return True
    if end - start > 1 and (last in parts["organization"] or last in parts["work"] or last in parts["place"]):
        return True
    lows = [t.low for t in tokens[start:end]]
    return any(low in parts["organization"] and after in ("of", "for", "on") for low, after in pairwise(lows))


def _body_after(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the name of a body begins in a run: after "Director of the" and the like."""
    after = start + 1
    while after < end and tokens[after].low in ("of", "the", "for"):
        after += 1
    headed = start + 1 < after < end and _is_title(tokens[start]) and _is_body(tokens, after, end)
    return after if headed else start


def _is_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether an adjective and what follows are one place: "Saudi Arabia", "Western Australia"."""
    names = lexicon().places.names
    return any(" ".join(t.low for t in tokens[k:end]) in names for k in (start, start + 1))


def _is_surname(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether the title word that ends a run is a surname after all: "Rep. Bob King", "Ms. Baker"."""
    words = lexicon()
    if name == start:
        return False
    before, first = tokens[name - 1].low, tokens[name].low
    bound = before in words.titles["honorific"] or before in words.titles["abbreviated"]
    return (
        bound
        or (is_given(first) and first not in _RATHER_TITLES)
        or first not in words.titles["modifier"] | set(words.roles)
    )


def _after_title(tokens: Sequence[Token], i: int, end: int) -> int:
    """Where a name could begin after the title word at `i`: past "of State" and the like."""
    if i + 1 < end and tokens[i + 1].low in ("of", "for", "on", "to"):
        for k in range(i + 3, end):
            if is_given(tokens[k].low) or _is_title(tokens[k]):
                return k
        return end
    return i + 1


def _is_title(token: Token) -> bool:
    """Whether a capitalised word says what the person named after it is."""
    words, low = lexicon(), token.low
    if low in words.titles["honorific"] or low in words.titles["abbreviated"]:
        return True
    noun = role_of(low)
    return noun is not None and "nationality" not in noun.classes and "group" not in noun.classes


def _is_modifier(token: Token) -> bool:
    words = lexicon()
    return token.low in words.titles["modifier"] or token.low in words.demonyms


def _may_be_title(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a run that ends in a title word is that title, and no surname ("Senate Majority Leader", "Ann Baker")."""
    words = lexicon()
    before = [t.low for t in tokens[start : end - 1]]
    if any(low in ("of", "for") for low in before):
        return True
    if is_given(tokens[start].low) and tokens[start].low not in _RATHER_TITLES:
        return False
    return is_english(before[-1]) or before[-1] in words.demonyms or before[-1] in words.places.names


def describe(tokens: Sequence[Token]) -> tuple[Description, ...]:
    """The nouns that a title holds, last first ("Senate Majority Leader" → leader)."""
    words = lexicon()
    found: list[Description] = []
    lows = frozenset(t.low for t in tokens)
    for i, token in reversed(list(enumerate(tokens))):
        noun = role_of(token.low)
        if i + 1 < len(tokens) and tokens[i + 1].low == "general" and token.low in WITH_GENERAL:
            found[-1] = general_of(token.low, lows)
        elif noun is not None:
            classes = frozenset(("legislator",)) if noun.singular == "representative" else noun.classes
            found.append(Description(noun.singular, classes, lows))
        elif token.low in words.demonyms and words.demonyms[token.low] == "party":
            found.append(Description(token.low, frozenset(("politician",)), lows))
    return tuple(found)


def general_of(before: str, words: frozenset[str]) -> Description:
    """What an attorney general, solicitor general and the like is."""
    return Description(f"{before} general", frozenset(("official",)), words)


def role_of(low: str) -> Noun | None:
    """The noun for people that a title word is, abbreviations spelled out; "mother-of-two" is a mother."""
    low = low.partition("-of-")[0] if "-of-" in low else low
    return lexicon().roles.get(_ABBREVIATED.get(low, low))


def title_gender(tokens: Sequence[Token]) -> Gender | None:
    """The gender that a title tells ("Ms.", "Congressman", "Queen")."""
    genders = lexicon().title_genders
    for token in tokens:
        noun = role_of(token.low)
        if token.low in genders:
            return genders[token.low]
        if noun is not None and noun.gender is not None and "group" not in noun.classes:
            return noun.gender
    return None
