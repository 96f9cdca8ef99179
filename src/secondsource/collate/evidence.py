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
    from collections.abc import Iterable, Sequence

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.witness import Witness

REPEATED = 0.8  # what an outlet repeats of its own quotation, in a headline or a lead, it repeats nearly whole
# What the model of likelihood decides by itself: from the one it links (more where nothing follows from the speakers),
# under the other it parts. More is asked where few words are reported, or the attribution names no source, or a thing
# is reported instead of a clause; less beside a fragment of the utterance.
LIKELY, LIKELY_UNSURE, UNLIKELY = 0.65, 0.8, 0.4
FEW, UNLIKELY_OF_FEW, UNLIKELY_OF_THING, UNLIKELY_BESIDE = 4, 0.58, 0.65, 0.1
ONE_PHRASE = 0.9  # from this likelihood one shared phrase is enough
SCATTERED = 4  # fewer words than this, in several sentences, tell nothing
MESSAGE = 60  # a quotation of so many words, such as a short message, may be told as a whole
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


@dataclass(frozen=True, slots=True)
class Shared:
    """What a reading shares with another: the number of its content words, their weight, the longest run of words, and
    the share of all its words (0 to 1).
    """

    content: int
    weight: float
    run: int
    coverage: float


def link_marked(host: Witness, other: Witness, numbers: tuple[int, int], rarity: Rarity) -> Link | None:
    """The link between two marked readings, `other` the shorter one, if their words are one utterance's."""
    relation = compare_speakers(host.speaker, other.speaker)
    around = shared_context(host, other, rarity)
    if not _enough_marked(host, other, relation, _most_shared(host, other, rarity), around):
        return None
    alignment = align(host.reading, other.reading)
    matches = alignment.matches
    if not matches:
        return None
    words = other.reading.words
    shared = content_stems([words[j] for _, j in matches])
    weight, coverage = rarity.total(shared), len(matches) / len(words)
    enough = _enough_marked(host, other, relation, Shared(len(shared), weight, longest_run(matches), coverage), around)
    if not enough:
        return None
    holes = len(alignment.steps) - len(matches)
    strength = weight + 0.2 * len(matches) - 0.25 * min(holes, 8) + min(around, 2.0) * 0.1
    return Link(*numbers, alignment.base_range, alignment.other_range, strength, coverage)


def _most_shared(host: Witness, other: Witness, rarity: Rarity) -> Shared:
    """No less than what any alignment of two marked readings can find shared: the other's words that stand anywhere in
    the host. Most pairs fall here, and need no alignment.
    """
    known = set(host.keys)
    found = [key in known for key in other.keys]
    best = run = 0
    for k, key in enumerate(other.keys):
        follows = run > 0 and (other.keys[k - 1], key) in host.key_pairs
        run = (run + 1 if follows else 1) if found[k] else 0
        best = max(best, run)
    stems = content_stems([word for word, there in zip(other.reading.words, found, strict=True) if there])
    return Shared(len(stems), rarity.total(stems), best, sum(found) / len(found) if found else 0.0)


def _enough_marked(host: Witness, other: Witness, relation: Likeness, shared: Shared, around: float) -> bool:
    """Whether what two marked readings share tells that they are one utterance's. More of it never tells less."""
    weight, run, coverage = shared.weight, shared.run, shared.coverage
    if relation is Likeness.DIFFERENT:
        return tells_alone(shared.content, run, coverage)
    if host.reading.article == other.reading.article:
        # A speaker's phrases recur; what an outlet repeats, it repeats exactly.
        told = relation is not Likeness.UNSURE or shared.content > 1
        return told and coverage >= REPEATED and weight + _phrase(run, coverage) + 0.3 * around >= 1.0
    if relation is Likeness.UNSURE:
        short = shared.content < 2 and len(host.reading.words) > SHORT
        return _enough_unsure(weight, run, coverage, around) and not short
    return _enough_same(weight, run, coverage, around)


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
    if host.reading.quotation.vector and other.reading.quotation.vector and not within and (enough or tells):
        likely = likelihood(features(host, other, shared, around, relation, rarity))
        enough = (enough and likely >= _least_likelihood(host, other, beside)) or (
            not beside and likely >= (LIKELY_UNSURE if unsure else LIKELY) and tells and len(shared) > 1
        )
        enough = enough and (beside or likely >= ONE_PHRASE or not _one_phrase(host, other, shared))
    if not enough:
        return None
    strength = weight + coverage + 0.1 * min(around, 3.0)
    return Link(*numbers, host_range, (0, len(other.reading.words)), strength, coverage)


def _least_likelihood(host: Witness, other: Witness, beside: bool) -> float:
    """How likely a paraphrase whose words are enough must report an utterance, by the model."""
    if beside:
        return UNLIKELY_BESIDE
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
