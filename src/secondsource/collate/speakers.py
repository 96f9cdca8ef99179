"""Whether two articles mean the same speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.collate.readings import fold_form
from secondsource.types import Annotations, Article, EntityKind, MentionForm, Quotation
from secondsource.types.given_names import same_given_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secondsource.types import Story

_NAME_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLES = frozenset(
    """mr mrs ms miss mx dr doctor sir dame lord lady baroness baron count prince princess king queen sen senator rep
    representative congressman congresswoman gov governor pres president vice former ex acting interim deputy first
    minister prime secretary justice judge chief attorney general gen col colonel lt lieutenant maj major capt captain
    sgt sergeant cpl officer detective inspector sheriff mayor councillor councilman councilwoman alderman speaker
    chair chairman chairwoman chairperson leader director professor prof rev reverend father sister brother bishop
    archbishop cardinal pope rabbi imam sheikh ambassador commissioner superintendent coach manager star actor actress
    singer the a an of for and jr sr ii iii iv phd md""".split()
)
_PLATFORMS = frozenset("twitter facebook instagram youtube snapchat tiktok tumblr reddit telegram weibo".split())
_RELAYS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|representative|rep|lawyer|attorney|aide|publicist|press secretary"
    r"|campaign|office|team|statement|officials?)\b",
    re.IGNORECASE,
)


class Likeness(Enum):
    """How two speakers stand to each other."""

    SAME = "same"
    PART = "part"  # one of several, or somebody who speaks for the other
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who an article says spoke. `person` is the number of the story's person, where known; `named` tells a name from
    a description; `kind` is what the article takes the speaker for; `told` tells that the attribution names the
    speaker, or that nobody else is named nearby whom its pronoun could mean.
    """

    name: str
    person: int | None = None
    named: bool = True
    kind: EntityKind | None = None
    told: bool = False


def people_by_entity(story: Story) -> dict[tuple[str, int], int]:
    """Which of the story's people each (article id, entity index) is."""
    return {entity: number for number, person in enumerate(story.people) for entity in person.entities}


def under_fullest_name(
    quotation: Quotation, found: Annotations, story: Story, people: Mapping[tuple[str, int], int]
) -> Quotation:
    """A quotation of one article; where its speaker is one of the story's people or bodies, under the fullest name
    that any report gives them, so that each has one name in a story. The words of the report are its `source`.
    """
    number = None if quotation.entity is None else people.get((found.article, quotation.entity))
    if number is None or quotation.entity is None:
        return quotation
    if quotation.speaker != found.entities[quotation.entity].name:  # somebody beside them: "her lawyer"
        return quotation
    return replace(quotation, speaker=story.people[number].name)


def find_speaker(
    quotation: Quotation, article: Article, annotations: Annotations, people: Mapping[tuple[str, int], int]
) -> Speaker | None:
    """Who speaks in a quotation, or None where nobody is told."""
    index = quotation.entity
    entity = annotations.entities[index] if index is not None and 0 <= index < len(annotations.entities) else None
    name = quotation.speaker or (entity.name if entity else None)
    if not name or not name.strip():
        return None
    named = any(c.isupper() for c in name) and (entity is None or entity.named)
    number = people.get((article.id, index)) if index is not None else None
    told = named and _is_told(name, quotation, article, annotations)
    return Speaker(name, number, named, entity.kind if entity else None, told)


def _is_told(name: str, quotation: Quotation, article: Article, annotations: Annotations) -> bool:
    """Whether the attribution names the speaker, or nobody else is named in this paragraph and the one before."""
    if quotation.source is None:
        return False
    source = quotation.source.of(article.text)
    if set(_own_words(source)) & set(_own_words(name)) and any(map(str.isupper, source)):
        return True
    end = max(quotation.source.end, quotation.span.start)
    paragraph = article.text.rfind("\n", 0, min(quotation.source.start, quotation.span.start))
    start = article.text.rfind("\n", 0, len(article.text[:paragraph].rstrip())) + 1 if paragraph > 0 else 0
    first, last = (bisect_left(annotations.mentions, at, key=lambda m: m.span.start) for at in (start, end))
    nearby = {
        mention.entity
        for mention in annotations.mentions[first:last]
        if mention.form is MentionForm.NAME and mention.kind is EntityKind.PERSON
    }
    return nearby == {quotation.entity}


def compare_speakers(a: Speaker | None, b: Speaker | None) -> Likeness:
    """Whether two speakers are one. Nothing may be made of the difference between PART and UNSURE speakers: the latter
    are not told, or only described.
    """
    if a is None or b is None:
        return Likeness.UNSURE
    if a.person is not None and a.person == b.person:
        return Likeness.SAME
    return _compare_names(a, b)


@lru_cache(maxsize=65536)
def _compare_names(a: Speaker, b: Speaker) -> Likeness:
    """The likeness of two speakers by name and kind alone."""
    words_a, words_b = _own_words(a.name), _own_words(b.name)
    if fold_form(a.name) == fold_form(b.name) or (words_a and words_a == words_b):
        return Likeness.SAME
    if not (a.named and b.named and words_a and words_b):
        return Likeness.UNSURE
    if _is_several(a.name) or _is_several(b.name) or _RELAYS.search(a.name) or _RELAYS.search(b.name):
        return Likeness.PART if set(words_a) & set(words_b) else Likeness.UNSURE
    if _one_name(words_a, words_b):
        return Likeness.SAME
    people = (EntityKind.PERSON, None)
    if a.kind in people and b.kind in people and len(words_a) > 1 and len(words_b) > 1:
        return Likeness.DIFFERENT
    if a.kind == b.kind == EntityKind.PERSON and not set(words_a) & set(words_b):
        return Likeness.DIFFERENT
    return Likeness.UNSURE


@lru_cache(maxsize=65536)
def _own_words(name: str) -> tuple[str, ...]:
    """A name's words without titles."""
    folded = [fold_form(word).removesuffix("'s") for word in _NAME_WORD.findall(name)]
    return tuple(word for word in folded if word not in _TITLES)


def _is_several(name: str) -> bool:
    """Whether a name is that of a couple or a group."""
    return bool(re.search(r"(?:\band\b|&|,)", name))


def _one_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the shorter ends, begins or is scattered in the longer, or the surnames
    are one (give or take a letter) and the first names begin alike or one is short for the other.
    """
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    if all(word in rest for word in short):
        return True
    if not _spelt_alike(a[-1], b[-1]):
        return False
    if len(short) == 1:
        return True
    first_a, first_b = a[0], b[0]
    return (
        _spelt_alike(first_a, first_b)
        or first_a.startswith(first_b)
        or first_b.startswith(first_a)
        or same_given_name(first_a, first_b)
        or bool(set(a[:-1]) & set(b[:-1]))
    )


def _spelt_alike(a: str, b: str) -> bool:
    """Whether two spellings may be of one name: one letter differs, two in a long name, none in a very short one."""
    from rapidfuzz.distance import OSA

    shortest = min(len(a), len(b))
    return a == b or OSA.distance(a, b) <= (0 if shortest < 3 else 1 if shortest < 8 else 2)


def settle_speakers(speakers: Sequence[Speaker | None], disputing: Sequence[Speaker | None]) -> tuple[str, ...]:
    """The names to show for one utterance: first that which most of its readings give (the fullest reading first), in
    its fullest form, and never the place where it was written if a writer is named; then those of the readings that
    are known to name somebody else.
    """
    known = [speaker for speaker in speakers if speaker is not None]
    if not known:
        return ()

    def votes(candidate: Speaker) -> tuple[bool, bool, int]:
        platform = fold_form(candidate.name) in _PLATFORMS
        same = (speaker for speaker in known if compare_speakers(candidate, speaker) is Likeness.SAME)
        return candidate.named, not platform, sum(1 + speaker.told for speaker in same)

    settled: list[Speaker] = []
    for leader in (max(known, key=votes), *(speaker for speaker in disputing if speaker is not None)):
        if all(compare_speakers(leader, other) is Likeness.DIFFERENT for other in settled):
            settled.append(leader)
    return tuple(_fullest_name(leader, known) for leader in settled)


def _fullest_name(leader: Speaker, known: Sequence[Speaker]) -> str:
    """The longest name that any reading gives the speaker."""
    same = [s.name for s in known if s.named >= leader.named and compare_speakers(leader, s) is Likeness.SAME]
    return max(same, key=lambda name: (len(_own_words(name)), len(name)))
