"""Sentences and paragraphs of an article, by rules for news English.

Every full stop, question mark, exclamation mark and ellipsis is a candidate; the word before it and the words after it
decide. Closing quotation marks, brackets and note numbers stay with the sentence that they end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.types import Article, Sentence, Span
from secondsource.types.paragraphs import paragraph_spans, trimmed

# Abbreviations that a name follows: their full stop hardly ever ends a sentence.
_TITLES = frozenset(
    """Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Gov Govs Sen Sens Rep Reps Gen Gens Lt Lts Col Cols Sgt Sgts Capt Cmdr Maj
    Pvt Cpl Adm Brig Rev Hon Fr Msgr St Ste Pres Supt Det Dets Insp Ald Atty Asst Assoc Dep Ft Mt Amb Sec Treas Spc Pfc
    Ofc vs v e.g i.e cf approx ca viz""".split()
)
# Abbreviations that a number follows; before anything else their stop is a full one ("No. The vote failed.").
_NUMBERED = frozenset("No Nos Art Arts Sect p pp Vol Vols Ch Chap Para Fig Figs no nos vol art".split())
# Abbreviations that may also end a sentence: they do when the next word is one that often starts a sentence.
_ANYWHERE = frozenset(
    """Inc Corp Co Cos Ltd Bros Jr Sr Esq Dept Univ Assn Ave Blvd Rd Hwy Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
    Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass
    Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Ph.D Gov't Int'l Nat'l
    inc corp co etc dept est hrs hr min ft lb lbs oz sq bn""".split()
)
_STARTERS = frozenset(
    """A About According After All Also Although An And Another Any Are As At Because Before Both But By Can Could
    Critics Despite Did Do Does During Each Earlier Even Every Federal Few First For Former Four From Given Had Has
    Have He Her Here His How However I I'd I'll I'm I've If In Instead Is It It's Its Just Last Later Like Many
    Maybe Meanwhile More Most Much My Neither Never No Nobody None Nor Not Nothing Now Of Officials On Once One Only
    Or Other Others Our Over People Perhaps Police Several She Should Since So Some Still Such Supporters Than That
    That's The Their Then There There's These They They're This Those Though Three Through Thus To Today Two Under
    Unlike Until Was We We're Were What What's When Where Whether Which While Who Why Will With Without Would Yes
    Yesterday Yet You Your""".split()
)
_CANDIDATE = re.compile(
    r"(?P<stop>[.!?…]+(?:\s\.(?!\.))*)(?P<close>(?:\s?[”»]|[\"'’)\]]|\[\d{1,3}\])*)(?P<gap>\s*)(?=\S)"
)
_NEXT = re.compile(r"(?P<open>[“\"'‘«„(\[—–•*-]*)\s*(?P<word>[\w'’]*)")
_SPEAKS = re.compile(
    r"(?:[A-Z][\w.'’-]*|The|His|Her|A|An|One)(?:\s+[\w.'’-]+){0,4}?\s+(?:said|says|asked|asks|told|tells|wrote|writes|"
    r"tweeted|added|adds|wondered|shouted|yelled|cried|exclaimed|replied|read|reads|continued|declared|demanded|joked|"
    r"responded|chanted|screamed|posted)\b"
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]")
# A state after the name of a town: a comma follows it where the sentence goes on.
_TOWN_IN_STATE = re.compile(r"\w,\s(?:N\.[CDHJMY]|S\.[CD]|R\.I|W\.Va|D\.C|P\.R)\Z")
_LONGEST_STATE = 7  # characters that _TOWN_IN_STATE takes
_DATELINE_AGENCY = re.compile(r"\s*\([A-Z][\w/. ]{1,24}\)\s*[—–-]")
_LIST_NUMBER = re.compile(r"\d{1,2}|[A-Za-z]")
_EXCLAIMING_NAMES = frozenset(("Yahoo", "Jeopardy"))
_LONGEST_WORD = 40  # how far back the word before a stop is looked for, so that a line without spaces stays cheap


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of `article` in text order: trimmed spans that do not overlap, with the paragraph's number.

    A paragraph is a line, or the lines between blank ones where the text is hard-wrapped. A sentence is of the story
    unless it starts in a block that is not.
    """
    text, blocks = article.text, article.blocks
    sentences: list[Sentence] = []
    block = 0
    for number, paragraph in enumerate(paragraph_spans(text)):
        for span in _split(text, paragraph):
            while block < len(blocks) and blocks[block].span.end <= span.start:
                block += 1
            outside = block < len(blocks) and blocks[block].span.start <= span.start and not blocks[block].is_story
            sentences.append(Sentence(span, number, not outside))
    return tuple(sentences)


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _CANDIDATE.finditer(text, start, paragraph.end):
        end = _end_of_sentence(text, start, match, paragraph.end)
        if end is not None and (span := trimmed(text, start, end)):
            yield span
            start = end
    if span := trimmed(text, start, paragraph.end):
        yield span


def _end_of_sentence(text: str, start: int, match: re.Match[str], limit: int) -> int | None:
    """Where the sentence that begins at `start` ends, if the mark in `match` ends it."""
    after = _NEXT.match(text, match.end(), limit)
    before = _word_before(text, start, match.start())
    numbers_a_list = match.start() - start <= 2 and _LIST_NUMBER.fullmatch(text, start, match.start())
    if after is None or not before or numbers_a_list:
        return None
    if not match["gap"]:
        return _end_without_space(text, start, match, before, after)
    word = after["word"]
    starts = word[:1].isupper() or word[:1].isdigit() or not word
    if not starts or _is_mid_sentence(text, match, before, after):
        return None
    return match.end("close")


def _word_before(text: str, start: int, end: int) -> str:
    words = text[max(start, end - _LONGEST_WORD) : end].split()
    if not words or text[end - 1].isspace():
        return ""
    word = words[-1].lstrip("([“”\"'‘—–-")
    return re.split(r"[-—–/]", word)[-1] or word  # "post-Sept" is abbreviated like "Sept"


def _is_mid_sentence(text: str, match: re.Match[str], before: str, after: re.Match[str]) -> bool:
    """Whether a mark before a capital or digit is an abbreviation's, a name's, or a quoted question's."""
    if match["stop"] == ".":
        if _has_quote(match["close"]) or _ends_after_state(text, match, after):
            return False
        if _DATELINE_AGENCY.match(text, match.end("close")):
            return _is_abbreviation(before, "", "")
        return _is_abbreviation(before, after["open"], after["word"])
    if match["stop"] == "!" and before in _EXCLAIMING_NAMES:
        return True
    asks = match["stop"][-1] in "?!" and _has_quote(match["close"])
    return asks and not after["open"] and _SPEAKS.match(text, match.end(), match.end() + 80) is not None


def _ends_after_state(text: str, match: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a town and its state stand before the stop, and a new sentence's capital after it."""
    place = _TOWN_IN_STATE.search(text, max(0, match.start() - _LONGEST_STATE), match.start())
    return place is not None and not after["open"] and after["word"][:1].isupper()


def _has_quote(closing: str) -> bool:
    return any(mark in "\"'’”»" for mark in closing)


def _is_abbreviation(before: str, opening: str, word: str) -> bool:
    """Whether the full stop after `before` belongs to it alone and ends no sentence before `word`."""
    in_capitals = len(before) > 2 or (before.isupper() and len(word) > 1 and word.isupper())  # "ST. LOUIS"
    form = before if before.islower() or not in_capitals else before[0] + before[1:].lower()
    if form in _TITLES or before in _TITLES:
        return True
    if form in _NUMBERED:
        return word[:1].isdigit()
    if form in _ANYWHERE or _INITIALS.fullmatch(before):
        if opening and len(before) > 1:
            return opening[0] in "—–-"  # a dateline's dash, or another in the middle of a sentence
        return word not in _STARTERS
    return False


def _end_without_space(text: str, start: int, match: re.Match[str], before: str, after: re.Match[str]) -> int | None:
    """As `_end_of_sentence`, for a mark that is glued to the next word ("last year.The", "done.”Next")."""
    close, word = match["close"], after["word"]
    glued = (len(word) > 1 and word[0].isupper() and word[1:].islower()) or word in ("A", "I")
    lower = len(before) > 2 - bool(close) and before[-2:].islower() and not any(mark in before for mark in "./@:_")
    if not glued or not lower or len(match["stop"]) > 1:
        return None
    if close.endswith('"') and text.count('"', start, match.end("close")) % 2:
        return match.end("close") - 1
    return match.end("close")
