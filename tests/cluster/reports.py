"""Invented reports: two bridge closures that sound alike, each by several outlets, one of them an agency's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from secondsource.types import Article, Entity, EntityKind, Gender

AGENCY = Article(
    id="agency",
    outlet="Tellwick News Agency",
    title="Wexcombe bridge shut after cracks are found",
    published=datetime(2031, 3, 4, 9, 30, tzinfo=UTC),
    text="""WEXCOMBE (Tellwick News Agency) - Engineers closed the Harrow Bridge in Wexcombe on Tuesday after divers \
found cracks in two of its five piers, cutting the town of 40,000 in half.

The bridge, built in 1932, carries 22,000 vehicles a day across the Orrin, and the nearest other crossing is nine \
miles upstream at Pell Lock. Council engineer Ingrid Maas ordered the closure shortly after dawn, when the divers \
came up with photographs of gaps wide enough to take a hand.

"Nobody drives over this until I have been under it myself," Maas told reporters on the north bank.

Repairs are expected to take four months and cost about 6 million crowns, according to a first estimate by the county. \
A temporary ferry will carry pedestrians from Thursday, and schools on the south bank will open two hours late for the \
rest of the week while buses take the long way round.

The cracks were discovered during a routine survey that had been put off twice since 2029 for lack of money.""",
)

REPRINT = Article(
    id="reprint",
    outlet="Orrin Valley Echo",
    title="Harrow Bridge closed: what it means for you",
    published=date(2031, 3, 5),
    text=AGENCY.text.replace(
        "WEXCOMBE (Tellwick News Agency) - Engineers closed",
        "Commuters face months of misery.\n\nEngineers closed",
    ).replace(
        "The cracks were discovered",
        "Market traders told the Echo they feared for Saturday's trade.\n\nThe cracks were discovered",
    ),
)

OWN = Article(
    id="own",
    outlet="The Ledger",
    title="Town split as cracked bridge is closed",
    published=date(2031, 3, 4),
    text="""Wexcombe woke up to barriers on both ends of the Harrow Bridge on Tuesday. Ingrid Maas, who looks after \
the council's roads, had sent everyone home at six in the morning because divers saw \
cracks in the piers below the water.

"Nobody drives over this until I have been under it myself," she said.

For Piet Oduya, a baker on the north bank, the closure means a detour by way of Pell Lock that adds forty minutes to \
every delivery. "I have bread going stale in the van," he said.

The county thinks the work will last until summer and come to 6 million crowns. A survey that would have found the \
damage earlier was postponed in 2029 and again last year, minutes of the roads committee show. Opposition councillor \
Rhea Stanhope called for an inquiry into who had signed off the delays on the Orrin crossing.""",
)

LOOKALIKE = Article(
    id="lookalike",
    outlet="The Ledger",
    title="Rail bridge in Dunmore shut after lorry strike",
    published=date(2031, 3, 4),
    text="""Trains between Dunmore and Castle Fenn were halted on Tuesday after a lorry carrying gravel hit the \
railway bridge on Foundry Lane, engineers said. Nobody was hurt.

The operator, Fenn & Western, said inspectors had found cracks in the brickwork and the bridge would stay closed until \
the weekend. Buses will replace trains. It was the third lorry this year to strike the bridge, which is marked as four \
metres high.

"The sign is as big as a house," said Alma Trent, who keeps the café opposite. "They still hit it."

Fenn & Western runs forty trains a day on the line. Dunmore's council has asked for a height barrier since 2027.""",
)

LOOKALIKE_ALSO = Article(
    id="lookalike-also",
    outlet="Dunmore Post",
    title="Foundry Lane bridge hit again: no trains until the weekend",
    published=date(2031, 3, 5),
    text="""A gravel lorry wedged itself under the Foundry Lane bridge in Dunmore on Tuesday and stopped every train \
to Castle Fenn. The driver climbed out unhurt.

Fenn & Western said on Wednesday that its inspectors had found cracked brickwork and that buses would run in place of \
trains until Saturday at least. The bridge has now been struck three times since January.

Residents of Foundry Lane have asked Dunmore council for years to put up a height barrier. Café owner Alma Trent, who \
saw the crash, said the lorry "never even slowed down".""",
)

ALL = (AGENCY, REPRINT, OWN, LOOKALIKE, LOOKALIKE_ALSO)


def dated(article: Article, day: date | None) -> Article:
    """The same report, published on another day."""
    return replace(article, published=day)


def person(name: str, gender: Gender | None = None, titles: tuple[str, ...] = (), age: int | None = None) -> Entity:
    """A named person of an article."""
    return Entity(name, EntityKind.PERSON, gender=gender, titles=titles, age=age)


def body(name: str) -> Entity:
    """A named organisation of an article."""
    return Entity(name, EntityKind.ORGANIZATION)
