"""Quotation marks: which stretches of a text stand inside them.

Straight, curly, low-high („ “), angled (« ») and TeX (`` '') double marks are paired paragraph by paragraph, so that an
unbalanced mark never reaches further than its own paragraph. Single marks count only outside double ones, and only
where they cannot be apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondsource.types import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch inside quotation marks. `inner` leaves the marks out, `outer` takes them in.

    `closed` is False where the closing mark is missing. `continues` is True where the speaker goes on in the next
    paragraph, which by convention opens with a mark while this one lacks its closing mark. `displayed` is True where a
    paragraph of its own stands in for marks.
    """

    inner: Span
    outer: Span
    closed: bool = True
    single: bool = False
    continues: bool = False
    displayed: bool = False


_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"[“”\"«»„‟]|``|''")
_STRAIGHT = re.compile('"')
_SINGLE = re.compile(r"[‘’‚'‹›]")
_OPENS_AFTER = frozenset(" \t\u00a0\u2009(/[{—–-:;,…‘'“")
_CLOSES_BEFORE = frozenset(" \t\u00a0\u2009)/]}—–-:;,.!?…’'”")
_CLOSERS = {"“": '”"‟', '"': '"”', "«": "»", "»": "«", "„": '“”"‟', "``": "''", "”": "”", "''": "''"}
# Where a quotation whose closing mark is missing most likely ended: a comma or full stop before the sentence goes on.
_CLAUSE_END = re.compile(r"[,.;:!?](?=\s)")
_ELISION = re.compile(r"[’‘'](?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|n)\b)", re.IGNORECASE)
_LONGEST_RUN = 6  # paragraphs that a quotation may run through without opening marks
_LONGEST_NESTED = 3000  # characters after a nested opening mark in which its closing mark is looked for
_LONGEST_SINGLE = 600  # characters; a stretch between two apostrophes further apart is not a quotation


def find_marked(text: str) -> tuple[Marked, ...]:
    """All stretches of `text` inside quotation marks, in order; none overlaps another (nested marks stay inside)."""
    found: list[Marked] = []
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text) if not m.group().isspace()]
    carried = 0  # paragraphs ahead that a quotation without opening marks of their own runs through
    for index, (start, end) in enumerate(paragraphs):
        if carried:
            carried -= 1
            found.append(_carried(text, start, end, last=not carried))
            continue
        doubles = list(_doubles(text, start, end))
        if doubles and not doubles[-1].closed:
            following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            doubles[-1] = _unclosed(text, doubles[-1], following)
            if doubles[-1].inner.end == end and not doubles[-1].continues:
                carried = _runs_on(text, paragraphs[index + 1 : index + 1 + _LONGEST_RUN])
                doubles[-1] = replace(doubles[-1], continues=bool(carried))
        found += _outermost(doubles, list(_singles(text, start, end)))
    return tuple(m for m in found if text[m.inner.start : m.inner.end].strip())


def marked_spans(text: str) -> tuple[Span, ...]:
    """The spans inside quotation marks, without the marks, in order."""
    return tuple(m.inner for m in find_marked(text))


def _doubles(text: str, start: int, end: int) -> Iterator[Marked]:
    """The double-marked stretches of one paragraph; only the last may be unclosed."""
    opened: re.Match[str] | None = None
    depth = 0
    inner = _nested_straight(text, start, end)
    for mark in _DOUBLE.finditer(text, start, end):
        sign = mark.group()
        if mark.start() in inner:
            continue
        if opened is None:
            if _can_open(text, mark, start):
                opened, depth = mark, 0
        elif opened.group() == '"' and sign in "“”" and (depth or sign == "“"):
            depth += 1 if sign == "“" else -1  # curly marks inside straight ones are a pair of their own
        elif sign in _CLOSERS[opened.group()] and not _reopens(text, mark, start, opened):
            if depth and sign != '"':
                depth -= 1
                continue
            yield Marked(Span(opened.end(), mark.start()), Span(opened.start(), mark.end()))
            opened = None
        elif sign == opened.group() == "“" and _closes_though_opening(text, mark, end):
            yield Marked(Span(opened.end(), mark.start()), Span(opened.start(), mark.end()))
            opened = None
        elif sign == opened.group() == "“":
            # A second opening mark inside a quotation: nested if a further closing mark follows, else the first
            # was left unclosed.
            ahead = min(end, mark.end() + _LONGEST_NESTED)
            if text.count("”", mark.end(), ahead) > text.count("“", mark.end(), ahead) + 1:
                depth += 1
            else:
                yield _cut_short(text, opened, mark.start())
                opened = mark
    if opened is not None:
        yield Marked(Span(opened.end(), end), Span(opened.start(), end), closed=False)


def _can_open(text: str, mark: re.Match[str], start: int) -> bool:
    sign = mark.group()
    if sign == "«" and text.find("»", mark.end(), mark.end() + 2000) >= 0:
        return True  # in French a space follows the mark
    if mark.end() >= len(text) or text[mark.end()].isspace():
        return False
    if sign == "»":  # an opening mark only in German books, and then after a space
        return mark.start() == start or text[mark.start() - 1].isspace()
    if sign in ("”", "‟", "''"):
        # A closing mark typed for an opening one: only at the start of a paragraph, after a space or a bracket.
        return sign != "‟" and (
            mark.start() == start or text[mark.start() - 1].isspace() or text[mark.start() - 1] in "(["
        )
    if sign == '"':
        before = text[mark.start() - 1] if mark.start() > start else " "
        if before == "=" or text[mark.end()] == ">":  # an attribute of markup left in the text
            return False
        if text[mark.end()] in ".,;:!?)" and not text.startswith("..", mark.end()):
            return False
        return before in _OPENS_AFTER or not (before.isdigit() or text[mark.end()] in _CLOSES_BEFORE)
    return True


def _nested_straight(text: str, start: int, end: int) -> frozenset[int]:
    """The places of a paragraph's straight marks that are a pair of their own inside a stretch between two others, as
    in "We paid for a "new" pier," she said: of four marks in a row the first two open and the others close.
    """
    places = [mark.start() for mark in _STRAIGHT.finditer(text, start, end)]
    opens = [_stands_before_word(text, place) or place == start for place in places]
    nested: set[int] = set()
    first = 0
    while first + 3 < len(places):
        if opens[first : first + 4] == [True, True, False, False]:
            nested |= set(places[first + 1 : first + 3])
            first += 4
        else:
            first += 2 if opens[first] and not opens[first + 1] else 1
    return frozenset(nested)


def _stands_before_word(text: str, place: int) -> bool:
    return text[max(0, place - 1) : place] in (" ", "\t", "(", "[") and text[place + 1 : place + 2].isalnum()


def _closes_though_opening(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether an opening mark was typed for a closing one: after the end of a clause, before a space or the end."""
    ended = text[mark.start() - 1] in ".,!?…"
    return ended and (mark.end() >= end or text[mark.end()].isspace())


def _reopens(text: str, mark: re.Match[str], start: int, opened: re.Match[str]) -> bool:
    """Whether a straight mark that could close is really an opening one inside a stretch left unclosed."""
    if mark.group() != '"' or mark.start() <= start or mark.end() >= len(text):
        return False
    before, after = text[mark.start() - 1], text[mark.end()]
    return before in " \t(" and not after.isspace() and after not in _CLOSES_BEFORE and opened.group() == "“"


def _cut_short(text: str, opened: re.Match[str], limit: int) -> Marked:
    """An unclosed stretch that ends before `limit`, at the first clause end."""
    stop = _CLAUSE_END.search(text, opened.end(), limit)
    end = stop.end() if stop else limit
    while end > opened.end() and text[end - 1].isspace():
        end -= 1
    return Marked(Span(opened.end(), end), Span(opened.start(), end), closed=False)


def _unclosed(text: str, marked: Marked, following: tuple[int, int] | None) -> Marked:
    """Where an unclosed stretch ends. One that opens a clause of its own lasts to the end of its paragraph, and
    continues where the next paragraph opens with a mark; a fragment of the reporter's sentence ends with its clause.
    """
    line_start = text.rfind("\n", 0, marked.outer.start) + 1
    before = text[line_start : marked.outer.start].rstrip()
    own_clause = not before or before.endswith((":", ",", ".", "!", "?", "”", '"', "—", "–"))
    if own_clause or text[marked.inner.start : marked.inner.end][:1].isupper():
        opens = following is not None and text[following[0] : following[1]].lstrip()[:1] in ("“", '"', "«", "„", "`")
        return replace(marked, continues=opens)
    stop = _CLAUSE_END.search(text, marked.inner.start, marked.inner.end)
    end = stop.end() if stop else marked.inner.end
    return replace(marked, inner=Span(marked.inner.start, end), outer=Span(marked.outer.start, end))


def _runs_on(text: str, following: list[tuple[int, int]]) -> int:
    """How many of the `following` paragraphs an unclosed quotation runs through until one ends with a closing mark
    that nothing in it opened; 0 if none does, or if another quotation comes first.
    """
    for number, (start, end) in enumerate(following, 1):
        first = _DOUBLE.search(text, start, end)
        if first is not None:
            return number if first.group() == "”" and not text[first.end() : end].strip() else 0
    return 0


def _carried(text: str, start: int, end: int, *, last: bool) -> Marked:
    """A paragraph inside a quotation that opened before it; the `last` one holds the closing mark."""
    inner = Span(start, text.rindex("”", start, end) if last else end)
    return Marked(inner, Span(start, end) if last else inner, closed=last, continues=not last)


def _singles(text: str, start: int, end: int) -> Iterator[Marked]:
    """Single-marked stretches of one paragraph, apostrophes left out."""
    position = start
    for mark in _SINGLE.finditer(text, start, end):
        if mark.start() < position or not _single_opens(text, mark, start):
            continue
        close = _single_close(text, mark.end(), min(end, mark.end() + _LONGEST_SINGLE))
        if close is not None:
            yield Marked(Span(mark.end(), close), Span(mark.start(), close + 1), single=True)
            position = close + 1


def _single_opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark.group() in "’›" or mark.end() >= len(text):
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    if before not in _OPENS_AFTER or text[mark.end()].isspace() or not text[mark.end()].isalnum():
        return False
    return not _ELISION.match(text, mark.start())


def _single_close(text: str, start: int, end: int) -> int | None:
    """The place of the mark that closes a single-marked stretch: the first after punctuation, else the first that is
    no plural possessive ("the boys' club"), else the last candidate.
    """
    weak: int | None = None
    for mark in _SINGLE.finditer(text, start, end):
        if mark.group() in "‘‚‹" and text[mark.start() - 1].isspace():
            return weak  # a new stretch opens
        after = text[mark.end()] if mark.end() < len(text) else " "
        before = text[mark.start() - 1]
        if after.isalnum() or before.isspace() or mark.group() in "‘‚‹":
            continue
        if before in ",.?!…" or before != "s" or after in ",.;:?!)":
            return mark.start()
        weak = mark.start()
    return weak


def _outermost(doubles: list[Marked], singles: list[Marked]) -> list[Marked]:
    """Double- and single-marked stretches in order, without those inside another, and without single-marked ones that
    cross a double-marked one. Each list is in order, and its stretches do not overlap.
    """
    kept: list[Marked] = []
    for marked in sorted([*doubles, *singles], key=lambda m: (m.outer.start, -m.outer.end)):
        if kept and marked.outer.start < kept[-1].outer.end:
            if kept[-1].single and not kept[-1].inner.contains(marked.outer):
                kept[-1] = marked  # the apostrophes only looked like marks
            continue
        kept.append(marked)
    return kept
