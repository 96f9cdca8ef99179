"""Links between readings put together, one bundle for each utterance.

Links of two marked readings come first: those about the same words of a reading, or about pieces of one sentence, are
one bundle. Each link of a paraphrase then goes to one bundle, where most of it lies. A link looks up the words that it
is about, and the smaller of two bundles moves into the larger, so the work grows with the links' words alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import is_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secondsource.collate.evidence import Link
    from secondsource.collate.readings import Reading
    from secondsource.collate.witness import Witness

GAP = 3  # no more than so many words of a sentence lie between two pieces of it that are one utterance


def bundle_readings(
    marked: Iterable[Link], paraphrases: Iterable[Link], witnesses: Sequence[Witness]
) -> list[tuple[int, ...]]:
    """The readings of each utterance, as indexes into the witnesses, in order, from the links of marked readings and
    those of paraphrases, the latter by falling rank. The bundle that a link joined last comes last.
    """
    bundles = _Bundles(witnesses)
    for link in marked:
        bundles.add(link)
    for link in paraphrases:
        bundles.add_paraphrase(link)
    return bundles.members()


@dataclass(eq=False, slots=True)
class _Bundle:
    """The readings of one utterance, each with its words that the links span; `joined` numbers the last link that
    joined, `marked` tells whether any host is marked, `into` is the bundle that this one has moved into.
    """

    joined: int = 0
    marked: bool = False
    spanned: dict[int, tuple[int, int]] = field(default_factory=dict)
    into: _Bundle | None = None

    def take(self, number: int, words: tuple[int, int]) -> None:
        """Widen what is spanned of a reading by a range of its words."""
        low, high = self.spanned.get(number, words)
        self.spanned[number] = min(low, words[0]), max(high, words[1])


class _Bundles:
    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self._witnesses = witnesses
        self._by_reading: dict[int, set[_Bundle]] = defaultdict(set)
        self._about: dict[tuple[int, int], _Bundle] = {}  # by reading and content word
        self._hosted: dict[tuple[int, int], _Bundle] = {}  # by host and any word
        self._places: dict[int, dict[str, list[int]]] = {}
        self._links = 0

    def members(self) -> list[tuple[int, ...]]:
        """The readings of each bundle."""
        bundles = sorted(set().union(*self._by_reading.values()), key=lambda bundle: bundle.joined)
        return [tuple(sorted(bundle.spanned)) for bundle in bundles]

    def add(self, link: Link) -> None:
        """Put a link of two marked readings with those that report the same words: that share content words in a
        reading, or that are about pieces of one sentence of a host. So no word is ever held by two bundles.
        """
        about = [*self._content(link.host, link.host_range), *self._content(link.other, link.other_range)]
        reach = _reach(self._witnesses[link.host].reading, link.host_range)
        near = [self._about.get(place) for place in about]
        near += [self._hosted.get((link.host, k)) for k in range(*reach)]
        bundle = self._join(link, {_present(held) for held in near if held is not None})
        self._about.update(dict.fromkeys(about, bundle))
        self._hosted.update({(link.host, k): bundle for k in range(*link.host_range)})

    def add_paraphrase(self, link: Link) -> None:
        """Put the link of a paraphrase, whose stretch is never exact, where most of it lies. A paraphrase that sums up
        two utterances does not make one of them.
        """
        marked = self._witnesses[link.host].reading.marked
        near = (self._likest(link) if marked else self._by_reading[link.host]) | self._by_reading[link.other]
        if sum(bundle.marked for bundle in near) + (marked and not near) < 2:
            self._join(link, near)

    def _content(self, number: int, words: tuple[int, int]) -> Iterator[tuple[int, int]]:
        read = self._witnesses[number].reading.words
        return ((number, k) for k in range(*words) if is_content(read[k].form))

    def _join(self, link: Link, near: set[_Bundle]) -> _Bundle:
        """Make one bundle of a link and those `near`."""
        whole = max(near, key=lambda bundle: (len(bundle.spanned), bundle.joined), default=_Bundle())
        for bundle in near - {whole}:
            bundle.into = whole
            whole.marked |= bundle.marked
            for number, words in bundle.spanned.items():
                whole.take(number, words)
                self._by_reading[number].discard(bundle)
                self._by_reading[number].add(whole)
        self._links += 1
        whole.joined = self._links
        whole.marked |= self._witnesses[link.host].reading.marked
        for number, words in ((link.host, link.host_range), (link.other, link.other_range)):
            whole.take(number, words)
            self._by_reading[number].add(whole)
        return whole

    def _likest(self, link: Link) -> set[_Bundle]:
        """The bundle that has most of what a paraphrase shares with a host, if it has half of it. At most one."""
        places = self._families(link.host)
        told = [places[family] for family in self._witnesses[link.other].families & places.keys()]

        def shared_within(start: int, end: int) -> int:
            return sum(bisect_left(at, start) < bisect_left(at, end) for at in told)

        shared = shared_within(*link.host_range)
        best: set[_Bundle] = set()
        most = 0
        for bundle in sorted(self._by_reading[link.host], key=lambda bundle: bundle.joined):
            low, high = bundle.spanned[link.host]
            meets = max(low, link.host_range[0]) < min(high, link.host_range[1])
            count = shared_within(low, high) if meets else 0
            if count > most and 2 * count >= shared:
                best, most = {bundle}, count
        return best

    def _families(self, number: int) -> dict[str, list[int]]:
        """The places of each word family in a reading."""
        if number not in self._places:
            places: dict[str, list[int]] = defaultdict(list)
            for k, word in enumerate(self._witnesses[number].reading.words):
                places[family_of(word.form)].append(k)
            self._places[number] = places
        return self._places[number]


def _present(bundle: _Bundle) -> _Bundle:
    """The bundle that holds what `bundle` held."""
    while bundle.into is not None:
        if bundle.into.into is not None:
            bundle.into = bundle.into.into
        bundle = bundle.into
    return bundle


def _reach(reading: Reading, words: tuple[int, int]) -> tuple[int, int]:
    """A range of a reading's words, and those beside it that another piece of the same sentence would begin or end
    with.
    """
    start, end = words
    while start > 0 and words[0] - start <= GAP and not _ends_sentence(reading, start - 1):
        start -= 1
    while end < len(reading.words) and end - words[1] <= GAP and not _ends_sentence(reading, end - 1):
        end += 1
    return start, end


def _ends_sentence(reading: Reading, word: int) -> bool:
    """Whether a sentence ends between a word and the next."""
    return any(mark in reading.between(word, word + 1) for mark in ".!?")
