"""Who wrote a document: where "the letter says" something, its writers say it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from secondsource.annotate.identity.character import Place, word_after, word_before
from secondsource.annotate.identity.scene import Scene
from secondsource.types import EntityKind

WRITERS = frozenset("writer author signatory signer sender".split())
_SAYS = frozenset(
    """says said states stated argues argued claims claimed reads read notes noted adds added continues continued
    concludes concluded warns warned asks asked calls called urges urged describes described alleges alleged accuses
    accused insists insisted explains explained quotes quoted also goes went took""".split()
)
_MADE = re.compile(
    r"\b(?:sent|sends|send|wrote|written|writes|released|issued|signed|posted|published|penned|tweeted|addressed|filed|"
    r"gave|submitted|shared|delivered|read|circulated|adopted|passed|approved|drafted|paid)\b"
)
_BY = re.compile(r"[^.;:“”\"]{0,70}?\b(?:by|from)\s+")
_IN = frozenset("in on through via".split())


def speaks(scene: Scene, i: int) -> bool:
    """Whether the document at mention `i` is the subject of a verb of saying."""
    text, span = scene.article.text, scene.found[i].span
    after = word_after(text, span.end, len(text))
    before = word_before(text, span.start, max(0, span.start - 40))
    return after in _SAYS or (before in _SAYS and before not in ("also", "read", "went"))


def author_of(scene: Scene, document: int) -> int | None:
    """The person, people or body that wrote the document, as the sentence tells that first mentions it."""
    i = scene.first.get(document)
    if i is None:
        return None
    return _first(_owner(scene, document), _named_after(scene, i), _sender(scene, i))


def writers(scene: Scene, i: int) -> int | None:
    """Who wrote the document that was mentioned last before mention `i`."""
    for k in scene.recent(scene.seats[i]):
        if scene.characters[k].kind is EntityKind.OTHER and not scene.characters[k].named:
            author = author_of(scene, k)
            if author is not None:
                return author
    return None


def _first(*choices: int | None) -> int | None:
    return next((choice for choice in choices if choice is not None), None)


def _owner(scene: Scene, document: int) -> int | None:
    owner = scene.characters[document].owner
    return owner if owner is not None and _can_write(scene, owner) else None


def _named_after(scene: Scene, i: int) -> int | None:
    """Who follows "from" or "by": "a petition sent in May and signed by the nurses"."""
    match = _BY.match(scene.article.text, scene.found[i].core.end)
    if match is None:
        return None
    for j in range(i + 1, len(scene.found)):
        start = scene.found[j].span.start
        if start >= match.end():
            return (
                scene.of[j] if start <= match.end() + 4 and j in scene.of and _can_write(scene, scene.of[j]) else None
            )
    return None


def _sender(scene: Scene, i: int) -> int | None:
    """Who sends it: "The choir sent a letter"; "in a statement, the choir said"; "the choir said in its letter"."""
    text, span = scene.article.text, scene.found[i].span
    before = _subjects(scene, i, range(i - 1, -1, -1))
    if word_before(text, span.start, max(0, span.start - 20)) in _IN:
        speaking = (j for j in before if scene.seats[j].speaks)
        j = _first(next(speaking, None), next(_subjects(scene, i, range(i + 1, len(scene.found))), None))
    else:
        j = next((j for j in before if _MADE.search(text, scene.found[j].span.end, span.start)), None)
    return None if j is None else scene.of[j]


def _subjects(scene: Scene, i: int, places: Iterable[int]) -> Iterator[int]:
    """The mentions at `places`, in the sentence of mention `i`, of subjects who can write."""
    for j in itertools.islice(places, 40):
        if scene.seats[j].sentence != scene.seats[i].sentence:
            return
        subject = scene.seats[j].place is Place.SUBJECT and j in scene.of and _can_write(scene, scene.of[j])
        if subject and not scene.seats[j].quoted:
            yield j


def _can_write(scene: Scene, k: int) -> bool:
    return scene.characters[k].kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
