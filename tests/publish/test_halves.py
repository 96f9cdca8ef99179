from __future__ import annotations

from dataclasses import replace

from secondsource.publish.apparatus import statement_item
from secondsource.publish.dossier import Role, StatementItem
from secondsource.publish.place import sources_of
from secondsource.types import Article, Collation, Quotation, QuotationForm, Span, Statement, Variant, VariantKind
from tests.publish.invented import bridge_story

WHOLE = "“The old mill goes, and nobody will miss it, for it never ground a thing.” Drury said."
NEAR = "“The old mill goes,” said Drury.\n\n“And nobody will miss it,” he added, “for it never ground a thing.”"
FAR = NEAR.replace("\n\n", "\n\n" + "The hall was full, and it rained on those who stood outside. " * 8 + "\n\n")


def quoted(article: str, number: int, text: str, *parts: str) -> tuple[str, Quotation]:
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    return article, Quotation(f"{article}-h{number}", spans, QuotationForm.DIRECT, speaker="Drury")


def told(halves: str, second: str = "And nobody will miss it,") -> StatementItem:
    """The statement of one report that quotes a sentence whole, and one that quotes it in two halves."""
    story: Collation = bridge_story()
    articles = [replace(a, text={"wire": WHOLE, "bell": halves}.get(a.id, a.text), blocks=()) for a in story.articles]
    quotations = (
        quoted("wire", 1, WHOLE, "The old mill goes, and nobody will miss it, for it never ground a thing."),
        quoted("bell", 1, halves, "The old mill goes,"),
        quoted("bell", 2, halves, second, "for it never ground a thing."),
    )
    variants = tuple(Variant(VariantKind.SPLIT, f"bell-h{n}", None, None) for n in (1, 2))
    statement = Statement("s1", ("wire-h1", "bell-h1", "bell-h2"), "wire-h1", ("Drury",), variants)
    kept: tuple[Article, ...] = tuple(articles)
    return statement_item(sources_of(replace(story, articles=kept, quotations=quotations)), statement)


def test_halves_that_stand_far_apart_are_readings_of_their_own() -> None:
    assert len(told(FAR).readings) == 3


def test_neighbouring_halves_with_the_words_of_the_whole_are_shown_with_it_as_one() -> None:
    (reading,) = told(NEAR).readings
    assert [place.label for place in reading.others] == ["Evening Bell ¶1–2"]
    assert reading.others[0].texts == (
        "The old mill goes,",
        "And nobody will miss it,",
        "for it never ground a thing.",
    )


def test_neighbouring_halves_in_other_words_are_one_reading_with_what_stands_between_as_an_aside() -> None:
    second = "And nobody here will miss it,"
    whole, halves = told(NEAR.replace("And nobody will miss it,", second), second).readings
    assert whole.place.outlet == "Northern Wire"
    own = [run.text for run in halves.runs if run.role is not Role.ASIDE]
    assert "".join(own) == "".join(halves.place.texts)
    assert [run.text for run in halves.runs if run.role is Role.ASIDE] == ["said Drury.", "he added"]
