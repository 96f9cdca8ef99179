"""The cues of an article, each with its source, in text order."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotate.quotations.cues import AMBIGUOUS, BASES, CUES, GERUNDS, SPEECH_NOUNS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.sources import source_of, source_of_according_to
from secondsource.types import Span

_BE = frozenset(("is", "was", "are", "were", "be", "been", "being", "gets", "got"))
_NOUN_BEFORE = frozenset(
    """the a an his her their its our my this that these those no any some of in for with own such another each
    every from by at on about what's public new first latest last official""".split()
)
_ADVERBS = frozenset("also not never been ever just once later reportedly".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting phrase: tokens `first` to `last` (included), its class, and its source if one was found."""

    first: int
    last: int
    kind: CueClass
    source: Span | None
    passive: bool = False

    def head(self, layout: Layout) -> str:
        """The reporting verb itself, lower case."""
        return layout.tokens[self.last].lower


def find_cues(layout: Layout) -> tuple[Cue, ...]:
    """All cues outside quotation marks, in order, in sentences that are part of the story."""
    found: list[Cue] = []
    for index, (first, end) in enumerate(layout.bounds):
        if not layout.sentences[index].is_story:
            continue
        previous: Span | None = None
        for i in range(first, end):
            cue = _cue_at(layout, i, first, end, previous)
            if cue is not None and not (found and found[-1].last >= cue.first):
                found.append(cue)
                previous = cue.source or previous
    return tuple(found)


def _cue_at(layout: Layout, i: int, first: int, end: int, previous: Span | None) -> Cue | None:
    token = layout.tokens[i]
    word = token.lower
    if token.marked >= 0:
        return None
    following = layout.tokens[i + 1].lower if i + 1 < end else ""
    if word == "according" and following == "to":
        return Cue(i, i + 1, CueClass.SPEECH, source_of_according_to(layout, i + 1))
    if word == "put" and following == "it" and i > first:
        return Cue(i, i + 1, CueClass.SPEECH, source_of(layout, i, previous))
    kind = CUES.get(word)
    before = layout.tokens[i - 1].lower if i > first else ""
    if kind is None or not _is_verb(layout, i, first, end):
        return None
    if word == "saying" and before == "as" and i - 2 >= first and layout.tokens[i - 2].lower == "quoted":
        return Cue(i - 2, i, kind, source_of(layout, i - 2, previous))
    agent = _agent(layout, i, first, end)
    if agent is not None:
        return Cue(i, i, kind, agent[0], passive=True)
    return Cue(i, i, kind, source_of(layout, i, previous))


def _is_verb(layout: Layout, i: int, first: int, end: int) -> bool:
    """Whether the form at token `i` is used as a reporting verb rather than a noun, adjective or infinitive."""
    word = layout.tokens[i].lower
    before = layout.tokens[i - 1].lower if i > first else ""
    if i in layout.starting and layout.text[layout.tokens[i].start].isupper() and i > first:
        return False  # part of a name
    mark_follows = i + 1 < end and (layout.tokens[i + 1].lower in '“"‘«:„' or layout.tokens[i + 1].lower == "that")
    if before in _NOUN_BEFORE and word not in ("said",):
        return False
    if before.endswith(("'s", "s'")) and i - 1 in layout.ending:
        return False
    if word in AMBIGUOUS:
        subject_before = i - 1 in layout.ending or before in ("he", "she", "they", "who", "it", "also", "i", "we")
        subject_before = subject_before or before in SPEECH_NOUNS
        after_mark = before in '”"“,»' and bool(before)
        return mark_follows or (subject_before and word not in ("press", "state", "order")) or after_mark
    if word in BASES and word not in ("read", "put"):
        return before not in ("to",) or mark_follows
    return True


def _agent(layout: Layout, i: int, first: int, end: int) -> tuple[Span | None] | None:
    """For a passive verb at token `i`, its agent after "by" (in a tuple; None inside where it is left out)."""
    if layout.tokens[i].lower in GERUNDS or layout.tokens[i].lower in BASES:
        return None
    j = i - 1
    while j >= first and layout.tokens[j].lower in _ADVERBS:
        j -= 1
    postnominal = j >= first and j in layout.ending and i + 1 < end and layout.tokens[i + 1].lower == "by"
    if not postnominal and (j < first or layout.tokens[j].lower not in _BE):
        return None
    for k in range(i + 1, min(end, i + 25)):
        if layout.tokens[k].marked < 0 and layout.tokens[k].lower == "by":
            return (source_of_according_to(layout, k),)
    return (None,)
