"""Which quotations report one utterance.

Marked readings are taken longest first: each joins the longer ones that have its words, and becomes one that others
may join where it has words of its own. Paraphrases come after. So a quotation is compared with the few longer ones
that share its rarer words, not with every other.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.evidence import Link, link_indirect, link_marked
from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import is_content
from secondsource.collate.speakers import Likeness, compare_speakers
from secondsource.types import QuotationForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.readings import Word
    from secondsource.collate.witness import Witness

CANDIDATES = 12  # how many hosts, by shared words, a quotation is compared with
SHARED_SHARE, SHARED_LEAST = 0.35, 2.5  # a host shares such a share of its words' weight, or so much weight
WHOLE = 0.85  # from this share of its words found in a host, a reading is no host of its own
# Two quotations are pieces of one that stands whole elsewhere if no more than so many words of the whole lie between
# them (two outlets' fragments may lie further apart); and if one article has both, no more than so many characters.
PIECES_APART, PIECES_GAP, FRAGMENTS_GAP = 250, 4, 8
BESIDE = 80  # so many characters may lie between a paraphrase and a fragment that one attribution reports


@dataclass(frozen=True, slots=True)
class Group:
    """Readings of one utterance, as indexes into the witnesses: `host` is the longest reading, `ranges` gives for
    each member the host's words that it reports (half-open).
    """

    host: int
    ranges: tuple[tuple[int, tuple[int, int]], ...]

    @property
    def members(self) -> tuple[int, ...]:
        """The host and the others, each once, in order."""
        return tuple(sorted({self.host, *(number for number, _ in self.ranges)}))


def group_readings(witnesses: Sequence[Witness], rarity: Rarity) -> list[Group]:
    """Groups of two or more readings of one utterance. A long reading may stand in several groups, one for each stretch
    of it that others report.
    """
    links = _find_links(witnesses, rarity)
    by_host: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    upward: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        upward[link.other].append(link)
    for link in links:
        host, stretch = _raise(link.host, link.host_range, upward, witnesses)
        by_host[host].append((link.other, stretch))
    groups = []
    for host, members in sorted(by_host.items()):
        groups.extend(_split_by_stretch(host, members, witnesses))
    return groups


def _raise(
    host: int, stretch: tuple[int, int], upward: dict[int, list[Link]], witnesses: Sequence[Witness]
) -> tuple[int, tuple[int, int]]:
    """The topmost host of a stretch of `host`, and the stretch there."""
    for link in upward.get(host, ()):
        if _overlap(stretch, link.other_range):
            start, end = link.host_range
            before = max(0, stretch[0] - link.other_range[0])
            behind = max(0, link.other_range[1] - stretch[1])
            start = min(start + before, end - 1)
            return _raise(link.host, (start, max(start + 1, end - behind)), upward, witnesses)
    return host, stretch


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


Member = tuple[int, tuple[int, int]]  # a reading, and the host's words that it reports


def _split_by_stretch(host: int, members: list[Member], witnesses: Sequence[Witness]) -> list[Group]:
    """One group for each stretch of the host that its members report: marked readings belong together when their
    stretches share words, or when one article gives them as pieces of one quotation. A paraphrase, whose stretch is
    never exact, goes where most of it lies.
    """
    words = witnesses[host].reading.words
    stretches: list[list[Member]] = []
    ordered = sorted(members, key=lambda member: (not witnesses[member[0]].reading.marked, member[1], member[0]))
    for member in ordered:
        if witnesses[member[0]].reading.marked:
            near = [s for s in stretches if any(_together(member, other, words, witnesses) for other in s)]
        else:
            near = _likest(member, stretches, words, witnesses)
        stretches = [s for s in stretches if s not in near]
        stretches.append([*(other for s in near for other in s), member])
    return [Group(host, tuple(sorted(inside))) for inside in stretches]


def _likest(
    member: Member, stretches: list[list[Member]], words: Sequence[Word], witnesses: Sequence[Witness]
) -> list[list[Member]]:
    """The stretch that has most of what a paraphrase shares with the host, if it has half of it; for one that shares
    but a word, that of a fragment in the same attribution. At most one.
    """
    number, (start, end) = member
    own = witnesses[number].families
    shared = {family_of(word.form) for word in words[start:end]} & own
    best: list[list[Member]] = []
    most = 0
    for stretch in stretches:
        low, high = min(r[0] for _, r in stretch), max(r[1] for _, r in stretch)
        count = (
            len({family_of(word.form) for word in words[low:high]} & own) if _overlap((low, high), (start, end)) else 0
        )
        if count > most and 2 * count >= len(shared):
            best, most = [stretch], count
    if best or len(shared) > 1:
        return best
    beside = (stretch for stretch in stretches if any(_beside(witnesses[number], witnesses[n]) for n, _ in stretch))
    return list(itertools.islice(beside, 1))


def _together(a: Member, b: Member, words: Sequence[Word], witnesses: Sequence[Witness]) -> bool:
    """Whether two marked readings report one stretch of their host's words."""
    (first, one), (second, two) = sorted((a, b), key=lambda member: member[1])
    if any(is_content(word.form) for word in words[two[0] : min(one[1], two[1])]):
        return True
    left, right = witnesses[first].reading, witnesses[second].reading
    between, apart = two[0] - one[1], right.quotation.span.start - left.quotation.span.end
    if left.article != right.article:
        fragments = left.quotation.form is right.quotation.form is QuotationForm.MIXED
        gap = FRAGMENTS_GAP if fragments else PIECES_GAP
        return between <= gap and words[one[1] - 1].part == words[two[0]].part
    return 0 <= apart <= PIECES_APART and between <= PIECES_GAP


def _find_links(witnesses: Sequence[Witness], rarity: Rarity) -> list[Link]:
    """For each reading the links to the hosts it belongs to, one for each part of it."""
    links: list[Link] = []

    def by_length(number: int) -> tuple[int, tuple[int, int]]:
        return -witnesses[number].reading.size, witnesses[number].order

    numbers = sorted((n for n, w in enumerate(witnesses) if w.reading.words), key=by_length)
    hosts = _Hosts(witnesses, rarity, _stem_keys)
    for number in numbers:
        if witnesses[number].reading.marked:
            found = hosts.links(number, link_marked)
            links.extend(found)
            if not found or max(link.coverage for link in found) < WHOLE:
                hosts.add(number)
    hosts = _Hosts(witnesses, rarity, _family_keys)
    for number in numbers:
        if witnesses[number].reading.marked:
            hosts.add(number)
    beside = _hosts_beside(witnesses, links)
    paraphrases: list[Link] = []
    for number in numbers:
        if not witnesses[number].reading.marked:
            paraphrases.extend(hosts.links(number, link_indirect, beside.get(number, frozenset())))
            hosts.add(number)
    return [*links, *_told_once(paraphrases, witnesses)]


def _told_once(paraphrases: Sequence[Link], witnesses: Sequence[Witness]) -> list[Link]:
    """The links without those of a paraphrase that overlaps another with a stronger link: "he said that she had told
    him that …" is one reading.
    """
    kept: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(paraphrases, key=lambda link: (-link.strength, witnesses[link.other].order)):
        reading = witnesses[link.other].reading
        others = [witnesses[other.other].reading for other in kept[reading.article] if other.other != link.other]
        if not any(reading.quotation.span.overlaps(other.quotation.span) for other in others):
            kept[reading.article].append(link)
    return [link for article in sorted(kept) for link in kept[article]]


def _hosts_beside(witnesses: Sequence[Witness], links: Sequence[Link]) -> dict[int, frozenset[int]]:
    """For each paraphrase the hosts of the marked fragments that stand beside it in one attribution: "she said that it
    was “a joke” and that she would resign" reports one utterance.
    """
    hosts: dict[int, set[int]] = defaultdict(set)
    for link in links:
        hosts[link.other].add(link.host)
    found: dict[int, frozenset[int]] = {}
    by_order = sorted(range(len(witnesses)), key=lambda number: witnesses[number].order)
    for left, right in itertools.pairwise(by_order):
        for paraphrase, fragment in ((left, right), (right, left)):
            if _beside(witnesses[paraphrase], witnesses[fragment]):
                found[paraphrase] = frozenset(hosts[fragment]) | found.get(paraphrase, frozenset())
    return found


def _beside(paraphrase: Witness, fragment: Witness) -> bool:
    """Whether a paraphrase and marked words stand beside each other in one article, as one speaker's."""
    a, b = paraphrase.reading, fragment.reading
    if a.article != b.article or a.marked or not b.marked:
        return False
    apart = max(a.quotation.span.start - b.quotation.span.end, b.quotation.span.start - a.quotation.span.end)
    return apart <= BESIDE and compare_speakers(paraphrase.speaker, fragment.speaker) is Likeness.SAME


class _Hosts:
    """The readings that others may join, found by the words they hold."""

    def __init__(self, witnesses: Sequence[Witness], rarity: Rarity, keys: Callable[[Witness], Sequence[str]]) -> None:
        self._witnesses, self._rarity, self._keys = witnesses, rarity, keys
        self._by_key: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int) -> None:
        """Let later readings join this one."""
        for key in self._keys(self._witnesses[number]):
            self._by_key[key].append(number)

    def links(
        self, number: int, link_to: Callable[..., Link | None], beside: frozenset[int] = frozenset()
    ) -> list[Link]:
        """The links of a reading to its hosts: the strongest, and weaker ones for other parts of it. Less is asked of
        the hosts `beside` it.
        """
        found = []
        for host in sorted({*self._candidates(number), *beside}):
            evidence = (self._witnesses[host], self._witnesses[number], (host, number), self._rarity)
            link = link_to(*evidence, beside=True) if host in beside else link_to(*evidence)
            if link is not None:
                found.append(link)
        found.sort(key=lambda link: (-link.strength, self._witnesses[link.host].order))
        kept: list[Link] = []
        for link in found:
            size = link.other_range[1] - link.other_range[0]
            if all(_overlap(link.other_range, other.other_range) < 0.3 * size for other in kept):
                kept.append(link)
        return kept

    def _candidates(self, number: int) -> list[int]:
        """The hosts that share most with a reading, by the weight of the shared stems."""
        shared: dict[int, float] = defaultdict(float)
        own = 0.0
        for key in self._keys(self._witnesses[number]):
            weight = self._rarity.of(key)
            own += weight
            for host in self._by_key.get(key, ()):
                shared[host] += weight
        enough = min(SHARED_LEAST, SHARED_SHARE * own)
        likely = [host for host, weight in shared.items() if weight >= enough]
        return sorted(likely, key=lambda host: (-shared[host], self._witnesses[host].order))[:CANDIDATES]


def _stem_keys(witness: Witness) -> list[str]:
    """What a marked reading is found by: its content stems, or all its words where it has none."""
    return sorted(set(witness.stems)) or [" ".join(witness.reading.forms)]


def _family_keys(witness: Witness) -> list[str]:
    """What a paraphrase is found by."""
    return sorted(witness.families)
