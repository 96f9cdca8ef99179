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
    from secondsource.collate.same_words import SharedWords, Stretch
    from secondsource.collate.witness import Witness

SAME_WORDS = 0.4  # from this likelihood two marked readings are one utterance's
PHRASE = 0.6  # from this share of the words of the shorter one, a phrase of it tells too
REPEATED = 0.8  # what an outlet repeats of its own quotation, in a headline or a lead, it repeats nearly whole
# What the model of likelihood decides by itself: from the one it links (more where nothing follows from the speakers),
# under the other it parts. More is asked where few words are reported, or the attribution names no source, or a thing
# is reported instead of a clause; less beside a fragment of the utterance.
LIKELY, LIKELY_UNSURE, UNLIKELY = 0.55, 0.8, 0.4
FEW, UNLIKELY_OF_FEW, UNLIKELY_OF_THING, UNLIKELY_BESIDE = 4, 0.58, 0.65, 0.1
ONE_PHRASE = 0.75  # from this likelihood one shared phrase is enough
SCATTERED = 4  # fewer words than this, in several sentences, tell nothing
MESSAGE = 60  # a quotation of so many words, such as a short message, may be told as a whole


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
    return shared.likelihood(around, same) >= SAME_WORDS or (same and _is_phrase(shared.whole))


def _is_phrase(shared: Stretch) -> bool:
    """Whether most of a reading stands in another by the same speaker, a phrase of it without a gap, or a long one."""
    if shared.coverage >= PHRASE and (shared.run >= 5 or (shared.run >= 3 and shared.weight >= 1.5)):
        return True
    return shared.run >= 7 and shared.weight >= 2.0


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
    if not (host.reported and other.reported):
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
    if host.reading.quotation.vector and other.reading.quotation.vector and not within:
        likely = likelihood(features(host, other, shared, around, relation, rarity))
        if beside:
            enough = enough and likely >= UNLIKELY_BESIDE
        else:
            alone = likely >= (LIKELY_UNSURE if unsure else LIKELY) and tells and len(shared) > 1
            enough = alone or (enough and likely >= _least_likelihood(host, other))
            enough = enough and (likely >= ONE_PHRASE or not _one_phrase(host, other, shared))
    if not enough:
        return None
    strength = weight + coverage + 0.1 * min(around, 3.0)
    return Link(*numbers, host_range, (0, len(other.reading.words)), strength, coverage)


def _least_likelihood(host: Witness, other: Witness) -> float:
    """How likely a paraphrase whose words are enough must report an utterance, by the model."""
    if not (host.clausal and other.clausal):
        return UNLIKELY_OF_THING
    few = len(other.families) <= FEW or other.reading.quotation.source is None
    return UNLIKELY_OF_FEW if few else UNLIKELY


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
    """The stretch of a host's words, at most three sentences or a short message, that shares most with the families
    sought, and what it shares. The reporter's words around a fragment count for the whole fragment.
    """
    reading = host.reading
    if reading.quotation.form is not QuotationForm.DIRECT:
        return (0, len(reading.words)), set(sought & host.families)
    sentences = [[hit for hit in sentence if hit[1] in sought] for sentence in host.sentences]
    sizes = [size for size in (1, 2, 3) if size <= len(sentences)]
    if len(reading.words) <= MESSAGE and len(sentences) > 3:
        sizes.append(len(sentences))

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
