"""Mentions by a common noun: people ("the lawmaker"), bodies ("the company") and documents ("the report")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotate.mentions.found import Description, Found
from secondsource.annotate.mentions.heads import Known, is_document, is_head, is_title, noun_at, stands_alone
from secondsource.annotate.mentions.lexicon import Noun, lexicon, parts_of_speech
from secondsource.annotate.mentions.phrases import NUMBERS, left_edge, right_edge
from secondsource.annotate.mentions.titles import WITH_GENERAL, general_of
from secondsource.annotate.mentions.tokens import Shape, Token
from secondsource.types import EntityKind, Gender, MentionForm, Span

# Words that stand for people by themselves before a verb of saying or thinking: "some say", "others disagreed".
_SOME = frozenset("some others many most several few both neither".split())
_SAY = frozenset(
    """say said argue argued believe believed think thought claim claimed suggest suggested worry worried fear feared
    wonder wondered agree agreed disagree disagreed told called noted warned want wanted complained criticized praised
    questioned asked expressed have had see saw""".split()
)
# Which classes of nouns govern which preposition ("a spokesman for", "a professor at"); "of" goes with nearly all.
_GOVERNED = {
    "for": frozenset(
        """spokesperson lawyer candidate official aide media politician executive police maker person group""".split()
    ),
    "to": frozenset("aide diplomat official business executive worker royal family".split()),
    "at": frozenset("scholar medic business media worker maker spokesperson official person athlete coach".split()),
    "from": frozenset("legislator politician athlete diplomat person official group".split()),
    "with": frozenset("scholar media aide official police spokesperson worker business lawyer".split()),
}
_FAMILIAR = {"familiar": "with", "close": "to", "briefed": "on", "knowledgeable": "about"}
_LONGEST_LIST = 5  # plurals joined by "and"
_GENDERED = {"male": Gender.MALE, "female": Gender.FEMALE, "pregnant": Gender.FEMALE}


def find_nominals(tokens: Sequence[Token], known: Known) -> tuple[list[Found], dict[int, tuple[int, Found]]]:
    """The nominals of one line, in order, and those that stand before a name as its title in small letters, by the
    name's first token: the phrase's first token and what it says.
    """
    found: list[Found] = []
    titles: dict[int, tuple[int, Found]] = {}
    ending = {end: start for start, end in known.starting.items()}
    begun = 0  # the first token of the nominal found last
    for head in range(len(tokens)):
        if _some_say(tokens, head):
            found.append(_somebody(tokens[head]))
        noun = None if head in known.covered else noun_at(tokens, head)
        if noun is None or _follows_head(tokens, found, head) or not is_head(tokens, head, noun, known):
            continue
        start, determiner = left_edge(tokens, head, ending)
        if not determiner and not noun.plural and "d" in parts_of_speech(tokens[head].low):
            continue  # "Ann Reed accused Bob Hale"
        title = is_title(tokens, head, noun, known)
        if not title and not stands_alone(tokens, start, head, determiner, noun):
            continue
        end = head + 1 if title else _end(tokens, head + 1, noun, known)
        nominal = _nominal(tokens, (start, head, end), determiner, noun)
        if title and not noun.plural and determiner not in ("a", "an"):
            titles[head + 1] = (start, nominal)
        elif not determiner and start == head and noun.plural and _joins(tokens, found, start):
            found[-1] = _joint(found[-1], nominal)
            ending[end] = ending[head + 1] = begun
        else:
            ending[end] = ending[head + 1] = begun = start
            found.append(nominal)
    return found, titles


def _some_say(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].low in _SOME and i + 1 < len(tokens) and tokens[i + 1].low in _SAY


def _somebody(token: Token) -> Found:
    span = Span(token.start, token.end)
    said = Description(token.low, frozenset(("group",)), frozenset((token.low,)))
    return Found(span, EntityKind.PERSON, MentionForm.NOMINAL, span, descriptions=(said,), plural=True)


def _follows_head(tokens: Sequence[Token], found: Sequence[Found], i: int) -> bool:
    """Whether the word before is already the head of a phrase: then this one is its verb."""
    return bool(found) and i > 0 and found[-1].core.end == tokens[i - 1].end


def _joins(tokens: Sequence[Token], found: Sequence[Found], start: int) -> bool:
    """Whether "and" joins a bare plural to the plural before it: "professors and administrators"."""
    if not found or start < 2 or tokens[start - 1].low != "and":
        return False
    before = found[-1]
    if len(before.descriptions) >= _LONGEST_LIST:
        return False
    people = before.plural and before.kind is EntityKind.PERSON and before.determiner not in ("his", "her")
    return people and tokens[start - 2].end == before.span.end


def _joint(left: Found, right: Found) -> Found:
    span, descriptions = Span(left.span.start, right.span.end), left.descriptions + right.descriptions
    return replace(left, span=span, descriptions=descriptions, gender=None)


def _end(tokens: Sequence[Token], i: int, noun: Noun, known: Known) -> int:
    """The token after the phrase, with what the head governs: "for the company", "of staff to the mayor"."""
    for _ in range(2):
        if i >= len(tokens) or not _governs(tokens, i, noun):
            break
        familiar = tokens[i].low in _FAMILIAR
        end = right_edge(tokens, i + (2 if familiar else 1), known.starting)
        if end is None:
            break
        i = end
    return i


def _governs(tokens: Sequence[Token], i: int, noun: Noun) -> bool:
    low, following = tokens[i].low, tokens[i + 1] if i + 1 < len(tokens) else None
    if low == "of":
        return not is_document(noun)
    if following is None or is_document(noun):
        return False
    if low in _FAMILIAR:
        return following.low == _FAMILIAR[low] and bool(noun.classes & _GOVERNED["from"])
    names_something = following.is_capital or following.low in lexicon().closed["determiner"]
    return bool(noun.classes & _GOVERNED.get(low, frozenset())) and (low == "for" or names_something)


def _nominal(tokens: Sequence[Token], bounds: tuple[int, int, int], determiner: str, noun: Noun) -> Found:
    start, head, end = bounds
    kind = _kind(tokens[head], noun)
    plural = noun.plural or ("group" in noun.classes and kind is EntityKind.PERSON) or determiner in NUMBERS
    said = frozenset(t.low for t in tokens[start:end] if t.shape is not Shape.MARK)
    description = Description(noun.singular if not is_document(noun) else tokens[head].low, noun.classes, said)
    if tokens[head].low == "general" and head > start and tokens[head - 1].low in WITH_GENERAL:
        description = general_of(tokens[head - 1].low, said)
    modifiers = tokens[start:head]
    return Found(
        Span(tokens[start].start, tokens[end - 1].end),
        kind,
        MentionForm.NOMINAL,
        Span(tokens[head].start, tokens[head].end),
        determiner,
        descriptions=(description,),
        gender=noun.gender or next((_GENDERED[t.low] for t in modifiers if t.low in _GENDERED), None),
        plural=plural,
        age=None if plural else _age(tokens[start : head + 1]),
    )


def _age(words: Sequence[Token]) -> int | None:
    """The age that a phrase tells: "the 45-year-old lawmaker"."""
    for token in words:
        if token.shape is Shape.NUMBER and "-year-old" in token.low:
            digits = token.low.split("-", 1)[0]
            return int(digits) if digits.isdecimal() and len(digits) < 4 else None
    return None


def _kind(token: Token, noun: Noun) -> EntityKind:
    words = lexicon()
    if is_document(noun):
        return EntityKind.OTHER
    if token.low in words.bodies and (token.low not in words.roles or token.low in ("police", "maker", "publisher")):
        return EntityKind.ORGANIZATION
    return EntityKind.PERSON
