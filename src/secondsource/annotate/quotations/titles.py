"""Marked stretches that name something, a work or a word, rather than quote somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.annotate.marks import Marked
from secondsource.annotate.quotations.layout import Layout

NAMING = frozenset(
    """word words term terms phrase concept notion nickname titled entitled named nicknamed dubbed so-called known
    expression slogan hashtag called program programme show film movie series song album book novel episode documentary
    segment play musical sitcom game magazine column of""".split()
)
"""Words that a name in marks follows: “titled”, “the term”."""

_APPOSED = NAMING | frozenset("motto memoir podcast newsletter blog".split()) - frozenset("called of".split())
_POLICIES = frozenset("policy policies law laws legislation bill bills program programme programs rule act".split())
_WORDS_OF_A_POLICY = (3, 4)  # fewer are mostly what somebody thinks of it: an “unfair” law
_SMALL = frozenset("a an the of and or in on at to for with from by de la le & vs".split())
_WORDS = re.compile(r"[\w’'-]+")


def is_title(layout: Layout, marked: Marked) -> bool:
    """Whether a stretch names a work, a nickname or a word rather than quoting somebody."""
    opening = layout.at(marked.outer.start)
    text = marked.inner.of(layout.text)
    words = _WORDS.findall(text)
    before = layout.tokens[opening - 1].lower if opening else ""
    starts_sentence = opening == layout.bounds[layout.tokens[opening].sentence][0]
    after = layout.text[marked.outer.end : marked.outer.end + 1]
    if after == "-" and len(words) <= 3:
        return True  # “X”-style
    if len(words) in _WORDS_OF_A_POLICY and layout.word_after(layout.first_from(marked.outer.end) - 1) in _POLICIES:
        return True  # “pay as you go” legislation
    if not words or len(words) > 8 or text.rstrip()[-1:] in "!?…":
        return False
    if starts_sentence and text.rstrip()[-1:] in ",.":
        return False
    if before == "," and opening > 1 and layout.tokens[opening - 2].lower in _APPOSED and capitalised(words):
        return True  # "in her memoir, “Low Water,”"
    if before in NAMING and len(words) <= 4 and (before != "of" or len(words) == 1):
        return before != "called" or capitalised(words)
    if layout.in_title_case(layout.tokens[opening].sentence):
        return False  # every word of a headline may be capitalised
    return capitalised(words) and before not in (",", ":", "said", "says", "shouted", "chanted", "replied", "answered")


def is_fragment(layout: Layout, marked: Marked) -> bool:
    """Whether a stretch inside what somebody is reported to have said quotes words, and is no title or name."""
    return not is_title(layout, marked) and not capitalised(_WORDS.findall(marked.inner.of(layout.text)))


def capitalised(words: Sequence[str]) -> bool:
    """Whether the words are capitalised like a title, which begins with a capital itself."""
    small_first = any(w[:1].islower() for w in words[:1])
    return not small_first and all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _SMALL for w in words)
