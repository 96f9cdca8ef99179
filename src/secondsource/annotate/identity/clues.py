"""What the sentence around a description tells of whom it means."""

from __future__ import annotations

from secondsource.annotate.identity.character import Place
from secondsource.annotate.identity.scene import Scene
from secondsource.types import EntityKind, Gender, MentionForm

_AT_MOST = 50  # mentions that are looked at around one description


def named_beside(scene: Scene, i: int) -> set[int]:
    """Who is named in the same sentence apart from the nominal, and so is not meant by it."""
    found, seat = scene.found[i], scene.seats[i]
    apart: set[int] = set()
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(scene.found) and scene.seats[j].sentence == seat.sentence and abs(j - i) < _AT_MOST:
            other = scene.found[j]
            named = other.form is MentionForm.NAME and not other.members and not scene.seats[j].quoted
            if named and j in scene.of and not other.span.contains(found.span):
                apart.add(scene.of[j])
            j += step
    return apart


def gender_ahead(scene: Scene, i: int) -> Gender | None:
    """The gender of the pronouns that follow a subject in its sentence, where they are all of one."""
    seat = scene.seats[i]
    if seat.place is not Place.SUBJECT:
        return None
    genders: set[Gender] = set()
    for j in range(i + 1, min(i + _AT_MOST, len(scene.found))):
        if scene.seats[j].sentence != seat.sentence:
            break
        other = scene.found[j]
        if other.form is MentionForm.PRONOUN and other.gender is not None and not scene.seats[j].quoted:
            genders.add(other.gender)
        elif other.form is MentionForm.NAME and other.kind is EntityKind.PERSON and not genders:
            known = scene.characters[scene.of[j]].gender if j in scene.of else None
            if known is not None and scene.seats[j].place is Place.SUBJECT:
                return None  # the pronouns may be that person's
    return genders.pop() if len(genders) == 1 else None
