"""Mentions by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.annotate.mentions.capitals import capital_runs, listed_length
from secondsource.annotate.mentions.found import Found
from secondsource.annotate.mentions.headlines import headline_runs, longest_names
from secondsource.annotate.mentions.kinds import Votes, decide, votes_for
from secondsource.annotate.mentions.lexicon import is_given, lexicon
from secondsource.annotate.mentions.page import Page
from secondsource.annotate.mentions.reading import Heard, add_vote
from secondsource.annotate.mentions.titles import describe, split_title, title_gender
from secondsource.annotate.mentions.tokens import Shape, Token
from secondsource.types import EntityKind, MentionForm, Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its sentence: the title is ``tokens[start:name]``, the name ``tokens[name:end]``."""

    line: int
    start: int
    name: int
    end: int
    votes: Votes

    def words(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The name's words in lower case."""
        return tuple(t.low for t in tokens[self.name : self.end] if t.low != ",")


def find_names(page: Page, heard: Heard) -> list[list[tuple[Name, EntityKind]]]:
    """The names of each line with their kinds, in order. Names inside titles come before the name they stand before.
    `heard` are the names that a reader found.
    """
    plain: list[list[Name]] = []
    for number, line in enumerate(page.lines):
        runs = [] if line.headline else capital_runs(page, line)
        plain.append([name for run in runs for name in _names_in(page, number, run)])
    known = {name.words(page.lines[name.line].tokens) for names in plain for name in names}
    known |= {name[-1:] for name in known if len(name) > 1 and name[-1] in page.surnames}
    longest = longest_names(known)
    for number, line in enumerate(page.lines):
        if line.headline:
            plain[number] = [
                name for run in headline_runs(line, known, longest) for name in _names_in(page, number, run)
            ]
    for name in (name for names in plain for name in names if heard and name.name < name.end):
        tokens = page.lines[name.line].tokens
        add_vote(name.votes, Span(tokens[name.name].start, tokens[name.end - 1].end), heard)
    kinds = decide((name.words(page.lines[name.line].tokens), name.votes) for names in plain for name in names)
    return [
        [(name, _kind(kinds, name, page.lines[name.line].tokens)) for name in names if name.name < name.end]
        for names in plain
    ]


def _kind(kinds: dict[tuple[str, ...], EntityKind], name: Name, tokens: Sequence[Token]) -> EntityKind:
    return EntityKind.PERSON if name.name > name.start else kinds[name.words(tokens)]


def _names_in(page: Page, number: int, run: tuple[int, int]) -> Iterator[Name]:
    tokens = page.lines[number].tokens
    place = run[1] - 2
    if place - run[0] > 1 and is_given(tokens[place].low) and listed_length(tokens, run[0]) == place - run[0]:
        yield from _names_in(page, number, (run[0], place))  # the envoy "to the United States Ann Reed"
        run = (place, run[1])
    split = split_title(tokens, *run, page.surnames)
    if split.name > split.start or split.name == split.end:
        yield from _inside_title(tokens, number, split.start, split.name)
    if split.name == split.end:
        return
    if split.name == split.start and all(_is_demonym(t.low) for t in tokens[split.name : split.end]):
        return  # "American", "Democrats": an adjective, or people (see nominals)
    titled = split.name > split.start
    if split.end - split.name == 1 and tokens[split.name].low in lexicon().parts["plain"]:
        return
    yield Name(number, split.start, split.name, split.end, votes_for(tokens, split.name, split.end, titled))


def _is_demonym(low: str) -> bool:
    noun = lexicon().roles.get(low.rsplit("-", 1)[-1])
    return low in lexicon().demonyms or (
        noun is not None and "nationality" in noun.classes and low not in lexicon().given
    )


def _inside_title(tokens: list[Token], number: int, start: int, end: int) -> Iterator[Name]:
    """Bodies and places that a title names ("White House spokeswoman", "Texas Gov.")."""
    i = start
    while i < end:
        size = min(listed_length(tokens, i), end - i)
        if size and tokens[i].shape is not Shape.LOWER:
            yield Name(number, i, i, i + size, votes_for(tokens, i, i + size, titled=False))
        i += size or 1


def found_name(page: Page, name: Name, kind: EntityKind) -> Found:
    """The mention that a name makes, with its title."""
    tokens = page.lines[name.line].tokens
    core = Span(tokens[name.name].start, tokens[name.end - 1].end)
    found = Found(core, kind, MentionForm.NAME, core)
    if name.name == name.start:
        return found
    title = tokens[name.start : name.name]
    return replace(
        found,
        span=Span(title[0].start, core.end),
        title=page.text[title[0].start : title[-1].end],
        descriptions=describe(title),
        gender=title_gender(title),
    )
