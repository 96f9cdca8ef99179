"""What the words around a number tell about it: a name, a time of day, an age, a score, a change."""

from __future__ import annotations

import re

from secondsource.types import Figure, Span

_NAMED = re.compile(
    r"\b(?:no|nos|number|numbers|route|highway|interstate|section|sec|article|title|rule|room|suite|apt|county\s+road|flight|channel"
    r"|chapter|pages?|pp?|prop|proposition|amendment|phase|district|precinct|unit|apollo|boeing|airbus|local|psalm|level"
    r"|grade|tier|gate|pier|platform|exit|studio|area|formula|type|class|category|stage|version|windows|xbox|volume|vol"
    r"|figure|table|part|episode|season|week|day|game|round|bowl|bill|resolution|form|box|zone|ward|step|question|item"
    r"|verse|act|scene|world\s+war|schedule|measure|initiative|line|track|bus|train|size|iphone|galaxy|covid|catch"
    r"|super\s+bowl|news|abc|nbc|cbs|cnn|sweet|image|photo|slide|(?:image|photo|slide)\s+\d+\s+of)\.?\s+$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"\b(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept(?:ember|\.)?|Oct(?:ober|\.)"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s+$"
)
_TIME_AFTER = re.compile(
    r"\s*(?:[ap]\.?\s?m\b|o[’']clock|(?:hours\s+)?(?:GMT|BST|EST|EDT|PST|PDT|CST|CDT|CET|UTC)\b)|\s+(?:ET|PT)\b",
    re.IGNORECASE,
)
_LETTER_AFTER = re.compile(r"[^\W\d_]")
_ENUMERATES = re.compile(r"[.)]\s|\)")
_PHONE = re.compile(r"\d{3}[-–]\d{4}|911|999|311")
_LETTERS_AFTER = re.compile(r"-[A-Z]{2,}")
# "500 block of Mill Street", "at 32 Cherry St."
_ADDRESS_AFTER = re.compile(
    r"(?:th|st|nd|rd)?\s+block\b|\s+(?:[NSEW]\.?\s+)?(?:[A-Z][\w.’'-]*\s+){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard"
    r"|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy|Terrace|Circle|Square|Row|Hill)\b"
)
_CODE = re.compile(r"[A-Z]+[-–]\s?$|\($")
_SCORE_AFTER = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:votes?|ruling|decision|win|victory|loss|defeat|lead|majority|margin|record|score|split|tie|draw"
    r"|verdict|advantage|against|triumph|rout|thrashing)\b",
    re.IGNORECASE,
)
_SCORE_BEFORE = re.compile(
    r"\b(?:won|wins?|lost|loses?|beat|beats|led|leads?|leading|voted?|voting|ruled|passed|approved|confirmed|rejected|defeated"
    r"|trail\w*|tied|split|score|scored|vote\s+of|vote\s+was|count\s+of)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|at\s+age|age\s+of|ages|turn(?:s|ed|ing)?)\s+$", re.IGNORECASE)
_AFTER_A_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s(?:Jr|Sr)\.?)?,\s$")
_CLOSES_AN_AGE = re.compile(r",|\s+and\b|\s+who\b|\s*[;)]|[.!?](?:\s|$)")
_ONE_COUNTED = frozenset(
    """person man woman child boy girl baby teenager officer soldier student victim suspect passenger worker employee
    member resident civilian driver pedestrian cyclist firefighter teacher pupil protester player patient prisoner
    inmate death vote seat shot bullet gunman attacker bomber arrest case count goal house home car vehicle truck
    building bomb plane ship boat ballot injury fatality policeman policewoman juror witness senator lawmaker
    republican democrat marine sailor migrant hostage survivor bystander guard dead""".split()
)
_AGO = re.compile(r"\s+ago\b")  # a time, and no duration
_TIME_UNITS = frozenset("second minute hour day week month year decade".split())


def _before(text: str, position: int, sentence: Span, reach: int = 40) -> str:
    return text[max(sentence.start, position - reach) : position]


def is_name_or_time(text: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether the number is part of a name ("Route 66", "Area 51", "Ocean’s Eleven"), a code, a telephone number, the
    number of a list item, or a time of day.
    """
    start = match.start("first")
    before, words = _before(text, start, sentence), match["first"]
    if _TIME_AFTER.match(text, match.end("first"), sentence.end):
        return True
    if _MONTH_BEFORE.search(before) and words.isdigit() and int(words) <= 31 and not match["scale"]:
        return True  # the day of a month, also where no date is meant: "the Sept. 11 attacks"
    if not match["currency"] and (_NAMED.search(before) or _PHONE.fullmatch(match[0].strip()) or _CODE.search(before)):
        return True
    end = match.end("second") if match["second"] else match.end("first")
    if _LETTERS_AFTER.match(text, end, sentence.end) or _ADDRESS_AFTER.match(text, end, sentence.end):
        return True
    if start == sentence.start and _ENUMERATES.match(text, match.end("first"), sentence.end):
        return True
    if match["second"] and _TIME_AFTER.match(text, match.end("second"), sentence.end):
        return True
    return words[0].isupper() and start != sentence.start and before[-1:] not in "“\"‘'"


def is_share(text: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether "one in five" is a share, and not "two in three days"."""
    after = re.compile(r"\s+(?:of\s+)?(?:the\s+)?([a-z]+)").match(text, match.end(), sentence.end)
    return not match["second"] and (after is None or after[1].removesuffix("s") not in _TIME_UNITS)


def is_score(text: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether "52-48" is a vote or a result, and no range: it falls, or the words around it say so."""
    if match["join"].strip() == "or" or match["currency"] or match["scale"] or match["second_scale"]:
        return False
    first, second = _in_digits(match["first"]), _in_digits(match["second"])
    return (first >= second >= 0) or bool(
        _SCORE_AFTER.match(text, match.end("second"), sentence.end)
        or _SCORE_BEFORE.search(_before(text, match.start("first"), sentence))
    )


def _in_digits(words: str) -> float:
    """The number in digits, or -1 for words."""
    digits = words.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else -1.0


def is_change(text: str, match: re.Match[str], sentence: Span) -> bool:
    """Whether "from 10 to 20" tells where something was and is, and no range."""
    before = _before(text, match.start("currency") if match["currency"] else match.start("first"), sentence)
    told = re.search(r"\bfrom\s+(?:\w+\s+)?$", before)
    return (
        match["join"].strip() == "to"
        and told is not None
        and not re.search(r"\b(?:rang\w+|var\w+|ages?d?)\s+from", before)
    )


def is_age(text: str, span: Span, sentence: Span) -> bool:
    """Whether the bare number is an age: "Lena Pohl, 45, said", "aged 45"."""
    if not text[span.start : span.end].isdigit() or not 0 < int(text[span.start : span.end]) < 116:
        return False
    before = _before(text, span.start, sentence)
    if _AGE_BEFORE.search(before):
        return True
    return bool(_AFTER_A_NAME.search(before) and _CLOSES_AN_AGE.match(text, span.end, sentence.end))


def is_one_of_many(text: str, match: re.Match[str], figure: Figure, sentence: Span) -> bool:
    """Whether the number says too little to be compared: a bare word ("the two said"), "one" as a pronoun, a letter
    glued to digits ("5G"), a bare year that was not read as a date.
    """
    words = match["first"]
    bare = not figure.unit and not figure.counted
    if _LETTER_AFTER.match(text, figure.span.end, sentence.end) or (
        bare and text[figure.span.end : figure.span.end + 1] == "-"
    ):
        return True
    if figure.unit in _TIME_UNITS and _AGO.match(text, figure.span.end, sentence.end):
        return True
    if words.lower() == "one" and not match["second"]:
        if text.startswith(" of ", figure.span.end):
            return True
        vague = not figure.unit or (figure.unit in _TIME_UNITS and "-" not in text[figure.span.start : figure.span.end])
        return vague and figure.counted not in _ONE_COUNTED
    if words[0].isalpha():
        return bare and not figure.modifier
    return bare and not match["second"] and words.isdigit() and 1900 <= int(words) <= 2100
