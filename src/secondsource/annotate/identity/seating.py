"""Where each mention stands: its sentence, whether it is inside quotation marks, and the part it plays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from secondsource.annotate.identity.character import Place, Seat, word_after, word_before
from secondsource.annotate.mentions import Found
from secondsource.annotate.mentions.lexicon import lexicon, parts_of_speech
from secondsource.types import Article, EntityKind, MentionForm, Sentence, Span

REPORTS = frozenset(
    """said says told tells asked asks added adds wrote writes tweeted tweets argued argues claimed claims replied
    explained insisted insists noted notes recalled continued continues responded responds concluded declared announced
    testified joked warned stated believes thinks wondered pointed suggested admitted acknowledged predicted vowed
    promised urged denied countered agreed complained maintained confirmed""".split()
)
_ISSUES = re.compile(
    r"\s+(?:issued|released|put\s+out|sent\s+out|posted)\s+an?\s+(?:[\w-]+\s+){0,3}(?:statement|tweet)"
)
_BESIDE = re.compile(  # "Ann Reed, the mayor of Norfolk, said", "Rep. Ann Reed (D-Ohio) said"
    r"\s*(?:,[^,.;:“”\"()]{1,90}(?:,[^,.;:“”\"()]{1,30})?,|,\s+[RDI]-[A-Z][A-Za-z.]{1,6},|\([^()]{1,30}\))\s+(\w+)"
)
_DEEPEST = 6  # mentions inside one another


def seat_mentions(
    article: Article, sentences: Sequence[Sentence], found: Sequence[Found], marked: Sequence[Span]
) -> list[Seat]:
    """One seat for each mention, in the order of `found`."""
    starts = [s.span.start for s in sentences]
    opens = [m.start for m in marked]
    turns, turn = [], 0
    for sentence in sentences:
        turns.append(turn)
        turn += not _inside(opens, marked, sentence.span)
    seats = []
    around: list[Found] = []
    led = -1  # the sentence whose leading person was found last
    for mention in found:
        around = [outer for outer in around if outer.span.end > mention.span.start][-_DEEPEST:]
        index = max(0, bisect_right(starts, mention.span.start) - 1)
        sentence = sentences[index]
        quoted = _inside(opens, marked, mention.core)
        place = _inner_place(around, mention) or _place(article.text, sentence.span, mention)
        around.append(mention)
        speaks = place is Place.SUBJECT and _speaks(article.text, sentence.span, mention)
        person = mention.kind is EntityKind.PERSON and mention.form is not MentionForm.PRONOUN
        leads = person and place is Place.SUBJECT and not quoted and index != led
        if leads:
            led = index
        seats.append(Seat(index, sentence.paragraph, turns[index], place, quoted, speaks, leads))
    return seats


def _inner_place(around: Sequence[Found], mention: Found) -> Place | None:
    """The part of a mention inside another: before its noun ("a Reed aide") or after it ("an aide to Reed")."""
    for outer in reversed(around):
        if outer.members or not outer.span.contains(mention.span):
            continue
        if mention.span.end <= outer.core.start:
            return Place.POSSESSOR
        if mention.span.start >= outer.core.end:
            return Place.OBLIQUE
    return None


def _inside(opens: list[int], marked: Sequence[Span], span: Span) -> bool:
    """Whether a span lies in a marked stretch, a few characters of punctuation at its ends aside."""
    index = bisect_right(opens, span.start + 1) - 1
    return index >= 0 and span.start + 1 < marked[index].end and span.end <= marked[index].end + 2


def _place(text: str, sentence: Span, mention: Found) -> Place:
    before = word_before(text, mention.span.start, sentence.start)
    after = text[mention.span.end : mention.span.end + 2]
    if after in ("'s", "’s") or (mention.determiner in ("his", "their") and mention.form is MentionForm.PRONOUN):
        return Place.POSSESSOR
    if mention.form is MentionForm.PRONOUN:
        return _pronoun_place(text, sentence, mention)
    if before == "to" and "according" in text[max(0, mention.span.start - 14) : mention.span.start].lower():
        return Place.SUBJECT
    if before in lexicon().closed["preposition"]:
        return Place.OBLIQUE
    if before in REPORTS:
        return Place.SUBJECT if _inverted(text, sentence, mention, before) else Place.OBJECT
    flags = parts_of_speech(before)
    if before and flags and set(flags) & set("dsvg") and not set(flags) & set("na"):
        return Place.OBJECT
    return Place.SUBJECT


def _inverted(text: str, sentence: Span, mention: Found, before: str) -> bool:
    """Whether the verb `before` the mention follows a quotation or a comma: “…,” said Ann Reed."""
    head = text[max(sentence.start, mention.span.start - 30) : mention.span.start].rstrip()
    return head[: -len(before)].rstrip()[-1:] in ",”\"“'’!?"


def _speaks(text: str, sentence: Span, mention: Found) -> bool:
    after = word_after(text, mention.span.end, sentence.end)
    before = word_before(text, mention.span.start, sentence.start)
    if after in REPORTS or (before in REPORTS and _inverted(text, sentence, mention, before)):
        return True
    if _ISSUES.match(text, mention.span.end, sentence.end):
        return True
    beside = _BESIDE.match(text, mention.span.end, sentence.end) if after in (",", "(") else None
    return beside is not None and beside[1] in REPORTS


def _pronoun_place(text: str, sentence: Span, mention: Found) -> Place:
    if mention.determiner in ("he", "she", "they"):
        return Place.SUBJECT
    if mention.determiner == "her" and is_possessive_her(text, sentence, mention):
        return Place.POSSESSOR
    return Place.OBJECT


def is_possessive_her(text: str, sentence: Span, mention: Found) -> bool:
    """Whether "her" stands before a noun ("her attorney") and not for one ("told her on Monday")."""
    after = word_after(text, mention.span.end, sentence.end)
    if not after[:1].isalpha() or after in lexicon().function_words:
        return after in ("own", "two", "three", "four", "other", "many")
    if after not in lexicon().calendar:
        return True
    then = text[mention.span.end : min(sentence.end, mention.span.end + 40)].split()[
        1:2
    ]  # "her Aug. 30 primary", "told her Monday that"
    return bool(then) and (then[0][0].isdigit() or (then[0].islower() and then[0] not in lexicon().function_words))
