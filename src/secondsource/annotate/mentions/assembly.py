"""All mentions of an article, from its names, nominals and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotate.mentions.found import Found
from secondsource.annotate.mentions.heads import Known
from secondsource.annotate.mentions.names import Name, find_names, found_name
from secondsource.annotate.mentions.nominals import find_nominals
from secondsource.annotate.mentions.page import Page
from secondsource.annotate.mentions.reading import Heard
from secondsource.annotate.mentions.titles import ALWAYS_BEFORE
from secondsource.annotate.mentions.tokens import Shape, Token
from secondsource.types import EntityKind, Gender, MentionForm, Span

_PRONOUNS = {
    "he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "himself": Gender.MALE,
    "she": Gender.FEMALE, "her": Gender.FEMALE, "hers": Gender.FEMALE, "herself": Gender.FEMALE,
    "they": None, "them": None, "their": None, "theirs": None, "themselves": None,
}  # fmt: skip


def assemble(page: Page, heard: Heard) -> tuple[Found, ...]:
    """The mentions of all lines, in order of start, then longest first; `heard` are the names that a reader found."""
    found: list[Found] = []
    for line, names in zip(page.lines, find_names(page, heard), strict=True):
        known = _known(names)
        nominals, titles = find_nominals(line.tokens, known)
        named = [_with_title(page, name, found_name(page, name, kind), titles) for name, kind in names]
        here = [*named, *nominals, *_pronouns(line.tokens, known)]
        here += [_handle(token) for token in line.tokens if token.shape is Shape.HANDLE and len(token.word) > 2]
        here.sort(key=lambda f: (f.span.start, -f.span.end))
        found += sorted([*here, *_coordinations(page.text, here)], key=lambda f: (f.span.start, -f.span.end))
    return tuple(found)


def _known(names: Sequence[tuple[Name, EntityKind]]) -> Known:
    starting: dict[int, int] = {}
    for name, _ in names:
        starting[name.start] = max(name.end, starting.get(name.start, 0))
    cores = {name.name: name.end for name, _ in names}
    covered = frozenset(i for name, _ in names for i in range(name.start, name.end))
    return Known(starting, cores, covered)


def _with_title(page: Page, name: Name, found: Found, titles: dict[int, tuple[int, Found]]) -> Found:
    """A name with the title in small letters before it: "the company's chief executive Ann Reed"."""
    tokens, title = page.lines[name.line].tokens, titles.get(name.start)
    if title is None or (found.kind is EntityKind.PERSON) != (title[1].kind is EntityKind.PERSON):
        before = tokens[name.start - 1] if name.start else None
        if not found.title or before is None or before.low not in ALWAYS_BEFORE:
            return found
        words = page.text[before.start : tokens[name.name].start].rstrip()
        return replace(found, span=Span(before.start, found.span.end), title=words)
    first, nominal = title
    words = page.text[tokens[first].start : tokens[name.start].start].rstrip()
    return replace(
        found,
        span=Span(tokens[first].start, found.span.end),
        determiner=nominal.determiner,
        title=" ".join(filter(None, (words, found.title))),
        descriptions=(*found.descriptions, *nominal.descriptions),
        gender=found.gender or nominal.gender,
        age=nominal.age,
    )


def _handle(token: Token) -> Found:
    span = Span(token.start, token.end)
    return Found(span, EntityKind.PERSON, MentionForm.NAME, span)


def _pronouns(tokens: Sequence[Token], known: Known) -> list[Found]:
    found = []
    for i, token in enumerate(tokens):
        if token.low in _PRONOUNS and i not in known.covered:
            span, gender = Span(token.start, token.end), _PRONOUNS[token.low]
            kind = EntityKind.PERSON
            found.append(Found(span, kind, MentionForm.PRONOUN, span, token.low, gender=gender, plural=gender is None))
    return found


def _coordinations(text: str, found: Sequence[Found]) -> list[Found]:
    """People joined by "and", two or more: "Ann Reed, Bob Hale and their son"."""
    singles = [f for f in found if f.kind is EntityKind.PERSON and f.form is not MentionForm.PRONOUN and not f.plural]
    outer = [f for i, f in enumerate(singles) if not (i and singles[i - 1].span.contains(f.span))]
    joined: list[Found] = []
    i = 0
    while i < len(outer):
        j = i
        while j + 1 < len(outer) and text[outer[j].span.end : outer[j + 1].span.start].strip() == ",":
            j += 1
        last = j + 1
        if last < len(outer) and text[outer[j].span.end : outer[last].span.start].strip() in ("and", "&", ", and"):
            members = outer[i : last + 1]
            if all(m.form is MentionForm.NAME for m in members) or len(members) == 2:
                span = Span(members[0].span.start, members[-1].span.end)
                cores = tuple(m.core for m in members)
                named = all(m.form is MentionForm.NAME for m in members)
                form = MentionForm.NAME if named else MentionForm.NOMINAL
                joined.append(Found(span, EntityKind.PERSON, form, span, plural=True, members=cores))
                i = last + 1
                continue
        i += 1
    return joined
