"""Which body "the agency", "the company" or "the committee" means."""

from __future__ import annotations

from secondsource.annotate.identity.character import Character
from secondsource.annotate.identity.focus import salience
from secondsource.annotate.identity.scene import Scene
from secondsource.annotate.mentions.lexicon import lexicon
from secondsource.types import EntityKind

_OFFICIAL = frozenset(
    """department ministry agency administration bureau office commission committee subcommittee council court congress
    parliament senate house assembly police army navy force government""".split()
)
_SCHOOL = frozenset("university college school institute academy".split())
_MEDIA = frozenset(
    """times post news journal tribune herald gazette daily telegraph guardian observer chronicle examiner inquirer
    enquirer magazine review television tv radio network channel press""".split()
)
# Nouns for bodies → the words, one of which the body's name holds.
_NAMED = {
    "agency": frozenset("department ministry agency administration bureau office commission police".split()),
    "department": frozenset(("department", "ministry", "police")),
    "panel": frozenset(("committee", "subcommittee", "commission", "council", "court")),
    "school": _SCHOOL, "university": frozenset(("university",)), "college": frozenset(("college", "university")),
    "newspaper": _MEDIA, "paper": _MEDIA, "outlet": _MEDIA, "magazine": _MEDIA, "publication": _MEDIA,
    "network": _MEDIA, "broadcaster": _MEDIA, "tabloid": _MEDIA, "site": _MEDIA, "website": _MEDIA,
    "bank": frozenset(("bank",)), "party": frozenset(("party", "democrats", "republicans")),
    "chamber": frozenset(("senate", "house", "chamber")), "union": frozenset(("union", "federation", "association")),
    "association": frozenset(("association",)), "court": frozenset(("court",)),
}  # fmt: skip
# Nouns for bodies that do not tell which kind they are.
_ANY = frozenset("company firm corporation group organization organisation agency nonprofit charity network club team "
                 "league union foundation giant retailer manufacturer maker automaker carmaker airline carrier insurer "
                 "startup platform bank institute".split())  # fmt: skip
_BUSINESS = frozenset("company firm corporation giant retailer manufacturer maker automaker carmaker airline carrier "
                      "insurer startup business".split())  # fmt: skip


def the_body(scene: Scene, i: int) -> int | None:
    """The body that a definite noun at mention `i` means, or None."""
    found, seat = scene.found[i], scene.seats[i]
    said = found.descriptions[0]
    words = frozenset(w for w in said.words if w not in ("the", "this", "that", said.head))
    bodies = [k for k in scene.recent(seat) if scene.characters[k].kind is EntityKind.ORGANIZATION]
    one = found.core.of(scene.article.text).lower() == said.head
    same = [k for k in scene.by_noun[said.head] if k in scene.latest and _agree(words, scene.characters[k])][-50:]
    same = [k for k in same if not (one and scene.characters[k].plural)]
    named = [k for k in bodies if said.head in scene.characters[k].words] if not words else []
    wider = (
        [k for k in bodies if _NAMED.get(said.head, frozenset()) & set(scene.characters[k].words)] if not words else []
    )
    loose = [k for k in bodies if _may_be(said.head, scene.characters[k])] if not words and said.head in _ANY else []
    for candidates in (same, named, wider, loose):
        scored = [(salience(scene.characters[k], seat, i), k) for k in candidates]
        if scored and (max(scored)[0] > 0.15 or candidates is same):
            return max(scored)[1]
    return None


def _agree(words: frozenset[str], character: Character) -> bool:
    """Whether the other words of a description have been said of the body, or none need be."""
    if not words:
        return True
    known = frozenset().union(*(d.words for d in character.descriptions)) | set(character.words)
    return words <= known


def _may_be(head: str, character: Character) -> bool:
    """Whether a named body, whose name does not tell its kind, can be called so."""
    if not character.named:
        return False
    words = set(character.words)
    if head in _BUSINESS:
        return not words & (_OFFICIAL | _SCHOOL | {"party", "union", "association", "church"})
    if head == "agency":
        return character.name.isupper() or bool(words & _OFFICIAL)
    return not words & (_OFFICIAL | lexicon().parts["place"]) or bool(words & {head})
