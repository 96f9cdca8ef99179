from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.errors import PartlyRead
from secondsource.ingest.language import foreign
from tests.ingest.sources import STORY, read_one, record, run, write_lines

FRENCH = (
    "Le pont sur la rivière a été fermé mardi après que des ingénieurs ont découvert une fissure dans un pilier. "
    "« Nous regrettons la gêne causée aux habitants », a déclaré la maire, qui promet une réouverture avant la fin du "
    "mois. Les bus passeront par la vieille route, et le marché du samedi se tiendra sur la place de la gare jusqu’à "
    "la fin des travaux."
)
GERMAN = (
    "Die Brücke über den Fluss wurde am Dienstag gesperrt, nachdem Ingenieure einen Riss in einem Pfeiler gefunden "
    "hatten. „Es tut uns leid für alle, die warten mussten“, sagte die Bürgermeisterin, die in der Stadt seit Jahren "
    "für eine neue Brücke wirbt. Die Busse fahren über die alte Straße, und der Markt wird bis zum Ende der Arbeiten "
    "am Bahnhof sein."
)
DANISH = (
    "Broen over åen blev lukket tirsdag, efter at ingeniører fandt en revne i en pille. Borgmesteren sagde, at hun er "
    "ked af det for alle, der måtte vente, og at der skal være en ny bro inden jul. Busserne kører ad den gamle vej, "
    "og for dem, der bor ved havnen, bliver der sat en ekstra bus ind, så længe arbejdet står på, har byrådet lovet."
)
GREEK = "Η γέφυρα έκλεισε την Τρίτη, αφού οι μηχανικοί βρήκαν μια ρωγμή σε έναν από τους στύλους της."
SCORES = "Ulverby 3, Dorrow 1\n\nPellworth 2, Aldmoor 2\n\nTarn 0, Ostrey 4\n\n"


@pytest.mark.parametrize("text", [STORY, f"{STORY} " * 40, SCORES, "Le pont est fermé, dit la maire.", "Η γέφυρα", ""])
@pytest.mark.parametrize("declared", ["", "en"])
def test_english_and_what_is_too_short_to_tell_are_not_remarked_on(text: str, declared: str) -> None:
    assert foreign(text, declared) is None


def test_english_that_quotes_another_language_is_not_remarked_on() -> None:
    assert foreign(f"{STORY} The mayor’s letter was in French: “{FRENCH}” {STORY * 5}", "") is None


@pytest.mark.parametrize("text", [FRENCH, GERMAN, DANISH, GREEK])
def test_a_text_that_does_not_look_like_english_is_remarked_on(text: str) -> None:
    assert (foreign(text, "") or "").startswith("it does not look like English")


def test_another_language_that_is_declared_is_remarked_on_however_short_the_text_is() -> None:
    assert (foreign("Le pont est fermé.", "fr") or "").startswith("its language is given as 'fr'")


def test_an_article_in_another_language_is_kept_and_remarked_on_once(tmp_path: Path) -> None:
    articles, errors = run(
        write_lines(
            tmp_path / "a.jsonl",
            record(1, text=FRENCH, language="fr-CA"),
            record(2, text=GERMAN),
            record(3, language="eng"),
        )
    )
    assert [article.language for article in articles] == ["fr", "en", "en"]
    assert [(type(error), error.line) for error in errors] == [(PartlyRead, 1), (PartlyRead, 2)]


def test_a_text_file_and_a_page_may_declare_their_language_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Language: fr\n\n{FRENCH}", encoding="utf-8")
    (tmp_path / "b.html").write_text(
        f"<html lang='de'><body><article><h1>Brücke</h1><p>{GERMAN}</p></article></body></html>", encoding="utf-8"
    )
    _, errors = run(tmp_path / "a.txt", tmp_path / "b.html")
    assert [error.reason.partition(":")[0] for error in errors] == [
        "its language is given as 'fr'",
        "its language is given as 'de'",
    ]


@pytest.mark.parametrize("code", ["English", "und", "mul", "x-default", ""])
def test_a_language_that_is_no_code_leaves_it_to_the_words(tmp_path: Path, code: str) -> None:
    assert read_one(write_lines(tmp_path / "a.jsonl", record(1, language=code))).language == "en"
