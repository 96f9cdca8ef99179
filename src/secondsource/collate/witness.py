"""A witness: a reading with what its article tells around it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import Reading, Word, content_stems, half_key, is_content, words_in
from secondsource.types import QuotationForm, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.collate.speakers import Speaker
    from secondsource.types import Annotations, Article

HEADLINE = 0.8  # from this share of capitalised words, capitals mark no names
NEARBY = 1000  # characters before and after a quotation that are around it, however long its sentence is
HEAD = 3  # the sentences at the head of an article, which tell what it is about

# Cues that tell nothing of what was said.
_PLAIN_CUES = frozenset(
    family_of(word)
    for word in """say tell add note state write speak announce report comment explain remark declare claim accord ask
    think believe call statement word tweet letter interview respond reply answer continue argue suggest insist
    acknowledge take make give feel hope know see describe
    voice express issue release publish public""".split()
)

_REPORTING_NOTHING = frozenset("is are was were be been has have had do does did will would to of for in on".split())
# What is done, not said: "voted to repeal", "endorsed the mayor".
_DEEDS = frozenset(
    family_of(word)
    for word in """adopt approve ban begin block cancel choose consider decide elect endorse enact explore hire fire
    halt launch nominate override overturn pass plan pick prepare repeal reverse schedule select suspend try veto
    vote""".split()
)
_DETERMINERS = frozenset("a an the his her its their our my your this these those both".split())
# Small words of a clause: subjects, auxiliary verbs, negation and what introduces a clause.
_CLAUSAL = frozenset(
    """i we you he she it they there that which who what why how whether if not never is are was were be been being
    am has have had do does did will would shall should can could may might must 'd""".split()
)


@dataclass(frozen=True, slots=True)
class Witness:
    """A reading with what stands around it: who speaks, and the stems of its sentences' other words.

    `stems` are those of its own content words, `families` the word families of all that it reports, `names` those of
    them that are the words of one name; `order` is its place in the story (article, then text). `capitals` are the
    families written with a capital, `neighbours` the pairs of families that follow one another, `cue` the families of
    a cue that tells what was said ("apologised"). `clausal` tells that what is reported has the small words of a
    clause, `reported` that its cue may report speech, `leads` that it stands at the head of its article; `said` counts
    the quotations that the article has of the speaker. Of marked words, `keys` are what they are told alike by,
    `key_pairs` those that follow one another, `segments` the ranges of words (half-open) that are a sentence or a part
    of one; `sentences` gives the place and family of each content word of marked sentences.
    """

    reading: Reading
    speaker: Speaker | None
    stems: tuple[str, ...]
    families: frozenset[str]
    context: frozenset[str]
    order: tuple[int, int]
    names: tuple[frozenset[str], ...] = ()
    capitals: frozenset[str] = frozenset()
    neighbours: frozenset[tuple[str, str]] = frozenset()
    cue: frozenset[str] = frozenset()
    clausal: bool = True
    reported: bool = True
    leads: bool = False
    said: int = 1
    keys: tuple[str, ...] = ()
    key_pairs: frozenset[tuple[str, str]] = frozenset()
    segments: tuple[tuple[int, int], ...] = ()
    sentences: tuple[tuple[tuple[int, str], ...], ...] = ()


def witness_of(
    reading: Reading, speaker: Speaker | None, annotations: Annotations, order: tuple[int, int], said: int
) -> Witness:
    """The witness that a reading is."""
    keys = tuple(half_key(form) for form in reading.forms) if reading.marked else ()
    words = [word for word in _reported(reading) if is_content(word.form)]
    families = [family_of(word.form) for word in words]
    head = annotations.sentences[min(HEAD, len(annotations.sentences)) - 1].span.end if annotations.sentences else 0
    return Witness(
        reading,
        speaker,
        tuple(content_stems(reading.words)),
        frozenset(families),
        find_context(reading, annotations, speaker),
        order,
        find_names(reading),
        frozenset(f for f, word in zip(families, words, strict=True) if reading.text[word.span.start].isupper()),
        frozenset(itertools.pairwise(families)),
        _telling_cue(reading),
        reading.marked or _is_clausal(reading),
        reading.marked or _is_reported(reading),
        reading.quotation.span.start < head,
        said,
        keys,
        frozenset(itertools.pairwise(keys)),
        find_segments(reading) if reading.marked else (),
        find_sentence_families(reading) if reading.quotation.form is QuotationForm.DIRECT else (),
    )


def _is_clausal(reading: Reading) -> bool:
    """Whether what is reported has a small word of a clause, or "to" and no name or thing after it."""
    if any(word.form in _CLAUSAL for word in reading.words):
        return True
    return any(
        word.form == "to" and after.form not in _DETERMINERS and reading.text[after.span.start].islower()
        for word, after in itertools.pairwise(reading.words)
    )


def _is_reported(reading: Reading) -> bool:
    """Whether the attribution of a paraphrase, where it has a cue, has more than "is" or "has" for one, and no deed."""
    cue = reading.quotation.cue
    if cue is None:
        return True
    told = {word.form for word in words_in(reading.text, cue)} - _REPORTING_NOTHING
    return bool(told) and _DEEDS.isdisjoint(map(family_of, told))


def _telling_cue(reading: Reading) -> frozenset[str]:
    """The word families of a cue that tells something of what was said ("apologised", "called for")."""
    cue = reading.quotation.cue
    if cue is None:
        return frozenset()
    return frozenset(family_of(w.form) for w in words_in(reading.text, cue) if is_content(w.form)) - _PLAIN_CUES


def find_segments(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The ranges of a reading's words that an attribution or the end of a sentence parts."""
    words = reading.words
    cuts = [
        k
        for k in range(1, len(words))
        if words[k].part != words[k - 1].part or any(mark in reading.between(k - 1, k) for mark in ".!?")
    ]
    return tuple(itertools.pairwise([0, *cuts, len(words)])) if words else ()


def find_sentence_families(reading: Reading) -> tuple[tuple[tuple[int, str], ...], ...]:
    """The content words of each sentence of a reading: the index of the word, and its family."""
    sentences: list[list[tuple[int, str]]] = []
    for k, word in enumerate(reading.words):
        if k == 0 or any(mark in reading.between(k - 1, k) for mark in ".!?"):
            sentences.append([])
        if is_content(word.form):
            sentences[-1].append((k, family_of(word.form)))
    return tuple(map(tuple, sentences))


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
    parts = reading.quotation.parts
    first, last = parts[0].start - NEARBY, parts[-1].end + NEARBY
    spans = [Span(max(span.start, first), min(span.end, last)) for span in _sentences_of(parts, annotations)]
    inside = {word.span for word in reading.words}
    words = [w for span in spans for w in words_in(reading.text, span) if w.span not in inside]
    names = set(content_stems(words_in(speaker.name, Span(0, len(speaker.name))))) if speaker else set()
    return frozenset(content_stems(words)) - names


def _sentences_of(parts: Sequence[Span], annotations: Annotations) -> list[Span]:
    """The sentences that some part stands in, in text order."""
    sentences = annotations.sentences
    found = set()
    for part in parts:
        k = bisect_right(sentences, part.start, key=lambda sentence: sentence.span.end)
        while k < len(sentences) and sentences[k].span.start < part.end:
            found.add(sentences[k].span)
            k += 1
    return sorted(found)


def outside_stems(article: Article, annotations: Annotations) -> list[str]:
    """The stems of an article's content words outside its marked quotations, and their families where they differ."""
    marked = [p for q in annotations.quotations if q.form != "indirect" for p in q.parts]
    gaps, at = [], 0
    for part in sorted(marked):
        gaps.append(Span(at, max(at, part.start)))
        at = max(at, part.end)
    gaps.append(Span(at, len(article.text)))
    words = [word for gap in gaps for word in words_in(article.text, gap) if is_content(word.form)]
    stems = content_stems(words)
    families = (family_of(word.form) for word in words)
    return stems + [family for family, stem in zip(families, stems, strict=True) if family != stem]
