"""Head nouns: which noun of a sentence is the last of its phrase, and whether that phrase stands by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.annotate.mentions.lexicon import Noun, lexicon, parts_of_speech
from secondsource.annotate.mentions.tokens import Shape, Token

_DOCUMENT = Noun("document", frozenset(("source",)))
_DOCUMENTS = Noun("document", frozenset(("source",)), plural=True)
_AGED = Noun("year-old", frozenset(("person", "aged")))
_AGED_PLURAL = Noun("year-old", frozenset(("person", "aged")), plural=True)
_PLURAL_BODIES = frozenset("police authorities troops forces".split())
# Nouns that need no determiner.
_BARE_BODIES = frozenset("police congress parliament management staff cabinet".split())
_BARE_DOCUMENTS = frozenset(
    """documents records emails e-mails reports polls studies transcripts papers filings tweets messages letters texts
    surveys guidelines memos law""".split()
)
# Nouns for documents that are verbs here: "the letter states".
_STATES = frozenset("states claims reports notes warns says reads suggests shows argues lists alleges".split())
_PREDICATES = frozenset("familiar close responsible accused aware able eligible likely present available".split())
_SINGULAR_DETERMINERS = frozenset("a an another each every either neither one".split())
_BODY_PART_OWNERS = frozenset("his her their 's".split())


@dataclass(frozen=True, slots=True)
class Known:
    """The names of a line by token: first token of title and name → the one after; first token of the name alone → the
    one after; and all tokens that names and their titles cover.
    """

    starting: dict[int, int]
    cores: dict[int, int]
    covered: frozenset[int]


def noun_at(tokens: Sequence[Token], i: int) -> Noun | None:
    """The noun for people, bodies or documents that token `i` is by the word lists."""
    token, words = tokens[i], lexicon()
    if token.shape is Shape.NUMBER:
        return _AGED if token.low.endswith("year-old") else _AGED_PLURAL if token.low.endswith("year-olds") else None
    if token.low == "staff" and i > 1 and tokens[i - 2].low in ("chief", "chiefs"):
        return None
    noun = words.roles.get(token.low) or words.bodies.get(token.low)
    if noun is not None:
        return replace(noun, plural=True) if token.low in _PLURAL_BODIES else noun
    if token.low not in words.sources or token.shape is Shape.UPPER:
        return None
    return _DOCUMENTS if token.low.endswith("s") and not token.low.endswith("ss") else _DOCUMENT


def is_document(noun: Noun) -> bool:
    """Whether the noun is one for documents and broadcasts."""
    return "source" in noun.classes


def is_head(tokens: Sequence[Token], head: int, noun: Noun, known: Known) -> bool:
    """Whether a noun is the last of its phrase, and no verb. The word after it decides: by what it can be, and whether
    it agrees in number ("the student protests" is a sentence, "student protest" a compound).
    """
    if head + 1 >= len(tokens) or head + 1 in known.starting:
        return True
    words, following = lexicon(), tokens[head + 1]
    if following.low in words.demonyms and tokens[head].shape is Shape.LOWER and not noun.plural:
        return False  # "the billionaire Democratic donor"
    if following.shape is not Shape.LOWER or tokens[head].end == following.start:
        return following.shape is not Shape.CAPITALIZED or tokens[head].shape is not Shape.CAPITALIZED
    if following.low in words.function_words or "-" in following.low:
        return True
    flags = set(parts_of_speech(following.low))
    if noun_at(tokens, head + 1) is not None and not (noun.plural and "v" in flags):
        return "s" in flags and not noun.plural and _is_verb(tokens, head + 1)
    if noun.plural:
        return bool(flags & set("vdrga"))
    if tokens[head].low in words.demonyms:
        return bool(flags & set("sd")) and "a" not in flags
    return bool(flags & set("sdr")) or flags == {"g"} or following.low in _PREDICATES


def _is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that could be a plural noun is a verb, by what follows: "the letter states.", "she hosts the"."""
    if i + 1 >= len(tokens) or tokens[i + 1].word in (",", ".", ":"):
        return tokens[i].low in _STATES
    return tokens[i + 1].low in lexicon().function_words


def is_title(tokens: Sequence[Token], head: int, noun: Noun, known: Known) -> bool:
    """Whether the noun stands before a name as its title, and not that name before a further noun ("the elder Reed
    daughter").
    """
    if is_document(noun) or head + 1 not in known.cores or tokens[head + 1].start - tokens[head].end != 1:
        return False
    end = known.cores[head + 1]
    return end >= len(tokens) or tokens[end].shape is not Shape.LOWER or noun_at(tokens, end) is None


def stands_alone(tokens: Sequence[Token], start: int, head: int, determiner: str, noun: Noun) -> bool:
    """Whether ``tokens[start:head + 1]`` is a noun phrase by itself."""
    if determiner:
        return _takes(tokens, head, determiner, noun)
    if is_document(noun):
        return tokens[head].low in _BARE_DOCUMENTS and start < head
    if noun is _AGED:
        return False
    before = tokens[start - 1] if start else None
    if noun.plural or tokens[head].low in _BARE_BODIES:
        verb = "s" in parts_of_speech(tokens[head].low) and start == head
        return not verb or before is None or _opens_phrase(before)
    if start < head and tokens[start].is_capital:
        return True  # "Reed campaign manager"
    return before is not None and before.low == "," and "group" not in noun.classes  # an apposition


def _takes(tokens: Sequence[Token], head: int, determiner: str, noun: Noun) -> bool:
    """Whether the noun is meant in the sense it is listed for, after this determiner."""
    low = tokens[head].low
    if low == "conference" and tokens[head - 1].low in ("news", "press"):
        return False
    if low == "host" and determiner == "a" and head + 1 < len(tokens) and tokens[head + 1].low == "of":
        return False  # "a host of questions"
    if low == "head" and determiner in _BODY_PART_OWNERS:
        return False
    if noun.plural and determiner in _SINGULAR_DETERMINERS and "group" not in noun.classes:
        return False
    return not is_document(noun) or determiner not in ("no", "my", "your", "our")


def _opens_phrase(before: Token) -> bool:
    if before.shape is Shape.MARK or before.low in lexicon().closed["preposition"]:
        return True
    return before.low in ("that", "when", "as", "if")
