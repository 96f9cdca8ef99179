"""Who a pronoun or description most likely means: how much each character is in the reader's mind at a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from secondsource.annotate.identity.character import Character, Place, Seat
from secondsource.annotate.identity.scene import REACH
from secondsource.types import EntityKind, Gender

_DECAY = 0.5  # for each sentence back
_PARAGRAPH = 0.85  # for each paragraph back, on top
_PARALLEL = 1.2  # a subject tends to mean the last subject
_SPEAKER = 1.3  # who said the last thing tends to say the next
_EARLIER = 0.6  # what the other sentences count beside the one that counts most
_LEADER = 1.6  # whom a sentence is about tends to be who speaks in it or next
_SPEECH_REACH = 2
_AT_MOST = 40  # mentions of one character that are weighed
_UNKNOWN_GENDER = 0.5
_FREQUENT = 0.02  # for each mention so far, up to ten
_LEAST_FOCUS = 0.05
_LEAST_CHANCE = 0.03  # so that the reader alone rules nobody out
_TRUST = {True: 0.3, False: 0.5}  # the power to which the reader's chance counts: for he and she, for they


def salience(character: Character, seat: Seat, position: int) -> float:
    """How much the character is in focus at `seat`: for each sentence back its weightiest mention, fading."""
    best: dict[int, float] = {}
    for appearance in character.appearances[: -_AT_MOST - 1 : -1]:
        distance = seat.turn - appearance.turn
        if distance > REACH:
            break
        if appearance.position >= position:
            continue
        fade = _DECAY**distance * _PARAGRAPH ** min(3, max(0, seat.paragraph - appearance.paragraph))
        if appearance.subject and seat.place is Place.SUBJECT and distance <= 1:
            fade *= _PARALLEL
        if appearance.speaks and seat.speaks and distance <= _SPEECH_REACH:
            fade *= _SPEAKER
        if appearance.leads and seat.speaks and distance <= 1:
            fade *= _LEADER
        best[appearance.turn] = max(best.get(appearance.turn, 0.0), appearance.weight * fade)
    top = max(best.values(), default=0.0)
    return top + _EARLIER * (sum(best.values()) - top) + _FREQUENT * min(10, len(character.appearances)) * bool(best)


def fits_pronoun(character: Character, gender: Gender | None) -> bool:
    """Whether "he" or "she" (or "they", where `gender` is None) can stand for the character."""
    if gender is None:
        return character.plural or character.kind is EntityKind.ORGANIZATION
    if character.kind is not EntityKind.PERSON or character.plural:
        return False
    return character.gender is None or character.gender is gender


def foremost(
    characters: Sequence[Character],
    candidates: Iterable[int],
    seat: Seat,
    position: int,
    gender: Gender | None = None,
    chances: Mapping[int, float] | None = None,
) -> int | None:
    """The candidate most in focus at `seat`, or None where none has been mentioned near enough. `chances` are how
    likely each is meant by a trained reader's scores: they count beside the focus.
    """
    best, best_score = None, 0.0
    for index in candidates:
        character = characters[index]
        score = salience(character, seat, position)
        if gender is not None and character.gender is None:
            score *= _UNKNOWN_GENDER
        if not character.named:
            score *= 0.8
        if gender is None and character.kind is EntityKind.ORGANIZATION:
            score *= 0.7
        if score < _LEAST_FOCUS:
            continue
        if chances:
            score *= (_LEAST_CHANCE + chances.get(index, 0.0)) ** _TRUST[gender is not None]
        if score >= best_score:  # of two alike, the one mentioned first
            best, best_score = index, score
    return best
