"""Statements: one utterance each, with every outlet's reading of it and the differences between them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from secondsource.collate.grouping import Group, group_readings
from secondsource.collate.rarity import Rarity
from secondsource.collate.readings import read
from secondsource.collate.speakers import find_speaker, people_by_entity, settle_speakers
from secondsource.collate.variants import find_variants, in_order
from secondsource.collate.variants.speaker import find_speaker_variants
from secondsource.collate.witness import Witness, outside_stems, witness_of
from secondsource.types import QuotationForm, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secondsource.collate.readings import Reading
    from secondsource.types import Annotations, Article, Quotation, Span, Story


def find_statements(
    story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> tuple[Statement, ...]:
    """The statements of a story, in order of their first appearance (by publication, then by place in the text).
    `articles` and `annotations` are by article id.

    Every marked quotation is a reading of at least one statement, alone if need be; a paraphrase only where another
    quotation reports the same utterance. A long quotation is a reading of several statements where others report
    separate stretches of it.
    """
    witnesses = find_witnesses(story, articles, annotations)
    outside = [outside_stems(articles[article], annotations[article]) for article in story.articles]
    rarity = Rarity(outside, [witness.families for witness in witnesses])
    groups = group_readings(witnesses, rarity)
    grouped = {number for group in groups for number in group.members}
    groups += [Group(n, (n,)) for n, witness in enumerate(witnesses) if witness.reading.marked and n not in grouped]
    groups.sort(key=lambda group: group.members)
    marked: dict[str, list[Reading]] = defaultdict(list)
    for witness in witnesses:
        if witness.reading.marked:
            marked[witness.reading.article].append(witness.reading)
    return tuple(_statement(f"s{n}", group, witnesses, marked) for n, group in enumerate(groups, start=1))


def _statement(
    name: str, group: Group, witnesses: Sequence[Witness], marked: Mapping[str, Sequence[Reading]]
) -> Statement:
    """The statement that a group of readings makes. `marked` are the marked readings by article."""
    fullest = witnesses[group.host]
    others = [witnesses[number] for number in group.members if number != group.host]
    speakers = find_speaker_variants(fullest, others)
    disputed = {variant.reading for variant in speakers}
    beside = marked[fullest.reading.article] if others else ()
    neighbours = [reading for reading in beside if reading is not fullest.reading]
    return Statement(
        name,
        tuple(witnesses[number].reading.id for number in group.members),
        fullest.reading.id,
        settle_speakers(
            [witness.speaker for witness in (fullest, *others)],
            [witness.speaker for witness in others if witness.reading.id in disputed],
        ),
        in_order([*find_variants(fullest.reading, [other.reading for other in others], neighbours), *speakers]),
    )


def find_witnesses(
    story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> list[Witness]:
    """Every quotation that has words, in the story's order."""
    people = people_by_entity(story)
    found = []
    for number, identity in enumerate(story.articles):
        article, notes = articles[identity], annotations[identity]
        quotations = _told_once(notes.quotations)
        speakers = [find_speaker(quotation, article, notes, people) for quotation in quotations]
        said = Counter(speaker.name if speaker else "" for speaker in speakers)
        for quotation, speaker in zip(quotations, speakers, strict=True):
            order = (number, quotation.span.start)
            count = said[speaker.name if speaker else ""]
            found.append(witness_of(read(article, quotation), speaker, notes, order, count))
    return found


def _told_once(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations in text order, without paraphrases that stand around or inside marked words: "he said that it was
    “a joke”" reports one utterance, and the marked words stand for it.
    """
    ordered = sorted(quotations, key=lambda quotation: (quotation.span, quotation.id))
    marked = [quotation.span for quotation in ordered if quotation.form is not QuotationForm.INDIRECT]
    starts = [span.start for span in marked]
    ends = list(itertools.accumulate((span.end for span in marked), max))  # how far those up to each reach

    def has_marked(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before > 0 and ends[before - 1] > span.start

    return [q for q in ordered if q.form is not QuotationForm.INDIRECT or not has_marked(q.span)]
