"""Which kind of thing a name names: by word lists, by the words around it, and by the rest of the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from secondsource.annotate.mentions.lexicon import is_english, is_given, lexicon, parts_of_speech
from secondsource.annotate.mentions.tokens import Shape, Token
from secondsource.types import EntityKind

Votes = Counter[EntityKind]
_PERSON, _ORGANIZATION, _PLACE, _OTHER = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER

# "FactWatch" is hardly a person's name, "McAllister" and "DeLuca" are.
_INNER_CAPITAL = re.compile(r"(?!(?:Ma?c|[DLV][aeiu]n?|D[eu]l|O['’]|Fitz|St|Al|El)[A-Z])[A-Z][a-z]+[A-Z]")
_PLACE_BEFORE = frozenset("in at near outside throughout across".split())
_SPEECH = frozenset(
    """said says told tells asked asks added adds wrote writes tweeted tweets argued argues claimed claims replied
    explained insisted noted notes recalled admitted denied declined testified thinks thought believes joked warned
    responded continued continues""".split()
)
_ACTS = frozenset("called calls wants wanted went has had is was also did does would will could".split())
_ONLY_PEOPLE = frozenset("who whose he she himself herself testified joked married".split())


def votes_for(tokens: Sequence[Token], start: int, end: int, titled: bool) -> Votes:
    """What the words of the name ``tokens[start:end]`` and those around it speak for, as weights."""
    lows = [t.low for t in tokens[start:end]]
    votes: Votes = Counter()
    if titled:
        votes[_PERSON] += 8
    _by_lists(votes, " ".join(lows), tokens[end - 1].word)
    if len(lows) == 1:
        _by_one_word(votes, tokens[start])
    else:
        _by_words(votes, tokens[start:end], lows)
    _by_surroundings(votes, tokens, start, end)
    return votes


def _by_lists(votes: Votes, name: str, last: str) -> None:
    words = lexicon()
    if name in words.organizations.names:
        votes[_ORGANIZATION] += 10 if " " in name else 6
    if name in words.places.names or (last.endswith(".") and name + "." in words.places.names):
        votes[_PLACE] += 10 if " " in name else 3 if name in words.given or name in words.surnames else 5


def _by_one_word(votes: Votes, token: Token) -> None:
    words, low = lexicon(), token.low
    if low in words.parts["idea"]:
        votes[_OTHER] += 8
        return
    if not (token.word.endswith(".") and low + "." in words.places.names):  # "Tex."
        _by_list_of_people(votes, low)
    if low in words.demonyms:
        votes[_OTHER] += 6
    if token.shape is Shape.UPPER and len(low) > 3 and is_english(low) and low not in words.surnames:
        votes[_OTHER] += 4
    elif token.shape is Shape.UPPER and low not in words.places.names:
        person = len(low) > 4 and (low in words.given or low in words.surnames)
        votes[_PERSON if person else _ORGANIZATION] += 4
    elif low in words.parts["organization"]:
        votes[_ORGANIZATION] += 3
    elif low in words.parts["place"]:
        votes[_PLACE] += 3
    elif is_english(low) and low not in words.given and low not in words.surnames:
        votes[_OTHER] += 2
    elif token.word.replace("-", "").replace("'", "").replace("’", "").isalpha():
        votes[_ORGANIZATION] += 3 if _INNER_CAPITAL.match(token.word) else 0
    else:
        votes[_OTHER] += 2


def _by_list_of_people(votes: Votes, low: str) -> None:
    words = lexicon()
    if low in words.places.names:
        return
    if low in words.given:
        votes[_PERSON] += 2 if is_english(low) else 4
    elif low in words.surnames:
        votes[_PERSON] += 1 if is_english(low) else 3


def _by_words(votes: Votes, tokens: Sequence[Token], lows: list[str]) -> None:
    words, suffix = lexicon(), lexicon().parts["suffix"]
    if lows[-1] in suffix and len(lows) > 2:
        lows = lows[:-1]
        votes[_PERSON] += 6
    two_initials = len(lows[0]) == 2 and tokens[0].shape is Shape.UPPER and not is_english(lows[-1])
    given = is_given(lows[0]) or tokens[0].shape is Shape.INITIAL or two_initials
    plain = [low for low in lows if is_english(low) and low not in words.surnames and low not in words.given]
    demonym = any(low in words.demonyms for low in lows)
    _by_head(votes, lows, given)
    if not given and " ".join(lows[1:]) in words.places.names and "a" in parts_of_speech(lows[0]):
        votes[_PLACE] += 6  # "Western Australia"
    if given and len(lows) <= 5:
        votes[_PERSON] += 4 if len(plain) <= 1 else 1
    unusual = not is_english(lows[-1]) and lows[-1] not in words.parts["place"] and len(lows) <= 3
    if (not plain or unusual) and len(lows) <= 4 and not demonym:
        votes[_PERSON] += 2
    if lows[-1] in words.surnames and len(lows) <= 3 and not plain:
        votes[_PERSON] += 1
    if len(plain) == len(lows) or demonym:
        votes[_OTHER] += 2
    elif plain and not given:
        votes[_OTHER] += 1


def _by_head(votes: Votes, lows: list[str], given: bool) -> None:
    """What the last or the governing word of a name says: "Committee", "River", "Act"."""
    words, parts, first, last = lexicon(), lexicon().parts, lows[0], lows[-1]
    governed = not {"of", "for", "on", "and"}.isdisjoint(lows)
    if last in parts["organization"] and not (given and len(lows) == 2 and last in words.surnames):
        votes[_ORGANIZATION] += 5
    elif governed and any(low in parts["of"] and low in parts["organization"] for low in lows):
        votes[_ORGANIZATION] += 6
    elif last in parts["work"]:
        votes[_OTHER] += 5
    elif last in parts["place"] or (first in parts["place"] and not given):
        votes[_PLACE] += 2 if given else 4
    elif first in parts["organization"] and "of" in lows:
        votes[_ORGANIZATION] += 4
    if first in words.places.names and "p" in parts_of_speech(last) and last not in words.surnames:
        votes[_ORGANIZATION] += 6  # a team: "Ohio Herons"
    if first in words.organizations.names and not given:
        votes[_ORGANIZATION] += 4
    if "&" in lows or first == "team":
        votes[_ORGANIZATION] += 5


def _by_surroundings(votes: Votes, tokens: Sequence[Token], start: int, end: int) -> None:
    words = lexicon()
    before = tokens[start - 1].low if start else ""
    after, second, third = (tokens[k].low if k < len(tokens) else "" for k in (end, end + 1, end + 2))
    adjunct = end < len(tokens) and tokens[end].shape is Shape.LOWER and set("npa") & set(parts_of_speech(after))
    if before == "the" and not adjunct:
        votes[_PERSON] -= 3
        votes[_ORGANIZATION] += 1
    if after in _ONLY_PEOPLE or (after == "," and second in _ONLY_PEOPLE):
        votes[_PERSON] += 3
    elif after in _SPEECH or (before in _SPEECH and before != "told"):
        votes[_PERSON] += 2
    elif after in _ACTS:
        votes[_PERSON] += 1
    if after == "," and second.isdigit() and len(second) == 2 and third in (",", ".", ")"):
        votes[_PERSON] += 4  # "Ann Reed, 45,"
    if after in ("(", ",") and second[:2] in ("r-", "d-", "i-"):
        votes[_PERSON] += 5
    if after == "," and second and (second in words.places.names or second + "." in words.places.names):
        votes[_PLACE] += 4 if end - start > 1 else 8  # "Elmwood, Fla."
    if before in _PLACE_BEFORE:
        votes[_PLACE] += 2 if before == "in" else 1
        votes[_PERSON] -= 1
    elif before in ("to", "from") and " ".join(t.low for t in tokens[start:end]) in words.places.names:
        votes[_PLACE] += 1


def decide(names: Iterable[tuple[tuple[str, ...], Votes]]) -> dict[tuple[str, ...], EntityKind]:
    """One kind for each name (its words in lower case), by all its occurrences, and for a single word by the names of
    several words that it is the last or the first word of.
    """
    total = _averaged(names)
    kinds = {name: _winner(votes) for name, votes in total.items() if len(name) > 1}
    whole: defaultdict[str, Votes] = defaultdict(Counter)
    for name, kind in kinds.items():
        if kind is _PERSON:
            last = name[-2] if name[-1] in lexicon().parts["suffix"] and len(name) > 2 else name[-1]
            sure = last not in lexicon().places.names or last in lexicon().surnames or is_given(last)
            whole[last][_PERSON] = max(1500 if sure else 300, whole[last][_PERSON])
            whole[name[0]][_PERSON] = max(200, whole[name[0]][_PERSON])
        elif kind is _ORGANIZATION and not is_english(name[0]):
            whole[name[0]][_ORGANIZATION] = 200
    for name, votes in total.items():
        if len(name) == 1:
            votes.update(whole[name[0]])
            kinds[name] = _winner(votes)
    return kinds


def _averaged(names: Iterable[tuple[tuple[str, ...], Votes]]) -> dict[tuple[str, ...], Votes]:
    """The votes for each name, in hundredths: the average, twice that where the name occurs more than once."""
    total: defaultdict[tuple[str, ...], Votes] = defaultdict(Counter)
    times: Counter[tuple[str, ...]] = Counter()
    for name, votes in names:
        total[name].update(votes)  # negative votes count too
        times[name] += 1
    for name, votes in total.items():
        for kind in votes:
            votes[kind] = 100 * votes[kind] * min(2, times[name]) // times[name]
    return total


def _winner(votes: Votes) -> EntityKind:
    best = max((_PERSON, _ORGANIZATION, _PLACE, _OTHER), key=lambda kind: votes[kind])
    return best if votes[best] > 0 else _OTHER
