"""Reporting verbs and phrases: the words that say that somebody said something."""

from __future__ import annotations

from enum import Enum


class CueClass(Enum):
    """What a cue takes as its content."""

    SPEECH = "speech"  # a quotation or a clause: "said that", "wrote"
    PROMISE = "promise"  # also an infinitive: "promised to"
    JUDGE = "judge"  # an object with a marked fragment: "called it a ..."
    THINK = "think"  # a clause that reports a thought: "believes that"
    ASK = "ask"  # a person and an infinitive or question: "urged them to"


# Each base form with its irregular past, if any, after a slash; all other forms are regular.
_VERBS = {
    CueClass.SPEECH: """say/said tell/told add write/wrote/written note announce suggest argue explain acknowledge
    declare continue recall conclude claim respond state warn insist reply reveal predict
    admit/admitted deny indicate confirm assert concede estimate stress complain lament emphasize
    emphasise repeat reiterate allege remark joke tweet retweet post testify contend maintain
    charge caution observe quip/quipped muse report read/read answer assure echo elaborate exclaim
    explain express fume gush hint imply inform interject intone joke mention notify opine
    proclaim pronounce recount rejoin relate retort shout scream sigh sneer snap speculate
    specify stipulate stammer summarize summarise tout underscore volunteer whisper yell
    begin/began/begun start counter conclude chime boast brag bemoan bristle clarify comment
    confess confide deadpan decree deem dictate disclose e-mail email text foresee/foresaw
    grumble highlight inquire/inquired interrupt jest marvel message moan mumble murmur mutter
    offer outline plead point posit protest quote reason rebut/rebutted recite reckon reflect reassure
    reassert rant rave rule scoff signal sing/sang/sung speak/spoke/spoken spout stutter
    suggest surmise sum swear/swore/sworn theorize thunder underline utter
    venture vent verify wail wonder joke apologize apologise chant cry find/found learn/learnt
    conclude show/shown caption share advise guarantee recommend remind/reminded sign update""",
    CueClass.PROMISE: """promise pledge vow threaten agree offer refuse decline swear/swore/sworn commit/committed""",
    CueClass.JUDGE: """call describe accuse criticize criticise slam/slammed blast denounce condemn praise
    dismiss label brand characterize characterise compare mock decry blame attack hail thank
    cite defend reject deride ridicule rip/ripped lambaste rebuke chide scold hit/hit correct
    denote portray paint cast/cast dub/dubbed term refer/referred invoke applaud salute celebrate
    welcome oppose endorse question challenge assail bash pan/panned skewer excoriate
    castigate liken congratulate commend credit denigrate discredit disparage honor honour
    identify mourn paraphrase promote regard remember slap/slapped tease trash troll trumpet
    warn""",
    CueClass.THINK: """think/thought believe feel/felt hope know/knew/known fear expect suspect doubt assume
    consider want wish decide""",
    CueClass.ASK: """ask urge implore beg/begged demand request order encourage invite press call counsel
    beseech/besought challenge instruct""",
}
_NEVER = frozenset(  # forms that are mostly something else: nouns, adjectives
    """remark remarks answer answers echo echoes counter account retort speculation
    charge charges point points post posts note notes report reports claim claims
    offer offers     question questions order orders request requests challenge challenges hope hopes fear
    fears promise promises read reads start starts show shows sign signs share shares text
    texts rule rules credit honor honour brand label term terms message messages cast press
    joke jokes comment comments attack attacks quote quotes estimate estimates email emails
    e-mail e-mails tweet tweets demand demands pledge pledges state states update updates cry
    cries signal signals reason reasons caution doubt doubts hint hints highlight highlights
    thanks criticizes slam blasts blast rip rips praise hit hits slap wonder wish wishes post
    invite threat pan hail troll promote salute press counsel found finding findings reading
    posting texting pressing casting branding signing sharing showing starting welcoming
    welcome meeting wanting""".split()
)


def _regular(base: str) -> tuple[str, str, str]:
    """The -s, -ed and -ing forms of a regular verb."""
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return third, base + "ed", base + "ing"


def _forms() -> dict[str, CueClass]:
    forms: dict[str, CueClass] = {}
    for cue_class, verbs in _VERBS.items():
        for entry in verbs.split():
            base, *irregular = entry.split("/")
            third, past, gerund = _regular(base)
            doubled = next((p for p in irregular if p.endswith("ed") and p[-3] == p[-4]), None)
            if doubled is not None:
                gerund = doubled[:-2] + "ing"
            for form in (base, third, gerund, *(irregular or (past,))):
                forms.setdefault(form, cue_class)
    return forms


CUES: dict[str, CueClass] = _forms()
"""Every form of every reporting verb, lower case, with its class."""

AMBIGUOUS = frozenset(form for form in CUES if form in _NEVER)
"""Forms that count as cues only beside a quotation mark or a that-clause."""

GERUNDS = frozenset(form for form in CUES if form.endswith("ing"))
BASES = frozenset(entry.split("/")[0] for verbs in _VERBS.values() for entry in verbs.split())

ADDRESSED = frozenset(
    """told tell tells telling assured assure informed inform reminded remind advised advise notified notify asked ask
    asks asking reassured""".split()
)
"""Cues that name whom they address before what is said."""

SPEECH_NOUNS = frozenset(
    """statement tweet tweets letter email e-mail post message memo note text interview speech
    video remarks announcement release report filing complaint lawsuit affidavit testimony
    opinion ruling order editorial column headline caption comment comments reply response
    question questions words claim claims argument suggestion belief view warning promise
    pledge vow call demand accusation allegation allegations joke slogan chant sign banner
    motto op-ed essay blog book memoir document documents posting account description apology""".split()
)
"""Nouns that can introduce words: "a statement: ...", "the claim that ..."."""

MEDIA = {
    "statement": "statement", "tweet": "tweet", "tweets": "tweet", "twitter": "tweet", "letter": "letter",
    "email": "email", "e-mail": "email", "interview": "interview", "speech": "speech", "video": "video",
    "facebook": "post", "instagram": "post", "post": "post", "conference": "news conference", "memo": "memo",
    "release": "statement", "testimony": "testimony", "affidavit": "affidavit", "op-ed": "article",
    "blog": "post", "podcast": "podcast", "radio": "broadcast", "television": "broadcast", "call": "call",
}  # fmt: skip
"""Words after a cue that tell the channel, and the channel's name."""
