"""Which nouns can stand for which: "the lawmaker" for a senator, "the star" for an actress."""

from __future__ import annotations

from secondsource.annotate.identity.character import Character
from secondsource.annotate.mentions import Description

# Nouns that stand for each other.
_EQUAL = [
    frozenset(words.split())
    for words in (
        "representative congressman congresswoman rep",
        "spokesman spokeswoman spokesperson representative rep aide publicist",
        "attorney lawyer counsel solicitor barrister defender",
        "officer policeman policewoman cop",
        "executive ceo boss chief",
        "doctor physician surgeon",
        "professor scholar academic researcher scientist",
        "actor actress star alum",
        "singer musician rapper star songwriter",
        "comedian comic star",
        "writer author novelist",
        "director filmmaker",
        "reporter journalist correspondent",
        "nominee candidate contender hopeful",
        "gunman shooter attacker suspect killer assailant",
        "suspect defendant accused",
        "victim survivor",
        "wife widow",
        "husband widower",
        "teen teenager boy girl youth youngster",
        "mogul tycoon billionaire businessman",
    )
]
# Nouns that a wider one can stand for.
_WIDER = {
    "leader": "president minister premier chancellor chairman chairwoman speaker dictator ruler king queen emir sheikh",
    "lawmaker": "senator representative congressman congresswoman assemblyman assemblywoman legislator deputy",
    "monarch": "king queen emperor sultan", "cleric": "priest bishop imam rabbi ayatollah mullah", "prelate": "bishop",
    "pontiff": "pope", "expert": "professor scholar researcher scientist analyst", "attorney": "prosecutor",
    "spouse": "husband wife", "officer": "deputy trooper sergeant detective constable",
    "official": "secretary minister administrator director commissioner ambassador chief",
    "student": "pupil freshman sophomore", "star": "performer player athlete quarterback striker host",
    "boss": "manager chairman president coach", "executive": "chairman chairwoman president founder",
}  # fmt: skip
# Nouns that stand for anybody of whom one of these classes is said.
GENERAL = {
    "politician": "legislator executive candidate politician", "lawmaker": "legislator", "legislator": "legislator",
    "official": "official executive police diplomat", "leader": "executive business", "star": "performer athlete maker",
    "celebrity": "performer athlete maker", "celeb": "performer athlete maker", "performer": "performer",
    "entertainer": "performer", "artist": "performer maker", "athlete": "athlete", "player": "athlete",
    "businessman": "business", "businesswoman": "business", "executive": "business", "academic": "scholar",
    "scholar": "scholar", "expert": "scholar medic", "researcher": "scholar", "journalist": "media", "cleric": "clergy",
    "officer": "police military", "nominee": "candidate politician legislator executive",
    "candidate": "candidate politician legislator executive", "contender": "candidate politician legislator executive",
    "hopeful": "candidate politician legislator executive", "incumbent": "legislator executive",
    "challenger": "candidate", "personality": "media performer", "host": "media performer", "alum": "performer",
    "alumna": "performer", "alumnus": "performer", "statesman": "executive politician legislator",
    "suspect": "party_at_law crime", "defendant": "party_at_law crime", "soldier": "military",
    "aide": "spokesperson aide",
    "adviser": "aide", "staffer": "aide spokesperson", "diplomat": "diplomat", "royal": "royal", "monarch": "royal",
    "mogul": "business", "tycoon": "business", "medic": "medic", "republican": "", "democrat": "",
}  # fmt: skip
# Nouns that can stand for anybody.
ANYBODY = frozenset(
    """man woman boy girl teen teenager youth person year-old native resident veteran star alum alumna alumnus celebrity
    mogul politician suspect octogenarian septuagenarian parent father mother celeb personality icon""".split()
)
GROUPS = frozenset("group crew gang team squad crowd".split())
NEEDS_GENDER = frozenset("man woman boy girl father mother person parent".split())
# Classes of nouns by which news refers back to somebody named before, as often as by a surname.
CALLED = frozenset("performer athlete maker candidate legislator politician royal".split())
PROFESSIONS = CALLED | frozenset(
    """executive lawyer judge police military media coach business medic scholar clergy spokesperson diplomat
    party_at_law""".split()
)
RANKS = frozenset("vice deputy assistant lieutenant lt under shadow associate".split())


def nouns_for(head: str) -> frozenset[str]:
    """The nouns of somebody whom `head` can mean, itself among them."""
    return frozenset({head, *_WIDER.get(head, "").split()}.union(*(words for words in _EQUAL if head in words)))


def classes_for(head: str) -> frozenset[str]:
    """The classes of nouns, one of which has been said of somebody whom `head` can mean."""
    return frozenset(GENERAL.get(head, "").split())


def other_profession(character: Character, said: Description) -> bool:
    """Whether what has been said of the character rules out the description."""
    known = character.classes() & PROFESSIONS
    return bool(known) and bool(said.classes & PROFESSIONS) and not known & said.classes
