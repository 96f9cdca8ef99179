"""Conflicts between quotations: other words in the same place, or the same words given to somebody else."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from secondsource.collate.conflicts.explanation import dated_outlet
from secondsource.collate.readings import Reading, read
from secondsource.collate.speakers import Likeness, Speaker, compare_speakers, find_speaker
from secondsource.collate.wordings import Matter, find_matters
from secondsource.types import Anchor, Conflict, ConflictKind, Span, VariantKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.types import Annotations, Article, Statement

SHOWN = 25  # at most so many words of a reading stand in an explanation
NAMED = 3  # at most so many outlets are named for one wording


def find_quoted_conflicts(
    statements: Sequence[Statement], articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> tuple[Conflict, ...]:
    """WORDING conflicts (ids w1, w2, …) and ATTRIBUTION conflicts (a1, a2, …) of the statements, in their order.

    Wordings conflict where words inside what two outlets both put in quotation marks differ by more than spelling,
    brackets and marked or terminal cuts. Attributions conflict where a statement has SPEAKER variants. `subject` is the
    statement's id.
    """
    where = {q.id: (articles[a], q) for a, notes in annotations.items() if a in articles for q in notes.quotations}
    utterances: list[tuple[str, list[Reading]]] = []
    attributions: list[Conflict] = []
    for statement in statements:
        readings = {name: read(*where[name]) for name in statement.readings}
        names = (statement.fullest, *(name for name in statement.readings if name != statement.fullest))
        marked = [readings[name] for name in names if readings[name].marked]
        if marked:
            utterances.append((statement.id, marked))
        if any(variant.kind is VariantKind.SPEAKER for variant in statement.variants):
            speakers = _speakers(readings, articles, annotations)
            anchors, explanation = _attribution(statement, readings, articles, speakers)
            name = f"a{len(attributions) + 1}"
            attributions.append(Conflict(name, ConflictKind.ATTRIBUTION, anchors, explanation, statement.id))
    wordings = [
        Conflict(f"w{number}", ConflictKind.WORDING, matter.shown, _describe(matter, articles), matter.statement)
        for number, matter in enumerate(find_matters(utterances), start=1)
    ]
    return (*wordings, *attributions)


def _speakers(
    readings: Mapping[str, Reading], articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> dict[str, Speaker]:
    """The speakers of the marked readings that give one, by quotation id."""
    found = {}
    for name, reading in readings.items():
        speaker = find_speaker(reading.quotation, articles[reading.article], annotations[reading.article], {})
        if speaker is not None and reading.marked:
            found[name] = speaker
    return found


def _whole_attribution(reading: Reading) -> Anchor:
    """From the source to the words, whichever comes first, all parts included."""
    spans = [*reading.quotation.parts, *([reading.quotation.source] if reading.quotation.source else [])]
    return Anchor(reading.article, Span(min(s.start for s in spans), max(s.end for s in spans)))


def _describe(matter: Matter, articles: Mapping[str, Article]) -> str:
    """A sentence for each wording."""
    sides: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in matter.shown:
        sides[" ".join(_text(anchor, articles).lower().split())].append(anchor)
    sentences = (f"{_named(_dated(same, articles))}: {_quoted(_text(same[0], articles))}." for same in sides.values())
    return " ".join(sentences)


def _text(anchor: Anchor, articles: Mapping[str, Article]) -> str:
    return anchor.span.of(articles[anchor.article].text)


def _quoted(text: str) -> str:
    """Words as they stand in the source, in quotation marks; long ones cut, with the mark of the cut outside."""
    words = text.split()
    return f"“{' '.join(words)}”" if len(words) <= SHOWN else f"“{' '.join(words[:SHOWN])}” …"


def _dated(anchors: Iterable[Anchor], articles: Mapping[str, Article]) -> list[str]:
    """The outlets of the anchors with their days of publication, each once."""
    return list(dict.fromkeys(dated_outlet(articles[anchor.article], with_year=False) for anchor in anchors))


def _named(outlets: Sequence[str]) -> str:
    """The outlets in words: "A", "A and B", "A, B, C and 4 others"."""
    shown = list(outlets[:NAMED])
    if len(outlets) > NAMED:
        rest = len(outlets) - NAMED
        return f"{', '.join(shown)} and {rest} {'other' if rest == 1 else 'others'}"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _attribution(
    statement: Statement,
    readings: Mapping[str, Reading],
    articles: Mapping[str, Article],
    speakers: Mapping[str, Speaker],
) -> tuple[tuple[Anchor, ...], str]:
    """The attributions at odds (source and words), those of the fullest reading's side first, and a sentence that names
    the speakers.
    """
    disputing = [v.reading for v in statement.variants if v.kind is VariantKind.SPEAKER]
    leader = speakers[statement.fullest]
    agreeing = [
        name
        for name in (statement.fullest, *statement.readings)
        if name in speakers and name not in disputing and compare_speakers(leader, speakers[name]) is Likeness.SAME
    ]
    sides: dict[str, list[Anchor]] = defaultdict(list)
    for name in dict.fromkeys([*agreeing, *disputing]):
        shown = leader.name if name in agreeing else speakers[name].name
        sides[shown].append(_whole_attribution(readings[name]))
    given = "; ".join(f"by {_named(_dated(anchors, articles))} to {name}" for name, anchors in sides.items())
    anchors = tuple(dict.fromkeys(anchor for side in sides.values() for anchor in side))
    return anchors, f"The same words are given to different speakers: {given}."
