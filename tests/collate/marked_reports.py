"""Reports written by hand with their annotations in them, made into a story.

A report begins with a line ``== Outlet, 2024-03-05`` (the day of publication may be left out). Its text follows; a
blank line ends a paragraph, and a full stop, question or exclamation mark before a space ends a sentence. Marked words
carry their annotation after an equals sign::

    The storm hit on {Friday = 2024-03-08}. {Ann Moor = person} counted {about 50 = about 50 tree}.
    {We lost the roof = said by Ann Moor} {Shame on them! = commentary}

A date is a day, month, year or week (``2024-W10``), as in the timeline; ``2024-03-08 absolute`` gives its basis, which
is otherwise publication. A figure is [modifier] value [unit or counted noun]. ``commentary`` marks its sentence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

from secondsource.types import (
    Annotations,
    Article,
    DateBasis,
    DateMention,
    Entity,
    EntityKind,
    Figure,
    Mention,
    MentionForm,
    Origin,
    Person,
    Precision,
    Quotation,
    QuotationForm,
    Sentence,
    Span,
    Story,
    Voice,
)

_HEAD = re.compile(r"^== (?P<outlet>[^,\n]+)(?:, (?P<day>\d{4}-\d\d-\d\d))?$", re.MULTILINE)
_MARK = re.compile(r"\{(?P<words>[^{}]*?) = (?P<value>[^{}]*)\}")
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][”\"]?(?=\s|$)|(?=\n|$))")
_DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?)(?: (absolute|publication|text))?")
_FIGURE = re.compile(
    r"(?:(about|nearly|more than|less than|at least|at most) )?([\d.]+)(?: (%|[$£€]|mile|year old|year))?(?: (\w+))?"
)


@dataclass(frozen=True)
class Told:
    """A story with its articles and annotations, by outlet."""

    story: Story
    articles: dict[str, Article]
    annotations: dict[str, Annotations]


@dataclass
class _Read:
    """What the marks of one report say."""

    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    commentary: list[Span] = field(default_factory=list)


def tell(document: str) -> Told:
    """The story of the reports in `document`; each is an origin of its own."""
    heads = list(_HEAD.finditer(document))
    articles, annotations = {}, {}
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = document[head.end() : following.start() if following else len(document)].strip()
        outlet = head["outlet"]
        text, read = _unmarked(outlet, body)
        day = date.fromisoformat(head["day"]) if head["day"] else None
        articles[outlet] = Article(outlet, outlet, text, published=day)
        annotations[outlet] = _annotations(outlet, text, read)
    people: dict[str, list[tuple[str, int]]] = {}
    for outlet, told in annotations.items():
        for number, entity in enumerate(told.entities):
            people.setdefault(entity.name, []).append((outlet, number))
    story = Story(
        "story",
        tuple(articles),
        tuple(Origin(f"o-{outlet}", outlet, (outlet,)) for outlet in articles),
        tuple(Person(name, EntityKind.PERSON, tuple(entities)) for name, entities in people.items()),
    )
    return Told(story, articles, annotations)


def _unmarked(outlet: str, body: str) -> tuple[str, _Read]:
    text, position, read = "", 0, _Read()
    for mark in _MARK.finditer(body):
        text += body[position : mark.start()]
        span = Span(len(text), len(text) + len(mark["words"]))
        text += mark["words"]
        position = mark.end()
        _note(outlet, span, mark["words"], mark["value"], read)
    return text + body[position:], read


def _note(outlet: str, span: Span, words: str, value: str, read: _Read) -> None:
    if value == "commentary":
        read.commentary.append(span)
    elif value == "person" or value.startswith("person: "):
        read.mentions.append(Mention(span, EntityKind.PERSON, MentionForm.NAME, len(read.entities)))
        read.entities.append(Entity(value.removeprefix("person").removeprefix(": ") or words, EntityKind.PERSON))
    elif value.startswith("said by "):
        number = len(read.quotations) + 1
        speaker = value.removeprefix("said by ")
        read.quotations.append(Quotation(f"{outlet}-q{number}", (span,), QuotationForm.DIRECT, speaker=speaker))
    elif dated := _DATE.fullmatch(value):
        read.dates.append(_date(span, dated[1], DateBasis(dated[2] or "publication")))
    elif figure := _FIGURE.fullmatch(value):
        number_ = float(figure[2])
        read.figures.append(Figure(span, number_, number_, figure[3] or "", figure[1] or "", figure[4] or ""))
    else:
        raise ValueError(f"not a mark: {words} = {value}")


def _date(span: Span, value: str, basis: DateBasis) -> DateMention:
    if "W" in value:
        first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return DateMention(span, value, Precision.WEEK, basis, first, first + timedelta(days=6))
    if len(value) == 10:
        day = date.fromisoformat(value)
        return DateMention(span, value, Precision.DAY, basis, day, day)
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        last = date(year, month, monthrange(year, month)[1])
        return DateMention(span, value, Precision.MONTH, basis, date(year, month, 1), last)
    return DateMention(span, value, Precision.YEAR, basis, date(int(value), 1, 1), date(int(value), 12, 31))


def _annotations(outlet: str, text: str, read: _Read) -> Annotations:
    sentences = tuple(
        Sentence(Span(*match.span()), text.count("\n\n", 0, match.start())) for match in _SENTENCE.finditer(text)
    )
    return Annotations(
        outlet,
        "by hand",
        sentences,
        tuple(read.entities),
        tuple(read.mentions),
        tuple(read.quotations),
        tuple(read.dates),
        tuple(read.figures),
        tuple(_voice(sentence, read) for sentence in sentences),
    )


def _voice(sentence: Sentence, read: _Read) -> Voice:
    if any(sentence.span.overlaps(span) for span in read.commentary):
        return Voice.COMMENTARY
    if any(sentence.span.overlaps(part) for quotation in read.quotations for part in quotation.parts):
        return Voice.ATTRIBUTED
    return Voice.REPORTED
