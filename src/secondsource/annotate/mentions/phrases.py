"""Noun phrases without a parser: how far one reaches to the left and to the right of its head noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from secondsource.annotate.mentions.lexicon import lexicon, parts_of_speech
from secondsource.annotate.mentions.tokens import Shape, Token

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen hundred thousand million".split())
_POSSESSIVE = frozenset("his her their its our my your whose".split())
_CONNECTORS = frozenset("and of in the a an or for".split())
_QUOTES = frozenset("“”\"‘’'")
_MARKS_WITHIN = frozenset("-–&/")
_PLURAL_MODIFIERS = frozenset(
    "rights sports arms news sales operations affairs communications services women's".split()
)
_FARTHEST_LEFT = 9
_FARTHEST_RIGHT = 7
_ADJECTIVAL = frozenset(  # participles that stand before a noun more often than they are verbs
    """convicted accused elected appointed retired armed alleged injured wounded displaced unidentified unnamed
    so-called embattled disgraced renowned acclaimed celebrated trained experienced respected beloved estranged married
    divorced registered licensed certified detained jailed imprisoned masked hooded uniformed self-proclaimed hired
    indicted suspected convicted unarmed deceased fallen missing acting leading sitting outgoing incoming reigning
    aspiring visiting managing presiding ranking grieving founding attending working following existing former
    undecided uninsured undocumented unauthorized disabled interested affected concerned involved named selected newly
    close familiar top ex""".split()
)


ABOUT = frozenset("nearly about almost some roughly over approximately around".split())


class Left(NamedTuple):
    """Where a noun phrase starts: its first token and its determiner ("the", "her", "'s", "two"; "" for none)."""

    start: int
    determiner: str


def left_edge(tokens: Sequence[Token], head: int, ending: Mapping[int, int]) -> Left:
    """The start of the phrase whose head is token `head`. `ending` maps the token after a mention that is already known
    to that mention's first token: a possessor is taken in whole.
    """
    determiners = lexicon().closed["determiner"]
    i, number, closed = head - 1, "", 0
    lowest = max(-1, head - 1 - _FARTHEST_LEFT)
    while i > lowest:
        token = tokens[i]
        if token.shape is Shape.POSSESSIVE:
            return Left(ending.get(i, _possessor(tokens, i)), "'s")
        if token.low in NUMBERS or token.shape is Shape.NUMBER:
            if i and tokens[i - 1].low in lexicon().calendar:
                break  # "Sept. 11 survivors"
            if "-" not in token.low:
                number = token.low
        elif token.low in determiners and _determines(tokens, i):
            if token.low in ("a", "an", "the") and token.shape is Shape.LOWER:
                outer = _around_work(tokens, i, lowest)
                return Left(outer, "the") if outer is not None else Left(i, token.low)
            return Left(i, token.low)
        elif token.word in _QUOTES:
            closed += 1 if token.word in "”’" or (token.word in "\"'" and closed % 2 == 0) else -1
            if closed < 0:
                break
        elif not _modifies(tokens, i, head):
            break
        i -= 1
    start = _bare_start(tokens, i + 1, head)
    return Left(start, number if number and any(t.low == number for t in tokens[start:head]) else "")


def _determines(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of the determiners is one here: not inside a name or title, and no conjunction."""
    if tokens[i].shape is not Shape.LOWER and i and tokens[i - 1].shape is not Shape.MARK:
        return False
    return tokens[i].low not in ("which", "what", "whose", "that") or (i == 0 and tokens[i].low == "that")


def _possessor(tokens: Sequence[Token], i: int) -> int:
    """The start of a possessor that is no mention of its own: up to its determiner."""
    determiners = lexicon().closed["determiner"]
    for j in range(i - 1, max(-1, i - 5), -1):
        if tokens[j].low in determiners:
            return j
        if tokens[j].shape is Shape.MARK:
            return j + 1
    return i - 1


def _around_work(tokens: Sequence[Token], i: int, lowest: int) -> int | None:
    """The article before a title of a work that holds the article at `i`: "the Three and a Quarter Hours star"."""
    if not tokens[i + 1].is_capital or i < 2 or tokens[i - 1].low not in ("and", "of", "in", "or"):
        return None
    for j in range(i - 1, max(lowest, -1), -1):
        if tokens[j].low in ("the", "a") and j < i - 2:
            return j
        if not tokens[j].is_capital and tokens[j].low not in _CONNECTORS:
            return None
    return None


def _modifies(tokens: Sequence[Token], i: int, head: int) -> bool:
    """Whether token `i` can stand inside the phrase, between its determiner and its head."""
    token = tokens[i]
    low = token.low
    if token.shape is Shape.MARK:
        if token.word == ",":
            return i + 1 < head and i > 0 and _adjective(tokens[i - 1]) and _adjective(tokens[i + 1])
        return token.word in _MARKS_WITHIN
    if token.shape is Shape.HANDLE:
        return False
    if low in lexicon().function_words:
        return token.shape is Shape.CAPITALIZED or low in ("then", "now", "very", "most", "once", "not", "out")
    if token.is_capital or token.shape is Shape.NUMBER:
        return low not in lexicon().calendar
    flags = parts_of_speech(low)
    plural = low in _PLURAL_MODIFIERS or ("p" in flags and "s" not in flags)
    return not flags or bool(set("nar") & set(flags)) or _adjective(token) or plural


def _adjective(token: Token) -> bool:
    low = token.low
    flags = parts_of_speech(low)
    return low in _ADJECTIVAL or ("a" in flags and "d" not in flags) or "-" in low


def _bare_start(tokens: Sequence[Token], lowest: int, head: int) -> int:
    """The start of a phrase without a determiner: only words that are surely its modifiers."""
    i = head
    while i > lowest and _surely_modifies(tokens, i - 1, head):
        i -= 1
    while i < head and tokens[i].shape is Shape.MARK:
        i += 1
    counted = tokens[i].shape is Shape.NUMBER or tokens[i].low in NUMBERS
    return i - 1 if counted and i and tokens[i - 1].low in ABOUT else i


def _surely_modifies(tokens: Sequence[Token], i: int, head: int) -> bool:
    words, token = lexicon(), tokens[i]
    flags = set(parts_of_speech(token.low))
    if i and tokens[i - 1].low == "to" and "v" in flags:
        return False  # an infinitive
    if token.low in NUMBERS or token.shape is Shape.NUMBER:
        return True
    if token.low in words.function_words:
        return False
    if token.is_capital or _adjective(token) or token.low in words.bodies or token.low in _PLURAL_MODIFIERS:
        return True
    if token.low in words.roles and i == head - 1:
        return True
    return token.shape is Shape.LOWER and "n" in flags and not flags & {"v", "d"}


def _plural_role(low: str) -> bool:
    noun = lexicon().roles.get(low)
    return noun is not None and noun.plural


def right_edge(tokens: Sequence[Token], start: int, starting: Mapping[int, int]) -> int | None:
    """The token after the noun phrase that starts at `start`, or None if none does. `starting` maps the first token of
    each name to the one after its last.
    """
    words = lexicon()
    i, noun = start, False
    while i < min(len(tokens), start + _FARTHEST_RIGHT):
        token = tokens[i]
        if i in starting:
            i, noun = starting[i], True
            if i < len(tokens) and tokens[i].shape is Shape.POSSESSIVE:
                i, noun = i + 1, False
            continue
        flags = parts_of_speech(token.low)
        if token.shape is Shape.POSSESSIVE:
            i, noun = i + 1, False
            continue
        if token.low in words.function_words:
            more = noun and token.low == "and" and i + 1 < len(tokens) and _plural_role(tokens[i + 1].low)
            if not more and (noun or token.low not in words.closed["determiner"] | ABOUT):
                break
        elif token.shape is Shape.MARK or token.low in words.calendar:
            break
        elif token.is_capital or (token.shape is Shape.LOWER and (not flags or set("np") & set(flags))):
            if noun and token.shape is Shape.LOWER and ("d" in flags or "s" in flags):
                break
            noun = True
        elif not (_adjective(token) or token.shape is Shape.NUMBER) or noun:
            break
        i += 1
    return i if noun else None
