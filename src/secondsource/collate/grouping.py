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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.witness import Witness

CANDIDATES = 12  # how many hosts, by shared words, a quotation is compared with
SHARED_SHARE, SHARED_LEAST = 0.25, 1.5  # a host shares such a share of its words' weight, or so much weight
WHOLE = 0.85  # from this share of its words found in a host, a reading is no host of its own
GAP = 3  # no more than so many words of a sentence lie between two pieces of it that are one utterance


@dataclass(frozen=True, slots=True)
class Group:
    """Readings of one utterance, as indexes into the witnesses, in order; `host` is the longest, marked if any is."""

    host: int
    members: tuple[int, ...]


def group_readings(witnesses: Sequence[Witness], rarity: Rarity) -> list[Group]:
    """Groups of two or more readings of one utterance. A long reading may stand in several groups, one for each stretch
    of it that others report.
    """
    marked, paraphrases = _find_links(witnesses, rarity)
    bundles = _Bundles(witnesses)
    for link in marked:
        bundles.add(link)
    for link in sorted(paraphrases, key=lambda link: (not witnesses[link.host].reading.marked, link.host_range)):
        bundles.add_paraphrase(link)

    def fullness(number: int) -> tuple[bool, int, tuple[int, int]]:
        reading, (article, start) = witnesses[number].reading, witnesses[number].order
        return reading.marked, reading.size, (-article, -start)

    members = [tuple(sorted({n for link in links for n in (link.host, link.other)})) for links in bundles.all()]
    return [Group(max(inside, key=fullness), inside) for inside in members]


class _Bundles:
    """Links in bundles, one for each utterance."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self._witnesses = witnesses
        self._bundles: dict[int, list[Link]] = {}
        self._by_reading: dict[int, set[int]] = defaultdict(set)
        self._names = itertools.count()

    def all(self) -> list[list[Link]]:
        """The bundles."""
        return list(self._bundles.values())

    def add(self, link: Link) -> None:
        """Put a link of two marked readings with those that report the same words: that share words in a reading, or
        that are about pieces of one sentence.
        """
        near = {
            name
            for number in (link.host, link.other)
            for name in self._by_reading[number]
            if any(self._meet(link, other) for other in self._bundles[name])
        }
        self._join(link, near)

    def add_paraphrase(self, link: Link) -> None:
        """Put the link of a paraphrase, whose stretch is never exact, where most of it lies. A paraphrase that sums up
        two utterances does not make one of them.
        """
        marked = self._witnesses[link.host].reading.marked
        near = (self._likest(link) if marked else self._by_reading[link.host]) | self._by_reading[link.other]
        if sum(self._holds_marked(name) for name in near) + (marked and not near) < 2:
            self._join(link, near)

    def _holds_marked(self, name: int) -> bool:
        return any(self._witnesses[link.host].reading.marked for link in self._bundles[name])

    def _join(self, link: Link, near: set[int]) -> None:
        """Make one bundle of a link and those `near`."""
        links = [link, *(other for name in sorted(near) for other in self._bundles.pop(name))]
        name = next(self._names)
        self._bundles[name] = links
        for number in {n for one in links for n in (one.host, one.other)}:
            self._by_reading[number] -= near
            self._by_reading[number].add(name)

    def _meet(self, a: Link, b: Link) -> bool:
        """Whether two links are about the same words of a marked reading, or are pieces of one host."""
        for number in {a.host, a.other} & {b.host, b.other}:
            words = self._witnesses[number].reading.words
            (_, end), (start, other_end) = sorted((_range_in(a, number), _range_in(b, number)))
            if any(is_content(word.form) for word in words[start : min(end, other_end)]):
                return True
        return a.host == b.host and _are_pieces(a, b, self._witnesses)

    def _likest(self, link: Link) -> set[int]:
        """The bundle that has most of what a paraphrase shares with a host, if it has half of it. At most one."""
        words = self._witnesses[link.host].reading.words
        own = self._witnesses[link.other].families

        def shared_within(start: int, end: int) -> int:
            return len({family_of(word.form) for word in words[start:end]} & own)

        shared = shared_within(*link.host_range)
        best: set[int] = set()
        most = 0
        for name in sorted(self._by_reading[link.host]):
            ranges = [_range_in(one, link.host) for one in self._bundles[name] if link.host in (one.host, one.other)]
            low, high = min(start for start, _ in ranges), max(end for _, end in ranges)
            count = shared_within(low, high) if _overlap((low, high), link.host_range) else 0
            if count > most and 2 * count >= shared:
                best, most = {name}, count
        return best


def _range_in(link: Link, number: int) -> tuple[int, int]:
    """The words of one of its two readings that a link is about."""
    return link.host_range if link.host == number else link.other_range


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _are_pieces(a: Link, b: Link, witnesses: Sequence[Witness]) -> bool:
    """Whether two links to one host are about pieces of one sentence there."""
    (_, end), (start, _) = sorted((a.host_range, b.host_range))
    reading = witnesses[a.host].reading
    return start - end <= GAP and not any(
        mark in reading.between(k, k + 1) for k in range(end - 1, start) for mark in ".!?"
    )


def _find_links(witnesses: Sequence[Witness], rarity: Rarity) -> tuple[list[Link], list[Link]]:
    """For each reading the links to the hosts it belongs to, one for each part of it: of marked readings, and of
    paraphrases.
    """
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
    paraphrases: list[Link] = []
    for number in numbers:
        if not witnesses[number].reading.marked:
            paraphrases.extend(hosts.links(number, link_indirect))
            hosts.add(number)
    return links, _told_once(paraphrases, witnesses)


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
        self, number: int, link_to: Callable[[Witness, Witness, tuple[int, int], Rarity], Link | None]
    ) -> list[Link]:
        """The links of a reading to its hosts: the strongest, and weaker ones for other parts of it. Hosts in other
        articles go before those in its own.
        """
        other = self._witnesses[number]
        links = (link_to(self._witnesses[n], other, (n, number), self._rarity) for n in self._candidates(number))
        found = [link for link in links if link is not None]

        def rank(link: Link) -> tuple[bool, float, tuple[int, int]]:
            host = self._witnesses[link.host]
            return host.reading.article == other.reading.article, -link.strength, host.order

        found.sort(key=rank)
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
