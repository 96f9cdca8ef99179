"""Where outlets give the words of one utterance differently: every two readings of it compared, and what concerns the
same words put together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.readings import is_content
from secondsource.collate.variants import explain
from secondsource.collate.variants.difference import Difference, Place, Side, find_differences
from secondsource.types import Anchor, Span, VariantKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secondsource.collate.alignment import Alignment
    from secondsource.collate.readings import Reading

_DISAGREEING = (VariantKind.MEANING, VariantKind.WORDING, VariantKind.OMISSION)
# Sounds whose loss or change nobody would call another wording.
_SLIGHT = frozenset("well oh um uh er ah".split())
MOST = 12  # different wordings of one utterance of which every two are compared; the others with the fullest alone
BESIDE = 4  # words on either side of a difference of which two readings of one utterance share half
NEARLY_ALL = 0.75  # the share where two quotations were not taken for one utterance
FEW = 2  # at most so many words differ there, or where a quotation is interrupted
ALIKE = 3  # content words that these then share
COMMON = 12  # quotations with the same two words side by side, from which on that says nothing

_SENTENCE = re.compile(r"[.!?…]")

_Wording = list["Reading"]  # readings of one utterance in the same words, the first stands for all


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place in which two readings have other words: the words themselves (or the gap where they are missing) on
    either side, and the same with a word around. `statement` is the id of the utterance, if it was known as one.
    """

    base: Anchor
    other: Anchor
    base_shown: Anchor
    other_shown: Anchor
    statement: str | None


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is said in one place of an utterance: what each reading has there, with a word around."""

    shown: tuple[Anchor, ...]
    statement: str | None


def find_matters(utterances: Iterable[tuple[str, Sequence[Reading]]]) -> list[Matter]:
    """The places in which readings of one utterance differ, in the order of the utterances and of the texts.

    An utterance is a statement's id and its marked readings, the fullest first. Quotations of different utterances are
    compared where they have a few rare words in common: a fragment may not have been recognised.
    """
    utterances = list(utterances)
    found: list[Disagreement] = []
    for name, readings in utterances:
        wordings = _wordings(readings)
        for one, other in _pairs(wordings):
            found.extend(_between(one, other, align(one[0], other[0]), name))
    told_in: dict[str, set[str]] = defaultdict(set)
    for name, readings in utterances:
        for reading in readings:
            told_in[reading.id].add(name)
    every = _wordings({reading.id: reading for _, readings in utterances for reading in readings}.values())
    for one, other in _akin(every):
        if told_in[one[0].id].isdisjoint(told_in[other[0].id]):
            alignment = align(one[0], other[0])
            if _is_one_phrase(one[0], other[0], alignment):
                found.extend(_between(one, other, alignment, None))
    return _joined(found)


def _wordings(readings: Iterable[Reading]) -> list[_Wording]:
    """The readings by their words, in order."""
    by_words: dict[tuple[object, ...], _Wording] = defaultdict(list)
    for reading in readings:
        by_words[reading.forms, tuple(word.part for word in reading.words)].append(reading)
    return list(by_words.values())


def _pairs(wordings: Sequence[_Wording]) -> Iterator[tuple[_Wording, _Wording]]:
    """The first wording with all others, and every two of the next."""
    yield from ((wordings[0], other) for other in wordings[1:])
    yield from combinations(wordings[1:MOST], 2)


def _akin(wordings: Sequence[_Wording]) -> list[tuple[_Wording, _Wording]]:
    """The wordings that have two content words in the same order, next to each other but for small words."""
    having: dict[tuple[str, str], dict[int, _Wording]] = defaultdict(dict)
    for wording in wordings:
        telling = [form for form in wording[0].forms if is_content(form)]
        for pair in pairwise(telling):
            having[pair][id(wording)] = wording
    pairs: dict[tuple[int, int], tuple[_Wording, _Wording]] = {}
    for held in having.values():
        if len(held) < COMMON:
            for one, other in combinations(held.values(), 2):
                pairs[id(one), id(other)] = one, other
    return list(pairs.values())


def _is_one_phrase(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Whether two quotations have the same phrase: a few words differ, and enough are the same on both sides of them,
    or the whole of a short quotation is the same but for one word.
    """
    matches = alignment.matches
    shared = sum(is_content(one.forms[i]) for i, _ in matches)
    whole = min(len(one.words), len(other.words))
    if shared < ALIKE and not (shared == ALIKE - 1 and len(matches) >= whole - 1 and whole > ALIKE):
        return False
    unlike = max(len(alignment.steps) - len(matches), 0)
    return 0 < unlike <= FEW


def _between(one: _Wording, other: _Wording, alignment: Alignment, statement: str | None) -> Iterator[Disagreement]:
    """Where two wordings are at odds, for every reading that has either."""
    for difference in find_differences(one[0], other[0], alignment):
        kind, _ = explain(difference)
        if kind not in _DISAGREEING or difference.place is not Place.INSIDE or _is_slight(difference):
            continue
        if _shared_beside(difference, alignment) < (NEARLY_ALL if statement is None else 0.5):
            continue
        base, side = difference.base, difference.other
        ours = [Side(reading, base.start, base.end) for reading in one]
        theirs = [Side(reading, side.start, side.end) for reading in other]
        for left, right in [*((ours[0], t) for t in theirs), *((o, theirs[0]) for o in ours[1:])]:
            if left.reading.article != right.reading.article:
                shown = left.in_context(), right.in_context()
                yield Disagreement(_core(left), _core(right), *shown, statement)


def _is_slight(difference: Difference) -> bool:
    """Whether nothing can be made of a difference: mere sounds, whole sentences left out, or words missing where one
    reading alone is interrupted.
    """
    base, other = difference.base, difference.other
    if base.crosses_parts or other.crosses_parts:
        return not (_at_interruption(base) and _at_interruption(other) and len(base) + len(other) <= FEW)
    return {*base.forms, *other.forms} <= _SLIGHT or _are_sentences(base, other) or _are_sentences(other, base)


def _shared_beside(difference: Difference, alignment: Alignment) -> float:
    """The share of the nearest words of the sentence before, or behind, a difference that both readings have: the
    lesser of the two. Sentences that merely have some words in common soon part.
    """
    base, other = difference.base, difference.other
    before = min(_room(side.reading, side.start, -1) for side in (base, other))
    behind = min(_room(side.reading, side.end, 1) for side in (base, other))
    shared = [0, 0]
    for i, j in alignment.matches:
        shared[0] += base.start - BESIDE <= i < base.start and other.start - BESIDE <= j < other.start
        shared[1] += base.end <= i < base.end + BESIDE and other.end <= j < other.end + BESIDE
    return min([count / room for count, room in zip(shared, (before, behind), strict=True) if room], default=1.0)


def _room(reading: Reading, at: int, step: int) -> int:
    """How many words, `BESIDE` at most, stand before or behind a place in its sentence."""
    room = 0
    while room < BESIDE and 0 <= (word := at + room * step - (step < 0)) < len(reading.words):
        edge = word if step < 0 else word - 1
        if room and _SENTENCE.search(reading.between(edge, edge + 1)):
            break
        room += 1
    return room


def _are_sentences(side: Side, facing: Side) -> bool:
    """Whether the words that the other reading lacks are whole sentences: that is a cut, though an unmarked one."""
    words, reading = side.reading.words, side.reading
    if facing or not 0 < side.start < side.end < len(words):
        return False
    return all(_SENTENCE.search(reading.between(left, left + 1)) for left in (side.start - 1, side.end - 1))


def _at_interruption(side: Side) -> bool:
    """Whether the quotation is interrupted right before, right behind or among the words."""
    words = side.reading.words
    low, high = max(side.start - 1, 0), min(side.end, len(words) - 1)
    return words[low].part != words[high].part


def _core(side: Side) -> Anchor:
    """The words that differ, or the gap between two words where they are missing."""
    words = side.reading.words
    if side:
        return side.reading.anchor(side.start, side.end)
    low, high = max(side.start - 1, 0), min(side.start, len(words) - 1)
    return Anchor(side.reading.article, Span(words[low].span.end, max(words[high].span.start, words[low].span.end + 1)))


def _joined(found: Sequence[Disagreement]) -> list[Matter]:
    """What concerns the same words, together, in the order of the first place of each: also where two places have
    nothing in common but a third that overlaps both.
    """
    leaders = list(range(len(found)))

    def leader(number: int) -> int:
        while leaders[number] != number:
            leaders[number] = number = leaders[leaders[number]]
        return number

    for one, other in _overlapping(found):
        first, second = sorted((leader(one), leader(other)))
        leaders[second] = first
    groups: dict[int, list[Disagreement]] = defaultdict(list)
    for number, place in enumerate(found):
        groups[leader(number)].append(place)
    return [Matter(tuple(_shown(group)), group[0].statement) for group in groups.values()]


def _overlapping(found: Sequence[Disagreement]) -> Iterator[tuple[int, int]]:
    """Pairs of places, by number, that make all those one that overlap in some text, directly or through others."""
    held: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, place in enumerate(found):
        for core in (place.base, place.other):
            held[core.article].append((core.span, number))
    for cores in held.values():
        end, head = -1, -1
        for span, number in sorted(cores):
            if span.start < end:
                yield head, number
            else:
                head = number
            end = max(end, span.end)


def _shown(group: Iterable[Disagreement]) -> list[Anchor]:
    """What is shown of the places, each with the words around it: of overlapping ones in one text the longest, where
    the first of them stands in the order.
    """
    kept: dict[str, dict[int, Anchor]] = defaultdict(dict)
    for number, anchor in enumerate(anchor for place in group for anchor in (place.base_shown, place.other_shown)):
        own = kept[anchor.article]
        same = {n: known for n, known in own.items() if known.span.overlaps(anchor.span)}
        longest = max([anchor, *same.values()], key=lambda a: a.span.end - a.span.start)
        for n in same:
            del own[n]
        own[min(same, default=number)] = longest
    return [anchor for _, anchor in sorted(numbered for own in kept.values() for numbered in own.items())]
