"""Statements: one utterance each, with every outlet's reading of it and the differences between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.collate.evidence import Rarity, Witness, find_context, find_families, find_names, outside_stems
from secondsource.collate.grouping import Group, group_readings
from secondsource.collate.readings import content_stems, read
from secondsource.collate.speakers import find_speaker, people_by_entity, settle_speakers
from secondsource.collate.variants import find_variants, in_order
from secondsource.collate.variants.speaker import find_speaker_variants
from secondsource.types import QuotationForm, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secondsource.types import Annotations, Article, Quotation, Story


def find_statements(
    story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> tuple[Statement, ...]:
    """The statements of a story, in order of their first appearance (by publication, then by place in the text).
    `articles` and `annotations` are by article id.

    Every marked quotation is a reading of at least one statement, alone if need be; a paraphrase only where another
    quotation reports the same utterance. A long quotation is a reading of several statements where others report
    separate stretches of it.
    """
    witnesses = _witnesses(story, articles, annotations)
    rarity = Rarity(outside_stems(articles[article], annotations[article]) for article in story.articles)
    groups = group_readings(witnesses, rarity)
    grouped = {number for group in groups for number in group.members}
    groups += [Group(n, ()) for n, witness in enumerate(witnesses) if witness.reading.marked and n not in grouped]
    groups.sort(key=lambda group: (group.members[0], group.ranges))
    return tuple(_statement(f"s{n}", group, witnesses) for n, group in enumerate(groups, start=1))


def _statement(name: str, group: Group, witnesses: Sequence[Witness]) -> Statement:
    """The statement that a group of readings makes."""
    fullest = witnesses[group.host]
    others = [witnesses[number] for number in group.members if number != group.host]
    speakers = find_speaker_variants(fullest, others)
    disputed = {variant.reading for variant in speakers}
    return Statement(
        name,
        tuple(witnesses[number].reading.id for number in group.members),
        fullest.reading.id,
        settle_speakers(
            [witness.speaker for witness in (fullest, *others)],
            [witness.speaker for witness in others if witness.reading.id in disputed],
        ),
        in_order([*find_variants(fullest.reading, [other.reading for other in others]), *speakers]),
    )


def _witnesses(story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotations]) -> list[Witness]:
    """Every quotation that has words, in the story's order."""
    people = people_by_entity(story)
    found = []
    for number, identity in enumerate(story.articles):
        article, notes = articles[identity], annotations[identity]
        for quotation in _told_once(notes.quotations):
            reading = read(article, quotation)
            speaker = find_speaker(quotation, article, notes, people)
            stems = tuple(content_stems(reading.words))
            context = find_context(reading, notes, speaker)
            order = (number, quotation.span.start)
            families, names = find_families(reading), find_names(reading)
            found.append(Witness(reading, speaker, stems, families, context, order, names))
    return found


def _told_once(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations in text order, without paraphrases that stand around or inside marked words: "he said that it was
    “a joke”" reports one utterance, and the marked words stand for it.
    """
    ordered = sorted(quotations, key=lambda quotation: (quotation.span, quotation.id))
    marked = [quotation for quotation in ordered if quotation.form is not QuotationForm.INDIRECT]
    return [
        quotation
        for quotation in ordered
        if quotation.form is not QuotationForm.INDIRECT
        or not any(quotation.span.overlaps(other.span) for other in marked)
    ]
