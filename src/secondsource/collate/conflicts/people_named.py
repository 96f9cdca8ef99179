"""Where a report names people in full."""

from __future__ import annotations

from secondsource.collate.conflicts.sides import Report
from secondsource.types import EntityKind, MentionForm, Span
from secondsource.types.words import fold, word_spans

Name = tuple[str, ...]  # first and last word, folded


def people_named(report: Report) -> list[tuple[Name, Span]]:
    """The names of persons in the report, by first and last word, with each place where the name is given in full."""
    text, entities = report.article.text, report.read.entities
    found: list[tuple[Name, Span]] = []
    for mention in report.read.mentions:
        if mention.kind is EntityKind.PERSON and mention.form is MentionForm.NAME:
            name = _name_words(entities[mention.entity].name)
            place = _place_of(name, text, mention.span) if len(name) == 2 else None
            if place is not None:
                found.append((name, place))
    return found


def _place_of(name: Name, text: str, mention: Span) -> Span | None:
    """The mention from the first word of the name on, not "the agent" of "the agent Ann Moor"; None where it has not
    both words.
    """
    words = {fold(word.of(text)): word for word in reversed(word_spans(text, *mention))}
    return Span(words[name[0]].start, mention.end) if name[0] in words and name[1] in words else None


def _name_words(name: str) -> tuple[str, ...]:
    """First and last word of a name, folded, without initials."""
    words = [fold(span.of(name)) for span in word_spans(name)]
    words = [word for word in words if len(word.replace(".", "")) > 1]
    return (words[0], words[-1]) if len(words) > 1 else tuple(words)
