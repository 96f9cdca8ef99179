"""Figures of an article: numbers with their unit, modifier and the noun they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondsource.annotate.figures.modifiers import modifier_of
from secondsource.annotate.figures.nouns import counted_noun
from secondsource.annotate.figures.numbers import BIG, NUMBER, PARTS, START, number_value, parts_value, scale_of
from secondsource.annotate.figures.surroundings import (
    is_age,
    is_change,
    is_name_or_time,
    is_one_of_many,
    is_score,
    is_share,
)
from secondsource.annotate.figures.units import inches_at, unit_at
from secondsource.types import Article, DateMention, Figure, Sentence, Span

_CURRENCY = r"(?:US\$|A\$|C\$|[$£€¥₹])"
_SCALE = r"(?:\s?(?:bn|tn|mn)|[mk])(?![\w])"
_START = re.compile(rf"(?<![\w.,/:#@'’°&-])(?:between\s+)?(?:{_CURRENCY}\s?)?{START}", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?P<between>between\s+)?(?P<currency>{_CURRENCY})?\s?(?:(?P<parts>{PARTS})|(?P<half>half)(?=\s+(?:of|the|an?)\s)(?!\s+an?\s+{BIG})"
    rf"|(?P<first>{NUMBER})(?P<scale>{_SCALE})?"
    rf"(?:(?P<join>\s?[-–—‑]\s?|\s+(?:to|or)\s+|(?(between)\s+and\s+|(?!)))(?:{_CURRENCY})?"
    rf"(?P<second>{NUMBER})(?P<second_scale>{_SCALE})?(?![-–]\d))?"
    r"(?P<whole>\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty)\b)?)"
    r"(?![/:]\d|[.,]\d|[-–]\d|['’]\d)",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|his|her|their|our|those|these|\d)")  # "12 of the 50 workers"
_HYPHENS = ("-", "‑", "–")
_ARTICLE = re.compile(r"\s+an?\b")
_SIGN = re.compile(rf"{_CURRENCY}\s?$")
_LONGEST = 1e15  # no report counts further; longer runs of digits are codes


def find_figures(
    article: Article, sentences: Sequence[Sentence], dates: Sequence[DateMention] = ()
) -> tuple[Figure, ...]:
    """The figures in `sentences` of `article`, in text order; nothing that belongs to one of `dates` is a figure.

    A span is the number with its unit ("$1.2 billion", "40 percent", "45-year-old"), without modifier and noun.
    """
    found: list[Figure] = []
    taken = iter(dates)
    date = next(taken, None)
    for sentence in sentences:
        for figure in _figures(article.text, sentence.span):
            while date is not None and date.span.end <= figure.span.start:
                date = next(taken, None)
            if date is None or not date.span.overlaps(figure.span):
                found.append(figure)
    return tuple(found)


def _figures(text: str, sentence: Span) -> Iterator[Figure]:
    end = sentence.start
    for start in _START.finditer(text, sentence.start, sentence.end):
        if start.start() < end:
            continue
        match = _FIGURE.match(text, start.start(), sentence.end)
        if match is None:
            continue
        end = max(match.end(name) for name in ("first", "second", "parts", "half"))
        for figure in _numbers(text, match, sentence) if match["first"] else _part(text, match, sentence):
            yield figure
            end = max(end, figure.span.end)


def _numbers(text: str, match: re.Match[str], sentence: Span) -> Iterator[Figure]:
    """The one figure of a match, or the two of a change ("rose from 10 to 20", "$4 million to $90,000")."""
    if match["second"] and (is_change(text, match, sentence) or _falls(match)):
        for name, scale in (("first", "scale"), ("second", "second_scale")):
            sign = _SIGN.search(text, match.start(), match.start(name))
            span = Span(sign.start() if sign else match.start(name), max(match.end(name), match.end(scale)))
            yield _figure(text, span, (_worth(match, name),) * 2, _currency(match), sentence)
        return
    if is_name_or_time(text, match, sentence):
        return
    low, high = _bounds(match)
    if max(low, high) > _LONGEST:
        return
    start = match.start("currency") if match["currency"] else match.start("first")
    if match["whole"] and is_share(text, match, sentence):
        whole = number_value(match["whole"].split()[-1])
        yield _figure(text, Span(start, match.end()), (100 * low / whole,) * 2, "%", sentence)
        return
    span = Span(start, match.end("second") if match["second"] else match.end("first"))
    for name in ("second_scale", "scale"):
        span = Span(start, max(span.end, match.end(name)))
    if match["second"] and is_score(text, match, sentence):
        yield Figure(Span(start, match.end("second")), min(low, high), max(low, high), unit="score")
        return
    figure = _figure(text, span, (min(low, high), max(low, high)), _currency(match), sentence)
    if not is_one_of_many(text, match, figure, sentence):
        yield figure


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """The value of a number, twice, or both ends of a range: "1 to 2 million" begins at a million."""
    first = _worth(match, "first")
    if not match["second"]:
        return first, first
    second = _worth(match, "second")
    scale = scale_of(match["second"] + (match["second_scale"] or ""))
    if scale > 1 and first < 1000 and scale_of(match["first"] + (match["scale"] or "")) == 1:
        first *= scale
    return first, second


def _falls(match: re.Match[str]) -> bool:
    """Whether of two sums of money with "to" between them the second is the lower one: then they are no range."""
    first, second = _bounds(match)
    return bool(match["currency"]) and match["join"].strip() == "to" and first > second


def _worth(match: re.Match[str], name: str) -> float:
    scale = match["scale" if name == "first" else "second_scale"]
    return number_value(match[name] + (scale or ""))


def _part(text: str, match: re.Match[str], sentence: Span) -> Iterator[Figure]:
    """Two-thirds of voters, half the seats; half an hour is a number of hours."""
    span = Span(match.start("parts") if match["parts"] else match.start("half"), match.end())
    share = parts_value(match["parts"]) if match["parts"] else 0.5
    modifier, _ = modifier_of(text, *span, sentence)
    if match["half"]:
        article = _ARTICLE.match(text, span.end, sentence.end)
        unit, end, _ = unit_at(text, article.end() if article else span.end, sentence.end)
        if unit:
            yield Figure(Span(span.start, end), share, share, unit, modifier)
            return
    if match["parts"] and not match["parts"].endswith("s") and not text.startswith(" of ", span.end):
        return
    noun = counted_noun(text, span.end, sentence.end, plural=False, parts=True)
    yield Figure(span, round(100 * share, 1), round(100 * share, 1), "%", modifier, noun)


def _figure(text: str, span: Span, values: tuple[float, float], unit: str, sentence: Span) -> Figure:
    """A figure with what stands around it: unit, modifier, and the noun it counts."""
    low, high = values
    after, end, joined = span.end, span.end, False
    if not unit:
        unit, end, joined = unit_at(text, after, sentence.end)
    if unit == "foot" and (inches := inches_at(text, end, sentence.end)):
        more = number_value(inches["inches"]) / 12
        low, high, end = low + more, high + more, inches.end()
    if not unit and is_age(text, span, sentence):
        unit = "year old"
    modifier, after = modifier_of(text, span.start, end, sentence)
    hyphen = text[after : after + 1] in _HYPHENS
    if hyphen:  # "12-member panel" counts members
        limit = _end_of_word(text, after + 1, sentence.end)
        return Figure(Span(span.start, end), low, high, unit, modifier, counted_noun(text, after, limit))
    some = unit == "%" or _is_money(unit) or _SOME_OF.match(text, after, sentence.end) is not None
    plural = high != 1 and not joined and not _is_money(unit)
    noun = counted_noun(text, after, sentence.end, plural=plural, parts=some)
    return Figure(Span(span.start, end), low, high, unit, modifier, noun)


def _currency(match: re.Match[str]) -> str:
    written = (match["currency"] or "").upper()
    return "$" if written == "US$" else written


def _is_money(unit: str) -> bool:
    return unit[-1:] in ("$", "£", "€", "¥", "₹")


def _end_of_word(text: str, position: int, limit: int) -> int:
    while position < limit and text[position].isalnum():
        position += 1
    return position
