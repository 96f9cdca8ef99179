"""Which cue each marked stretch belongs to, and which stretches are no quotations at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.annotate.quotations.attributions import Cue
from secondsource.annotate.quotations.complements import attribution_start
from secondsource.annotate.quotations.cues import GERUNDS, SPEECH_NOUNS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.signatures import signature
from secondsource.annotate.quotations.titles import NAMING, capitalised, is_title
from secondsource.annotate.quotations.transcripts import labelled
from secondsource.types import EntityKind, Span

_LONGEST_SUBJECT = 7  # words of a subject that is no mention
_POST_REACH = 30  # tokens after a stretch within which its attribution must end
_WORDS = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Attached:
    """What a marked stretch belongs to: a cue (index), a source without a cue, or the stretch before it.

    `verb` is the word between a source and a colon that is no known cue ("She stormed: ..."). `follows` is True where
    the stretch goes on from the one before it. `clause` is True where it is a clause of its own.
    """

    cue: int | None = None
    source: Span | None = None
    verb: Span | None = None
    follows: bool = False
    clause: bool = False


def attach(layout: Layout, cues: Sequence[Cue]) -> list[Attached | None]:
    """For each marked stretch, what it belongs to; None where it is no quotation or no part of the story."""
    found: list[Attached | None] = []
    for k in range(len(layout.marked)):
        found.append(_attach_one(layout, cues, k, found[-1] if found else None))
    found = _with_echoes(layout, found)
    for k in range(1, len(found)):
        item = found[k]
        if item is not None and item.cue is not None:
            for j in _unattributed_before(layout, found, k):
                found[j] = replace(item, clause=True)  # attributed where the quotation ends
    return found


def _unattributed_before(layout: Layout, found: Sequence[Attached | None], k: int) -> range:
    """The stretches that run on, paragraph by paragraph, into stretch `k`, if none of them is attributed itself."""
    first = k
    while first > 0 and layout.marked[first - 1].continues and found[first - 1] is not None:
        first -= 1
        item = found[first]
        if item is None or item.cue is not None or item.source is not None:
            return range(0)
        if not item.follows:
            break
    return range(first, k)


def _with_echoes(layout: Layout, found: Sequence[Attached | None]) -> list[Attached | None]:
    """`found`, in which a fragment capitalised like a title is quoted where a quotation of the article has it."""
    quoted = "|".join(_folded(layout, k) for k, item in enumerate(found) if item is not None)
    echoes = list(found)
    for k, item in enumerate(found):
        opening = layout.at(layout.marked[k].outer.start)
        if item is not None or not layout.sentences[layout.tokens[opening].sentence].is_story:
            continue
        titled = capitalised(_WORDS.findall(layout.marked[k].inner.of(layout.text)))
        named = opening > 0 and (layout.tokens[opening - 1].lower in NAMING or _follows_name(layout, opening))
        words = _folded(layout, k)
        if titled and not named and words in quoted:
            echoes[k] = Attached()
    return echoes


def _follows_name(layout: Layout, opening: int) -> bool:
    """Whether a name stands right before a stretch: “Orla ‘Bibs’ Venn”, “Venn's ‘Tides’”."""
    before = opening - 1
    while before > 0 and layout.tokens[before].lower in ("'s", "s", "'", "."):
        before -= 1
    return before >= 0 and before in layout.inside


def _folded(layout: Layout, k: int) -> str:
    """The words of a stretch, lower case, between single spaces."""
    words = _WORDS.findall(layout.marked[k].inner.of(layout.text).lower().replace("’", "'"))
    return f" {' '.join(words)} "


def _attach_one(layout: Layout, cues: Sequence[Cue], k: int, previous: Attached | None) -> Attached | None:
    marked = layout.marked[k]
    opening = layout.at(marked.outer.start)
    sentence = layout.tokens[opening].sentence
    if not layout.sentences[sentence].is_story:
        return None
    label = labelled(layout.text, marked.inner)
    if label is not None:
        return Attached(source=label[0], verb=label[1], clause=True)
    clause = _is_clause(layout, k, opening)
    if is_title(layout, layout.marked[k]):
        return None
    signed = signature(layout, layout.marked[k])
    if signed is not None:
        return Attached(source=signed, clause=clause)
    cue = _cue_after(layout, cues, k) if not marked.continues else None
    if cue is None and not _starts_paragraph_after_continuing(layout, k):
        cue = _cue_before(layout, cues, k, clause)
    if cue is not None:
        return Attached(cue=cue, clause=clause)
    named = None if _starts_sentence(layout, opening) else _named_before_colon(layout, opening)
    if named is not None:
        return replace(named, clause=clause)
    if _starts_sentence(layout, opening):
        lead_in = _lead_in(layout, cues, k)
        if lead_in is not None:
            return lead_in
        if previous is not None and k > 0 and _goes_on(layout, k, previous):
            return Attached(follows=True, clause=True)
        return Attached(clause=True) if clause else None
    return _without_cue(layout, cues, k, opening)


def _is_clause(layout: Layout, k: int, opening: int) -> bool:
    """Whether the stretch is a sentence or clause of its own, by its capital and what stands before it."""
    marked = layout.marked[k]
    inner = marked.inner.of(layout.text).lstrip("‘'[(… .")
    if not inner[:1].isupper() and not inner[:1].isdigit():
        return False
    if _starts_sentence(layout, opening):
        return True
    before = layout.tokens[opening - 1].lower if opening else ""
    return before in ",:—–" or len(_WORDS.findall(inner)) >= 4


def _starts_sentence(layout: Layout, opening: int) -> bool:
    return opening == layout.bounds[layout.tokens[opening].sentence][0]


def _cue_after(layout: Layout, cues: Sequence[Cue], k: int) -> int | None:
    """The cue right after a stretch: “…,” she said; “…,” said the mayor; “…,” the mayor, who ..., told reporters."""
    marked = layout.marked[k]
    first = layout.first_from(marked.outer.end)
    if first >= len(layout.tokens):
        return None
    last = marked.inner.of(layout.text).rstrip(" '’”\"")[-1:]  # a nested quotation may end with it
    comma_outside = layout.tokens[first].lower in ",—–"
    first += comma_outside
    if first >= len(layout.tokens) or (last in ".:;" and layout.text[layout.tokens[first].start].isupper()):
        return None
    paragraph = layout.paragraph_of(layout.at(marked.inner.end - 1))
    for index in range(_first_cue_from(cues, first), len(cues)):
        cue = cues[index]
        if cue.first - first > _POST_REACH or layout.paragraph_of(cue.first) != paragraph:
            return None
        if layout.tokens[cue.first].lower in GERUNDS or layout.word_after(cue.last) in (":", ",:"):
            return None
        if any(layout.tokens[i].marked >= 0 for i in range(first, cue.first)):
            return None
        if cue.first == first:
            return index if cue.source is None or cue.source.start >= marked.outer.end else None
        if not (comma_outside or last in ",?!…—–") or cue.kind is CueClass.JUDGE:
            return None
        if cue.source is not None and layout.at(cue.source.start) == first:
            return index
        unbroken = all(layout.tokens[i].is_word for i in range(first, cue.first))
        return index if unbroken and cue.first - first <= _LONGEST_SUBJECT else None
    return None


def _first_cue_from(cues: Sequence[Cue], token: int) -> int:
    """The index of the first cue at or after a token."""
    return bisect_left(cues, token, key=lambda cue: cue.first)


def _cue_before(layout: Layout, cues: Sequence[Cue], k: int, clause: bool) -> int | None:
    """The cue that governs a stretch from the left, in the same sentence: nearest first."""
    opening = layout.at(layout.marked[k].outer.start)
    lowest = layout.around(opening)[0]
    for index in range(_first_cue_from(cues, opening) - 1, -1, -1):
        cue = cues[index]
        if cue.last < lowest:
            return None
        if not clause or cue.kind not in (CueClass.JUDGE, CueClass.THINK) or opening - cue.last <= 8:
            return index
    return None


def _lead_in(layout: Layout, cues: Sequence[Cue], k: int) -> Attached | None:
    """The cue of the sentence before, where that ends with a colon ("She then said:" / new paragraph)."""
    opening = layout.at(layout.marked[k].outer.start)
    sentence = layout.tokens[opening].sentence
    if sentence == 0:
        return None
    first, end = layout.bounds[sentence - 1]
    if end == first or layout.tokens[end - 1].lower != ":" or not layout.sentences[sentence - 1].is_story:
        return None
    index = _first_cue_from(cues, end) - 1
    if index >= 0 and cues[index].first >= first:
        return Attached(cue=index, clause=True)
    return Attached(source=_last_mention(layout, first, end), clause=True)


def _last_mention(layout: Layout, first: int, end: int) -> Span | None:
    for i in range(end - 1, first - 1, -1):
        mention = layout.ending.get(i)
        if mention is not None and layout.tokens[layout.at(mention.span.start) - 1].lower != "via":
            return mention.span
    return None


def _named_before_colon(layout: Layout, opening: int) -> Attached | None:
    """The speaker of "NAME: “…”", or of "She stormed: “…”" with any verb between."""
    if opening < 2 or layout.tokens[opening - 1].lower != ":":
        return None
    mention = layout.ending.get(opening - 2)
    if mention is not None:
        return Attached(source=mention.span)
    mention = layout.ending.get(opening - 3) if opening >= 3 else None
    if mention is None or mention.kind is not EntityKind.PERSON or not layout.tokens[opening - 2].is_word:
        return None
    return Attached(source=mention.span, verb=layout.span(opening - 2, opening - 2))


def _starts_paragraph_after_continuing(layout: Layout, k: int) -> bool:
    return k > 0 and layout.marked[k - 1].continues


def _goes_on(layout: Layout, k: int, previous: Attached) -> bool:
    """Whether nothing but white space, or the attribution of the stretch before, lies between it and this one."""
    before, marked = layout.marked[k - 1], layout.marked[k]
    if before.continues:
        return True
    between = layout.text[before.outer.end : marked.outer.start]
    if not between.strip():
        return True
    first, last = layout.first_from(before.outer.end), layout.at(marked.outer.start)
    sentences = {layout.tokens[i].sentence for i in range(first, last)}
    if len(sentences) != 1 or layout.tokens[layout.at(before.inner.end - 1)].sentence not in sentences:
        return False
    return previous.cue is not None or previous.follows


def _without_cue(layout: Layout, cues: Sequence[Cue], k: int, opening: int) -> Attached | None:
    """A fragment that no cue to its left governs: a cue later in its sentence, a noun of speech before it, or its
    length must speak for it.
    """
    marked = layout.marked[k]
    words = _WORDS.findall(marked.inner.of(layout.text))
    first, end = layout.around(opening)
    for index in range(_first_cue_from(cues, opening), len(cues)):
        cue = cues[index]
        if cue.first >= end:
            break
        reports = cue.kind is not CueClass.JUDGE and layout.tokens[cue.first].lower not in GERUNDS
        if reports and layout.tokens[attribution_start(layout, cue) - 1].lower == ",":
            return Attached(cue=index)
    if any(layout.tokens[i].lower in SPEECH_NOUNS for i in range(max(first, opening - 8), opening)):
        return Attached()
    return Attached() if len(words) >= 3 else None
