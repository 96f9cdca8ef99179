"""Names that disagree: two reports spell one person's name differently."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.sides import Disagreement, Report
from secondsource.types import Anchor, ConflictKind, EntityKind, MentionForm, Span
from secondsource.types.words import fold, word_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST = 4  # letters; shorter words that differ in one letter are often two names ("Dan", "Don")
LONG = 8  # letters from which two letters may differ
_PARTICLES = frozenset("al bin da de del della den der di du el la le ten van von".split())

_Name = tuple[str, ...]


def compare_names(reports: Iterable[Report]) -> Iterator[Disagreement]:
    """Full names of persons that are alike in two reports but for a letter or two in one of their words, each where
    its report first gives it. A story has one person of nearly one name, so the sentences need not be alike.

    Not reported: spellings that differ by accents, case or hyphens only; an initial or short form against a full name;
    forms that may be a man's and a woman's ("Carl", "Carla"); and names that either report knows in both spellings.
    """
    known: dict[str, list[tuple[Report, _Name, Anchor]]] = defaultdict(list)
    for report in reports:
        for name, anchor in _full_names(report).items():
            rivals = {id(rival): rival for word in name for rival in known[word]}
            for other, rival, place in rivals.values():
                pair = _misspelt(rival, name)
                if pair is not None and pair[0] not in report.words and pair[1] not in other.words:
                    yield Disagreement(ConflictKind.NAME, "", place, anchor)
        for name, anchor in _full_names(report).items():
            entry = (report, name, anchor)
            for word in name:
                known[word].append(entry)


def _full_names(report: Report) -> dict[_Name, Anchor]:
    """The names of at least two words that the report gives persons, without titles, with the first place of each."""
    text, entities = report.article.text, report.read.entities
    names: dict[_Name, Anchor] = {}
    for mention in sorted(report.read.mentions, key=lambda mention: mention.span):
        if mention.kind is not EntityKind.PERSON or mention.form is not MentionForm.NAME:
            continue
        name = tuple(_name_words(entities[mention.entity].name, Span(0, len(entities[mention.entity].name))).values())
        words = _name_words(text, mention.span)
        if len(name) > 1 and "and" not in name and tuple(words.values())[-len(name) :] == name:
            places = list(words)[-len(name) :]
            names.setdefault(name, Anchor(report.article.id, Span(places[0].start, places[-1].end)))
    return names


def _name_words(text: str, within: Span) -> dict[Span, str]:
    """The folded words that tell names apart, by place: neither initials nor particles."""
    words = {span: fold(span.of(text)).replace("'", "").replace("’", "") for span in word_spans(text, *within)}
    return {span: word for span, word in words.items() if len(word) > 1 and word not in _PARTICLES}


def _misspelt(name: _Name, other: _Name) -> tuple[str, str] | None:
    """The one word in which two names of one length differ, where that looks like two spellings of it."""
    if len(name) != len(other):
        return None
    differing = [(place, *pair) for place, pair in enumerate(zip(name, other, strict=True)) if pair[0] != pair[1]]
    if len(differing) != 1:
        return None
    place, one, two = differing[0]
    short, long_ = sorted((one, two), key=len)
    if len(short) < SHORTEST or (long_.startswith(short) and (place == 0 or long_ != short + long_[-1:])):
        return None
    if long_ == short + "s" or _letters_apart(one, two) > (2 if len(short) >= LONG else 1):
        return None
    return one, two


def _letters_apart(one: str, other: str) -> int:
    """Letters changed, left out, added or swapped with their neighbour."""
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other)
