"""Groups: people named together, couples, and whom "the two" and "the couple" mean."""

from __future__ import annotations

from secondsource.annotate.identity.character import Character
from secondsource.annotate.identity.focus import salience
from secondsource.annotate.identity.scene import Scene
from secondsource.types import EntityKind

PAIRS = frozenset("couple pair duo twosome newlywed spouse parent".split())


def joined(scene: Scene, i: int) -> int | None:
    """The group that a coordination makes of its members; None while one of them is unknown."""
    members: list[int] = []
    for core in scene.found[i].members:
        j = scene.at.get((core.start, core.end))
        if j is None or j not in scene.of:
            return None
        if scene.of[j] not in members:
            members.append(scene.of[j])
    return group_of(scene, tuple(members)) if len(members) > 1 else None


def group_of(scene: Scene, members: tuple[int, ...]) -> int:
    """The group of these characters, made where it is new. Its name joins theirs."""
    known = scene.groups.get(frozenset(members))
    if known is not None:
        return known
    names = [scene.characters[m].name for m in members]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    named = all(scene.characters[m].named for m in members)
    new = scene.new(Character(EntityKind.PERSON, named, name, plural=True, members=members))
    scene.groups[frozenset(members)] = new
    return new


def the_two(scene: Scene, i: int) -> int | None:
    """Whom "the couple" means: the last group of two, else the two people most in focus."""
    seat = scene.seats[i]
    near = scene.recent(seat)
    groups = [k for k in near if len(scene.characters[k].members) == 2]
    scored = [(salience(scene.characters[k], seat, i), k) for k in groups]
    if scored and max(scored)[0] > 0.1:
        return max(scored)[1]
    people = [k for k in near if scene.characters[k].kind is EntityKind.PERSON and scene.characters[k].named]
    singles = [(salience(scene.characters[k], seat, i), k) for k in people if not scene.characters[k].plural]
    foremost = sorted((single for single in singles if single[0] > 0.4), reverse=True)[:2]
    return group_of(scene, tuple(sorted(k for _, k in foremost))) if len(foremost) == 2 else None
