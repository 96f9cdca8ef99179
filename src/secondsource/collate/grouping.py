"""Which quotations report one utterance.

Marked readings are taken longest first: each joins the longer ones that have its words, and becomes one that others
may join where it has words of its own. Paraphrases come after. So a quotation is compared with the few longer ones
that share its rarer words, not with every other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.bundles import bundle_readings
from secondsource.collate.evidence import Link, link_indirect, link_marked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondsource.collate.rarity import Rarity
    from secondsource.collate.witness import Witness
    from secondsource.types import Span

CANDIDATES = 12  # how many hosts, by shared words, a quotation is compared with
SHARED_SHARE, SHARED_LEAST = 0.25, 1.5  # a host shares such a share of its words' weight, or so much weight
WHOLE = 0.85  # from this share of its words found in a host, a reading is no host of its own


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
    ranked = sorted(paraphrases, key=lambda link: (not witnesses[link.host].reading.marked, link.host_range))

    def fullness(number: int) -> tuple[bool, int, tuple[int, int]]:
        reading, (article, start) = witnesses[number].reading, witnesses[number].order
        return reading.marked, reading.size, (-article, -start)

    return [Group(max(inside, key=fullness), inside) for inside in bundle_readings(marked, ranked, witnesses)]


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


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
    told: dict[str, list[Span]] = defaultdict(list)  # of the kept links, in order: none overlaps another
    known: set[int] = set()
    for link in sorted(paraphrases, key=lambda link: (-link.strength, witnesses[link.other].order)):
        reading = witnesses[link.other].reading
        span, others = reading.quotation.span, told[reading.article]
        before = bisect_left(others, span.end, key=lambda other: other.start)
        if link.other in known or before == 0 or not others[before - 1].overlaps(span):
            kept[reading.article].append(link)
            if link.other not in known:
                known.add(link.other)
                others.insert(before, span)
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
