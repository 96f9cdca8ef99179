"""Whether the words around a date look back or ahead."""

from __future__ import annotations

import re
from enum import Enum

from secondsource.types import Span


class Direction(Enum):
    """Where a date without year, or a bare weekday, lies as seen from the day of publication."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


# Past tenses that are not told by -ed, but for those that are also the present ("cut", "put").
_IRREGULAR = """
    was were had has have did been said told met made went came took left held won lost gave wrote spoke died fell
    shot began found saw got ran sent broke brought built bought caught chose drew drove felt fought flew grew heard
    hung kept knew laid led lit paid rode rang rose sang sat shook sold spent stood stole struck swept swore swam
    taught tore threw thought understood woke wore became bore bled blew clung crept dealt dug fed fled forbade
    forgave forgot froze hid knelt lent meant misled overcame overthrew proved sank sought slid sped sprang stuck
    strove swung undertook upheld wept withdrew according says""".split()
_AHEAD = (
    r"(?:will|wo|shall|would|could|may|might|must|should|can)(?:n['’]t|not)?(?!\s+(?:not\s+)?have\b)(?:\s+be\b)?"
    r"(?:\s+[a-z]+(?:ed|en|ld|ne|ut)\b)?"
    r"|[’']ll\b"
    r"|(?:is|are|was|were|be)\s+(?:[a-z]+ly\s+)?(?:(?:due|set|going|about|scheduled|slated|expected|planned|likely"
    r"|poised|supposed)(?:\s+to\s+(?:be\s+)?\w+)?|to(?:\s+(?:be\s+)?\w+)?)"
    r"|(?:scheduled|slated|expected|planned|plans?|planning|due|set|hopes?|hoped|hoping|intends?|intended|poised|ready"
    r"|about|likely|agreed|promised|pledged|vow(?:s|ed)|threaten(?:s|ed)|prepar(?:es?|ed|ing)|wants?|wanted|needs?"
    r"|going|invited|eager|aims?)\s+to(?:\s+(?:be\s+)?\w+)?"
    r"|(?:expect(?:s|ed)|wants?|wanted|asked|hop(?:es|ed))\s+(?:[\w.]+\s+){1,3}to\b|going\s+into|looking\s+ahead"
    r"|(?:scheduled|slated|set|planned|due|expected|postponed|delayed|adjourned|rescheduled|scheduling|arranged|booked|listed|(?:penciled|pencilled)\s+in)"
    r"\s+(?:for|on|until|till|in|by|at)"
    r"|(?:prepar(?:es?|ed|ing)|plans?|planning|planned|calls?|gear(?:s|ed|ing)\s+up|sign(?:s|ed)\s+up)\s+for|hop(?:es?|ed|ing)"
    r"|(?:a|an|the|its|his|her|their|this)\s+(?:scheduled|planned|anticipated|proposed|expected)"
    r"|due|upcoming|forthcoming|looming|ahead\s+of|in\s+advance\s+of|deadline|tickets?|until|till"
    r"|through(?=(?:\s+(?:at|least|the|early|late|mid|this|next))*\s+$)"
    r"|(?:begins|starts|opens|meets|resumes|returns|kicks\s+off|premieres|airs|expires?|ends|arrives|travels|hosts"
    r"|(?:heads?|heading)\s+(?:back\s+)?(?:to|into|for)|takes\s+(?:place|effect|over))"
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<mute>(?:would|wo|could)(?:n['’]t|\s+not)\s+(?:say|comment|discuss|confirm|answer|elaborate))\b"
    rf"|(?P<ahead>{_AHEAD})|(?P<now>(?:is|are|am)\s+(?:\w+ly\s+)?\w+ing)|(?P<back>(?:{'|'.join(_IRREGULAR)})"
    r"|(?:will|would|could|may|might|must|should|can)(?:n['’]t|\s+not)?\s+have\b"
    r"|(?!followed\s+by\b)(?!(?:need|indeed|speed|hundred|united|exceed|proceed|succeed|red|bed|feed|seed|breed|embed|shed|wed|sled)\b)"
    r"[a-z]+ed))(?![\w-])",
    re.IGNORECASE,
)
# "The fair is on Friday", "the shops are closed on Friday"
_IS = re.compile(
    r"\b(?:is|are)\s+(?:(?:cancell?ed|closed|open|shut|suspended|off)\s+)?(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
)
# A verb after the date governs it, and not what it tells of: "On Monday, he asked her to stay".
_ASKED = re.compile(r"(?!due|set)\w+(?:ed|ew)\b", re.IGNORECASE)
_OPENER = re.compile(r"\W*(?:in|at|on|during|after|before|since|by|from)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_REACH = 160  # characters on either side within which a verb is taken to govern the date
_OPENING = 3  # words before a date that opens its sentence ("At first on Friday"); later, a verb after it is another's


def direction(text: str, sentence: Span, date: Span, reach: int = _REACH) -> Direction:
    """Where the verb nearest before `date` in its sentence points or, if `date` opens it, the nearest after it.

    Words quoted before the date do not count: they were spoken at another time. A verb in the past counts only if it
    ends at most `reach` characters before the date.
    """
    before = text[max(sentence.start, date.start - _REACH) : date.start]
    before = _QUOTED.sub(_blank, before)
    if _IS.search(before):
        return Direction.FUTURE
    last = None
    for last in _CUE.finditer(before):  # noqa: B007 - only the last one counts
        pass
    if last is None and (len(before.split()) <= _OPENING or _opens(before, text[date.end : date.end + 1])):
        last = _CUE.search(text, date.end, min(sentence.end, date.end + _REACH))
        if last and last["ahead"] and _ASKED.match(last["ahead"]):
            return Direction.PAST
    elif last and last["back"] and len(before) - last.end() > reach:
        return Direction.UNTOLD
    if last is None or last["now"]:
        return Direction.UNTOLD
    return Direction.FUTURE if last["ahead"] else Direction.PAST


def _opens(before: str, after: str) -> bool:
    """Whether the date ends a phrase that opens its sentence ("In a letter to the council in May, she asked ...")."""
    return after == "," and "," not in before and _OPENER.match(before) is not None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
