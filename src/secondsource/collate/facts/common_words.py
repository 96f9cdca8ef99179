"""Words that are common in news reports whatever they are about, and how much each tells.

Two reports of one event share their own rare words and everybody's common ones; in a story of three reports the two
cannot be told apart by counting there alone. So the words below, as families, count for less. The numbers were reckoned
on 840 American news articles (PolNeAR's training part): the logarithm of the share of articles that hold the family,
over the same for a family in 80 of them, which counts as rare. Names are left out.
"""

from __future__ import annotations

_TELLING: dict[float, str] = {
    0.1: """endors presid""",
    0.2: """ballot campaign candid head post state""",
    0.3: """against becaus criticis most nation parti polit win""",
    0.4: """begin both call countri decid declin discov discuss give grow issu law look need plan point primari recent
    run show work""",
    0.5: """add among anoth becom between chang clip colleg conclud congressman cop defeat down face far follow group
    help hold interview leav lectur letter life long major make million money nomin nomine part person pick
    polici question race secretari speak three tri turn worker""",
    0.6: """appear ask base believ big bring clear close come comment conserv continu dead debat demonstr denial differ
    effort fight four full general good govern here hope job keep larg like lot man meet member move name near
    night note number offici open oppos past percent place pledg posit remain secur seem suggest think though
    top want world""",
    0.7: """accus act again announc approv around away behind best better build busi care case challeng claim compani
    concern contest convent deal defenc direct director done earli earlier email enough event everi expect fact
    famili feder feel few focus forc front get great hand happen hard high immigr import includ interest kind
    least less line littl manag mean media messag offer onc organiz particular pay play possibl power press
    privat problem provid rais real respond respons second seek send set side sign someth spend stand statement
    stop strong take term threat view without woman""",
    0.8: """abl across action actual administr advis agre ahead allow almost along anti argu author break caucus center
    certain child citi communiti consid control court creat current cut decad deleg describ despit draw econom
    effect enter establish execut fail favor final five foreign free friend have hear himself histori host hour
    howev husband idea imag inform instead late let liber matter often other outsid potenti previous push reason
    receiv relat remark result right rival role runner seen serv share shoot social success system tell togeth
    travel tweet understand until war watch whose word""",
    0.9: """accept account acknowledg activ actor addit alli although alway answer anyon anyth appeal appoint approach
    attempt attent attorney backlash bad ban battl bear becam benefit beyond biggest billion billionair black
    blaze border buy candidaci car carri caus chairman chanc charg citizen civil class commit compar conduct
    confer congression controversi cost cours crowd declar deliv determin develop disclos divorc dollar dozen
    drive each economi eight either elector els entir especi everyon everyth evid exampl experi explain express
    fear field figur financi further futur gain generat global ground guy half health higher hit hurt immedi
    independ initi inquiri internat involv join key known latest leadership legal level list love low margin
    mark mention middl militari mind minor minut moment morn movement network noth oper opportun order perhap
    politician popular presumpt probabl process program progress project protect quick quit rate rather reach
    read refer repeat replac requir respect return risk senior sens serious servic short signific similar singl
    six small someon specif spokesman stage stay step stori strategi struggl super sure surpris taken target tax
    team televis terror themselv third tie total toward trade trail union vice violenc voic wide wrong young""",
}
TELLING: dict[str, float] = {family: value for value, families in _TELLING.items() for family in families.split()}


def telling(family: str) -> float:
    """How much sharing a word of the family tells, from 0 (every report has it) to 1 (few have)."""
    return TELLING.get(family, 1.0)
