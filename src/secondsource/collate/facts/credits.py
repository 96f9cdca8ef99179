"""Credits: where a sentence says that another outlet reported what it tells ("the Journal reported", "told the Times").

A medium's name is a credit by the words around it. What is credited has to be what the sentence tells: an outlet that
is the news itself, a report that something came after, and a credit inside somebody's quoted words are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.collate.facts.media_names import ELSEWHERE, MediaNames, Named
from secondsource.types import Annotations, Article, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_MEDIUM = (
    r"(?: (?:the |a )?(?:(?:local|state|rival|state-run|sister) )?(?:newspaper|paper|magazine|network|"
    r"news (?:site|agency|channel|outlet)|"
    r"website|broadcaster|(?:radio |television |TV )?station|daily|tabloid|wire service|affiliate))?"
)
_NAMED = r"(?: (?:host |anchor )?[A-Z][\w.'’-]+ [A-Z][\w.'’-]+ (?:of|from|at))?"
_REPORT = r"(?:report|story|article|account|interview|analysis|investigation|poll|survey|tally|count|review|profile)"
_DAY = r"(?: (?:on |late |early |last )?\w+(?:day|week|month|night|morning))?"
_BY = r"(?:by|in|on|from|with)"

# Words before a name, up to it.
_TOLD = re.compile(
    r"(?:\b(told|tells|telling|confirmed to|said to|spoke (?:to|with)|speaking (?:to|with)|"
    r"(?:said|appear(?:ed|ing)|appearance|speaking)" + _DAY + r" on|"
    r"interviews?" + _DAY + r"(?: (?:published|posted|aired|broadcast))? (?:with|on|for|in|by|to)|"
    r"(?:statement|e-?mail|comments|remarks|message|letter)" + _DAY + r" to|"
    r"(?:confirm|disclos|reveal|describ|identifi)ed [^,;.]{1,40} to)"
    + _MEDIUM + _NAMED + r"(?: an?)?(?: [A-Z][\w-]+(?: [A-Z][\w-]+)? affiliate)?\s[“\"]?)\Z"
)  # fmt: skip
_ACCORDING = re.compile(
    r"\b([Aa]ccording to(?: (?:a|an|the|new|recent|latest))*"
    rf"(?: {_REPORT}s?(?: (?:published|posted|aired|released))?{_DAY} {_BY})?|[Cc]iting|[Pp]er|"
    rf"[Ii]n an? (?:\w+ )?{_REPORT}{_DAY} {_BY})" + _MEDIUM + r"\s\Z"
)
_PASSIVE = re.compile(
    r"\b((?:(?P<be>was|were|been|is|are)\s)?(?:(?:first|originally|initially) )?(?:reviewed and )?"
    r"(?:reported|revealed|disclosed|obtained|uncovered|reviewed|seen|broken|quoted|published)"
    + _DAY + r" (?:by|in))" + _MEDIUM + r"\s\Z"
)  # fmt: skip
_INVERTED = re.compile(r"[,”\"’]\s?(reported|reports)" + _MEDIUM + r"\s\Z")
_IN = re.compile(r"\b([Ii]n (?:an?|his|her|their)(?: [a-z-]+)?)\s\Z")

# Words after a name, from it.
_ADVERBS = (
    r"(?: (?:also|first|later|earlier|previously|separately|recently|then|exclusively|now|has|had|have|is|was)){0,3}"
)
_APPOSITION = r"(?:,[^,.;:\"“”\n]{1,80},)?"
_JOURNALIST = r"(?:['’]s?(?: [A-Z][\w.'’-]+){2,3})?"
_REPORTED = re.compile(
    rf"{_JOURNALIST}{_APPOSITION}{_ADVERBS}{_DAY}{_ADVERBS}"
    r" (?P<verb>reported|reports|reporting|revealed|learned|broke the (?:news|story)|"
    r"(?:said|says|wrote|writes)(?= (?:that|the|a|an|he|she|they|two|three|several|more|in its|\w+day)\b|[,.])|"
    r"quoted (?=[^.;]{1,100}\bas saying)|quoted \w+)(?! \w+ly\b)(?!,? (?:in a statement|it |its (?!\w*report)|on its))"
)
_REPORT_SAID = re.compile(
    rf"(?:['’]s)?(?: \w+)? {_REPORT}{_DAY} (?P<verb>says|said|found|finds|showed|shows|revealed|put|released)\b"
)
_INTERVIEW = re.compile(r"(?:['’]s)? (?:\w+ )?interview\b")
_FIRST = re.compile(r"\bfirst\b|\bbroke the\b|\boriginally\b|\binitially\b")

# What may follow a name that is credited, rather than go on with it ("the Times Square station").
_ENDS = re.compile(
    r"\s*(?:[,.;:!?)\]\"“”—–-]|\Z)|['’]s?\s|\s+(?:and|or|that|which|who|on|in|at|about|by|as|of|for|to|he|she|they|it|his|her|"
    r"their|there|we|the|a|an|last|this|late|early|earlier|after|before|during|while|when|why|how|if|no|one|some|"
    r"whether|via|from|through|not|host|hosts|anchor|reporter|correspondent|columnist|contributor|affiliate|editor|"
    rf"exit|online|news|show|program|editorial|{_REPORT}s?|\w+day|Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|\d)\b"
)
_GOES_ON = re.compile(
    r"\s+(?:employees|staff|staffers|workers|executives?|readers|building|newsroom|subscribers|management|shareholders|"
    r"owner|publisher|Square|Building|Office|Company|Group|Corp|Inc|Co|Media|Foundation|Club|Awards?|Tower|Studios?)\b"
)

# An interview is where something was said, if the sentence tells that anything was.
_MEETING = re.compile(r"interview|appear|speaking|spoke|comments|remarks|statement|message|letter|e-?mail")
_SPOKEN = re.compile(
    r"[“”\"]|\b(?:say|tell|announc|reveal|disclos|confirm|admit|acknowledg|declar|call|describ|defend|den(?:y|ied|ies)|argu|"
    r"insist|suggest|warn|urg|vow|promis|pledg|explain|claim|add|not(?:e|es|ed)\b|predict|critici|accus|respond|repl(?:y|ied)|"
    r"endors|hint|stat(?:e|es|ed)\b|express|apologi|refus|declin|reject|recall|ma(?:k|d)e |c[ao]me out)\w*"
    r"|\b(?:said|told|spoke|gave|g[ai]ve)\b"
)
_PROGRAMME = re.compile(r"[^“”\"\n]{0,40}[”\"]")

# Where what stands before makes the credit a part of something else.
_SUBORDINATE = re.compile(
    r"\b(?:after|since|when|because|before|once|until|following|while|whether|if|though|although|despite|whom?|which)"
    r"\b[^,.;:]{0,30}\Z", re.IGNORECASE
)  # fmt: skip
_DENIED = re.compile(
    r"(?:\b(?:not|never|denied|denies|false|disputed|rejected|dismissed|declined|refused|sued|accused|asked|blamed|slammed|"
    r"attacked|criticized|criticised)\b|n['’]t\b)[^,.;:]{0,60}\Z"
)
_VERB = re.compile(r"\b(?:\w+ed|is|are|was|were|has|have|had|will|would|could|may|might|can|says?|said|told)\b")
_LONGEST = 600  # characters of a sentence that are read
_REACH = 160  # characters before and after a name that are read
_SUBJECT = 15  # words of a subject that a reduced relative clause belongs to ("The plan, first reported by …")
# A name that begins a clause: not the object of a verb or a preposition.
_MAY_BEGIN = re.compile(r"(?:\A\W*|[,;:—–-]\s*|[.!?][”\"]\s*|[”\"]\s*|\b(?:[Aa]s|[Bb]ut|[Aa]nd|of|at|for|with)\s)\Z")
_ARTICLE = re.compile(r"^[Tt]he\s+")
_RECENT = 3  # sentences back in which "the newspaper" was named
_POINTING = 14  # words of a sentence that points at the one before ("The news was first reported by …")
_POINTER = re.compile(
    r"^\W*(?:(?:The|This|That|Details?|His|Her|Their|Its|News)\b[^,.;]{0,60}\b(?:first|originally|initially)\b"
    r"|[^,.;]{0,60}\b(?:first|originally|initially) (?:reported|revealed|disclosed) (?:the|on|this|that|his|her)\b"
    r"|[^,.;]{0,40}\bbroke the (?:news|story)\b)"
)


@dataclass(frozen=True, slots=True)
class Credited:
    """What a sentence is credited to: `words` say so, `outlet` is the name as the article first writes it,
    `origin` the id of the story's origin that this is, or ``outlet:`` and its key where it has no report in the story.
    `first` tells that the outlet is said to have been the first.
    """

    words: Span
    outlet: str
    origin: str
    first: bool


def credited_sentences(
    article: Article, read: Annotations, sentences: Sequence[Span], media: MediaNames
) -> list[Credited | None]:
    """For each of the `sentences` of `article`, in order, the outlet other than its own that it is credited to, if any.

    An outlet with a report in the story is preferred to one without. A sentence that only says who told first what the
    one before it tells is a credit for both.
    """
    attributed = [span for quotation in read.quotations for span in (*quotation.parts, *quotation.content)]
    keys = _named_media(article.text, sentences, media)
    found: list[Credited | None] = []
    for sentence, named in zip(sentences, keys, strict=True):
        credits_ = [
            Credited(words, outlet, media.origin(key), bool(_FIRST.search(words.of(article.text))))
            for medium, key, outlet in named
            if (words := credit_words(article.text, sentence, medium)) is not None and not _is_inside(words, attributed)
        ]
        if any(media.is_own(article.id, credited.origin) for credited in credits_):
            credits_ = []  # its own interview, though others had one too
        best = min(credits_, key=lambda credited: credited.origin.startswith(ELSEWHERE), default=None)
        if best is not None and best.first and found and found[-1] is None and _points_back(sentence.of(article.text)):
            found[-1] = best
        found.append(best)
    return found


def _named_media(text: str, sentences: Sequence[Span], media: MediaNames) -> list[list[tuple[Named, str, str]]]:
    """The media that each sentence names: where, the key of the full name, and the fullest name written so far. "The
    newspaper" is the medium named last, if that is not far back.
    """
    keys: list[str] = []
    written: dict[str, str] = {}
    last = -_RECENT - 1
    found: list[list[tuple[Named, str, str]]] = []
    for position, sentence in enumerate(sentences):
        here = []
        for medium in media.find(text, Span(sentence.start, min(sentence.end, sentence.start + _LONGEST))):
            if medium.key:
                key = media.full(medium.key, keys)
                written.setdefault(key, " ".join(_ARTICLE.sub("", medium.span.of(text)).split()))
                keys.append(key)
                last = position
            elif position - last <= _RECENT:
                key = keys[-1]
            else:
                continue
            here.append((medium, key, written[key]))
        found.append(here)
    return found


def credit_words(text: str, sentence: Span, medium: Named) -> Span | None:
    """The words with which ``text[sentence.start:sentence.end]`` credits the medium named in it, name and cue."""
    before = text[sentence.start : medium.span.start]
    after = text[medium.span.end : min(sentence.end, medium.span.end + _REACH)]
    if _DENIED.search(before[-_REACH:]):
        return None
    start = max(0, len(before) - _REACH)
    for cue in (_TOLD, _ACCORDING, _PASSIVE, _INVERTED):
        match = cue.search(before, start)
        if match is not None:
            if not _is_credit(match, before[: match.start(1)], after):
                return None
            if _MEETING.match(match[1]) and not _SPOKEN.search(text, *sentence):
                return None
            programme = _PROGRAMME.match(after) if before[-1:] in '“"' else None
            return Span(sentence.start + match.start(1), medium.span.end + (programme.end() if programme else 0))
    held, interview = _IN.search(before, start), _INTERVIEW.match(after)
    if held is not None and interview is not None and _SPOKEN.search(text, *sentence):
        return Span(sentence.start + held.start(1), medium.span.end + interview.end())
    said = _REPORTED.match(after) or _REPORT_SAID.match(after)
    if said is None or _SUBORDINATE.search(before[-_REACH:]) or not _MAY_BEGIN.search(before):
        return None
    return Span(medium.span.start, medium.span.end + said.end("verb"))


def _is_credit(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a cue that ends at a medium's name credits it with what the sentence tells."""
    if match.re is _TOLD:
        return not _GOES_ON.match(after) and not _SUBORDINATE.search(before[-_REACH:])
    if not _ENDS.match(after):
        return False
    if match.re is _PASSIVE:
        if match["be"]:
            return not _SUBORDINATE.search(before[-_REACH:])
        return not _VERB.search(before) and len(before.split()) <= _SUBJECT
    return True


def _is_inside(words: Span, attributed: Sequence[Span]) -> bool:
    """Whether the words of a credit are part of what somebody is quoted as saying."""
    return any(span.contains(words) for span in attributed)


def _points_back(words: str) -> bool:
    """Whether a sentence tells no more than who first reported what the one before it tells."""
    return len(words.split()) <= _POINTING and _POINTER.match(words) is not None
