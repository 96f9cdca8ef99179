"""Runs of capitalised words: where a name may begin and end."""

from __future__ import annotations

import re

from secondsource.annotate.mentions.lexicon import is_english, is_given, lexicon, parts_of_speech
from secondsource.annotate.mentions.page import Line, Page
from secondsource.annotate.mentions.tokens import Shape, Token

Run = tuple[int, int]  # first token and the one after the last

_LONGEST = 14  # words of a name with its title
_PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
_CREDITS = frozenset("audio credit file image images photo photograph photos picture source video".split())
_OFFICES = frozenset(
    "sheriff governor mayor general attorney people women children men president prosecutor lloyd".split()
)


def capital_runs(page: Page, line: Line) -> list[Run]:
    """The runs of one sentence, in order. A run is not yet a name: it may hold a title, or be one."""
    runs: list[Run] = []
    tokens, i = line.tokens, 0
    while i < len(tokens):
        if tokens[i].is_capital and not _is_tag(tokens, i) and _begins(page, line, i):
            end = _run_end(page, tokens, i)
            runs.append((i, end))
            i = end
        else:
            i += 1
    return runs


def _begins(page: Page, line: Line, i: int) -> bool:
    tokens = line.tokens
    token, low = tokens[i], tokens[i].low
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    pair = following is not None and following.is_capital and _joined(page.text, token, following)
    words = lexicon()
    if low in words.calendar:
        return is_given(low) and pair and following is not None and following.low not in words.calendar
    if _is_acronym(token):
        return True
    if low in words.function_words or ("'" in low and low.split("'", 1)[0] in words.function_words):
        return is_given(low) and not line.initial[i] and token.shape is Shape.CAPITALIZED
    if token.shape is Shape.INITIAL:
        return pair
    if _PARTY_TAG.match(token.word):
        return False
    if _is_compound(token):
        return False
    if _credits(tokens, i):
        return False
    if not line.initial[i]:
        return True
    if pair and following is not None:
        return _opens_pair(page, low, following.low)
    if following is not None and following.low in ("of", "for") and low in words.parts[following.low]:
        return any(_capital_at(tokens, k) for k in (i + 2, i + 3))
    return _stands_alone(page, token, following)


def _is_tag(tokens: list[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].word == "#" and tokens[i - 1].end == tokens[i].start


def _credits(tokens: list[Token], i: int) -> bool:
    """Whether a word announces whose a picture is: "Photo: Ann Reed"."""
    return tokens[i].low in _CREDITS and i + 1 < len(tokens) and tokens[i + 1].word == ":"


def _is_acronym(token: Token) -> bool:
    """Whether the capitals of a function word make it the name of a body or a place: "WHO", "US"."""
    words, low = lexicon(), token.low
    named = token.shape is Shape.UPPER and low in words.function_words
    return named and (low in words.organizations.names or low in words.places.names)


def _is_compound(token: Token) -> bool:
    """Whether a capitalised word is an adjective made with a name: "Quaker-founded"."""
    first, hyphen, last = token.word.rpartition("-")
    if not hyphen or not last.islower() or is_given(first.lower()):
        return False
    if len(first) == 1:
        return is_english(last)  # "T-shirt"
    if len(last) < 4 and last not in ("led", "era", "run"):
        return False  # "Siu-kin", a given name
    return bool(set("dga") & set(parts_of_speech(last.lower())))


def _opens_pair(page: Page, low: str, following: str) -> bool:
    """Whether a capitalised word that opens a sentence belongs to the capitalised word after it."""
    words = lexicon()
    if (low, following) in page.pairs or is_given(low) or low in words.roles or not is_english(low):
        return True
    if low in words.titles["all"] or low in words.demonyms or low in words.bodies or low in words.parts["organization"]:
        return True
    if following in words.calendar or "d" in parts_of_speech(low):
        return False
    if page.capital[low] and low not in page.small:
        return True
    head = following in words.roles or following in words.parts["organization"] or following in words.parts["place"]
    return head or (low in words.parts["place"] and page.capital[following] == 0)


def _stands_alone(page: Page, token: Token, following: Token | None) -> bool:
    """Whether a capitalised word that opens a sentence, followed by a small one, is a name."""
    words, low = lexicon(), token.low
    if token.shape is Shape.UPPER:
        return True
    if page.capital[low] and (low not in page.small or page.capital[low] > 2):
        return True
    named = low in page.surnames or (low in words.surnames and following and following.shape is Shape.POSSESSIVE)
    if named and low not in page.small:
        return True
    if low in words.places.names or low in words.organizations.names:
        return not is_english(low) or low not in page.small
    if is_given(low) and following is not None and following.shape in (Shape.POSSESSIVE, Shape.LOWER):
        return not is_english(low)
    return not is_english(low) and low not in page.small


def _joined(text: str, left: Token, right: Token) -> bool:
    """Whether only spaces stand between two tokens of one line of text."""
    gap = text[left.end : right.start]
    return gap in (" ", "\u00a0") or (bool(gap) and gap.isspace() and "\n" not in gap)


def _run_end(page: Page, tokens: list[Token], start: int) -> int:
    j = start + max(1, listed_length(tokens, start))
    while j < min(len(tokens), start + _LONGEST):
        if tokens[j].is_capital:
            apart = not _joined(page.text, tokens[j - 1], tokens[j]) or _is_compound(tokens[j])
            if apart or not _continues(tokens[j], tokens, j):
                break
            j += 1
            continue
        step = _connector(page, tokens, start, j)
        if not step:
            break
        j += step
    return j


def listed_length(tokens: list[Token], start: int) -> int:
    """How many tokens from `start` on are the name of a body or place in the word lists; 0 if none."""
    words, best = lexicon(), 0
    for names in (words.organizations, words.places):
        for size in range(min(names.longest.get(tokens[start].low, 0), len(tokens) - start), best, -1):
            if (
                tokens[start + size - 1].is_capital
                and " ".join(t.low for t in tokens[start : start + size]) in names.names
            ):
                best = size
                break
    return best


def _continues(token: Token, tokens: list[Token], j: int) -> bool:
    words = lexicon()
    if _credits(tokens, j):
        return False
    if token.low in words.calendar:
        return is_given(token.low) and j + 1 < len(tokens) and tokens[j + 1].is_capital
    if (token.shape is Shape.INITIAL and token.word.endswith(".")) or _is_acronym(token):
        return True
    return token.low not in words.function_words or is_given(token.low) or token.low in words.parts["particle"]


def _connector(page: Page, tokens: list[Token], start: int, j: int) -> int:
    """How many tokens from `j` on join the run to a capitalised word, that word not counted; 0 if none do."""
    words, low = lexicon(), tokens[j].low
    last = tokens[j - 1].low
    if low == "," and j + 1 < len(tokens) and tokens[j + 1].low in ("jr", "sr"):
        return 2
    if tokens[j].shape is Shape.POSSESSIVE:
        organization = _capital_at(tokens, j + 1) and tokens[j + 1].low in words.parts["organization"]
        return 1 if organization and last in _OFFICES else 0
    if low in words.parts["particle"]:
        k = j + 1
        while k < len(tokens) and k < j + 3 and tokens[k].low in words.parts["particle"] and not tokens[k].is_capital:
            k += 1
        return k - j if _capital_at(tokens, k) else 0
    if low == "&":
        return 1 if _capital_at(tokens, j + 1) else 0
    if low in ("of", "for", "on"):
        k = j + 2 if j + 1 < len(tokens) and tokens[j + 1].low == "the" else j + 1
        heads = words.parts["of" if low == "of" else "for"]
        governs = last in heads and (low != "on" or last in ("committee", "council", "commission", "conference"))
        return k - j if governs and _capital_at(tokens, k) and tokens[k].low not in words.calendar else 0
    if low == "and":
        return 1 if _capital_at(tokens, j + 1) and _and_joins(page, tokens, start, j) else 0
    return 0


def _capital_at(tokens: list[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].is_capital and tokens[i].low not in lexicon().function_words


def _and_joins(page: Page, tokens: list[Token], start: int, j: int) -> bool:
    """Whether "and" stands inside the name of a body ("Securities and Exchange Commission")."""
    words = lexicon()
    end = j + 1
    while (
        end < j + _LONGEST
        and _capital_at(tokens, end)
        and (end == j + 1 or _joined(page.text, tokens[end - 1], tokens[end]))
    ):
        end += 1
    right = [t.low for t in tokens[j + 1 : end]]
    left = [t.low for t in tokens[start:j]]
    if len(right) > 1 and right[-1] in words.parts["whole"] and not words.parts["whole"].isdisjoint(left):
        return False  # "Institute of Technology and Elmwood University"
    governed = any(w in ("of", "for", "on") for w in left)
    if governed and len(right) <= 3 and right[0] not in words.given and " ".join(right) not in words.places.names:
        return not any(w in words.roles for w in right[:1])
    ends_in_head = len(right) > 1 and right[-1] in words.parts["organization"]
    if not ends_in_head or " ".join(right) in words.organizations.names:
        return False
    if len(left) == 1 and left[0] in words.given:
        return right[0] in words.given
    if len(left) == 1:
        return left[0] not in words.given and left[0] not in words.roles
    return len(left) <= 3 and left[0] not in words.given and left[-1] not in words.parts["organization"]
