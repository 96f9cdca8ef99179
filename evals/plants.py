"""Plants: places where two reports agree, and another thing put there in one of them.

Places are sought by plain patterns, without the program's own readers: a number with the word after it, a day, a
surname, a known place, or a run of quoted words that stands in two sentences which share some words besides.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial

from secondsource.types import Article, Span
from secondsource.types.given_names import given_forms
from secondsource.types.words import STOPWORDS, content_words, fold, word_spans

SHARED = 3  # content words that two sentences have in common
SHARE = 0.3  # share of the content words of the shorter one that these are
NEAR = 4  # content words on either side of a number, a day or a place, of which the two reports share two
RUN = 6  # quoted words in a row that two reports have in common
LONGEST = 600  # characters of a sentence that is looked at

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’']?(?=\s+[“\"‘]?[A-Z0-9]|\s*$)|(?=\n)|$)", re.MULTILINE)
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{20,})[”\"]")
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_NUMBER_WORDS)})[ -](?P<noun>[a-z]{{3,}})\b"
)
_PARTS = frozenset("thirds quarters fifths sixths tenths".split())
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)})|(?P<month>(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"[a-z]*\.?) (?P<day>[1-9]|[12]\d|3[01])\b(?!,?\d))"
)
_NAME = re.compile(r"\b(?P<given>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<surname>[A-Z][a-z]{3,})\b")
_PLACES = (
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming""",
    """Atlanta Baltimore Boston Chicago Cincinnati Cleveland Dallas Denver Detroit Houston Manhattan Miami Milwaukee
    Minneapolis Nashville Orlando Philadelphia Phoenix Pittsburgh Portland Sacramento Seattle""",
    """Afghanistan Australia Brazil Britain Canada China Colombia Cuba Egypt England France Germany Greece India Iran
    Iraq Ireland Israel Italy Japan Jordan Lebanon Libya Mexico Norway Pakistan Poland Russia Spain Sweden Syria Turkey
    Ukraine Yemen""",
)
_PLACE = re.compile(rf"\b(?:{'|'.join(' '.join(_PLACES).split())})\b(?! [A-Z])")
_AUXILIARIES = frozenset("is are was were will would can could should must might may".split())
_OTHER_WORDS = "certain distant eager former gentle hidden narrow patient quiet recent simple steady".split()
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Plant:
    """A change to one report: `kind` ("number", "date", …), the article's id, the characters changed with what stands
    there instead, and the text of the place in the other report.
    """

    kind: str
    article: str
    edits: tuple[tuple[Span, str], ...]
    agreed: str

    @property
    def key(self) -> str:
        """What places are ordered by: a hash, so that the choice is the same wherever this runs."""
        place = f"{self.kind}\n{self.article}\n{self.edits[0][0].start}"
        return hashlib.sha256(place.encode()).hexdigest()

    def changed(self, article: Article) -> tuple[Article, tuple[Span, ...]]:
        """The report with the change, under the same id, and where the changes stand in it."""
        text, places, shift = article.text, [], 0
        for span, new in self.edits:
            start = span.start + shift
            text = text[:start] + new + text[start + span.end - span.start :]
            places.append(Span(start, start + len(new)))
            shift += len(new) - (span.end - span.start)
        blocks = tuple(replace(block, span=self._moved(block.span)) for block in article.blocks)
        return replace(article, text=text, blocks=blocks), tuple(places)

    def _moved(self, block: Span) -> Span:
        """Where a block stands after the change."""

        def moved(position: int) -> int:
            sizes = (len(new) - (span.end - span.start) for span, new in self.edits if span.end <= position)
            return position + sum(sizes)

        return Span(moved(block.start), moved(block.end))


def find_plants(target: Article, other: Article) -> Iterator[Plant]:
    """The changes that can be made to `target` where it agrees with `other`."""
    ours, theirs = _sentences(target.text), _sentences(other.text)
    told = [(span, frozenset(content_words(span.of(other.text)))) for span in theirs]
    for span in ours:
        words = frozenset(content_words(span.of(target.text)))
        for there, their_words in told:
            if len(words & their_words) >= max(SHARED, SHARE * min(len(words), len(their_words))):
                for find in _KINDS:
                    yield from find(target, span, other, there)
    for quoted in _QUOTED.finditer(target.text):
        for rival in _QUOTED.finditer(other.text):
            yield from _wordings(target, Span(*quoted.span(1)), other, Span(*rival.span(1)))


def _sentences(text: str) -> list[Span]:
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(text)]
    return [span for span in spans if 20 < span.end - span.start < LONGEST]


def _chance(*parts: object) -> int:
    """A number that depends on the parts alone."""
    return int(hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:8], 16)


def _near(article: Article, sentence: Span, place: Span) -> frozenset[str]:
    """The nearest content words on either side of a place in its sentence."""
    before = content_words(article.text[sentence.start : place.start])
    return frozenset([*before[-NEAR:], *content_words(article.text[place.end : sentence.end])[:NEAR]])


def _agreed(match: re.Match[str], target: Article, here: Span, other: Article, there: Span) -> bool:
    """Whether the other sentence has the words of `match`, with two of the words near them."""
    near = _near(target, here, Span(*match.span()))
    rivals = (m for m in match.re.finditer(other.text, *there) if m.group().lower() == match.group().lower())
    return any(len(near & _near(other, there, Span(*rival.span()))) > 1 for rival in rivals)


def _numbers(target: Article, here: Span, other: Article, there: Span) -> Iterator[Plant]:
    for match in _NUMBER.finditer(target.text, *here):
        number, noun = match["number"], match["noun"]
        if noun in STOPWORDS or noun in _PARTS or _YEAR.fullmatch(number):
            continue
        if _agreed(match, target, here, other, there):
            new = _another_number(number, _chance(target.id, match.start()))
            yield Plant("number", target.id, ((Span(*match.span("number")), new),), there.of(other.text))


def _another_number(number: str, chance: int) -> str:
    """A number that differs in its first digits, with as many zeros at its end."""
    if number in _NUMBER_WORDS:
        return _NUMBER_WORDS[(_NUMBER_WORDS.index(number) + 1 + chance % 5) % len(_NUMBER_WORDS)]
    digits = number.replace(",", "").replace(".", "")
    telling = digits.rstrip("0") or "0"
    value = int(telling) + 1 + chance % max(2, int(telling) // 2)
    value += value % 10 == 0
    written = str(value).zfill(len(telling)) + "0" * (len(digits) - len(telling))
    if "." in number:
        places = len(number) - number.index(".") - 1
        return f"{written[:-places]}.{written[-places:]}"
    return f"{int(written):,}" if "," in number else written


def _days(target: Article, here: Span, other: Article, there: Span) -> Iterator[Plant]:
    for match in _DAY.finditer(target.text, *here):
        if not _agreed(match, target, here, other, there):
            continue
        chance = _chance(target.id, match.start())
        if match["weekday"]:
            new, span = _WEEKDAYS[(_WEEKDAYS.index(match["weekday"]) + 2 + chance % 4) % 7], Span(*match.span())
        else:
            new, span = str((int(match["day"]) + 2 + chance % 20) % 28 + 1), Span(*match.span("day"))
        if new != span.of(target.text):
            yield Plant("date", target.id, ((span, new),), there.of(other.text))


def _surnames(target: Article, here: Span, other: Article, there: Span) -> Iterator[Plant]:
    for match in _NAME.finditer(target.text, *here):
        surname, full = match["surname"], match.group()
        if (
            len(given_forms(fold(match["given"]))) < 2
            or full not in other.text
            or not _stands(surname, other.text, there)
        ):
            continue
        new = _misspelt(surname, _chance(target.id, surname))
        places = [Span(*m.span()) for m in re.finditer(rf"\b{surname}\b", target.text)]
        if new not in other.text:
            yield Plant("name", target.id, tuple((span, new) for span in places), there.of(other.text))


def _stands(word: str, text: str, within: Span) -> bool:
    return re.search(rf"\b{word}\b", within.of(text)) is not None


def _misspelt(name: str, chance: int) -> str:
    """The name with another vowel, or where it has none inside, a letter doubled."""
    vowels = [i for i in range(1, len(name) - 1) if name[i] in _VOWELS]
    if vowels:
        at = vowels[chance % len(vowels)]
        return name[:at] + _VOWELS[(_VOWELS.index(name[at]) + 1 + chance % 4) % 5] + name[at + 1 :]
    at = 1 + chance % (len(name) - 2)
    return name[:at] + name[at] + name[at:]


def _places(target: Article, here: Span, other: Article, there: Span) -> Iterator[Plant]:
    for match in _PLACE.finditer(target.text, *here):
        if _agreed(match, target, here, other, there):
            alike = next(line.split() for line in _PLACES if match.group() in line.split())
            step = 1 + _chance(target.id, match.start()) % (len(alike) - 1)
            new = alike[(alike.index(match.group()) + step) % len(alike)]
            yield Plant("place", target.id, ((Span(*match.span()), new),), there.of(other.text))


_KINDS: tuple[Callable[[Article, Span, Article, Span], Iterator[Plant]], ...] = (_numbers, _days, _surnames, _places)


def _wordings(target: Article, here: Span, other: Article, there: Span) -> Iterator[Plant]:
    """Changes inside the longest run of words that two quoted stretches share."""
    ours, theirs = word_spans(target.text, *here), word_spans(other.text, *there)
    if min(len(ours), len(theirs)) < RUN:
        return
    forms, others = ([fold(w.of(a.text)) for w in ws] for a, ws in ((target, ours), (other, theirs)))
    run = SequenceMatcher(None, forms, others, autojunk=False).find_longest_match()
    shared = range(run.a, run.a + run.size)
    if run.size < RUN or sum(forms[i] not in STOPWORDS for i in shared) < SHARED:
        return
    inside = shared[2:-2]
    chance = _chance(target.id, ours[run.a].start, ours[run.a].end)
    plant = partial(_in_quotation, target, ours, there.of(other.text))
    at = inside[chance % len(inside)]
    yield plant("word dropped", at, "")
    telling = [i for i in inside if forms[i] not in STOPWORDS and target.text[ours[i].start].islower()]
    if telling:
        at = telling[chance % len(telling)]
        yield plant("word replaced", at, _OTHER_WORDS[chance % len(_OTHER_WORDS)])
    turned = [i for i in inside if forms[i] in _AUXILIARIES | {"not", "if"}]
    if turned:
        at = turned[chance % len(turned)]
        new = {"not": "", "if": "that"}.get(forms[at], f"{ours[at].of(target.text)} not")
        yield plant("turning word", at, new)


def _in_quotation(target: Article, words: Sequence[Span], agreed: str, kind: str, at: int, new: str) -> Plant:
    """The change of one word to `new`; with nothing instead, the space behind it goes too."""
    return Plant(
        kind, target.id, ((Span(words[at].start, words[at].end if new else words[at + 1].start), new),), agreed
    )
