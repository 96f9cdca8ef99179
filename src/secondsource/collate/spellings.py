"""Spellings of one word: British and American, abbreviated titles, short forms."""

from __future__ import annotations

import re
from functools import lru_cache

# British and American endings made one. The key is only compared with other keys, so it need not be a word.
_ENDINGS = [
    (re.compile(r"(?<=[a-z]{2}[a-z])our(?=s$|$|ed$|ing$|able$|ite$|ful|less$|y$|ers?$|hood)"), "or"),
    (re.compile(r"is(?=e$|es$|ed$|ing$|er$|ers$|ation)"), "iz"),
    (re.compile(r"ys(?=e$|es$|ed$|ing$)"), "yz"),
    (re.compile(r"(?<=[a-z][bct])re(?=s?$)"), "er"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|ment)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[a-z]{2})ence(?=s?$)"), "ense"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"mme(?=s?$)"), "m"),
]
_GROUPS = """
okay ok
mr mister
dr doctor
sen senator
rep representative
gov governor
gen general
lt lieutenant
sgt sergeant
col colonel
capt captain
prof professor
dept department
sec secretary
pres president
atty attorney
vs versus
thru through
tv television
grey gray
mum mom
amongst among
whilst while
towards toward
moustache mustache
tyre tire
dollars dollar
pounds pound
euros euro
til till until
'em them
yeah yes
judgement judgment
sceptical skeptical
storey story
cheque check
aeroplane airplane
programme program
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
"""
_FIRST = {word: line.split()[-1] for line in _GROUPS.strip().splitlines() for word in line.split()}


@lru_cache(maxsize=65536)
def spelling_key(form: str) -> str:
    """The key under which the spellings of a folded word are one."""
    if form in _FIRST:
        return _FIRST[form]
    for pattern, replacement in _ENDINGS:
        form = pattern.sub(replacement, form)
    return form
