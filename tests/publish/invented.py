"""Collations made by hand. One has four invented reports and every kind of item; a small one has no differences."""

from __future__ import annotations

from datetime import date

from secondsource.types import (
    Alone,
    Anchor,
    Article,
    Collation,
    Conflict,
    ConflictKind,
    CopyEvidence,
    CopyReason,
    Coverage,
    DateBasis,
    DateMention,
    EntityKind,
    Fact,
    Origin,
    Person,
    Precision,
    Quotation,
    QuotationForm,
    Statement,
    Story,
    TimelineEntry,
    Variant,
    VariantKind,
)
from tests.publish.reports import (
    BELL,
    CHRONICLE,
    GAZETTE,
    POST_A,
    POST_B,
    WIRE,
    anchor,
    paragraph,
    quotation,
    span,
)

_D, _M, _I = QuotationForm.DIRECT, QuotationForm.MIXED, QuotationForm.INDIRECT
_MAYOR, _CHIEF = "Ilse Okonjo", "Tomas Arkwright"
_TOLD = ("Mayor Ilse Okonjo", "told reporters")
_REOPEN = "We will reopen the bridge on June 3 if the engineers tell us it is safe,"
_HURT = "Nobody was hurt, and nobody will be put at risk."
_HAIRLINE = "hairline, but they are not harmless"
_INSPECTED = "The bridge was last inspected in October 2021."
_REPAIRS = "Repairs will cost 2.4 million crowns, the council said."
_VEHICLES = "Some 11,840 vehicles cross the bridge on a working day, according to the county."
_BILL = "The council puts the bill at 4.2 million crowns."
_PEDESTRIANS = "A ferry for pedestrians starts on Thursday."
_BLAME = "The last inspection was in October 2020, and somebody should answer for that."
_BUS = "A school bus with 31 children aboard was the last to cross before the police put up barriers."
_EVERYONE = ("wire", "chronicle", "bell", "gazette")


def _quotations() -> tuple[tuple[str, Quotation], ...]:
    found = [
        quotation(WIRE, 1, _D, _REOPEN, _MAYOR, _TOLD),
        quotation(WIRE, 2, _D, _HURT, _MAYOR, _TOLD),
        quotation(WIRE, 3, _M, _HAIRLINE, _CHIEF, ("The chief engineer, Tomas Arkwright", "said")),
        quotation(CHRONICLE, 1, _D, _REOPEN, _MAYOR, _TOLD),
        quotation(CHRONICLE, 2, _D, _HURT, _MAYOR, _TOLD),
        quotation(CHRONICLE, 3, _M, _HAIRLINE, _CHIEF, ("The chief engineer, Tomas Arkwright", "said")),
        quotation(BELL, 1, _D, "We will reopen the bridge on June 3,", _MAYOR, ("Mayor Ilse Okonjo", "promised")),
        quotation(BELL, 2, _I, "no one had been injured", _MAYOR, ("She", "insisted")),
        quotation(BELL, 3, _D, "Nobody … will be put at risk,", _MAYOR, ("she", "added")),
        quotation(BELL, 4, _M, "hairline", _CHIEF, ("Chief engineer Tomas Arkwright", "called")),
        quotation(
            GAZETTE,
            1,
            _D,
            "We shall reopen the bridge on 3 June if the engineers tell us it is safe,",
            _MAYOR,
            ("Ilse Okonjo, the mayor", "said"),
        ),
        quotation(
            GAZETTE,
            2,
            _D,
            "Nobody was hurt, and nobody [in Ostrey] will be put at risk.",
            _MAYOR,
            ("Ilse Okonjo, the mayor", "said"),
        ),
        quotation(GAZETTE, 3, _M, _HAIRLINE, "Petra Sollers", ("Petra Sollers", "said")),
        quotation(
            GAZETTE,
            4,
            _D,
            "I heard the girder sing like a wet glass, | and then the whole deck hummed.",
            "Anselm Drury",
            ("Anselm Drury", "said"),
        ),
    ]
    return tuple((q.id.split("-")[0], q) for q in found)


def _statements() -> tuple[Statement, ...]:
    return (
        Statement(
            "s1",
            ("wire-q1", "chronicle-q1", "bell-q1", "gazette-q1"),
            "wire-q1",
            (_MAYOR,),
            (
                Variant(
                    VariantKind.MEANING,
                    "bell-q1",
                    anchor(WIRE, "if the engineers tell us it is safe"),
                    None,
                    "a condition is missing",
                ),
                Variant(VariantKind.WORDING, "gazette-q1", anchor(WIRE, "will", after="“We"), anchor(GAZETTE, "shall")),
                Variant(VariantKind.SPELLING, "gazette-q1", anchor(WIRE, "June 3"), anchor(GAZETTE, "3 June")),
            ),
        ),
        Statement(
            "s2",
            ("wire-q2", "chronicle-q2", "bell-q2", "bell-q3", "gazette-q2"),
            "wire-q2",
            (_MAYOR,),
            (
                Variant(
                    VariantKind.PARAPHRASE,
                    "bell-q2",
                    anchor(WIRE, "Nobody was hurt"),
                    anchor(BELL, "no one had been injured"),
                ),
                Variant(VariantKind.ELLIPSIS, "bell-q3", anchor(WIRE, "was hurt, and nobody"), anchor(BELL, "…")),
                Variant(VariantKind.BRACKETS, "gazette-q2", None, anchor(GAZETTE, "[in Ostrey]")),
            ),
        ),
        Statement(
            "s3",
            ("wire-q3", "chronicle-q3", "bell-q4", "gazette-q3"),
            "wire-q3",
            (_CHIEF, "Petra Sollers"),
            (
                Variant(VariantKind.TRUNCATION, "bell-q4", anchor(WIRE, ", but they are not harmless"), None),
                Variant(VariantKind.SPEAKER, "gazette-q3", anchor(WIRE, _HAIRLINE), anchor(GAZETTE, _HAIRLINE)),
            ),
        ),
        Statement("s4", ("gazette-q4",), "gazette-q4", ("Anselm Drury",)),
    )


def _fact(key: str, origins: tuple[str, ...], *sentences: Anchor) -> Fact:
    return Fact(key, sentences[0], sentences, origins)


def _facts() -> tuple[Fact, ...]:
    return (
        _fact(
            "f1",
            ("o1", "o2", "o3"),
            paragraph(WIRE, 1),
            paragraph(CHRONICLE, 1),
            paragraph(BELL, 1),
            paragraph(GAZETTE, 1),
        ),
        _fact("f2", ("o1", "o2", "o3"), paragraph(WIRE, 5), paragraph(BELL, 6), anchor(GAZETTE, _PEDESTRIANS)),
        _fact("f3", ("o1", "o3"), anchor(WIRE, _REPAIRS), anchor(CHRONICLE, _REPAIRS), anchor(GAZETTE, _BILL)),
        _fact("f4", ("o1",), anchor(WIRE, _VEHICLES), anchor(CHRONICLE, _VEHICLES)),
    )


def _conflicts() -> tuple[Conflict, ...]:
    return (
        Conflict(
            "c1",
            ConflictKind.NUMBER,
            (
                anchor(WIRE, "2.4 million crowns"),
                anchor(CHRONICLE, "2.4 million crowns"),
                anchor(GAZETTE, "4.2 million crowns"),
            ),
            "The cost of the repairs is given as 2.4 and as 4.2 million crowns.",
            "f3",
        ),
        Conflict(
            "c2",
            ConflictKind.DATE,
            (anchor(WIRE, "October 2021"), anchor(CHRONICLE, "October 2021"), anchor(BELL, "October 2020")),
            "The last inspection is dated October 2021 and October 2020.",
        ),
        Conflict(
            "c3",
            ConflictKind.ATTRIBUTION,
            (anchor(WIRE, _HAIRLINE), anchor(GAZETTE, _HAIRLINE)),
            "The same words are given to Tomas Arkwright and to Petra Sollers.",
            "s3",
        ),
        Conflict(
            "c4",
            ConflictKind.PRECISION,
            (anchor(WIRE, "11,840 vehicles"), anchor(GAZETTE, "About 12,000 vehicles")),
            "One count is exact, the other rounded.",
            "f4",
        ),
    )


_TUESDAY, _THURSDAY, _REOPENING = date(2024, 5, 14), date(2024, 5, 16), date(2024, 6, 3)


def _day(article: Article, words: str, day: date) -> tuple[str, DateMention]:
    how = DateMention(span(article, words), day.isoformat(), Precision.DAY, DateBasis.PUBLICATION, day, day)
    return article.id, how


def _october(article: Article, year: int) -> tuple[str, DateMention]:
    first, last = date(year, 10, 1), date(year, 10, 31)
    where = span(article, f"October {year}")
    return article.id, DateMention(where, f"{year}-10", Precision.MONTH, DateBasis.ABSOLUTE, first, last)


def _dates() -> tuple[tuple[str, DateMention], ...]:
    return (
        _day(WIRE, "Tuesday", _TUESDAY),
        _day(WIRE, "June 3", _REOPENING),
        _october(WIRE, 2021),
        _day(WIRE, "Thursday", _THURSDAY),
        _day(CHRONICLE, "Tuesday", _TUESDAY),
        _october(CHRONICLE, 2021),
        _day(BELL, "Tuesday", _TUESDAY),
        _october(BELL, 2020),
        _day(BELL, "Thursday", _THURSDAY),
        _day(GAZETTE, "Tuesday morning", _TUESDAY),
        _day(GAZETTE, "3 June", _REOPENING),
        _day(GAZETTE, "Thursday", _THURSDAY),
        (GAZETTE.id, DateMention(span(GAZETTE, "a weekday"), None, Precision.DAY, DateBasis.UNRESOLVED)),
    )


def _entry(value: str, first: date, last: date, *places: tuple[Anchor, Anchor]) -> TimelineEntry:
    month = first != last
    return TimelineEntry(
        value,
        Precision.MONTH if month else Precision.DAY,
        first,
        last,
        DateBasis.ABSOLUTE if month else DateBasis.PUBLICATION,
        tuple(phrase for phrase, _ in places),
        tuple(sentence for _, sentence in places),
    )


def _timeline() -> tuple[TimelineEntry, ...]:
    return (
        _entry(
            "2020-10",
            date(2020, 10, 1),
            date(2020, 10, 31),
            (anchor(BELL, "October 2020"), anchor(BELL, _BLAME)),
        ),
        _entry(
            "2021-10",
            date(2021, 10, 1),
            date(2021, 10, 31),
            (anchor(WIRE, "October 2021"), anchor(WIRE, _INSPECTED)),
            (anchor(CHRONICLE, "October 2021"), anchor(CHRONICLE, _INSPECTED)),
        ),
        _entry(
            "2024-05-14",
            _TUESDAY,
            _TUESDAY,
            (anchor(WIRE, "Tuesday"), paragraph(WIRE, 1)),
            (anchor(CHRONICLE, "Tuesday"), paragraph(CHRONICLE, 1)),
            (anchor(BELL, "Tuesday"), paragraph(BELL, 1)),
            (anchor(GAZETTE, "Tuesday morning"), paragraph(GAZETTE, 1)),
        ),
        _entry(
            "2024-05-16",
            _THURSDAY,
            _THURSDAY,
            (anchor(WIRE, "Thursday"), paragraph(WIRE, 5)),
            (anchor(BELL, "Thursday"), paragraph(BELL, 6)),
            (anchor(GAZETTE, "Thursday"), anchor(GAZETTE, _PEDESTRIANS)),
        ),
        _entry(
            "2024-06-03",
            _REOPENING,
            _REOPENING,
            (anchor(WIRE, "June 3"), anchor(WIRE, _REOPEN)),
            (anchor(GAZETTE, "3 June"), anchor(GAZETTE, "We shall reopen the bridge on 3 June")),
        ),
    )


def _origins() -> tuple[Origin, ...]:
    passages = (paragraph(WIRE, 3), paragraph(CHRONICLE, 3))
    credit = (anchor(CHRONICLE, "Reporting by Northern Wire"),)
    return (
        Origin(
            "o1",
            "Northern Wire",
            ("wire", "chronicle"),
            (
                CopyEvidence("chronicle", "wire", CopyReason.SHARED_TEXT, 0.968, passages),
                CopyEvidence("chronicle", "wire", CopyReason.AGENCY_CREDIT, 0.968, credit),
            ),
        ),
        Origin("o2", "Evening Bell", ("bell",)),
        Origin("o3", "The Ostrey Gazette", ("gazette",)),
    )


def _people() -> tuple[Person, ...]:
    return (
        Person(_MAYOR, EntityKind.PERSON, tuple((a, 0) for a in _EVERYONE)),
        Person(_CHIEF, EntityKind.PERSON, (("wire", 1), ("chronicle", 1), ("bell", 1))),
        Person("Petra Sollers", EntityKind.PERSON, (("gazette", 1),)),
        Person("Anselm Drury", EntityKind.PERSON, (("gazette", 2),)),
        Person("Ostrey", EntityKind.PLACE, (("wire", 3), ("gazette", 4))),
    )


def bridge_story() -> Collation:
    """Four reports of three origins, with every kind of item."""
    return Collation(
        story=Story("story-vell", _EVERYONE, _origins(), _people(), WIRE.published, GAZETTE.published),
        articles=(WIRE, CHRONICLE, BELL, GAZETTE),
        quotations=_quotations(),
        statements=_statements(),
        facts=_facts(),
        conflicts=_conflicts(),
        dates=_dates(),
        timeline=_timeline(),
        alone=(
            Alone(anchor(GAZETTE, _BUS)),
            Alone(anchor(GAZETTE, "I heard the girder sing like a wet glass,"), "gazette-q4"),
            Alone(anchor(BELL, _BLAME)),
        ),
        coverage=(
            *(Coverage(key, _EVERYONE) for key in ("s1", "s2", "s3", "f1")),
            Coverage("s4", ("gazette",)),
            Coverage("f2", ("wire", "bell", "gazette")),
            Coverage("f3", ("wire", "chronicle", "gazette")),
            Coverage("f4", ("wire", "chronicle")),
        ),
        commentary=(anchor(BELL, "It is a disgrace that nobody at the town hall saw this coming."),),
    )


def otter_story() -> Collation:
    """Two reports by one outlet of a small story without any difference."""
    words, pair = "She has the place to herself until May,", (POST_A.id, POST_B.id)
    return Collation(
        story=Story(
            "story-otter",
            pair,
            (Origin("o1", "Quenby Post", (POST_A.id,)), Origin("o2", "Quenby Post", (POST_B.id,))),
            (Person("Joss Abara", EntityKind.PERSON, tuple((a, 0) for a in pair)),),
            POST_A.published,
            POST_B.published,
        ),
        articles=(POST_A, POST_B),
        quotations=(
            (POST_A.id, quotation(POST_A, 1, _D, words, "Joss Abara", ("the warden, Joss Abara", "said"))),
            (POST_B.id, quotation(POST_B, 1, _D, words, "Joss Abara", ("warden Joss Abara", "said"))),
        ),
        statements=(Statement("s1", ("post_a-q1", "post_b-q1"), "post_a-q1", ("Joss Abara",)),),
        facts=(_fact("f1", ("o1", "o2"), paragraph(POST_A, 1), paragraph(POST_B, 1)),),
        conflicts=(),
        dates=(),
        timeline=(),
        alone=(),
        coverage=(Coverage("s1", pair), Coverage("f1", pair)),
        commentary=(),
    )
