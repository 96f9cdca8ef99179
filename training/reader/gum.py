"""GUM's documents as text with their named entities and chains of coreference, read from CoNLL-U.

The text is put together from the tokens and what is said of the spaces after them; paragraphs are parted by an empty
line, as in the package's own articles.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

KINDS = {"person": "PERSON", "organization": "ORGANIZATION", "place": "LOCATION"}
"""What GUM's types of entity are called here; a name of any other type but a time is "MISC"."""

_OPENED_OR_CLOSED = re.compile(r"\((\d+)-([a-z]+)-([^()]*)(\))?|(\d+)\)")
_INSIDE_NAMES = frozenset({"of", "the", "and", "for", "de", "&", "'s", "’s", "-", "–", "/", ".", "NNP", "NNPS", "CD"})
_OUTSIDE_NAMES = frozenset({"nmod:desc", "appos", "acl", "acl:relcl", "parataxis", "list", "orphan"})
# What GUM writes like a name and no list of names would hold: an office without its holder.
_OFFICES = frozenset(
    """ambassador bishop captain ceo chair chairman chancellor chief commissioner dean deputy director doctor dr general
    governor head judge king leader manager mayor minister mr mrs ms officer premier president prince princess principal
    professor queen secretary senator sergeant sheriff sir speaker undersecretary""".split()
)


@dataclass(frozen=True, slots=True)
class GumMention:
    """One mention, in character offsets; `chain` names the entity, `head` is its head word."""

    start: int
    end: int
    head: tuple[int, int]
    kind: str
    chain: str


@dataclass(frozen=True, slots=True)
class GumDocument:
    """One document; `names` are (start, end, kind), one kind of KINDS' values or "MISC", longest at each place."""

    id: str
    text: str
    mentions: tuple[GumMention, ...]
    names: tuple[tuple[int, int, str], ...]


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    tag: str  # of the Penn Treebank
    governor: int  # number of the word that it depends on among all words, -1: none
    relation: str
    entity: str

    @property
    def is_name(self) -> bool:
        return self.tag in ("NNP", "NNPS")


def read_gum(shared: Path, split: str) -> Iterator[GumDocument]:
    """All documents of a split ("train", "dev"), in the order of their names; a document's genre is the second part of
    its id ("GUM_news_…").
    """
    with tarfile.open(shared / f"data/gum_{split}.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            file = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if file is not None:
                text, tokens = _tokens(file.read().decode().splitlines())
                mentions = tuple(_mentions(tokens))
                yield GumDocument(Path(member.name).stem, text, mentions, _names(tokens, mentions))


def _tokens(lines: list[str]) -> tuple[str, list[_Token]]:
    text = ""
    tokens: list[_Token] = []
    joined_to, no_space_after = 0, False  # of a word written as one that the analysis parts
    before = 0  # words before this sentence
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and text:
            text = text.rstrip() + "\n\n"
        if line.startswith("# sent_id"):
            joined_to, before = 0, len(tokens)
        if not line or line.startswith("#"):
            continue
        number, word, _, _, tag, _, governor, relation, _, misc = line.split("\t")
        if "-" in number:
            joined_to, no_space_after = int(number.split("-")[1]), "SpaceAfter=No" in misc
            continue
        if "." in number:
            continue
        entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        governs = before + int(governor) - 1 if governor != "0" else -1
        tokens.append(_Token(len(text), len(text) + len(word), word, tag, governs, relation, entity))
        text += word
        last = int(number) == joined_to
        glued = no_space_after if last else int(number) < joined_to or "SpaceAfter=No" in misc
        text += "" if glued else " "
    return text.rstrip() + "\n", tokens


def _mentions(tokens: list[_Token]) -> Iterator[GumMention]:
    """Every mention, in the order of their ends."""
    opened: dict[str, list[tuple[int, str, str]]] = {}
    for number, token in enumerate(tokens):
        for match in _OPENED_OR_CLOSED.finditer(token.entity):
            chain = match[1] or match[5]
            if match[1]:
                opened.setdefault(chain, []).append((number, match[2], match[3]))
            if match[1] and not match[4]:
                continue
            if opened.get(chain):
                first, kind, _ = opened[chain].pop()
                head = tokens[_head(tokens, first, number)]
                yield GumMention(tokens[first].start, token.end, (head.start, head.end), kind, chain)


def _head(tokens: list[_Token], first: int, last: int) -> int:
    """The first word of a mention that depends on a word outside it."""
    words = range(first, last + 1)
    return next((i for i in words if tokens[i].governor not in words and tokens[i].relation != "punct"), first)


def _names(tokens: list[_Token], mentions: tuple[GumMention, ...]) -> tuple[tuple[int, int, str], ...]:
    """The proper nouns around the head of each mention whose head is one, or after a head that says what they name
    ("the painter Ann Reed"); without titles before them. The people of a country or a faith ("Danes") and offices
    without their holder ("the President") are no names.
    """
    by_start = {token.start: number for number, token in enumerate(tokens)}
    headed = frozenset(by_start[m.head[0]] for m in mentions)
    found: list[tuple[int, int, str]] = []
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        head = _name_head(tokens, by_start[mention.head[0]], mention, headed)
        if head is None or mention.kind == "time":
            continue
        first, last = _reach(tokens, head, mention, headed)
        if mention.kind == "person":
            first = next((i + 1 for i in range(last - 1, first - 1, -1) if _is_office(tokens[i])), first)
            if tokens[last].relation != "flat" and _is_office(tokens[last]):
                continue
            if first == last and tokens[last].tag == "NNPS":
                continue
        start, end = tokens[first].start, tokens[last].end
        lower = not any(token.text[0].isupper() for token in tokens[first : last + 1])
        if not lower and not any(start < b and a < end for a, b, _ in found):
            found.append((start, end, KINDS.get(mention.kind, "MISC")))
    return tuple(sorted(found))


def _name_head(tokens: list[_Token], head: int, mention: GumMention, headed: frozenset[int]) -> int | None:
    """The head of the name in a mention with this head, if it has one."""
    if tokens[head].is_name:
        return head
    after = head + 1
    if after < len(tokens) and tokens[after].end <= mention.end and after not in headed and tokens[after].is_name:
        follows = tokens[after].governor == head and tokens[after].relation in ("flat", "appos")
        return after if follows and tokens[head].tag.startswith("NN") else None
    return None


def _is_office(token: _Token) -> bool:
    return token.text.lower().rstrip(".") in _OFFICES


def _reach(tokens: list[_Token], head: int, mention: GumMention, headed: frozenset[int]) -> tuple[int, int]:
    """The first and last word of the name around `head`; `headed` are the heads of all mentions."""
    first = last = head
    while first and tokens[first - 1].start >= mention.start and _belongs(tokens, first - 1, head, mention, headed):
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].end <= mention.end
        and _belongs(tokens, last + 1, head, mention, headed)
    ):
        last += 1
    while not tokens[first].is_name:
        first += 1
    while not tokens[last].is_name and tokens[last].tag != "CD":
        last -= 1
    return first, last


def _belongs(tokens: list[_Token], number: int, head: int, mention: GumMention, headed: frozenset[int]) -> bool:
    """Whether a word is of the name around `head`: it depends on it, and neither as a title nor as another's name."""
    token = tokens[number]
    if token.text.lower() not in _INSIDE_NAMES and token.tag not in _INSIDE_NAMES:
        return False
    while number != head:
        relation = tokens[number].relation
        another = relation in ("conj", "nmod:poss") and number in headed
        if number < 0 or another or relation in _OUTSIDE_NAMES or (relation == "nmod" and mention.kind == "person"):
            return False
        number = tokens[number].governor
        if number < 0:
            return False
        if relation == "flat" and number == tokens[head].governor and tokens[head].relation == "flat":
            return True  # the words of a name after a noun depend on the noun, each by itself
    return True
