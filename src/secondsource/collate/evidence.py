"""How much the words that two quotations share tell about whether they report one utterance."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import is_content
from secondsource.collate.same_utterance import features, likelihood
from secondsource.collate.same_words import most_shared, shared_words
from secondsource.collate.speakers import Likeness, compare_speakers
from secondsource.types import QuotationForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.same_words import SharedWords
    from secondsource.collate.witness import Witness

SAME_WORDS = 0.5  # from this likelihood two marked readings are one utterance's
REPEATED = 0.8  # what an outlet repeats of its own quotation, in a headline or a lead, it repeats nearly whole
# From this likelihood a paraphrase reports an utterance: more is asked where nothing follows from the speakers, of what
# an outlet repeats of its own quotation, and where all that is shared is one phrase.
LIKELY, LIKELY_UNSURE, ONE_PHRASE = 0.6, 0.7, 0.9
TWO_WORDS = 1.2  # two words tell something if neither names the topic: if they weigh so much
SCATTERED = 4  # fewer words than this, in several sentences, tell nothing


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
    relation = compare_speakers(host.speaker, other.speaker)
    around = shared_context(host, other, rarity)
    if not _enough_marked(host, other, relation, most_shared(host, other, rarity), around):
        return None
    alignment = align(host.reading, other.reading)
    if not alignment.matches:
        return None
    shared = shared_words(host, other, alignment, rarity)
    if not _enough_marked(host, other, relation, shared, around):
        return None
    size = len(alignment.matches)
    holes = len(alignment.steps) - size
    strength = shared.whole.weight + 0.2 * size - 0.25 * min(holes, 8) + min(around, 2.0) * 0.1
    return Link(*numbers, alignment.base_range, alignment.other_range, strength, shared.whole.coverage)


def _enough_marked(host: Witness, other: Witness, relation: Likeness, shared: SharedWords, around: float) -> bool:
    """Whether what two marked readings share tells that they are one utterance's. More of it never tells less."""
    if relation is Likeness.DIFFERENT:
        return tells_alone(shared.whole.content, shared.whole.run, shared.whole.coverage)
    # What an outlet repeats of a speaker, it repeats exactly; a speaker's phrases recur.
    if host.reading.article == other.reading.article and shared.whole.coverage < REPEATED:
        return False
    same = relation in (Likeness.SAME, Likeness.PART)
    single = shared.whole.content < 2 and shared.mutual < 1.0
    if not shared.tells or (single and not same):  # a single word tells nothing where the speaker is not told
        return False
    return shared.likelihood(around, same) >= SAME_WORDS


def tells_alone(content: int, run: int, coverage: float) -> bool:
    """Whether shared words tell by themselves that two quotations are one, whoever is said to speak: eight content
    words, or most of a sentence that is no commonplace.
    """
    return run >= 6 and ((content >= 8 and coverage >= 0.4) or (content >= 5 and coverage >= 0.8))


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


def link_indirect(host: Witness, other: Witness, numbers: tuple[int, int], rarity: Rarity) -> Link | None:
    """The link between a paraphrase and a reading, marked or not, that may report the same utterance: words that news
    reports use for one another count as one.
    """
    relation = compare_speakers(host.speaker, other.speaker)
    within = host.reading.article == other.reading.article
    # Beside its own outlet's fragment a paraphrase goes on; it does not say the same again.
    if relation is Likeness.DIFFERENT or (within and host.reading.quotation.form is not QuotationForm.DIRECT):
        return None
    if not (host.reported and other.reported):
        return None
    host_range, shared = densest(host, other.families, rarity)
    weight, total = rarity.of_names(shared, other.names), rarity.of_names(other.families, other.names)
    if len(shared) < 2 or (len(shared) == 2 and weight < TWO_WORDS) or not _tells_marked(host, shared):
        return None
    around = shared_context(host, other, rarity)
    least = LIKELY_UNSURE if within or relation is Likeness.UNSURE else LIKELY
    if _one_phrase(host, other, shared):
        least = ONE_PHRASE
    if likelihood(features(host, other, shared, around, relation, rarity)) < least:
        return None
    coverage = min(1.0, weight / total)
    strength = weight + coverage + 0.1 * min(around, 3.0)
    return Link(*numbers, host_range, (0, len(other.reading.words)), strength, coverage)


def _one_phrase(host: Witness, other: Witness, shared: set[str]) -> bool:
    """Whether all that two readings share is one phrase, and one of them tells nothing of it but the phrase ("his
    stance on the bridge"): that is what was talked about, not what was said.
    """
    if (host.clausal and other.clausal) or (other.cue & (host.cue | host.families)) | (host.cue & other.families):
        return False
    joined = [pair for pair in other.neighbours & host.neighbours if shared.issuperset(pair)]
    return len(_linked(shared, joined)) == 1


def _linked(items: set[str], pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The items in sets, those of a pair in one."""
    sets = [{item} for item in sorted(items)]
    for pair in pairs:
        met = [one for one in sets if not one.isdisjoint(pair)]
        sets = [one for one in sets if one.isdisjoint(pair)] + [set().union(*met)]
    return sets


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
    sentences = [[hit for hit in sentence if hit[1] in sought] for sentence in host.sentences]
    sizes = [size for size in (1, 2, 3) if size <= len(sentences)]

    def gain(hits: Sequence[tuple[int, str]]) -> float:
        return rarity.total(sorted({item for _, item in hits}))

    best: list[tuple[int, str]] = []
    for size in sizes:
        for start in range(len(sentences) - size + 1):
            hits = [hit for sentence in sentences[start : start + size] for hit in sentence]
            scattered = size > 1 and len({item for _, item in hits}) < SCATTERED
            if gain(hits) > 1.3 * gain(best) and not scattered:  # a longer stretch must be worth it
                best = hits
    return (best[0][0], best[-1][0] + 1) if best else (0, 0), {item for _, item in best}
