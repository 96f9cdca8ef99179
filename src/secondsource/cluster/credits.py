"""Which news agency an article is credited to, and whether the whole of it or a part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.types import Article, Span

# Agency → the forms of its name, the bare host of its own site last.
_AGENCIES = {
    "The Associated Press": ("The Associated Press", "Associated Press", "AP", "apnews.com"),
    "Reuters": ("Reuters", "Thomson Reuters", "Reuters Staff", "reuters.com"),
    "Agence France-Presse": ("Agence France-Presse", "Agence France Presse", "AFP", "afp.com"),
    "United Press International": ("United Press International", "UPI", "upi.com"),
    "PA Media": ("PA Media", "Press Association", "PA", "pamediagroup.com"),
    "Australian Associated Press": ("Australian Associated Press", "AAP", "aap.com.au"),
    "The Canadian Press": ("The Canadian Press", "Canadian Press", "CP", "thecanadianpress.com"),
    "Press Trust of India": ("Press Trust of India", "PTI", "ptinews.com"),
    "Asian News International": ("Asian News International", "ANI", "aninews.in"),
    "Indo-Asian News Service": ("Indo-Asian News Service", "IANS", "ians.in"),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "xinhuanet.com"),
    "TASS": ("TASS", "ITAR-TASS", "tass.com"),
    "Interfax": ("Interfax", "Interfax News Agency", "interfax.com"),
    "Kyodo News": ("Kyodo News", "Kyodo", "kyodonews.net"),
    "Yonhap": ("Yonhap", "Yonhap News Agency", "yna.co.kr"),
    "dpa": ("dpa", "Deutsche Presse-Agentur", "dpa.com"),
    "EFE": ("EFE", "Agencia EFE", "efe.com"),
    "ANSA": ("ANSA", "ansa.it"),
    "Anadolu Agency": ("Anadolu Agency", "Anadolu", "AA", "aa.com.tr"),
    "Bloomberg": ("Bloomberg", "Bloomberg News", "bloomberg.com"),
    "City News Service": ("City News Service", "CNS", "socalnews.com"),
    "Bay City News": ("Bay City News", "Bay City News Service", "BCN", "baycitynews.org"),
    "CNN Newsource": ("CNN Newsource", "CNN Wire", "newsource.com"),
    "Tribune News Service": ("Tribune News Service", "TNS", "tribunenewsservice.com"),
    "Kaiser Health News": ("Kaiser Health News", "KFF Health News", "KHN", "khn.org"),
}
_AGENCY_OF = {form.casefold(): agency for agency, forms in _AGENCIES.items() for form in forms}
# An agency that is not in the table, if its name says that it is one.
_UNLISTED = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3} (?:News Agency|News Service|Newswire|Press Agency|Wire Service)"
_NAMES = sorted((form for forms in _AGENCIES.values() for form in forms[:-1]), key=len, reverse=True)
_FORM = rf"\b({'|'.join(re.escape(name) for name in _NAMES)}|{_UNLISTED})\b"
_LONG_FORM = rf"\b({'|'.join(re.escape(name) for name in _NAMES if len(name) > 4)}|{_UNLISTED})\b"

# "LONDON (Reuters) -": the place in capitals or not, the agency in brackets, a dash. "(PA)" is Pennsylvania too often.
_DATELINE = re.compile(rf"^[^\n(]{{0,60}}\((?!PA\)){_FORM}\)\s*(?:[-–—−]{{1,3}}|:|\.(?=\s))", re.MULTILINE)
# "By Jane Roe, Associated Press" and "Associated Press" as lines of their own.
_BYLINE = re.compile(
    r"^[^\w\n]*(?i:by|from|source:)?[^\w\n]*(?:[A-Z][\w.'’-]+ ){0,4}?(?:[A-Z][\w.'’-]+ ?(?:,|\||—|–|-|and|of) ?)?"
    rf"{_LONG_FORM}(?: (?:Staff|Writers?|Reporters?|Correspondents?))?[^\w\n]*$",
    re.MULTILINE,
)
# "The Associated Press contributed to this report.", "with files from Reuters", "Additional reporting by AFP"
_PART = re.compile(
    rf"{_FORM}[^\n.]{{0,60}}\bcontributed\b"
    rf"|\bwith (?:files|reporting|material|additional reporting) (?:from|by) (?:the )?{_FORM}"
    rf"|\b(?i:additional reporting by) (?:the )?{_FORM}"
    rf"|\b(?i:material|information) from (?:the )?{_FORM}[^\n.]{{0,40}}\bwas used\b",
)
_HEAD, _FOOT = 700, 200  # characters from the start and the end in which whole credits stand
_AUTHOR = re.compile(rf"{_FORM}(?:\s+(?:Staff|Writers?|Reporters?))?\)?$")


@dataclass(frozen=True, slots=True)
class AgencyCredit:
    """An agency that an article names as its source. `whole` tells that the article is the agency's text rather than
    partly drawn from it. `line` is where the text says so; None where outlet or author says it.
    """

    agency: str
    whole: bool
    line: Span | None = None


def credit(article: Article) -> AgencyCredit | None:
    """The agency that `article` is credited to; a credit for the whole wins over one for a part."""
    line = _whole_line(article)
    named = _outlet_agency(article.outlet) or _author_agency(article)
    if named is not None:
        return AgencyCredit(named, True, line[1] if line is not None and line[0] == named else None)
    if line is not None:
        return AgencyCredit(line[0], True, line[1])
    part = _PART.search(article.text)
    if part is not None:
        return AgencyCredit(_agency(next(filter(None, part.groups()))), False, Span(*part.span()))
    return None


def _agency(form: str) -> str:
    return _AGENCY_OF.get(form.casefold(), form)


def _outlet_agency(outlet: str) -> str | None:
    name = outlet.strip().casefold().removeprefix("www.")
    if len(name) < 3 and name != "ap":
        return None  # a folder's or a file's name more often than an agency's
    unlisted = outlet.strip() if re.fullmatch(_UNLISTED, outlet.strip()) else None
    return _AGENCY_OF.get(name) or _AGENCY_OF.get(f"{name}.com") or unlisted


def _author_agency(article: Article) -> str | None:
    for author in article.authors:
        match = _AUTHOR.search(author.strip())
        if match is not None:
            return _agency(match.group(1))
    return None


def _whole_line(article: Article) -> tuple[str, Span] | None:
    text = article.text
    foot = max(0, len(text) - _FOOT)
    foot = text.rfind("\n", 0, foot) + 1 if foot else 0
    head_end = min(len(text), _HEAD)
    for pattern, start, end in ((_DATELINE, 0, head_end), (_BYLINE, 0, head_end), (_BYLINE, foot, len(text))):
        match = pattern.search(text, start, end)
        block = article.block_at(match.start(1)) if match is not None else None
        if match is not None and (block is None or block.is_story):
            return _agency(match.group(1)), Span(*match.span())
    return None
