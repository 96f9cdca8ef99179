"""How much the words that two quotations share tell about whether they report one utterance."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.alignment import align
from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import Reading, Word, content_stems, is_content, words_in
from secondsource.collate.speakers import Likeness, Speaker, compare_speakers
from secondsource.types import QuotationForm, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secondsource.types import Annotations, Article


REPEATED = 0.8  # what an outlet repeats of its own quotation, in a headline or a lead, it repeats nearly whole
SCATTERED = 4  # fewer words than this, in several sentences, tell nothing
HEADLINE = 0.8  # from this share of capitalised words, capitals mark no names
SHORT = 8  # a single word tells nothing about a reading of more words than this by a speaker who is not told


@dataclass(frozen=True, slots=True)
class Witness:
    """A reading with what stands around it: who speaks, and the stems of its sentences' other words.

    `stems` are those of its own content words, `families` the word families of all that it reports, `names` those of
    them that are the words of one name; `order` is its place in the story (article, then text).
    """

    reading: Reading
    speaker: Speaker | None
    stems: tuple[str, ...]
    families: frozenset[str]
    context: frozenset[str]
    order: tuple[int, int]
    names: tuple[frozenset[str], ...] = ()


class Rarity:
    """How telling a word is in one story, from 0 to 1: longer words more than short ones, and words that the reports
    repeat outside quotations, which name the topic, less than others.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for stems in texts:
            counts.update(stems)
            total += 1
        self._rate = {item: count / total for item, count in counts.items()}

    def of(self, item: str) -> float:
        """The weight of one stem."""
        length = 1.0 if item[0].isdigit() or len(item) >= 6 else 0.8 if len(item) >= 4 else 0.6
        return length * min(1.0, 2 / (1 + self._rate.get(item, 0.0)))

    def total(self, items: Iterable[str]) -> float:
        """The weight of several stems."""
        return sum(map(self.of, items))

    def of_names(self, items: Iterable[str], names: Iterable[frozenset[str]]) -> float:
        """The weight of several families, where the words of one name ("President Ilse Varga") weigh as its rarest."""
        rest = set(items)
        weight = 0.0
        for name in names:
            weight += max(map(self.of, rest & name), default=0.0)
            rest -= name
        return weight + self.total(sorted(rest))


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
    around = _shared_context(host, other, rarity)
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


def _shared_context(a: Witness, b: Witness, rarity: Rarity) -> float:
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
    host_range, shared = _densest(host, other.families, rarity)
    weight, total = rarity.of_names(shared, other.names), rarity.of_names(other.families, other.names)
    least = 0.0
    if not direct:  # neither is known to be the fuller one
        whole = rarity.of_names(host.families, host.names)
        total, least = min(total, whole), 0.2 * max(total, whole)
    coverage = weight / total if total else 0.0
    if beside:
        enough = weight >= 0.9 and coverage >= 0.4
    elif not _tells_marked(host, shared):
        enough = False
    elif within or relation is Likeness.UNSURE:
        enough = weight >= 2.8 and coverage >= 0.6
    else:
        # Two words tell something if neither names the topic.
        enough = weight >= (1.4 if len(shared) > 2 or not direct else 1.6) and coverage >= 0.5
        enough = enough or (weight >= (2.2 if len(shared) > 3 else 2.5) and coverage >= 0.4)
        enough = enough or (weight >= 4.0 and coverage >= 0.3)
    if not enough or weight < least:
        return None
    strength = weight + coverage + 0.1 * min(_shared_context(host, other, rarity), 3.0)
    return Link(*numbers, host_range, (0, len(other.reading.words)), strength, coverage)


def _tells_marked(host: Witness, shared: set[str]) -> bool:
    """Whether a paraphrase tells something of the marked words, where they are a fragment: what else their sentence
    says may have been said elsewhere, or by nobody.
    """
    if host.reading.quotation.form is not QuotationForm.MIXED:
        return True
    return any(is_content(word.form) and family_of(word.form) in shared for word in host.reading.words)


def _densest(host: Witness, sought: frozenset[str], rarity: Rarity) -> tuple[tuple[int, int], set[str]]:
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


def find_families(reading: Reading) -> frozenset[str]:
    """The word families of what a quotation reports: its words, and for a fragment the reporter's words around it."""
    return frozenset(family_of(word.form) for word in _reported(reading) if is_content(word.form))


def find_names(reading: Reading) -> tuple[frozenset[str], ...]:
    """The word families of each name of several words in what a quotation reports, title included ("President Ilse
    Varga"): capitalised words that only spaces part. None where capitals tell nothing, as in a headline.
    """
    words = [word for word in _reported(reading) if is_content(word.form)]
    capital = [reading.text[word.span.start].isupper() for word in words]
    if sum(capital) > HEADLINE * len(words):
        return ()
    names: list[set[str]] = []
    for k, word in enumerate(words):
        between = reading.text[words[k - 1].span.end : word.span.start] if k else ""
        if k and capital[k] and capital[k - 1] and between.lstrip(".").isspace():
            names[-1].add(family_of(word.form))
        else:
            names.append({family_of(word.form)})
    return tuple(frozenset(name) for name in names if len(name) > 1)


def _reported(reading: Reading) -> list[Word]:
    """The words of what a quotation reports."""
    words = list(reading.words)
    if reading.quotation.form is QuotationForm.MIXED:
        words = [word for span in reading.quotation.content for word in words_in(reading.text, span)] or words
    return words


def find_context(reading: Reading, annotations: Annotations, speaker: Speaker | None) -> frozenset[str]:
    """The stems of the words around a quotation in its sentences, without the speaker's name."""
    spans = [s.span for s in annotations.sentences if any(s.span.overlaps(p) for p in reading.quotation.parts)]
    inside = {word.span for word in reading.words}
    words = [w for span in spans for w in words_in(reading.text, span) if w.span not in inside]
    names = set(content_stems(words_in(speaker.name, Span(0, len(speaker.name))))) if speaker else set()
    return frozenset(content_stems(words)) - names


def outside_stems(article: Article, annotations: Annotations) -> list[str]:
    """The stems of an article's content words outside its marked quotations."""
    marked = [p for q in annotations.quotations if q.form != "indirect" for p in q.parts]
    gaps, at = [], 0
    for part in sorted(marked):
        gaps.append(Span(at, max(at, part.start)))
        at = max(at, part.end)
    gaps.append(Span(at, len(article.text)))
    return [item for gap in gaps for item in content_stems(words_in(article.text, gap))]
