"""Whether the outlet gives its own opinion in a sentence: a table of signs, each with how much it tells."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from secondsource.annotate.voice import lexicon
from secondsource.annotate.voice.phrases import either, holding, starting

ENOUGH = 4
STRONG, MIDDLING, WEAK, FAINT = ENOUGH, 3, 2, 1


class Voices(Enum):
    """Whose words else stand in a sentence, besides the outlet's."""

    NONE = "none"
    MIXED = "mixed"  # somebody is quoted, but much of the sentence is the outlet's own
    JUDGED = "judged"  # nobody is quoted, but a judgement in it may be a critic's
    OTHERS = "others"  # the sentence as a whole is somebody's


class Sign(NamedTuple):
    """A sign of opinion in the outlet's own words.

    Signs add up to ENOUGH: one strong sign, two weak ones, a weak one and two faint ones. `on_speech` tells that it
    counts beside somebody's words too, since it judges who speaks and not the matter; `personal`, that it gives the
    sentence to the outlet, as "we" does, whoever else may judge in it.
    """

    name: str
    weight: int
    pattern: re.Pattern[str]
    on_speech: bool = False
    personal: bool = False


# What the outlet did to get the story ("we asked", "our reporter") is reporting; "as we have seen" is no opinion.
_FIRST_PERSON = re.compile(
    r"(?:(?<![“”] )\b(?:we|ours|ourselves|all of us|most of us|many of us|the rest of us|our)"
    r"|^\W*(?:But |And |So |If )?(?:We|Our))\b(?!(?: have|[’']ve) (?:\w+ )?(?:seen|heard|known|learned)\b)"
    r"(?! (?:reached out|asked|contacted|spoke|met|visited|obtained|reported|will update|have (?:contacted|asked)"
    r"|are told|hear from|reporters?|correspondents?|questions?|request|newsroom|colleagues?|sister|story|report"
    r"|interview))"
)
_I = re.compile(
    r"\bI (?:\w+ )?(?:think|believe|feel|felt|hope|wonder|guess|suspect|admit|confess|love|hate|doubt|mean|would"
    r"|must|can|am|do|have)\b|\bI[’'](?:m|ve|d|ll)\b|\b[Ii]n my (?:opinion|view|book)\b"
)
_READER = re.compile(
    r"(?<!thank )\b(?:you|your|yours|yourself|you[’'](?:re|d|ve|ll))\b"
    r"(?! (?:can|may) (?:read|watch|follow|find|sign|call|contact|reach|email|donate|listen|see more))",
    re.IGNORECASE,
)
# Addressed to the reader, but for service: help lines, calls for tips and comments, subscriptions.
_SERVICE = re.compile(
    r"\b(?:if you (?:have been|or someone|have (?:any )?information|know (?:anything|someone)|(?:would )?like|want to"
    r"|need help)"
    r"|subscri\w+|sign up|sign our|newsletter|hot ?line|help ?line|call us|contact us|tell us|let us know|e-?mail us"
    r"|what do you think|share your|sound off|weigh in|in the comments|click here|read more|follow us|buy me|donate)\b"
    r"|https?://|www\.",
    re.IGNORECASE,
)
# "But who is she?" leads over to the next point; "But is anyone listening?" has its answer.
_RHETORICAL = re.compile(
    r"^\W*(?:(?:but|yet|or|so|and|then)\b,? "
    r"(?!(?:who|what|when|where|which|how) (?:is|are|was|were|did|does|do|happen)\w*\b)"
    rf"|(?:{either(lexicon.RHETORICAL_STARTS)})(?!\w))\W*(?:\w+\W+){{4}}.*\?\W*$",
    re.IGNORECASE,
)
# The adverb is the outlet's unless it stands in what somebody says.
_FALSE_WORD = re.compile(
    r"^(?:(?!\b(?:sa(?:id|ys?|ying)|that|told|wrote|argu\w+|accus\w+|alleg\w+|claim\w*)\b).)*"
    rf"\b(?:{either(lexicon.FALSE_WORD)}) (?:claim|assert|stat|insist|suggest|argu|declar|tweet|alleg|imply|said|say"
    r"|told|tell|wrote|boast)\w*",
    re.IGNORECASE,
)
_WHOLLY = re.compile(
    r"\b(?:the|an?) (?:worst|best|most \w+|biggest|greatest|dumbest|stupidest) (?:\w+ ){1,6}ever\b", re.IGNORECASE
)

_OUGHT = (
    r"(?:should (?:not|never|at least|be ashamed|know)|shouldn[’']t|ought (?:not )?to|does not deserve"
    r"|deserves (?!to be )|has no business|cannot expect|can hardly|has no right|need not wonder)"
)
# What holds for any of a kind is a lesson and no news: "A firm that loses its letters should not be trusted with ours."
# Of people at large it is advice: "A man who feels faint should not drive."
_MAXIM = re.compile(
    r"^(?!.*\b(?:sa(?:id|ys?|ying)|told|tells|wrote|argu\w+|add(?:ed|s)|warn\w*|according)\b)(?:|.*?(?=[,;:] ))"
    rf"(?:\W*|[,;:] (?:and |but |so |for )?)(?:an?|any|no) (?:\w+ )?(?:{either(lexicon.ANSWERABLE)})"
    rf" (?:that|which|who) [^,;:“”]{{2,90}}? {_OUGHT}(?!\w)",
    re.IGNORECASE,
)
# "It is not good enough." "It was a shabby end." "…, and that is a low bar."
_VERDICT = re.compile(
    r"^\W*(?:But |And |Yet )?(?:It|This|That|All this) (?:(?:is|was) (?:simply |just |plainly |clearly )?"
    r"(?:not|hardly|nowhere near|far from|never|no longer) (?:good |nearly |fair |right )?(?:enough|acceptable"
    r"|excusable|forgivable|defensible)"
    rf"|(?:is|was|has been|would be) an? (?:\w+ly |very )?(?:{either(lexicon.VERDICTS)}) (?:\w+ )?"
    rf"(?:{either(lexicon.VERDICT_NOUNS)}))(?!\w)",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(
    r", (?:and|but|which) (?:that )?(?:is|was) (?:(?:a|an|not a|no) (?:very |rather |pretty )?"
    rf"(?:{either(lexicon.VERDICTS)})|putting it|saying (?:something|a lot|little)|as it should be|just as well)(?!\w)",
    re.IGNORECASE,
)

SIGNS = (
    Sign("interjection", STRONG, starting(lexicon.INTERJECTIONS), on_speech=True),
    Sign("first person", STRONG, _FIRST_PERSON, personal=True),
    Sign("I", STRONG, _I),
    Sign("the reader", STRONG, _READER),
    Sign("call on the reader", STRONG, starting(lexicon.CALLS)),
    Sign("exclamation", STRONG, re.compile(r"!\W*$")),
    Sign("rhetorical question", STRONG, _RHETORICAL),
    Sign("false word", STRONG, _FALSE_WORD, on_speech=True),
    Sign("judged speaker", STRONG, holding(lexicon.JUDGED_SPEAKER), on_speech=True),
    Sign("sentence adverb", STRONG, starting(lexicon.SENTENCE_ADVERBS), on_speech=True),
    Sign("feels like", STRONG, starting(lexicon.FEELS_LIKE), on_speech=True),
    Sign("turn of phrase", STRONG, holding(lexicon.TURNS_OF_PHRASE)),
    Sign("ever", STRONG, _WHOLLY),
    Sign("harsh word", STRONG, holding(lexicon.HARSH_WORDS)),
    Sign("gushing word", STRONG, holding(lexicon.GUSHING_WORDS)),
    Sign("maxim", STRONG, _MAXIM, on_speech=True),
    Sign("verdict", STRONG, _VERDICT),
    Sign("afterthought", STRONG, _AFTERTHOUGHT),
    Sign("seems", MIDDLING, holding(lexicon.SEEMS)),
    Sign("question", FAINT, re.compile(r"\?\W*$")),
    Sign("must", WEAK, holding(lexicon.MUST)),
    Sign("loaded word", WEAK, holding(lexicon.LOADED_WORDS)),
    Sign("intensifier", FAINT, holding(lexicon.INTENSIFIERS)),
    Sign("always", WEAK, holding(lexicon.ALWAYS)),
    Sign("turn", FAINT, starting(lexicon.TURNS)),
    Sign("it is", FAINT, starting(lexicon.IT_IS)),
    Sign("if", WEAK, starting("if, and if, but if")),
)


def signs(own_words: str, unmarked: str, others: Voices) -> list[Sign]:
    """The signs of opinion in a sentence, in the order of the table.

    `own_words` is the sentence without the words of others, `unmarked` without those in quotation marks. In a sentence
    that is somebody's as a whole only the signs count that judge the speaker: a word of praise or blame there is the
    speaker's more often than the outlet's. In a mixed one strong signs count too.
    """
    return [
        sign
        for sign in SIGNS
        if (
            sign.on_speech
            or others is Voices.NONE
            or (others is Voices.MIXED and sign.weight == STRONG)
            or (others is Voices.JUDGED and sign.personal)
        )
        and sign.pattern.search(unmarked if sign.on_speech else own_words)
    ]


def is_commentary(own_words: str, unmarked: str, others: Voices) -> bool:
    """Whether the outlet's own words in a sentence give an opinion; the parameters are those of `signs`."""
    if _SERVICE.search(own_words):
        return False
    return sum(sign.weight for sign in signs(own_words, unmarked, others)) >= ENOUGH
