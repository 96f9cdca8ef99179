"""Planted disagreements: how many of them the program finds, by kind.

In stories of which several reports are at hand, places where two of them agree are found by plain patterns
(`evals.plants`); one report is changed there, read anew, and the story collated. ``python -m evals.planted DATA``
prints how many changes come back as a conflict, or in a quotation as a variant, and how many conflicts appear
elsewhere; with ``--show`` each change, to be read and sorted (never to be kept: the texts are not the project's).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

from evals.false_alarms import annotate_articles, collate_pair, read_articles
from evals.plants import Plant, find_plants
from secondsource.types import Anchor, Conflict, Span, VariantKind

if TYPE_CHECKING:
    from secondsource.types import Annotations, Article, Collation

EVENTS = 36
APART = 400  # characters between two changes that are made to one report together
_IN_WORDS = (VariantKind.MEANING, VariantKind.WORDING, VariantKind.OMISSION)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one plant: whether a new conflict touches it, whether a variant does, and the conflicts that are
    new elsewhere (told with the first of the plants made together). `shown` is the place as changed.
    """

    plant: Plant
    conflict: bool
    variant: bool
    elsewhere: tuple[str, ...]
    shown: str

    @property
    def found(self) -> bool:
        """Whether a reader is told of the change."""
        return self.conflict or self.variant


def planted(data: Path, events: int = EVENTS) -> list[Outcome]:
    """The outcome of one change of each kind in each of the first events of `data`, which holds compressed JSON lines
    with ``event``.
    """
    articles, event_of = read_articles(data)
    reports: dict[str, dict[str, Article]] = defaultdict(dict)
    for identifier, article in articles.items():
        reports[event_of[identifier]][identifier] = article
    chosen = sorted(reports)[:events]
    annotations = annotate_articles({i: article for event in chosen for i, article in reports[event].items()})
    return [outcome for event in chosen for outcome in outcomes(reports[event], annotations)]


def outcomes(articles: Mapping[str, Article], annotations: Mapping[str, Annotations]) -> Iterator[Outcome]:
    """The outcome of one change of each kind among the reports of one story; places that are part of a conflict already
    are left alone.
    """
    before = collate_pair(tuple(articles), articles, annotations)
    for group in rounds(chosen_plants(articles, before.conflicts)):
        article = articles[group[0].article]
        edits = sorted(edit for plant in group for edit in plant.edits)
        changed, places = replace(group[0], edits=tuple(edits)).changed(article)
        told = {**articles, article.id: changed}
        after = collate_pair(tuple(told), told, {**annotations, **annotate_articles({article.id: changed})})
        known = {_told(conflict, before) for conflict in before.conflicts}
        elsewhere = [c for c in after.conflicts if not _touch(c.readings, article.id, places)]
        new = tuple(c.explanation for c in elsewhere if _told(c, after) not in known)
        for number, plant in enumerate(group):
            own = [place for edit, place in zip(edits, places, strict=True) if edit in plant.edits]
            yield _outcome(plant, own, after, () if number else new)


def rounds(plants: Iterable[Plant]) -> list[list[Plant]]:
    """The plants that are made together, since each reading of a report takes its time: those of one report that stand
    far apart.
    """
    found: list[list[Plant]] = []
    for plant in plants:
        for group in found:
            if group[0].article == plant.article and all(_are_apart(plant, other) for other in group):
                group.append(plant)
                break
        else:
            found.append([plant])
    return found


def _are_apart(one: Plant, other: Plant) -> bool:
    return all(abs(span.start - place.start) > APART for span, _ in one.edits for place, _ in other.edits)


def chosen_plants(articles: Mapping[str, Article], conflicts: Iterable[Conflict]) -> list[Plant]:
    """The plant of each kind whose hash comes first."""
    known = [reading for conflict in conflicts for reading in conflict.readings]
    first: dict[str, Plant] = {}
    for target, other in permutations(articles.values(), 2):
        for plant in find_plants(target, other):
            places = [span for span, _ in plant.edits]
            kept = first.get(plant.kind)
            if not _touch(known, plant.article, places) and (kept is None or plant.key < kept.key):
                first[plant.kind] = plant
    return [first[kind] for kind in sorted(first)]


def _outcome(plant: Plant, places: Sequence[Span], after: Collation, elsewhere: tuple[str, ...]) -> Outcome:
    anchors = [
        anchor
        for statement in after.statements
        for variant in statement.variants
        if variant.kind in _IN_WORDS
        for anchor in (variant.base, variant.other)
        if anchor is not None
    ]
    text = next(article.text for article in after.articles if article.id == plant.article)
    return Outcome(
        plant,
        any(_touch(conflict.readings, plant.article, places) for conflict in after.conflicts),
        _touch(anchors, plant.article, places),
        elsewhere,
        " ".join(text[max(0, places[0].start - 80) : places[0].end + 80].split()),
    )


def _touch(anchors: Iterable[Anchor], article: str, places: Sequence[Span]) -> bool:
    """Whether an anchor holds a character of a place, or of the words beside a place where nothing stands now."""
    wide = [span if span.end > span.start else Span(span.start - 2, span.end + 1) for span in places]
    return any(anchor.article == article and anchor.span.overlaps(span) for anchor in anchors for span in wide)


def _told(conflict: Conflict, collation: Collation) -> tuple[str, ...]:
    """A conflict by its kind and the words of its readings, wherever they stand."""
    text_of = {article.id: article.text for article in collation.articles}
    return conflict.kind.value, *sorted(anchor.span.of(text_of[anchor.article]) for anchor in conflict.readings)


def planted_scores(found: Sequence[Outcome]) -> dict[str, float]:
    """The share of all changes that were found, each kind counting the same."""
    kinds = sorted({outcome.plant.kind for outcome in found})
    shares = [_share([outcome for outcome in found if outcome.plant.kind == kind]) for kind in kinds]
    return {"planted disagreements found": sum(shares) / len(shares) if shares else 0.0}


def _share(found: Sequence[Outcome]) -> float:
    return sum(outcome.found for outcome in found) / len(found)


def main(arguments: list[str] | None = None) -> None:
    """Print the recall of each kind, and the changes if asked to."""
    parser = argparse.ArgumentParser(prog="python -m evals.planted", description=__doc__)
    parser.add_argument("data", type=Path, help="JSON lines of reports with their event, such as basil_dev.jsonl.gz")
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--show", action="store_true", help="print every change as well")
    options = parser.parse_args(arguments)
    report(planted(options.data, options.events), show=options.show)


def report(found: Sequence[Outcome], *, show: bool) -> None:
    """Print what was found."""
    if show:
        for outcome in found:
            verdict = "conflict" if outcome.conflict else "variant" if outcome.variant else "MISSED"
            print(f"{outcome.plant.kind}\t{verdict}\t{outcome.shown}\t{' '.join(outcome.plant.agreed.split())}")
            for other in outcome.elsewhere:
                print(f"\telsewhere\t{other}")
    for kind in sorted({outcome.plant.kind for outcome in found}):
        own = [outcome for outcome in found if outcome.plant.kind == kind]
        conflicts = sum(outcome.conflict for outcome in own)
        print(f"{kind:16} {len(own):4} changes  found {_share(own):.3f}  as conflicts {conflicts / len(own):.3f}")
    print(f"{'all kinds alike':16} {len(found):4} changes  found {planted_scores(found).popitem()[1]:.3f}")
    print(f"conflicts elsewhere {sum(len(outcome.elsewhere) for outcome in found)}")


if __name__ == "__main__":
    main()
