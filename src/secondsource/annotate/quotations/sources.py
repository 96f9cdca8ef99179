"""Who a cue belongs to: the subject of a reporting verb, as a span of the text.

Candidates are the mentions that the article's mention step found; where a cue's subject is none of them ("a survey of
voters found"), a noun phrase is read off the words.
"""

from __future__ import annotations

from secondsource.annotate.quotations.cues import ADDRESSED, GERUNDS
from secondsource.annotate.quotations.layout import Layout
from secondsource.types import EntityKind, Span

_BETWEEN = frozenset(  # words that may stand between a subject and its verb
    """has had have is was were be been being also later then first now just not never n't always often once again
    still already did does do will would could can may might must should only even ever soon simply since thus
    instead both all both himself herself themselves each finally recently previously went on to further
    reportedly ultimately immediately initially long quickly at least twice repeatedly didn't doesn't don't
    hasn't hadn't wasn't won't rightly famously apparently seemingly of course too quoted shown seen heard as
    got came comes goes keeps kept tried seemed appeared appears seems continued wants wanted likes liked used
    sometimes""".split()
)
_PREPOSITIONS = frozenset("of for from at in with to by on about against under near among over after".split())
_GOVERNING = frozenset("of for from at in with".split())  # "a spokesman for the county", not "two days after the mayor"
_DETERMINERS = frozenset(
    """the a an his her their its our my this that these those one some many several most other another two three
    four five six all both few more any no each every""".split()
)
_RELATIVES = frozenset(("who", "which", "that"))
_PRONOUNS = frozenset("he she they we i you who it".split())
_CLOSING_MARKS = frozenset(("”", '"', "“", "»", "’", "'", "''"))
_ENDS_INVERSION = frozenset(
    ("", ",", ".", "(", ";", "—", "–", "who", "on", "in", "at", "during", "after", "of", "for", "from")
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow morning afternoon evening night week month year
    weekend day time point meeting""".split()
)
_OPEN_BRACKETS, _CLOSE_BRACKETS = "([", ")]"
_REACH = 45  # tokens; a subject further from its verb is not looked for


def source_of_according_to(layout: Layout, cue_last: int) -> Span | None:
    """The source after "according to" whose last token is `cue_last`."""
    return _phrase_from(layout, cue_last + 1)


def source_of(layout: Layout, cue: int, previous: Span | None, first: Span | None = None) -> Span | None:
    """The subject of the reporting verb at token `cue`, or None. `previous` is the source of the cue before it in the
    sentence, which a participial cue shares ("..., he said, adding"); `first` that of the sentence's first cue, which
    a conjoined one shares ("they admit that ... but say").
    """
    lowest = layout.around(cue)[0]
    i = _skip_back(layout, cue - 1, lowest)
    if _inverted(layout, cue, lowest):
        found = _phrase_from(layout, cue + 1)
        if found is not None:
            return found
    if i < lowest:
        return previous
    word = layout.tokens[i].lower
    if layout.tokens[cue].lower in GERUNDS and i == cue - 1 and word in ",;—–-":
        return previous or main_subject(layout, lowest, cue)
    if word in _RELATIVES:
        j = i - 1 if layout.tokens[i - 1].lower != "," else i - 2
        if word == "who" and j in layout.ending and layout.ending[j].kind is EntityKind.PLACE:
            return layout.span(i, i)  # "Ann Reed of Norfolk, Va., who": whom it means is found later
        return _phrase_to(layout, j, lowest) if j >= lowest else None
    if layout.tokens[cue].lower in GERUNDS and word in _PREPOSITIONS:  # "accused the mayor of saying"
        accused = layout.ending.get(i - 1) if word == "of" else None
        return accused.span if accused is not None else previous or main_subject(layout, lowest, cue)
    if word in ("and", "but", "or"):
        return first or previous or main_subject(layout, lowest, cue)
    if word in ",)]—–":
        return _before_parenthesis(layout, i, lowest) or previous or main_subject(layout, lowest, cue)
    if layout.tokens[cue].lower in GERUNDS and i in layout.ending:
        start = layout.at(layout.ending[i].span.start)
        addressed = start > lowest and layout.tokens[start - 1].lower == "to"
        return (previous or main_subject(layout, lowest, cue)) if addressed else layout.ending[i].span
    return _phrase_to(layout, i, lowest) or previous or main_subject(layout, lowest, cue)


def main_subject(layout: Layout, lowest: int, before: int) -> Span | None:
    """The first mention from token `lowest` up to `before` that no preposition governs, people first."""
    fallback: Span | None = None
    i = lowest
    while i < before:
        mention = layout.starting.get(i)
        if mention is None or layout.tokens[i].marked >= 0:
            i += 1
            continue
        governed = i > lowest and layout.tokens[i - 1].lower in _PREPOSITIONS
        possessor = layout.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        if not governed and not possessor:
            if mention.kind is EntityKind.PERSON:
                return mention.span
            if mention.kind is not EntityKind.PLACE:
                fallback = fallback or mention.span
        i = max(i + 1, layout.at(mention.span.end - 1) + 1)
    return fallback


def _skip_back(layout: Layout, i: int, lowest: int) -> int:
    """The last token before the auxiliaries and adverbs that end at `i`."""
    while i >= lowest:
        word = layout.tokens[i].lower
        if word not in _BETWEEN and not (word.endswith("ly") and len(word) > 4 and i not in layout.ending):
            break
        i -= 1
    return i


def _inverted(layout: Layout, cue: int, lowest: int) -> bool:
    """Whether the verb stands before its subject: right after a quotation, or after a comma and before a person."""
    if cue + 1 >= len(layout.tokens) or layout.tokens[cue].lower in GERUNDS | ADDRESSED:
        return False
    after = layout.tokens[cue + 1]
    if after.lower in ("i", "you") or after.marked >= 0:
        return False
    phrase_follows = cue + 1 in layout.starting or after.lower in _DETERMINERS | _PRONOUNS
    before = layout.tokens[cue - 1].lower if cue > lowest else ""
    if before in _CLOSING_MARKS or (before == "," and layout.tokens[cue - 2].lower in _CLOSING_MARKS):
        return phrase_follows
    mention = layout.starting.get(cue + 1)
    if before not in (",", "—", "–") or mention is None or mention.kind is not EntityKind.PERSON:
        return False
    return layout.word_after(layout.at(mention.span.end - 1)) in _ENDS_INVERSION


def _phrase_from(layout: Layout, i: int) -> Span | None:
    """The noun phrase that starts at token `i`."""
    if i >= len(layout.tokens):
        return None
    mention = layout.starting.get(i)
    if mention is not None:
        return mention.span
    if layout.tokens[i].lower in _DETERMINERS:
        for j in range(i + 1, min(i + 7, len(layout.tokens))):
            if not layout.tokens[j].is_word or layout.tokens[j].lower in _PREPOSITIONS | _RELATIVES:
                return layout.span(i, j - 1) if j - 1 > i else None
            inner = layout.starting.get(j)
            if inner is not None and layout.at(inner.span.end - 1) >= j:
                return Span(layout.tokens[i].start, inner.span.end)
        return layout.span(i, min(i + 3, len(layout.tokens) - 1))
    for j in range(i + 1, min(i + 4, len(layout.tokens))):  # an adjective or noun before a mention: "embattled Mayor X"
        if not layout.tokens[j].is_word:
            break
        mention = layout.starting.get(j)
        if mention is not None:
            return Span(layout.tokens[i].start, mention.span.end)
    word = layout.tokens[i]
    return layout.span(i, i) if word.is_word and (word.lower.endswith("s") or word.lower in _PRONOUNS) else None


def _phrase_to(layout: Layout, i: int, lowest: int) -> Span | None:
    """The noun phrase that ends at token `i`, with the head that governs it ("a spokesman for the company")."""
    if layout.tokens[i].lower in _CLOSE_BRACKETS:
        return _before_parenthesis(layout, i, lowest)
    mention = layout.ending.get(i)
    if mention is None:
        if layout.tokens[i].lower in _TIMES:
            return None
        first = _determiner_before(layout, i, lowest)
        if first is None:
            word = layout.tokens[i].lower
            if word in _PRONOUNS or (word.endswith("s") and len(word) > 3 and layout.tokens[i].is_word):
                return layout.span(i, i)
            return None
        start, span = first, layout.span(first, i)
    else:
        start, span = layout.at(mention.span.start), mention.span
    return _governor(layout, start, lowest) or span


def _governor(layout: Layout, start: int, lowest: int) -> Span | None:
    """The phrase whose preposition governs the phrase that starts at token `start`, if any."""
    best: Span | None = None
    while start - 1 > lowest and layout.tokens[start - 1].lower in _GOVERNING:
        mention = layout.ending.get(start - 2)
        if mention is not None:
            start, best = layout.at(mention.span.start), mention.span
            continue
        first = _determiner_before(layout, start - 2, lowest)
        if first is None:
            break
        start, best = first, layout.span(first, start - 2)
    return best


def _determiner_before(layout: Layout, i: int, lowest: int) -> int | None:
    """The determiner that opens the noun phrase ending at token `i`, within six words."""
    for j in range(i, max(lowest, i - 6) - 1, -1):
        token = layout.tokens[j]
        if not token.is_word or token.marked >= 0 or token.lower in _PREPOSITIONS:
            return None
        if token.lower in _DETERMINERS and j < i:
            return j
    return None


def _before_parenthesis(layout: Layout, i: int, lowest: int) -> Span | None:
    """The phrase before the comma or bracket that opens the parenthesis which ends at token `i`."""
    closing = layout.tokens[i].lower
    if closing == "," and i - 1 > lowest and layout.tokens[i - 1].lower in _CLOSE_BRACKETS:
        return _before_parenthesis(layout, i - 1, lowest)
    best: Span | None = None
    for j in range(i - 1, max(lowest, i - _REACH) - 1, -1):
        word = layout.tokens[j].lower
        if closing in _CLOSE_BRACKETS:
            if word in _OPEN_BRACKETS:
                return _phrase_to(layout, j - 1, lowest) if j > lowest else None
            continue
        if word in _CLOSING_MARKS:
            opening = layout.starting.get(j + 1)
            return opening.span if opening is not None else best
        if word == ";":
            break
        if word in (",", "—", "–") and j > lowest:
            mention = layout.ending.get(j - 1)
            if mention is None and layout.tokens[j - 1].lower in _CLOSE_BRACKETS:
                found = _before_parenthesis(layout, j - 1, lowest)
            elif mention is None or mention.kind is EntityKind.PLACE:
                found = None
            else:
                first = layout.at(mention.span.start)
                governor = _governor(layout, first, lowest)
                governed = first > lowest and layout.tokens[first - 1].lower in _PREPOSITIONS
                found = governor or (None if governed else mention.span)
            best = found or best
            if found is not None and mention is not None and mention.kind is EntityKind.PERSON:
                return found
    return best
