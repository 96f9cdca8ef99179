"""Whom a pronoun stands for."""

from __future__ import annotations

import re

from secondsource.annotate.identity.character import Place, Seat
from secondsource.annotate.identity.focus import fits_pronoun, foremost, salience
from secondsource.annotate.identity.scene import Scene
from secondsource.types import EntityKind, Gender, MentionForm

_CLAUSE = re.compile(
    r"[,;:—“”\"]|\b(?:that|who|whom|which|and|but|because|when|while|after|before|if|as|where|whether|to)\b"
)
_NEW_CLAUSE = re.compile(r"[,;:—“”\"]|\b(?:that|who|whom|which|and|but|because|when|while|after|before|if|as|where)\b")
_LEADING = re.compile(
    r"\W*(?:in|on|at|for|with|from|during|after|before|despite|when|while|as|although|though|because|since|if|until|once|"
    r"unlike|like|by|through|throughout|to|asked|following|given|\w+ing)\b",
    re.IGNORECASE,
)
_AT_MOST = 50  # mentions that are looked at around one pronoun
_STRONG = 1.3  # focus above which a pronoun that opens a sentence points back and not ahead


def antecedent(scene: Scene, i: int) -> int | None:
    """The character that the pronoun at mention `i` stands for, or None."""
    found, seat = scene.found[i], scene.seats[i]
    gender = found.gender
    excluded = _excluded(scene, i)
    candidates = [k for k in scene.recent(seat) if k not in excluded and fits_pronoun(scene.characters[k], gender)]
    if gender is None:
        candidates = _plural_first(scene, candidates, seat, i)
    told_of, chances = _told_of(scene, i), scene.chances(i)
    others = [k for k in candidates if k not in told_of]
    best = foremost(scene.characters, others, seat, i, gender, chances)
    if best is None and told_of:
        best = foremost(scene.characters, candidates, seat, i, gender, chances)
    ahead = _ahead(scene, i, gender)
    if ahead is not None and (best is None or _points_ahead(scene, i, best)):
        return ahead
    if best is not None and gender is not None and scene.characters[best].gender is None:
        scene.votes[best, gender] += 1
    return best


def _plural_first(scene: Scene, candidates: list[int], seat: Seat, i: int) -> list[int]:
    """For "they": people, unless only bodies have been mentioned lately."""
    people = [k for k in candidates if scene.characters[k].kind is EntityKind.PERSON]
    near = [k for k in people if salience(scene.characters[k], seat, i) > 0.25]
    return near or candidates


def _excluded(scene: Scene, i: int) -> set[int]:
    """Who the pronoun cannot be: as a subject, whom its sentence names after it ("He thanked Reed"); as an object, the
    subject of its own clause ("Reed told him").
    """
    found, seat = scene.found[i], scene.seats[i]
    if seat.place is Place.SUBJECT:
        return _named_after(scene, i)
    if seat.place is not Place.OBJECT or found.determiner.endswith(("self", "selves")):
        return set()
    text = scene.article.text
    for j in range(i - 1, max(-1, i - _AT_MOST), -1):
        other = scene.seats[j]
        if other.sentence != seat.sentence:
            break
        if other.place is Place.SUBJECT and j in scene.of and scene.found[j].span.end <= found.span.start:
            between = text[scene.found[j].span.end : found.span.start]
            return set() if _CLAUSE.search(between) else {scene.of[j]}
    return set()


def _told_of(scene: Scene, i: int) -> set[int]:
    """Whom the quotation that the pronoun introduces names, or the question it answers ("Mr. Reed? “Fine,” he said"):
    speakers seldom name themselves.
    """
    seat = scene.seats[i]
    named: set[int] = set()
    if not seat.speaks:
        return named
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(scene.found) and abs(j - i) < _AT_MOST and abs(scene.seats[j].sentence - seat.sentence) <= 1:
            if scene.seats[j].paragraph != seat.paragraph:
                break
            topic = scene.seats[j].quoted or scene.article.text.startswith("?", scene.found[j].span.end)
            if topic and scene.found[j].form is MentionForm.NAME and j in scene.of:
                named.add(scene.of[j])
            j += step
    return named


def _named_after(scene: Scene, i: int) -> set[int]:
    seat = scene.seats[i]
    named: set[int] = set()
    for j in range(i + 1, min(i + _AT_MOST, len(scene.found))):
        if scene.seats[j].sentence != seat.sentence:
            break
        if _NEW_CLAUSE.search(scene.article.text, scene.found[i].span.end, scene.found[j].span.start):
            break
        if scene.found[j].form is MentionForm.NAME and not scene.seats[j].quoted and j in scene.of:
            named.add(scene.of[j])
    return named


def _ahead(scene: Scene, i: int, gender: Gender | None) -> int | None:
    """The subject after the comma that ends the sentence's opening phrase: "In her speech, Reed said"."""
    found, seat, text = scene.found[i], scene.seats[i], scene.article.text
    if gender is None:
        return None
    first = i
    while first > max(0, i - _AT_MOST) and scene.seats[first - 1].sentence == seat.sentence:
        first -= 1
    opening = text[max(0, found.span.start - 60) : found.span.start]
    opening = opening[max(opening.rfind(mark) for mark in ("\n", ". ", "” ", '" ')) + 1 :]
    if first < i and any(scene.seats[j].place is Place.SUBJECT for j in range(first, i)):
        return None
    if not _LEADING.match(opening):
        return None
    for j in range(i + 1, min(i + 6, len(scene.found))):
        if scene.seats[j].sentence != seat.sentence:
            return None
        between = text[found.span.end : scene.found[j].span.start]
        if between.rstrip().endswith(",") and len(between) < 90:
            name = scene.found[j]
            fitting = name.form is MentionForm.NAME and scene.seats[j].place is Place.SUBJECT and not name.members
            if fitting and j in scene.of and fits_pronoun(scene.characters[scene.of[j]], gender):
                return scene.of[j]
            return None
    return None


def _points_ahead(scene: Scene, i: int, best: int) -> bool:
    """Whether a pronoun in an opening phrase means the subject that follows, and not whom the text was about."""
    if scene.seats[i].place is Place.POSSESSOR:
        return True
    return salience(scene.characters[best], scene.seats[i], i) < _STRONG
