"""The noun that a number counts."""

from __future__ import annotations

import re

_PLURALS = {
    "people": "person", "children": "child", "police": "police", "feet": "foot",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "shelves": "shelf", "thieves": "thief",
    "halves": "half", "leaves": "leaf", "loaves": "loaf", "teeth": "tooth", "mice": "mouse", "geese": "goose",
    "data": "datum", "criteria": "criterion", "media": "medium",

    "crises": "crisis",
    "personnel": "personnel", "staff": "staff", "troops": "troop", "aircraft": "aircraft", "sheep": "sheep",
    "fish": "fish", "passersby": "passerby", "buses": "bus", "businesses": "business", "movies": "movie",
    "cookies": "cookie", "shoes": "shoe", "ties": "tie", "species": "species", "series": "series",
}  # fmt: skip
_NOT_PLURAL = re.compile(r"(?:ss|us|is|as|ics|news|always|perhaps|besides|towards|others?|thus)$")
# Words at which a noun phrase ends.
_STOPS = frozenset(
    """a an the and or but nor so yet of in on at by for from to with without as into onto over under after before
    between among against during through across about around near within since until while when where who whom whose
    which that this these those than if because though although is are was were be been being has have had do does
    did will would can could may might must shall should not no it its he she they we i you his her their our my
    your him them us me there here said also then now still just only even already ago later earlier yesterday today
    tomorrow each per versus vs out off up down away back apart expected working living facing waiting seeking using
    trying saying calling having going including involving ranging himself herself itself
    themselves one ones tall long wide deep high old strong worth due shy
    short""".split()
)
# Verbs that end it once a noun has been told ("60 votes" counts votes, "the boy votes" a boy).
_VERBS = frozenset(
    """says say remain remains died dies die takes take comes come goes go gets get makes make saw won lost left held
    showed shows show called calls call voted votes found led hit felt thought wants want need needs live lives stay
    stays walk walks work works""".split()
)
# Pasts that are nothing else: no noun phrase goes over one of them, or begins with it ("4 million went").
_PASTS = frozenset(
    """said told took came went got gave made ran fell heard met kept fled sat stood spoke wrote drove slept woke ate
    knew began sank rose grew became""".split()
)
# What has befallen those who are counted: a noun of its own only where no noun stands before it ("3 injured").
_FATES = frozenset("dead injured wounded killed hurt arrested missing shot detained hospitalized infected".split())
_SKIPPED = frozenset("more other others additional new different further full whole such".split())
_WORD = re.compile(
    r"\s*[-‑]?\s?(?P<word>[^\W\d_][\w’'-]*?(?:\.(?=\w))?[\w-]*?)(?P<owner>[’']s|s[’'])?(?P<ends>[.,;:!?)”\"’—–]+)?(?=\s|$|[-‑])"
)
_DETERMINERS = r"(?:(?:all|the|its|his|her|their|our|these|those|every|[\d,.]+|registered|likely|an?)\s+)"
_OF = re.compile(rf"\s+(?:(?:out\s+of|of|in)\s+{_DETERMINERS}*|{_DETERMINERS}+)", re.IGNORECASE)
_ING_NOUNS = frozenset(
    "building meeting wedding hearing briefing shooting bombing ceiling sibling offering killing".split()
)
_LONGEST_PHRASE = 5  # words between a number and the noun it counts, with that noun


def counted_noun(text: str, position: int, limit: int, *, plural: bool = False, parts: bool = False) -> str:
    """The head of the noun phrase that begins at `position`, singular and in lower case; "" if there is none.

    `plural` says that the number calls for a plural, so that the first plural is the head ("50 Republican House
    members said"); `parts`, that the phrase may follow "of" or "in" ("40 percent of voters", "$2 million in damages").
    """
    words = _phrase(text, position, limit)
    if not words and parts and (of := _OF.match(text, position, limit)):
        words = _phrase(text, of.end(), limit)
        return _plural_head(words) or _singular_head(words)
    if len(words) == 1 and words[0].lower() in _FATES:
        return words[0].lower() if plural else ""
    return _plural_head(words) if plural else _singular_head(words)


def _phrase(text: str, position: int, limit: int) -> list[str]:
    words: list[str] = []
    for _ in range(_LONGEST_PHRASE):
        match = _WORD.match(text, position, limit)
        if match is None or match["word"].lower() in _STOPS:
            break
        low = match["word"].lower()
        ends = low in _VERBS or low.endswith("ed") if words else low.endswith("ly")
        if low in _FATES or low in _PASTS or ends:
            if not words and low in _FATES:
                words.append(match["word"])
            break
        if low not in _SKIPPED and not match["owner"]:
            words.append(match["word"])
        if match["ends"]:
            break
        position = match.end()
    return words


def _plural_head(words: list[str]) -> str:
    """The last of the first run of plurals: "police officers", "Republican House members"."""
    head = ""
    for word in words:
        if _is_plural(word):
            head = word
        elif head:
            break
    return singular(head.lower())


def _singular_head(words: list[str]) -> str:
    """The last of the common nouns that stand first: names after them are not counted ("3-year-old boy James")."""
    head = ""
    for word in words:
        participle = (word.endswith("ing") and word not in _ING_NOUNS) or (word.endswith("ed") and len(word) > 5)
        if word[0].islower() and not participle:
            head = word
        elif head:
            break
    return singular(head)


def _is_plural(word: str) -> bool:
    low = word.lower()
    return (
        low in _PLURALS
        or (low.endswith("men") and low not in ("specimen", "regimen", "omen", "abdomen"))
        or (low.endswith("s") and len(low) > 3 and not _NOT_PLURAL.search(low))
    )


def singular(noun: str) -> str:
    """`noun` in the singular: "seats" seat, "parties" party, "people" person."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if not _is_plural(noun):
        return noun
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(?:ch|sh|x|z|ss|o)es$", noun):
        return noun[:-2]
    return noun[:-1]
