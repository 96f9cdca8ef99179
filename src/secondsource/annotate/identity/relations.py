"""What a sentence says that somebody is: appositions, "is a", ages, parties. Each ties a description to a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from secondsource.annotate.identity.character import Place, Seat, gap, word_after, word_before
from secondsource.annotate.identity.seating import REPORTS
from secondsource.annotate.mentions import Description, Found
from secondsource.annotate.mentions.lexicon import lexicon
from secondsource.types import Article, EntityKind, MentionForm


class Tie(NamedTuple):
    """Mention `description` says what the bearer of the name at mention `name` is."""

    name: int
    description: int


_COPULA = re.compile(
    r"(?P<who>,?\s*(?:who|which)\b)?,?\s*(?:is|was|became|remains|has been|had been|will be|being)"
    r"(?:\s+(?:now|also|then|still|only|just|not\s+only|once|long|currently|previously|reportedly|already))*\s+"
)
_OFFICE = re.compile(
    r"\s+(?:(?:was|is|has been|had been|will be|being|been|is being|was being)\s+(?:re-?)?(?:elected|named|appointed|"
    r"chosen|sworn in|inaugurated|installed|confirmed|picked|crowned|declared|promoted)(?:\s+(?:as|to))?|"
    r"became|becomes)"
    r"(?:\s+(?:the|its|their|his|her))?((?:\s+[\w.’'-]+){1,5})"
)
_MADE = re.compile(r"\s+(?:as|to be)(?:\s+(?:the|its|their|his|her))?((?:\s+[\w.’'-]+){1,5})")
_MAKES = frozenset(
    "named names elected elects appointed appoints chose chosen picked picks installed promoted hired".split()
)
NEW = "new"  # among the words of an office that somebody is told to get
_OF = frozenset("of for at in on by after with and to".split())
_AGE = re.compile(r",\s+(?:aged?\s+)?(\d{1,3})(?=[,.;)]|\s+of\b)|\s+\((?:age\s+)?(\d{1,3})\)")
_BREAK = re.compile(r"\s*[,—–]\s*|\s+[-–—]{1,2}\s+")
_PARTY = re.compile(r"\s*[(,]\s*([RDI])(?:-|\))")
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_CLOSED = re.compile(
    r"\s*(?:[,.;:)—–-]|$|(?:who|whose|which|at|in|from|for|with|on|of|based|told|[a-z]{2,20}ing)\b"
    r"|and\s+(?!the\b|an?\b|his\b|her\b|their\b|two\b|other)[a-z])"
)
_PLACED = re.compile(r"\s+of\s+(?:[A-Z][\w.’'-]*\s?){1,3},")
_OWNED = frozenset("the his her their 's".split())


def find_ties(article: Article, found: Sequence[Found], seats: Sequence[Seat]) -> Iterator[Tie]:
    """Every pair of a name and a description that one sentence ties together."""
    text = article.text
    starts = {f.span.start: i for i, f in reversed(list(enumerate(found))) if f.form is MentionForm.NOMINAL}
    for i, mention in enumerate(found):
        tie = None
        if mention.form is MentionForm.NAME and not mention.members:
            tie = _after_name(text, found, seats, i, starts)
        elif mention.form is MentionForm.NOMINAL and not mention.members:
            tie = _before_name(text, found, seats, i)
        if tie is not None:
            yield tie


def find_group_ties(text: str, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Every pair of a coordination of names and a plural that says what they are: "the actors Ann Reed and Bob Hale",
    "Ann Reed and Bob Hale, two teachers,".
    """
    for i, group in enumerate(found):
        if not group.members or group.form is not MentionForm.NAME:
            continue
        for j in (*range(max(0, i - 2), i), *range(i + 1, min(i + 8, len(found)))):
            description = found[j]
            if description.form is MentionForm.PRONOUN or description.members or not description.plural:
                continue
            before = description.span.end < group.span.start and gap(text, description.span, group.span) in ("", ",")
            after = description.span.start > group.span.end and gap(text, group.span, description.span) == ","
            if before or (after and _CLOSED.match(text, description.span.end)):
                yield i, j


def _fits(name: Found, description: Found) -> bool:
    if description.plural or description.kind is not name.kind or description.members:
        return False
    return name.gender is None or description.gender is None or name.gender is description.gender


def _after_name(text: str, found: Sequence[Found], seats: Sequence[Seat], i: int, starts: dict[int, int]) -> Tie | None:
    """The description after a name: "Ann Reed, a teacher, said"; "Ann Reed, 45, is a teacher"."""
    name, end = found[i], found[i].span.end
    age = _AGE.match(text, end)
    if age:
        end = age.end()
    comma = _BREAK.match(text, end)
    if comma and comma.end() in starts:
        j = starts[comma.end()]
        fits = seats[j].sentence == seats[i].sentence and _fits(name, found[j])
        return Tie(i, j) if fits and _is_apposition(text, found, seats, j) else None
    copula = _COPULA.match(text, end)
    if copula is None or seats[i].quoted or seats[i].place is Place.POSSESSOR or copula.end() not in starts:
        return None
    j = starts[copula.end()]
    subject = seats[i].place is Place.SUBJECT or copula["who"]
    return Tie(i, j) if subject and seats[j].sentence == seats[i].sentence and _fits(name, found[j]) else None


def _is_apposition(text: str, found: Sequence[Found], seats: Sequence[Seat], j: int) -> bool:
    """Whether the description at `j`, which stands after a name and a comma, is said of the name's bearer, and is no
    clause's subject ("Mr. Reed, a spokesman said") or further item of a list ("Ann Reed, the mayor and two officers").
    """
    description = found[j]
    if description.determiner == "'s" or word_after(text, description.span.end, description.span.end + 30) in REPORTS:
        return False
    if description.determiner in ("a", "an"):
        return True
    if not _CLOSED.match(text, description.span.end):
        return False
    following = next((k for k in range(j + 1, len(found)) if found[k].span.start >= description.span.end), None)
    if following is None or seats[following].sentence != seats[j].sentence or not description.determiner:
        return True
    return gap(text, description.span, found[following].span) not in (", and", "and", ", and the")


def _before_name(text: str, found: Sequence[Found], seats: Sequence[Seat], j: int) -> Tie | None:
    """The description before a name: "the company's chief executive, Ann Reed, said"; "his wife, Ann"."""
    description = found[j]
    after = [k for k in range(j + 1, min(j + 8, len(found))) if found[k].span.start >= description.span.end]
    named = [k for k in after[:2] if found[k].form is MentionForm.NAME and not found[k].members]
    if not named or found[named[0]].span.start != found[after[0]].span.start:
        return None
    i = named[0]
    between = gap(text, description.span, found[i].span)
    if seats[i].sentence != seats[j].sentence or between not in (",", "—", "–", ":", "--"):
        return None
    follows = text[found[i].span.end : found[i].span.end + 1]
    placed = _PLACED.match(text, found[i].span.end)  # "One member, Rep. Ann Reed of Norfolk, said"
    opens = _opens(text, found, seats, j) and (follows == "," or placed)  # "The chairman, Rep. Ann Reed, said", no list
    if (found[i].title and not opens) or not _fits(found[i], description):
        return None
    closed = follows in ",.;)—–" or placed or between == ":" or description.determiner in _OWNED
    listed = follows == "," and _continues_list(text, found, j)
    return Tie(i, j) if closed and not listed else None


def _opens(text: str, found: Sequence[Found], seats: Sequence[Seat], j: int) -> bool:
    """Whether mention `j` opens its sentence, or what its sentence says after a quotation."""
    first = j == 0 or seats[j - 1].sentence != seats[j].sentence
    return first or text[max(0, found[j].span.start - 3) : found[j].span.start].rstrip()[-1:] in ("”", '"', "’", "'")


def _continues_list(text: str, found: Sequence[Found], j: int) -> bool:
    """Whether mention `j` goes on from another person: "Bob Hale, the mayor, Ann Reed, and"; not "On Monday, ..."."""
    before = word_before(text, found[j].span.start, 0)
    people = (k for k in range(max(0, j - 8), j) if found[k].kind is EntityKind.PERSON)
    return before == "and" or (before == "," and any(gap(text, found[k].span, found[j].span) == "," for k in people))


def stated_age(text: str, name: Found) -> int | None:
    """The age that stands after a name: "Ann Reed, 45, said"."""
    match = _AGE.match(text, name.span.end)
    if match is None or name.kind is not EntityKind.PERSON:
        return None
    age = int(match[1] or match[2])
    return age if age < 120 else None


def stated_office(text: str, name: Found) -> Description | None:
    """The office that a name's bearer is said to get: "Ann Reed was elected president", "they named Ann Reed as mayor".
    Its words hold "new".
    """
    match = _OFFICE.match(text, name.span.end)
    if match is None and word_before(text, name.span.start, max(0, name.span.start - 20)) in _MAKES:
        match = _MADE.match(text, name.span.end)
    if match is None or name.kind is not EntityKind.PERSON:
        return None
    words = [word.lower().strip(".’'") for word in match[1].split()]
    phrase = list(takewhile(lambda word: word not in _OF, words))
    held = [word for word in phrase if word in lexicon().roles]
    if not held or lexicon().roles[held[-1]].singular != held[-1]:
        return None
    noun = lexicon().roles[held[-1]]
    return Description(noun.singular, noun.classes, frozenset((NEW, *phrase[: phrase.index(held[-1]) + 1])))


def stated_party(text: str, name: Found) -> Description | None:
    """The party that stands after a name: "Ann Reed (D-Ohio)", "Ann Reed, R-Texas"."""
    match = _PARTY.match(text, name.span.end)
    if match is None:
        return None
    party = _PARTIES[match[1]]
    noun = lexicon().roles[party]
    return Description(party, noun.classes, frozenset((party,)))
