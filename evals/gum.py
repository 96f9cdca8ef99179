"""Names and coreference of the annotations, against GUM's documents.

``python -m evals.gum SHARED`` prints F1 of names (exact span and kind, or span alone) and of coreference, with the
reader and by rules alone, on the news and interviews of the dev part. With ``--train`` it reads the news of both parts
instead, to learn from; ``--show`` prints each name that is missed or wrong (to be read, never kept: the texts are not
the project's).

A mention is taken for one of GUM's where its core (the name without title, the head noun, the pronoun) holds the head
word of GUM's, as in the shared tasks on CorefUD since 2023: where relative clauses and titles belong is a matter of the
guidelines. Entities that are mentioned once are left out on both sides, as in OntoNotes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evals.coreference import Tally, conll, lea, without_singletons

if TYPE_CHECKING:
    from collections.abc import Hashable

    from secondsource.annotate.mentions import Found
    from secondsource.model import Reader, Reading
    from secondsource.types import Annotations, Span
    from training.reader.gum import GumDocument, GumMention

GENRES = ("news", "interview")
_AIMED_AT = ("person", "organization", "place")


class Named(NamedTuple):
    """A name: character offsets and kind, as ``EntityKind`` calls it."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Names found by both, by the program, and by GUM."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.predicted + self.gold) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Read:
    """One document as the program read it: names, and entities as sets of mentions, which are GUM's where they match
    one; each entity with its kind.
    """

    document: GumDocument
    names: tuple[Named, ...]
    entities: tuple[tuple[str, frozenset[Hashable]], ...]


def read_documents(shared: Path, reader: Reader | None, genres: Sequence[str], splits: Sequence[str]) -> list[Read]:
    """GUM's documents of these genres, read by rules, and by `reader` where one is given."""
    from training.reader.gum import read_gum

    documents = (document for split in splits for document in read_gum(shared, split))
    return [read_document(document, reader) for document in documents if document.id.split("_")[1] in genres]


class _Once:
    """A reader that has read already."""

    def __init__(self, version: str, reading: Reading) -> None:
        self.version, self._reading = version, reading

    def read(self, *_: object) -> Reading:
        return self._reading


def read_document(document: GumDocument, reader: Reader | None) -> Read:
    """One document with the program's names and entities."""
    from secondsource.annotate import annotate
    from secondsource.annotate.marks import marked_spans
    from secondsource.annotate.mentions import find_mentions
    from secondsource.annotate.sentences import find_sentences
    from secondsource.types import Article

    article = Article(id=document.id, outlet="GUM", text=document.text)
    once = reading = None
    if reader is not None:
        reading = reader.read(article.text, find_sentences(article), marked_spans(article.text))
        once = _Once(reader.version, reading)
    annotations = annotate(article, once)
    found = find_mentions(article, annotations.sentences, () if reading is None else reading.names)
    return Read(document, tuple(_names(annotations, found)), tuple(_entities(document, annotations, found)))


def _names(annotations: Annotations, found: Iterable[Found]) -> Iterator[Named]:
    """The names without their titles; kinds are those of the entities they name."""
    from secondsource.types import MentionForm

    kinds = {mention.span: mention.kind for mention in annotations.mentions}
    for mention in found:
        if mention.form is MentionForm.NAME and not mention.members:
            yield Named(*mention.core, kinds.get(mention.span, mention.kind).value)


def _entities(
    document: GumDocument, annotations: Annotations, found: Iterable[Found]
) -> Iterator[tuple[str, frozenset[Hashable]]]:
    cores = {mention.span: (mention.span if mention.members else mention.core) for mention in found}
    by_head: defaultdict[int, list[GumMention]] = defaultdict(list)
    for one in document.mentions:
        by_head[one.head[0]].append(one)
    entities: defaultdict[int, set[Hashable]] = defaultdict(set)
    taken: set[Hashable] = set()
    for mention in annotations.mentions:
        gold = _matching(by_head, mention.span, cores[mention.span])
        key: Hashable = mention.span if gold is None or gold in taken else gold
        taken.add(key)
        entities[mention.entity].add(key)
    for number, keys in sorted(entities.items()):
        yield annotations.entities[number].kind.value, frozenset(keys)


def _matching(by_head: dict[int, list[GumMention]], span: Span, core: Span) -> GumMention | None:
    """GUM's mention whose head stands in the core, of several the one with the likest span."""
    fitting = [gold for place in range(*core) for gold in by_head.get(place, ())]
    return max(fitting, key=lambda gold: _likeness(span, gold), default=None)


def _likeness(span: Span, gold: GumMention) -> float:
    common = min(span.end, gold.end) - max(span.start, gold.start)
    return common / (max(span.end, gold.end) - min(span.start, gold.start))


def gold_names(document: GumDocument) -> tuple[Named, ...]:
    """GUM's names, the kinds called as the program does."""
    kinds = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other"}
    return tuple(Named(start, end, kinds[kind]) for start, end, kind in document.names)


def name_counts(read: Iterable[Read], kinds: Sequence[str] = (), span_only: bool = False) -> Counts:
    """Exact matches of span and kind, or of spans alone; of these `kinds`, where they are given."""
    total = Counts()
    for one in read:
        gold, predicted = (
            {name[:2] if span_only else name for name in names if not kinds or name.kind in kinds}
            for names in (gold_names(one.document), one.names)
        )
        total += Counts(len(gold & predicted), len(predicted), len(gold))
    return total


def coreference_tallies(read: Iterable[Read], aimed_at: bool = True) -> tuple[Tally, Tally, Tally, Tally]:
    """MUC, B-cubed, entity CEAF and LEA; with `aimed_at` of people, organisations and places alone."""
    totals = (Tally(), Tally(), Tally(), Tally())
    for one in read:
        gold_of: defaultdict[str, set[Hashable]] = defaultdict(set)
        kind_of: dict[str, str] = {}
        for mention in one.document.mentions:
            gold_of[mention.chain].add(mention)
            kind_of.setdefault(mention.chain, mention.kind)
        gold = [frozenset(own) for chain, own in gold_of.items() if not aimed_at or kind_of[chain] in _AIMED_AT]
        own = [keys for kind, keys in one.entities if not aimed_at or kind in _AIMED_AT]
        kept = without_singletons(gold), without_singletons(own)
        each = (*conll(*kept), lea(*kept))
        totals = totals[0] + each[0], totals[1] + each[1], totals[2] + each[2], totals[3] + each[3]
    return totals


def conll_f1(tallies: Sequence[Tally]) -> float:
    """The mean F1 of MUC, B-cubed and entity CEAF."""
    return sum(tally.f1 for tally in tallies[:3]) / 3


def gum_scores(shared: Path) -> dict[str, float]:
    """The scores that have floors, on the news and interviews of the dev part: with the reader, and by rules alone."""
    from secondsource.model import load_reader

    scores: dict[str, float] = {}
    for name, remark in (("accurate", ""), ("rules", ", rules alone")):
        read = read_documents(shared, load_reader(name), GENRES, ("dev",))
        scores[f"names: news and interview F1{remark}"] = name_counts(read).f1
        scores[f"coreference: CoNLL F1{remark}"] = conll_f1(coreference_tallies(read))
    return scores


def _report(read: Sequence[Read]) -> Iterator[str]:
    for label, kinds, span_only in (
        ("names", (), False),
        *((f"names, {kind}", (kind,), False) for kind in (*_AIMED_AT, "other")),
        ("names, these three", _AIMED_AT, False),
        ("names, span alone", (), True),
    ):
        counts = name_counts(read, kinds, span_only)
        precision, recall = counts.right / max(counts.predicted, 1), counts.right / max(counts.gold, 1)
        yield f"{label:28} P {precision:.3f}  R {recall:.3f}  F1 {counts.f1:.3f}  gold {counts.gold}"
    for label, aimed_at in (("people, organisations, places", True), ("all chains", False)):
        tallies = coreference_tallies(read, aimed_at)
        scores = zip(("MUC", "B3", "CEAF-e", "LEA"), tallies, strict=True)
        each = "  ".join(f"{name} {t.precision:.3f}/{t.recall:.3f}/{t.f1:.3f}" for name, t in scores)
        yield f"{label:30} CoNLL {conll_f1(tallies):.3f}  {each}"


def _errors(one: Read) -> Iterator[str]:
    """Each name of one side that the other does not have, with what overlaps it there."""
    text, gold, own = one.document.text, set(gold_names(one.document)), set(one.names)
    for side, names, others in (("missed", gold - own, own), ("wrong", own - gold, gold)):
        for name in sorted(names):
            over = [o for o in sorted(others) if o.start < name.end and name.start < o.end]
            if side == "wrong" and over:
                continue  # said of the other side
            shown = "; ".join(f"{text[o.start : o.end]} ({o.kind})" for o in over)
            around = " ".join(text[max(0, name.start - 40) : name.end + 40].split())
            yield f"{side}\t{text[name.start : name.end]} ({name.kind})\t{shown}\t{around}"


def main(arguments: list[str] | None = None) -> None:
    """Print the scores, and the errors if asked to."""
    parser = argparse.ArgumentParser(prog="python -m evals.gum", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder of shared data")
    parser.add_argument("--train", action="store_true", help="the news of both parts")
    parser.add_argument("--show", action="store_true", help="print every wrong name as well")
    parser.add_argument("--reader", action="append", help="rules, accurate; both, if none is named")
    options = parser.parse_args(arguments)
    from secondsource.model import load_reader

    genres, splits = (("news",), ("train", "dev")) if options.train else (GENRES, ("dev",))
    for name in options.reader or ("rules", "accurate"):
        read = read_documents(options.shared, load_reader(name), genres, splits)
        print(f"{name}, {len(read)} documents", *_report(read), sep="\n")
        if options.show:
            print(*(line for one in read for line in _errors(one)), sep="\n")


if __name__ == "__main__":
    main()
