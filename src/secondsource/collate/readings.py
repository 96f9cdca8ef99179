"""A reading: one article's quotation as the words that are compared with other outlets' words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.collate.facts.word_families import stem_of
from secondsource.collate.spellings import spelling_key
from secondsource.types import Anchor, Article, Quotation, QuotationForm, Span
from secondsource.types.words import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

# A number, a symbol that is spoken as a word, initials ("U.N."), or a word (with apostrophes, or masked: "s***").
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[%&$£€]|(?:[^\W\d_]\.){2,}|[^\W\d_]\w*(?:['’]\w+|\*+\w*)*|\w+")
_SYMBOLS = {"%": "percent", "&": "and", "$": "dollar", "£": "pound", "€": "euro"}
_CLITICS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "'d", "'s": "'s"}
_IRREGULAR_NEGATIONS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_JOINED = {"cannot": ("can", "not"), "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to")}
_MEANINGS = {"'s": ("is", "has", "us"), "'d": ("had", "would")}
_HALVES = {frozenset({half, other}) for half, others in _MEANINGS.items() for other in others}
_HALF_OF = {other: half for half, others in _MEANINGS.items() for other in others}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a reading, or half of a contracted one ("we" and "'re").

    `span` are its characters in the article, `whole` those of the word it is part of; `form` is what is compared;
    `part` counts the quotation's parts from 0.
    """

    span: Span
    whole: Span
    form: str
    part: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A quotation with its article's text and its words, in text order."""

    article: str
    text: str
    quotation: Quotation
    words: tuple[Word, ...]

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def marked(self) -> bool:
        """Whether the words stand in quotation marks."""
        return self.quotation.form is not QuotationForm.INDIRECT

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.form for word in self.words)

    @property
    def size(self) -> int:
        """The number of words that the speaker is quoted with: the outlet's own in square brackets do not count."""
        size, inside = 0, False
        for k, word in enumerate(self.words):
            before = self.between(k - 1, k) if k else self.text[self.quotation.parts[0].start : word.span.start]
            inside = before.rfind("[") > before.rfind("]") or (inside and "]" not in before)
            size += not inside
        return size

    def anchor(self, start: int, end: int) -> Anchor:
        """Where the words ``start`` up to ``end`` (exclusive, at least one) stand, whole words."""
        return Anchor(self.article, Span(self.words[start].whole.start, self.words[end - 1].whole.end))

    def between(self, left: int, right: int) -> str:
        """The characters between two words; outside the quotation's parts there are none."""
        a, b = self.words[left], self.words[right]
        if a.part == b.part:
            return self.text[a.span.end : b.span.start]
        parts = self.quotation.parts
        return self.text[a.span.end : parts[a.part].end] + " " + self.text[parts[b.part].start : b.span.start]


def read(article: Article, quotation: Quotation) -> Reading:
    """The reading that `quotation` of `article` gives."""
    words = [word for part, span in enumerate(quotation.parts) for word in words_in(article.text, span, part)]
    return Reading(article.id, article.text, quotation, tuple(words))


def words_in(text: str, span: Span, part: int = 0) -> list[Word]:
    """The words of ``text[span.start:span.end]``, contractions split, numbers without separators."""
    words = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        whole = Span(*match.span())
        for start, end, form in _pieces(match.group()):
            words.append(Word(Span(whole.start + start, whole.start + end), whole, form, part))
    return words


@lru_cache(maxsize=65536)
def _pieces(token: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, form) of each half of a token; one for most tokens."""
    form = fold_form(token)
    size = len(token)
    if len(form) != size:  # folding changed the length, so halves could not be located
        return ((0, size, form),)
    if form in _JOINED:
        first, second = _JOINED[form]
        return ((0, 3, first), (3, size, second))
    if form.endswith("n't") and size > 3:
        stem = form[:-3]
        return ((0, size - 3, _IRREGULAR_NEGATIONS.get(stem, stem)), (size - 3, size, "not"))
    for clitic, meant in _CLITICS.items():
        if form.endswith(clitic) and size > len(clitic):
            cut = size - len(clitic)
            return ((0, cut, form[:cut]), (cut, size, meant))
    return ((0, size, form),)


def fold_form(token: str) -> str:
    """A token in lower case, without accents or thousands separators, symbols spelt out, apostrophes straight."""
    if token in _SYMBOLS:
        return _SYMBOLS[token]
    if token[0].isdigit():
        return token.replace(",", "")
    if "." in token:
        token = token.replace(".", "")
    if not token.isascii():
        decomposed = unicodedata.normalize("NFKD", token.replace("’", "'"))
        token = "".join(c for c in decomposed if not unicodedata.combining(c))
    return token.lower()


def same_form(a: str, b: str) -> bool:
    """Whether two forms are one word: equal, two spellings, or a contraction that may stand for the other."""
    return a == b or spelling_key(a) == spelling_key(b) or frozenset((a, b)) in _HALVES


def half_key(form: str) -> str:
    """The contraction that a form may be told by ("'s" for "is"), or else the key under which its spellings are one.
    Forms that are one word by `same_form` have the same.
    """
    return _HALF_OF.get(form) or spelling_key(form)


def is_content(form: str) -> bool:
    """Whether a word tells something by itself."""
    return form not in STOPWORDS and not form.startswith("'") and (len(form) > 1 or form.isdigit())


def content_stems(words: Sequence[Word]) -> list[str]:
    """The stems of the content words, in order, British and American spellings made one."""
    return [stem_of(spelling_key(word.form)) for word in words if is_content(word.form)]
