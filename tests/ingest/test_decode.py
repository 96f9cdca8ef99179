from __future__ import annotations

import pytest

from secondsource.ingest.decode import decode_page, decode_text

TEXT = "“It will hold,” Edda Lünt said – for £40."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_text_is_decoded(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == (TEXT, 0, 0)


def test_latin_1_is_decoded() -> None:
    assert decode_text("Café Münster, señor".encode("latin-1")).text == "Café Münster, señor"


def test_ascii_is_decoded() -> None:
    assert decode_text(b"plain") == ("plain", 0, 0)


def test_damaged_utf_8_stays_utf_8_and_the_damage_is_counted() -> None:
    data = TEXT.encode() + b"\xff" + TEXT.encode()[:2]
    assert decode_text(data) == (TEXT + "\ufffd\ufffd", 2, 0)


def test_bytes_without_meaning_in_windows_1252_are_counted() -> None:
    assert decode_text(b"caf\xe9 \x81 \x9d.") == ("café \ufffd \ufffd.", 2, 0)


@pytest.mark.parametrize("text", ["“HER FIANCÉ” SAID", "“Ô” – £40", "NATÜRLICH’ 5 €"])
def test_capitals_before_a_closing_mark_in_windows_1252_are_no_utf_8(text: str) -> None:
    assert decode_text(text.encode("cp1252")) == (text, 0, 0)


def test_a_text_in_both_encodings_is_read_as_both_and_remarked_on() -> None:
    western = "“It will hold,” she said. “It will.”\n"
    decoded = decode_text(western.encode("cp1252") + "Édda’s".encode())
    assert decoded == (western + "Édda’s", 0, 2)
    assert decoded.remarks == ("it mixes encodings (2 characters in UTF-8, others in Windows-1252): save it as UTF-8",)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1251", "cp1251"), ("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("iso-8859-2", "iso-8859-2")],
)
def test_a_page_says_its_encoding(charset: str, encoding: str) -> None:
    word = "Мост" if encoding == "cp1251" else "Brücke"
    page = f'<html><head><meta charset="{charset}"></head><p>{word}</p>'
    assert decode_page(page.encode(encoding)).text == page


def test_a_page_in_utf_8_that_claims_another_encoding_is_utf_8() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Brücke”</p>'
    assert decode_page(page.encode()).text == page


@pytest.mark.parametrize("charset", ["no-such-code", "utf-8", "utf-16", "rot13", "zlib"])
def test_a_page_that_claims_nonsense_is_decoded_as_a_text(charset: str) -> None:
    page = f"<meta charset={charset}><p>Brücke – 40 £</p>"
    assert decode_page(page.encode("cp1252")).text == page
