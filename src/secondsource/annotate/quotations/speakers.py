"""Who speaks: the entity behind each quotation's source, and behind a quotation that names none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.sources import main_subject
from secondsource.types import Annotations, Article, EntityKind, Mention, MentionForm, Quotation, QuotationForm, Span

_LONGEST_MENTION = 400  # characters before a source in which a mention that covers it may start
_LONGEST_TITLE = 40  # characters of a title that is no part of the mention after it
_PLACES = re.compile(r"(?:,?\s+(?:of|in|at|from|for|the)|,?\s+[A-Z][\w.’'-]*|,)*[,\s]*")
_MODIFIER = re.compile(r",\s+|\s(?:of|for|from|by|with|in|at|on|to|who|which|that|and)\s")
_APPOSED = re.compile(r",\s(?=(?:an?|the|who|which|whose|one|some)\s)|,$")
_CLOSING = "!?.…'’”\""
_RELATIVE = frozenset(("who", "which", "that"))
_ECHOES = 400  # quotations among which an echo is looked for


def name_speakers(
    article: Article, found: Annotations, layout: Layout, quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """`quotations` with `speaker` and `entity` filled in where the text tells them."""
    named: list[Quotation] = []
    last: Quotation | None = None
    for quotation in quotations:
        if quotation.source is not None:
            done = _name(article, found, quotation, quotation.source)
            if done.entity is None and quotation.source.of(article.text).lower() == "it":
                done = _of_a_thing(found, layout, done, last)
        else:
            done = _implied(article, found, layout, quotation, last)
        named.append(done)
        if done.form is not QuotationForm.INDIRECT:
            last = done
    return tuple(_echoing(article, quotation, named) for quotation in named)


def _echoing(article: Article, quotation: Quotation, named: Sequence[Quotation]) -> Quotation:
    """A fragment without attribution, given to the speaker of a longer quotation that holds its words."""
    if quotation.form is not QuotationForm.MIXED or quotation.cue is not None or quotation.source is not None:
        return quotation
    words = " ".join(part.of(article.text) for part in quotation.parts).lower().strip(" ,.")
    for other in named[:_ECHOES]:
        if other.speaker is None or other.form is QuotationForm.INDIRECT or other.cue is None:
            continue
        if words in " ".join(part.of(article.text) for part in other.parts).lower():
            return replace(quotation, speaker=other.speaker, entity=other.entity)
    return quotation


def _name(article: Article, found: Annotations, quotation: Quotation, source: Span) -> Quotation:
    relative = source.of(article.text).lower() in _RELATIVE
    mention = (_antecedent if relative else _head_mention)(article.text, found.mentions, source)
    if mention is None and relative:
        return quotation  # "who" names nobody
    if mention is None:
        return replace(quotation, speaker=_description(_APPOSED.split(source.of(article.text), maxsplit=1)[0]))
    return replace(quotation, speaker=found.entities[mention.entity].name, entity=mention.entity)


def _head_mention(text: str, mentions: Sequence[Mention], source: Span) -> Mention | None:
    """The mention that a source phrase is about: the one that covers it, else a person's name before anything that is
    said of the head ("of", "founded by"), or right after it in apposition, else the first mention before that; None
    where the head itself is no mention ("members of the council").
    """
    first = bisect_left(mentions, source.start - _LONGEST_MENTION, key=lambda m: m.span.start)
    last = bisect_left(mentions, source.end, key=lambda m: m.span.start)
    inside = [m for m in mentions[first:last] if m.span.overlaps(source)]
    covering = [m for m in inside if m.span.contains(source)]
    if covering:
        return min(covering, key=lambda m: m.span.end - m.span.start)
    names = [m.span for m in inside if m.form is MentionForm.NAME]  # "and" may be part of one
    modifiers = _MODIFIER.finditer(text, source.start, source.end)
    modifier = next((m for m in modifiers if not any(n.contains(Span(m.start(), m.end())) for n in names)), None)
    head = modifier.start() if modifier else source.end
    in_head = [m for m in inside if m.span.start < head]
    named = [m for m in in_head if _names_person(m)]
    if not named and modifier is not None and modifier.group().strip() == ",":
        named = [m for m in inside if _names_person(m) and _apposed(text, modifier.end(), m.span.start)]
    placeless = [m for m in in_head if m.kind is not EntityKind.PLACE]
    joined = modifier is not None and modifier.group().strip() == "and"
    several = [m for m in inside if joined and m.span.end == source.end and m.form is MentionForm.NOMINAL]
    return next(iter([*named, *several, *placeless]), None)


def _apposed(text: str, start: int, name: int) -> bool:
    """Whether a name stands in apposition after the comma that ends at `start`, titles before it aside."""
    titles = text[start:name].split() if start <= name <= start + _LONGEST_TITLE else ["of"]
    return all(word[0].isupper() or word.startswith(("ex", "former")) for word in titles)


def _antecedent(text: str, mentions: Sequence[Mention], source: Span) -> Mention | None:
    """The mention that ends right before a relative pronoun, for "who" also one with a place after it ("Ann Reed of
    Norfolk, Va., who"); of several, for "who" the longest of a person or people, else the shortest of something else.
    """
    end = source.start - 1
    while end > source.start - 4 and end >= 0 and text[end] in " ,\n—–(":
        end -= 1
    first = bisect_left(mentions, source.start - _LONGEST_MENTION, key=lambda m: m.span.start)
    last = bisect_left(mentions, source.start, key=lambda m: m.span.start)
    people = source.of(text).lower() == "who"
    fitting = [m for m in mentions[first:last] if (m.kind is EntityKind.PERSON) is people]
    ending = [m for m in fitting if m.span.end == end + 1]
    if people and not ending:
        placed = (m for m in reversed(fitting) if _PLACES.fullmatch(text, m.span.end, source.start))
        return next(placed, None)
    if not ending:
        return None
    return ending[0] if people else ending[-1]


def _names_person(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME and mention.kind is EntityKind.PERSON


def _description(text: str) -> str:
    """A source that is no mention, as a description."""
    return (
        text[0].lower() + text[1:] if text.split(maxsplit=1)[0] in ("The", "A", "An", "One", "Some", "Many") else text
    )


def _implied(
    article: Article, found: Annotations, layout: Layout, quotation: Quotation, last: Quotation | None
) -> Quotation:
    """A quotation without a source: who spoke in the same or the last paragraph, else the subject of its sentence."""
    opening = layout.at(quotation.parts[0].start)
    sentence = layout.tokens[opening].sentence
    first = layout.around(opening)[0]
    subject = main_subject(layout, first, opening) if quotation.form is QuotationForm.MIXED else None
    subject = subject or _headlined(layout, quotation)
    if subject is None and last is not None and last.speaker is not None and _near(layout, last, sentence):
        return replace(quotation, speaker=last.speaker, entity=last.entity)
    if subject is None and sentence > 0:
        end = layout.bounds[sentence - 1][1]
        subject = main_subject(layout, layout.around(end - 1)[0], end) if end else None
    if subject is None:
        return quotation
    return replace(_name(article, found, quotation, subject), source=None)


def _headlined(layout: Layout, quotation: Quotation) -> Span | None:
    """The person whom a headline names right after the words that it opens with: “Late!” Venn blasts the council."""
    last = layout.at(quotation.parts[-1].end - 1)
    opening = layout.at(quotation.parts[0].start)
    first = layout.bounds[layout.tokens[opening].sentence][0]
    if layout.tokens[first].sentence or opening > first + 1:
        return None
    while layout.word_after(last) and layout.word_after(last) in _CLOSING:
        last += 1
    mention = layout.starting.get(last + 1)
    return mention.span if mention is not None and _names_person(mention) else None


def _of_a_thing(found: Annotations, layout: Layout, quotation: Quotation, last: Quotation | None) -> Quotation:
    """A quotation of which "it" is the source: whoever spoke last, if that is no person."""
    if (
        last is None
        or last.speaker is None
        or not _near(layout, last, layout.tokens[layout.at(quotation.parts[0].start)].sentence)
    ):
        return quotation
    if last.entity is not None and found.entities[last.entity].kind is EntityKind.PERSON:
        return quotation
    return replace(quotation, speaker=last.speaker, entity=last.entity)


def _near(layout: Layout, last: Quotation, sentence: int) -> bool:
    """Whether `last` stands in the paragraph of `sentence` or in the one before it."""
    paragraph = layout.sentences[layout.tokens[layout.at(last.span.end - 1)].sentence].paragraph
    return layout.sentences[sentence].paragraph - paragraph <= 1
