"""How much the words that two quotations share tell about whether they report one utterance."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import content_stems, is_content
from secondsource.collate.same_utterance import features, likelihood
from secondsource.collate.speakers import Likeness, compare_speakers
from secondsource.types import QuotationForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.witness import Witness

REPEATED = 0.8  # what an outlet repeats of its own quotation, in a headline or a lead, it repeats nearly whole
# What the model of likelihood decides by itself: from the one it links, under the other it parts.
LIKELY, UNLIKELY = 0.65, 0.1
SCATTERED = 4  # fewer words than this, in several sentences, tell nothing
SHORT = 8  # a single word tells nothing about a reading of more words than this by a speaker who is not told


@dataclass(frozen=True, slots=True)
class Link:
    """That `other` reports the utterance that `host` reports, on the words ``host_range`` of the host and
    ``other_range`` of its own. `strength` compares links of one reading; `coverage` is the share of the other
    reading's words that the host has too.
    """

    host: int
    other: int
    host_range: tuple[int, int]
    other_range: tuple[int, int]
    strength: float
    coverage: float


def link_marked(host: Witness, other: Witness, numbers: tuple[int, int], rarity: Rarity) -> Link | None:
    """The link between two marked readings, `other` the shorter one, if their words are one utterance's."""
    alignment = align(host.reading, other.reading)
    matches = alignment.matches
    if not matches:
        return None
    words = other.reading.words
    shared = content_stems([words[j] for _, j in matches])
    weight, run = rarity.total(shared), longest_run(matches)
    coverage = len(matches) / len(words)
    around = shared_context(host, other, rarity)
    relation = compare_speakers(host.speaker, other.speaker)
    if relation is Likeness.DIFFERENT:
        enough = tells_alone(len(shared), run, coverage)
    elif host.reading.article == other.reading.article:
        # A speaker's phrases recur; what an outlet repeats, it repeats exactly.
        told = relation is not Likeness.UNSURE or len(shared) > 1
        enough = told and coverage >= REPEATED and weight + _phrase(run, coverage) + 0.3 * around >= 1.0
    elif relation is Likeness.UNSURE:
        short = len(shared) < 2 and len(host.reading.words) > SHORT
        enough = _enough_unsure(weight, run, coverage, around) and not short
    else:
        enough = _enough_same(weight, run, coverage, around)
    if not enough:
        return None
    holes = len(alignment.steps) - len(matches)
    strength = weight + 0.2 * len(matches) - 0.25 * min(holes, 8) + min(around, 2.0) * 0.1
    return Link(*numbers, alignment.base_range, alignment.other_range, strength, coverage)


def tells_alone(content: int, run: int, coverage: float) -> bool:
    """Whether shared words tell by themselves that two quotations are one, whoever is said to speak: eight content
    words, or most of a sentence that is no commonplace.
    """
    return (content >= 8 and run >= 6 and coverage >= 0.4) or (content >= 5 and run >= 6 and coverage >= 0.8)


def _enough_same(weight: float, run: int, coverage: float, around: float) -> bool:
    """Whether shared words tell where the speaker is the same."""
    if (coverage >= 0.8 or (coverage >= 0.6 and run >= 3)) and (weight >= 1.5 or run >= 5):
        return True
    if (run >= 7 and weight >= 3.0) or (run >= 9 and weight >= 2.0) or (coverage == 1.0 and run >= 4):
        return True
    known = weight + _phrase(run, coverage) + 0.4 * around
    return coverage == 1.0 and (weight >= 0.4 or around >= 1.0) and known >= 0.9


def _phrase(run: int, coverage: float) -> float:
    """What a fragment that stands whole in the other reading tells by its small words: "very gladly" is less of a
    commonplace than "gladly".
    """
    return 0.15 * (run - 1) if coverage == 1.0 else 0.0


def _enough_unsure(weight: float, run: int, coverage: float, around: float) -> bool:
    """Whether shared words tell where nothing follows from the speakers."""
    if (coverage >= 0.6 and run >= 4 and weight >= 1.5) or (coverage >= 0.8 and run >= 3 and weight >= 2.0):
        return True
    if run >= 8 and weight >= 4.0:
        return True
    return coverage == 1.0 and weight >= 0.4 and (around >= 3.0 or (run >= 2 and weight >= 1.2))


def longest_run(matches: Sequence[tuple[int, int]]) -> int:
    """The number of words in the longest stretch that both readings have without a gap."""
    best = run = 1
    for (i, j), (k, m) in itertools.pairwise(matches):
        run = run + 1 if (k, m) == (i + 1, j + 1) else 1
        best = max(best, run)
    return best


def shared_context(a: Witness, b: Witness, rarity: Rarity) -> float:
    """The weight of the words around one quotation that stand around or inside the other."""
    inside = set(a.stems) & set(b.stems)
    shared = (a.context & (b.context | set(b.stems))) | (b.context & set(a.stems))
    return rarity.total(sorted(shared - inside))


def link_indirect(
    host: Witness, other: Witness, numbers: tuple[int, int], rarity: Rarity, beside: bool = False
) -> Link | None:
    """The link between a paraphrase and a reading, marked or not, that may report the same utterance: words that news
    reports use for one another count as one. `beside` tells that a fragment in the same attribution is the host's.
    """
    relation = compare_speakers(host.speaker, other.speaker)
    within = host.reading.article == other.reading.article
    direct = host.reading.quotation.form is QuotationForm.DIRECT
    # Beside its own outlet's fragment a paraphrase goes on; it does not say the same again.
    if not other.families or relation is Likeness.DIFFERENT or (within and not direct):
        return None
    host_range, shared = densest(host, other.families, rarity)
    weight, total = rarity.of_names(shared, other.names), rarity.of_names(other.families, other.names)
    least = 0.0
    if not direct:  # neither is known to be the fuller one
        whole = rarity.of_names(host.families, host.names)
        total, least = min(total, whole), 0.2 * max(total, whole)
    coverage = weight / total if total else 0.0
    around = shared_context(host, other, rarity)
    tells = beside or _tells_marked(host, shared)
    unsure = within or relation is Likeness.UNSURE
    enough = weight >= least and tells and _enough_indirect(weight, coverage, len(shared), direct, unsure, beside)
    vectors = host.reading.quotation.vector and other.reading.quotation.vector
    if vectors and not (within or beside) and (enough or (tells and len(shared) > 1)):
        likely = likelihood(features(host, other, shared, around, relation, rarity))
        enough = (enough and likely >= UNLIKELY) or (likely >= LIKELY and tells and len(shared) > 1)
    if not enough:
        return None
    strength = weight + coverage + 0.1 * min(around, 3.0)
    return Link(*numbers, host_range, (0, len(other.reading.words)), strength, coverage)


def _enough_indirect(weight: float, coverage: float, shared: int, direct: bool, unsure: bool, beside: bool) -> bool:
    """Whether shared families tell that a paraphrase reports a reading; `shared` is their number."""
    if beside:
        return weight >= 0.9 and coverage >= 0.4
    if unsure:
        return weight >= 2.8 and coverage >= 0.6
    # Two words tell something if neither names the topic.
    return (
        (weight >= (1.4 if shared > 2 or not direct else 1.6) and coverage >= 0.5)
        or (weight >= (2.2 if shared > 3 else 2.5) and coverage >= 0.4)
        or (weight >= 4.0 and coverage >= 0.3)
    )


def _tells_marked(host: Witness, shared: set[str]) -> bool:
    """Whether a paraphrase tells something of the marked words, where they are a fragment: what else their sentence
    says may have been said elsewhere, or by nobody.
    """
    if host.reading.quotation.form is not QuotationForm.MIXED:
        return True
    return any(is_content(word.form) and family_of(word.form) in shared for word in host.reading.words)


def densest(host: Witness, sought: frozenset[str], rarity: Rarity) -> tuple[tuple[int, int], set[str]]:
    """The stretch of a host's words, at most three sentences, that shares most with the families sought, and what it
    shares. The reporter's words around a fragment count for the whole fragment.
    """
    reading = host.reading
    if reading.quotation.form is not QuotationForm.DIRECT:
        return (0, len(reading.words)), set(sought & host.families)
    sentences: list[list[tuple[int, str]]] = []
    for k, word in enumerate(reading.words):
        if k == 0 or any(mark in reading.between(k - 1, k) for mark in ".!?"):
            sentences.append([])
        if is_content(word.form) and (item := family_of(word.form)) in sought:
            sentences[-1].append((k, item))

    def gain(hits: Sequence[tuple[int, str]]) -> float:
        return rarity.total(sorted({item for _, item in hits}))

    best: list[tuple[int, str]] = []
    for size in (1, 2, 3):
        for start in range(len(sentences) - size + 1):
            hits = [hit for sentence in sentences[start : start + size] for hit in sentence]
            scattered = size > 1 and len({item for _, item in hits}) < SCATTERED
            if gain(hits) > 1.3 * gain(best) and not scattered:  # a longer stretch must be worth it
                best = hits
    return (best[0][0], best[-1][0] + 1) if best else (0, 0), {item for _, item in best}
