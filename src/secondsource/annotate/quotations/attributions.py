"""The cues of an article, each with its source, in text order."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotate.quotations.cues import AMBIGUOUS, BASES, CUES, GERUNDS, SPEECH_NOUNS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.sources import source_of, source_of_according_to
from secondsource.types import MentionForm, Span

_BE = frozenset(("is", "was", "are", "were", "be", "been", "being", "gets", "got"))
_HEARD = frozenset("quoted shown heard seen filmed recorded caught pictured".split())
_ANNOUNCES = frozenset('about that on of : “ " ‘'.split())
_PLACED_IN = frozenset("in during through via from on".split())
_BEFORE_GERUND = frozenset("of by for from".split())
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
        leading: Span | None = None
        for i in range(first, end):
            cue = _cue_at(layout, i, layout.around(i), previous, leading)
            if cue is None:
                continue
            if found and found[-1].last >= cue.first:
                found.pop()  # the longer phrase counts: "is shown saying", not "shown"
            found.append(cue)
            previous = cue.source or previous
            leading = leading or (cue.source if cue.kind is not CueClass.JUDGE else None)
    return tuple(found)


def _cue_at(layout: Layout, i: int, bounds: tuple[int, int], previous: Span | None, leading: Span | None) -> Cue | None:
    first, end = bounds
    token = layout.tokens[i]
    word = token.lower
    if token.marked >= 0:
        return None
    following = layout.tokens[i + 1].lower if i + 1 < end else ""
    if word == "according" and following == "to":
        return Cue(i, i + 1, CueClass.SPEECH, source_of_according_to(layout, i + 1))
    if word == "put" and following == "it" and i > first:
        return Cue(i, i + 1, CueClass.SPEECH, source_of(layout, i, previous))
    possessor = _possessor(layout, i, first)
    if possessor is not None:
        return Cue(i, i, CueClass.JUDGE, possessor)
    kind = CUES.get(word)
    if kind is None or not _is_verb(layout, i, first, end):
        return None
    heard = _heard(layout, i, first)
    if heard is not None:
        return Cue(heard, i, kind, source_of(layout, heard, previous))
    agent = _agent(layout, i, first, end)
    if agent is not None:
        return Cue(i, i, kind, agent[0], passive=True)
    return Cue(i, i, kind, source_of(layout, i, previous, leading))


def _heard(layout: Layout, i: int, first: int) -> int | None:
    """The first token of "was quoted as saying", "is shown saying" and the like, whose last is token `i`."""
    if layout.tokens[i].lower not in GERUNDS:
        return None
    j = i - 1
    if j > first and layout.tokens[j].lower == "as":
        j -= 1
    return j if j > first and layout.tokens[j].lower in _HEARD and layout.tokens[j - 1].lower in _BE else None


def _possessor(layout: Layout, i: int, first: int) -> Span | None:
    """Whose words a noun of speech at token `i` announces: "the mayor's comments about", "her claim that"."""
    if layout.tokens[i].lower not in SPEECH_NOUNS or i - 1 < first or layout.word_after(i) not in _ANNOUNCES:
        return None
    j = i - 1
    if layout.tokens[j].lower in ("'s", "s") or (layout.tokens[j].lower == "'" and j > first):
        j -= 1
    mention = layout.ending.get(j)
    text = layout.text
    if mention is None or (text[mention.span.end] not in "'’" and mention.form is not MentionForm.PRONOUN):
        return None
    start = layout.at(mention.span.start)
    before = layout.tokens[start - 1].lower if start > first else ""
    return None if before in _PLACED_IN else mention.span


def _is_verb(layout: Layout, i: int, first: int, end: int) -> bool:
    """Whether the form at token `i` is used as a reporting verb rather than a noun, adjective or infinitive."""
    word = layout.tokens[i].lower
    before = layout.tokens[i - 1].lower if i > first else ""
    if i in layout.inside:
        return False
    mark_follows = i + 1 < end and (layout.tokens[i + 1].lower in '“"‘«:„' or layout.tokens[i + 1].lower == "that")
    if before in _NOUN_BEFORE and word != "said":
        return word in GERUNDS and word not in AMBIGUOUS and before in _BEFORE_GERUND
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
