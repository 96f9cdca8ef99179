from __future__ import annotations

from secondsource.collate.evidence import Link, Rarity, Witness, find_families, find_names, link_indirect
from secondsource.collate.readings import read
from secondsource.collate.speakers import Speaker
from secondsource.types import Article, Quotation, QuotationForm, Span


def witness(outlet: str, content: str, marked: str = "") -> Witness:
    """What an outlet says that Mara Voss said: `content`, of which `marked` stands in quotation marks."""
    article = Article(outlet, outlet, content)
    whole = Span(0, len(content))
    form = QuotationForm.MIXED if marked else QuotationForm.INDIRECT
    parts = (Span(content.index(marked), content.index(marked) + len(marked)),) if marked else (whole,)
    reading = read(article, Quotation(f"{outlet}-q1", parts, form, None, None, "Mara Voss", content=(whole,)))
    families = find_families(reading)
    return Witness(reading, Speaker("Mara Voss"), (), families, frozenset(), (0, 0), find_names(reading))


def link(host: Witness, other: Witness) -> Link | None:
    return link_indirect(host, other, (0, 1), Rarity([]))


def test_a_paraphrase_must_tell_something_of_the_marked_words() -> None:
    host = witness("Gazette", "the dredging of the channel near Ulverby would cost a fortune", marked="a fortune")
    assert link(host, witness("Herald", "the dredging of the channel near Ulverby had not begun")) is None
    assert link(host, witness("Herald", "the dredging of the channel would cost a fortune")) is not None


def test_a_paraphrase_beside_its_own_outlets_fragment_says_something_else() -> None:
    host = witness("Gazette", "the channel would cost a fortune", marked="a fortune")
    assert link(host, witness("Gazette", "the channel would cost a fortune")) is None


def test_a_name_weighs_as_its_rarest_word() -> None:
    rarity = Rarity([])
    names = (frozenset({"harbour", "secretari", "tane"}),)
    assert rarity.of_names({"harbour", "secretari", "tane"}, names) == 1.0
    assert rarity.of_names({"tane", "channel"}, names) == rarity.of("tane") + rarity.of("channel")


def test_names_are_runs_of_capitalised_words_and_headlines_have_none() -> None:
    assert witness("Gazette", "he asked Harbour Secretary Osric Tane to resign").names == (
        frozenset({"harbour", "secretari", "osric", "tane"}),
    )
    assert witness("Gazette", "Mayor Asks Harbour Secretary To Resign").names == ()
