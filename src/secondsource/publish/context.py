"""Words with what stands around them in their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from secondsource.publish.dossier import Excerpt
from secondsource.publish.place import Place, Sources, shown
from secondsource.types import Anchor, Span

_REACH = 110
_NEAR = 60
# Not after a title, an initial or "U.S.": what follows is a name more often than a sentence.
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Jr|Sr|St|Lt))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Sgt|Rev))"
    r"(?:(?<!\b(?:Prof|Capt|Sens|Reps)))[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z])"
)
# Where a clause was cut off the words before it or after it: at such a sign, or without one in mid-sentence.
_CUT = re.compile(r"[,;:—–]\s*\Z")
_CUTS = re.compile(r"\s*[,;:—–]")
_ENDS = re.compile(r"[.!?][\"'”’)\]]*\Z")


def excerpts(sources: Sources, anchors: Iterable[Anchor], *, by_origin: bool = False) -> tuple[Excerpt, ...]:
    """The words at each anchor, by publication; reports that use the very same words share an excerpt, with
    `by_origin` only where they have one origin.
    """
    groups: dict[tuple[str, str], list[Place]] = {}
    places = sorted(map(sources.at, dict.fromkeys(anchors)), key=lambda p: (sources.order.index(p.article), p.spans[0]))
    for place in places:
        origin = sources.origins.get(place.article, place.article) if by_origin else ""
        groups.setdefault((place.text.casefold(), origin), []).append(place)
    return tuple(_excerpt(sources, same[0], tuple(same[1:])) for same in groups.values())


def around(sources: Sources, place: Place, sentence: Span) -> Excerpt:
    """The words at `place` with a few of its sentence on either side, "…" where more of it is left out."""
    text, span = sources.articles[place.article].text, place.spans[0]
    start, end = max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR)
    before, after = text[start : span.start], text[span.end : end]
    if start > sentence.start:
        before = "… " + before.partition(" ")[2]
    if end < sentence.end:
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(place, _padded(before), shown(span.of(text)), _padded(after, tail=False))


def in_sentence(sources: Sources, place: Place) -> Excerpt:
    """A sentence as it is, or a clause with the rest of its sentence around it."""
    text, span = sources.articles[place.article].text, place.spans[0]
    whole = _excerpt(sources, place, ())
    return replace(
        whole,
        before=whole.before
        if text[span.start].islower() or _CUT.search(text, max(0, span.start - 5), span.start)
        else "",
        after=whole.after if _CUTS.match(text, span.end) or not _ENDS.search(whole.words) else "",
    )


def _excerpt(sources: Sources, place: Place, others: tuple[Place, ...]) -> Excerpt:
    text, span = sources.articles[place.article].text, place.spans[0]
    around = sources.paragraph_at(place.article, span.start).span
    before = _before(text, Span(around.start, max(around.start, span.start)))
    after = _after(text, Span(span.end, max(around.end, span.end)))
    return Excerpt(place, before, shown(span.of(text)), after, others)


def _before(text: str, room: Span) -> str:
    """The end of `room` from its last sentence start on, or its last words after "…"."""
    reach = max(room.start, room.end - _REACH)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, reach, room.end)]
    if ends:
        return _padded(text[ends[-1] : room.end])
    words = text[reach : room.end]
    return _padded(words if reach == room.start else "… " + words.partition(" ")[2])


def _after(text: str, room: Span) -> str:
    """The beginning of `room` up to the end of its first sentence, or its first words before "…"."""
    reach = min(room.end, room.start + _REACH)
    end = _SENTENCE_END.search(text, room.start, min(room.end, reach + 2))
    if end:
        return _padded(text[room.start : end.end()], tail=False)
    words = text[room.start : reach]
    return _padded(words if reach == room.end else words.rpartition(" ")[0] + " …", tail=False)


def _padded(words: str, *, tail: bool = True) -> str:
    """`words` for display, keeping one space on the side of the excerpt where the source has white space."""
    if tail:
        return shown(words) + (" " if words[-1:].isspace() else "")
    return (" " if words[:1].isspace() else "") + shown(words)
