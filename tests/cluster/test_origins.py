from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.cluster.origins import find_origins
from secondsource.types import Article, CopyReason, Origin
from tests.cluster.reports import AGENCY, LOOKALIKE, OWN, REPRINT


def origins(*articles: Article) -> tuple[Origin, ...]:
    return find_origins([articles])[0]


def groups(*articles: Article) -> list[set[str]]:
    return sorted((set(origin.articles) for origin in origins(*articles)), key=min)


def test_a_reprint_with_changed_lead_and_added_paragraph_is_one_origin_with_the_agency() -> None:
    first, second = sorted(origins(REPRINT, OWN, AGENCY), key=lambda origin: -len(origin.articles))
    assert first.articles == ("agency", "reprint")
    assert first.name == "Tellwick News Agency"
    (evidence,) = first.evidence
    assert (evidence.copy, evidence.source, evidence.reason) == ("reprint", "agency", CopyReason.SHARED_TEXT)
    assert 0.8 < evidence.share < 1
    assert (second.articles, second.name, second.evidence) == (("own",), "The Ledger", ())


def test_the_evidence_is_the_longest_shared_passage_in_both_texts() -> None:
    (origin,) = origins(REPRINT, AGENCY)
    texts = {"reprint": REPRINT.text, "agency": AGENCY.text}
    copied, original = [anchor.span.of(texts[anchor.article]) for anchor in origin.evidence[0].anchors]
    assert copied == original
    assert len(copied.split()) > 30


def test_quotations_that_two_outlets_share_are_no_copy() -> None:
    speech = " ".join(
        f'"We have counted every stone of pier {n} and we will count them all again," Maas said.' for n in range(9)
    )
    one = replace(OWN, text=f"Engineer Ingrid Maas faced the council for an hour on Friday evening.\n\n{speech}")
    other = replace(LOOKALIKE, text=f"There was anger in the town hall when the engineer rose to speak.\n\n{speech}")
    assert groups(one, other) == [{"lookalike"}, {"own"}]


def test_a_brief_cut_from_a_longer_text_is_its_copy() -> None:
    brief = replace(OWN, id="brief", text="\n\n".join(AGENCY.text.split("\n\n")[1:2]))
    assert groups(AGENCY, brief, OWN) == [{"agency", "brief"}, {"own"}]


def test_a_copy_joins_whom_it_shares_most_with_even_if_both_came_later() -> None:
    third = replace(REPRINT, id="third", outlet="Pell Lock Star", published=date(2031, 3, 6))
    assert groups(third, REPRINT, AGENCY) == [{"agency", "reprint", "third"}]


@pytest.mark.parametrize("line", ["Reuters contributed to this report.", "Additional reporting by Reuters"])
def test_a_credit_for_a_part_alone_joins_nothing(line: str) -> None:
    agency = replace(AGENCY, outlet="Reuters", text=AGENCY.text.replace("Tellwick News Agency", "Reuters"))
    assert groups(agency, replace(OWN, text=f"{OWN.text}\n\n{line}")) == [{"agency"}, {"own"}]


def sentences(*numbers: int) -> str:
    """As many sentences, no two of which share a shingle."""
    return "\n\n".join(f"In matter {n} the town of number {n} met on day {n} and chose {n} of them." for n in numbers)


def test_a_credit_for_a_part_lowers_how_much_text_must_be_shared() -> None:
    agency = replace(AGENCY, outlet="Reuters", text=sentences(*range(10)))
    third = replace(OWN, text=sentences(*range(3), *range(20, 27)))
    credited = replace(third, text=f"{third.text}\n\nReuters contributed to this report.")
    assert groups(agency, third) == [{"agency"}, {"own"}]
    assert groups(agency, credited) == [{"agency", "own"}]


def test_two_texts_credited_as_a_whole_to_one_agency_are_one_origin() -> None:
    early = Article(
        id="early", outlet="Echo", published=date(2031, 3, 4),
        text="WEXCOMBE (AP) — A bridge was shut in Wexcombe early on Tuesday. Police gave no reason.",
    )  # fmt: skip
    late = Article(
        id="late", outlet="Post", published=date(2031, 3, 5), authors=("Jane Roe, Associated Press",),
        text="Divers have photographed the damage that closed the Harrow Bridge, and the council will meet on Friday.",
    )  # fmt: skip
    (origin,) = origins(early, late)
    assert origin.name == "The Associated Press"
    (evidence,) = origin.evidence
    assert (evidence.copy, evidence.source, evidence.reason) == ("late", "early", CopyReason.AGENCY_CREDIT)
    assert [anchor.span.of(early.text) for anchor in evidence.anchors] == ["WEXCOMBE (AP) —"]


def test_two_agencies_are_two_origins() -> None:
    texts = ["WEXCOMBE (AP) — A bridge was shut on Tuesday.", "WEXCOMBE (Reuters) - Engineers closed a bridge."]
    one, other = (Article(id=str(i), outlet=f"o{i}", text=text) for i, text in enumerate(texts))
    assert [origin.name for origin in origins(one, other)] == ["The Associated Press", "Reuters"]


def test_set_phrases_that_stand_in_many_stories_are_no_evidence() -> None:
    template = (
        " officers were called to the scene where they found the victim who was taken to the county hospital and"
        " pronounced dead shortly before midnight the medical examiner's office said an autopsy is set for the morning"
        " and anyone with information is asked to call the detectives of the northern division at any hour"
    )
    reports = [
        Article(id=f"{n}{v}", outlet="Post", text=f"{name} {v}{template}")
        for n, name in enumerate(("Ash", "Birch", "Cedar"))
        for v in "ab"
    ]
    stories = [reports[0:2], reports[2:4], reports[4:6]]
    assert [len(found) for found in find_origins(stories)] == [2, 2, 2]
    assert [len(found) for found in find_origins(stories[:1])] == [1]


def test_origins_stand_in_order_of_publication() -> None:
    late = replace(LOOKALIKE, published=date(2031, 4, 1))
    assert [origin.articles[0] for origin in origins(late, OWN, AGENCY, REPRINT)] == ["own", "agency", "lookalike"]
