"""Given names and the short forms by which their bearers are called in English-language news."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

# Compiled for this project. Each line holds the forms of one name, any of which may stand for any other; a short form
# of several names stands on several lines. A form that merely begins the name ("Dan", "Daniel") is listed too.
GIVEN_NAMES = """
abigail abby abbie
abraham abe bram
alan allan allen al
albert al bert bertie
alexander alexandre alex alec al sandy sasha xander lex
alexandra alex sandra sandy sasha lexi
alfred al alf alfie fred
alice allie ali
allison alison allie ali
amanda mandy
andrew andy drew
angela angie
anna ann anne annie nan nancy
anthony antony tony
archibald archie
arnold arnie
arthur art artie
barbara barb babs barbie
barnaby barney
beatrice bea
benjamin ben benny benji
bernard bernie barney
bradley brad
brian bryan
caroline carolyn carrie caro
cassandra cass cassie
catherine katherine kathryn katharine cathy kathy kate katie kat kit kitty cate
cecilia cece
charles charlie charley chuck chas
charlotte charlie lottie
chester chet
christina christine chris chrissy tina
christopher chris kit topher
clifford cliff
clinton clint
constance connie
curtis curt kurt
cynthia cindy
daniel dan danny
david dave davy
deborah debra deb debbie
dennis denis denny
dominic dom
donald don donnie donny
dorothy dot dottie dolly
douglas doug dougie
edmund ed eddie ned ted
edward ed eddie ted teddy ned
edwin ed eddie
eleanor elinor ellie nell nora
elizabeth elisabeth eliza liz lizzie beth betsy betty bess libby
emily em emmy
ernest ernie
eugene gene
evelyn eve evie
ezekiel zeke
florence flo florrie
frances fran francie
francis frank fran
franklin frank
frederick frederic fred freddie freddy
gabriel gabe
gabrielle gabby
geoffrey jeffrey geoff jeff
gerald gerry jerry
gerard gerry jerry
gilbert gil bert
gregory greg gregg
gwendolyn gwen
harold hal harry
harriet hattie
helen nell nellie
henry hank harry hal
herbert herb bert
howard howie
isabel isabella isobel izzy bella
jacob jake
jacqueline jackie
james jim jimmy jimmie jamie
janet jan
jason jay
jennifer jen jenny jenn
jeremiah jeremy jerry
jeremy jem
jerome jerry
jessica jess jessie
joan joanie
joanna jo
john jack johnny jackie
jonathan jon jonny
joseph joe joey jos
josephine jo josie
joshua josh
judith judy
julia julie jules
kenneth ken kenny
kimberly kim
lawrence laurence larry
leonard len lenny leo
leslie les
lewis louis lou lew louie
lillian lily lil
louise lou
madeline madeleine maddie
margaret maggie meg peg peggy madge margie greta marge
martin marty
mary molly polly
matthew matt matty
maxwell maximilian max
melissa missy mel
melvin mel
michael mike mick mickey mikey
michelle shelly
mitchell mitch
morris maurice moe
natalie nat
nathan nate nat
nathaniel nate nat nathan
nicholas nicolas nick nicky
norman norm
oliver ollie
olivia liv livvy
oscar ozzie
pamela pam
patricia pat patty patti trish tricia
patrick pat paddy
penelope penny
peter pete
philip phillip phil pip
priscilla cilla
rachel rach
randolph randall randy
raymond ray
rebecca becca becky
reginald reg reggie
richard rick ricky dick rich richie
robert rob robbie bob bobby bert
roderick rod roddy
rodney rod
roland rollie
ronald ron ronnie
rosemary rose rosie
rudolph rudolf rudy
russell russ rusty
samantha sam
samuel sam sammy
sarah sara sally sadie
sean shawn shaun
sebastian seb bastian
sidney sydney sid
solomon sol
stanley stan
stephanie steph
stephen steven steve stevie
stuart stewart stu
susan suzanne susannah sue susie suzy
sylvester sly
terence terrence terry
teresa theresa terry tess tessa
theodore theo ted teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
victor vic
victoria vicky vicki tori
vincent vince vinny vinnie
virginia ginny
vivian viv
walter walt wally
wesley wes
wilfred wilf
william will bill billy willie willy liam
zachary zachariah zach zack
"""


@cache
def _lines_of() -> dict[str, frozenset[int]]:
    """The lines on which each form stands."""
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(GIVEN_NAMES.strip().splitlines()):
        for form in line.split():
            lines[form].add(number)
    return {form: frozenset(numbers) for form, numbers in lines.items()}


def given_forms(name: str) -> frozenset[str]:
    """All forms, folded, that can stand for a folded given name, itself included."""
    rows = GIVEN_NAMES.strip().splitlines()
    return frozenset({name}).union(*(rows[number].split() for number in _lines_of().get(name, ())))


def same_given_name(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: they are equal or forms of one name."""
    none: frozenset[int] = frozenset()
    return one == other or bool(_lines_of().get(one, none) & _lines_of().get(other, none))
