"""Words that news reports use for one another, and the stems under which words are compared.

Each line of the table is one family: words that reporters choose between when they tell the same event ("resign",
"quit"). The members need not be synonyms in a dictionary; they need to be exchangeable in a report often enough that
two sentences sharing a family are likelier to tell one thing. Families hold everyday news words only, never names.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FAMILIES = """
accuse accusation allege allegation
actor actress star
ad advert advertisement commercial
announce announcement unveil
apologise apologize apology sorry
appoint appointment hire
approve approval pass passage
arrest apprehend custody detain detention
ask request urge
assault rape
attorney counsel lawyer
backlash outrage uproar furore outcry anger
ballot elect election poll vote voter
ban forbid outlaw prohibit
begin commence launch start
blaze fire flame
buy acquire acquisition purchase takeover
car vehicle
child kid
clip footage recording tape video
collide collision crash
college school university
company firm
conclude end finish
congressman congresswoman lawmaker representative rep
convict conviction guilty
cop officer police
court judge trial
criticise criticize criticism assail attack blast castigate condemn condemnation denounce lambast rebuke slam
cut reduce reduction slash
cyclone hurricane storm typhoon
dead deadly death die fatal kill killing slay slaying
decide decision rule ruling
decline decrease drop fall plunge slump
defeat lose loss
defence defend defense
delete remove
demonstrate demonstration demonstrator protest protester rally
denial deny refuse refusal reject rejection decline
disclose leak reveal revelation
discover discovery find found uncover
discuss discussion conversation talk
dismiss dismissal fire oust ouster sack
divorce separate split
doctor physician
earthquake quake tremor
email e-mail
endorse endorsement back support
escape flee fled
evacuate evacuation
explode explosion bomb bombing
film movie
flood flooding
gay homosexual lesbian same-sex
governor gov
grow growth climb increase jump rise soar surge
gunman shooter
hack hacker breach
head chief leader lead
home house residence
homicide murder
hunt search
hurt injure injury wound
husband spouse wife
illegal unlawful
image photo photograph picture
inquiry investigate investigation investigator probe
imprison imprisonment incarcerate jail prison
joke mock
law bill legislation
lawsuit sue suit
lecture address speech
letter pen write wrote
marry marriage wed wedding
meet meeting
money cash fund funding
musician singer
oppose opponent opposition
pay paid payment
pick choice choose chose select selection
plan proposal propose
pledge promise vow
post publish publication release
president presidency presidential
professor academic faculty scholar
quit resign resignation
replace replacement succeed successor
rescue save
retire retirement
rob burglary heist robbery steal theft thief
secret confidential
senator sen
settle settlement payout
shoot gunfire shooting shot
strike walkout
threat threaten warn warning
travel trip visit
win victory winner
worker employee staff staffer aide
"""

# Verbs whose past and nouns whose plural a stemmer cannot see; they join the family of their first form.
IRREGULAR = """
child children
foot feet
knife knives
life lives
man men
person people
thief thieves
wife wives
woman women
bear bore born
beat beaten
begin began begun
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
choose chosen
deal dealt
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
fly flew flown
forbid forbade
forget forgot
freeze froze frozen
give gave given
grow grew
hear heard
hide hid hidden
hold held
keep kept
lead led
leave left
lend lent
lose lost
meet met
ride rode
ring rang
rise rose risen
run ran
seek sought
sell sold
send sent
shake shook shaken
shoot shot
show shown
sing sang sung
sink sank sunk
sleep slept
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck stricken
swear swore sworn
swim swam
teach taught
tear tore torn
think thought
throw threw thrown
undergo underwent
wear wore worn
win won
withdraw withdrew withdrawn
write written
"""


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer  # type: ignore[import-untyped]  # the library has no annotations

    stem: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem


@cache
def _family_of() -> dict[str, str]:
    """The head stem of the family that a stem belongs to; a word in two families belongs to the first."""
    heads: dict[str, str] = {}
    for line in (*FAMILIES.strip().splitlines(), *IRREGULAR.strip().splitlines()):
        stems = [_stemmer()(word) for word in line.split()]
        head = heads.get(stems[0], stems[0])
        for stem in stems:
            heads.setdefault(stem, head)
    return heads


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """The stem of a folded word (Porter's second English stemmer)."""
    return _stemmer()(word)


def family_of(word: str) -> str:
    """The stem that stands for a folded word's family, or the word's own stem where it has none."""
    stem = stem_of(word)
    return _family_of().get(stem, stem)
