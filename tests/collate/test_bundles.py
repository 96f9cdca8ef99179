from __future__ import annotations

import pytest

from secondsource.collate import bundles
from secondsource.collate.bundles import bundle_readings
from secondsource.collate.evidence import Link
from secondsource.collate.facts.word_families import family_of
from secondsource.collate.readings import read
from secondsource.collate.witness import Witness
from secondsource.types import Article, Quotation, QuotationForm, Span

SPEECH = (
    "Geese nest under lamps. Ropes fray, anchors rust, whistles crack, bells chime, masts lean, sails tear all day."
)
RUST, CHIME, LEAN = (6, 8), (10, 12), (12, 14)  # "anchors rust", "bells chime", "masts lean"


def told(*texts: str) -> list[Witness]:
    """Readings without a speaker; those in angle brackets are paraphrases."""
    witnesses = []
    for number, text in enumerate(texts):
        form = QuotationForm.INDIRECT if text.startswith("<") else QuotationForm.DIRECT
        words = text.strip("<>")
        quotation = Quotation(f"q{number}", (Span(0, len(words)),), form, None, None)
        reading = read(Article(f"a{number}", "Gazette", words), quotation)
        families = frozenset(family_of(word.form) for word in reading.words)
        witnesses.append(Witness(reading, None, (), families, frozenset(), (number, 0)))
    return witnesses


def link(other: int, words: tuple[int, int], host: int = 0) -> Link:
    return Link(host, other, words, (0, 2), 1.0, 1.0)


def test_links_about_other_sentences_are_two_utterances() -> None:
    witnesses = told(SPEECH, "geese nest", "bells chime")
    assert bundle_readings([link(1, (0, 2)), link(2, CHIME)], [], witnesses) == [(0, 1), (0, 2)]


def test_pieces_of_one_sentence_are_one_utterance_if_they_are_near() -> None:
    witnesses = told(SPEECH, "anchors rust", "bells chime", "sails tear")
    assert bundle_readings([link(1, RUST), link(2, CHIME)], [], witnesses) == [(0, 1, 2)]
    assert bundle_readings([link(2, CHIME), link(1, RUST)], [], witnesses) == [(0, 1, 2)]
    assert bundle_readings([link(1, RUST), link(3, (14, 16))], [], witnesses) == [(0, 1), (0, 3)]


def test_a_later_link_joins_two_bundles_and_then_comes_last() -> None:
    witnesses = told(SPEECH, "ropes fray", "masts lean", "geese nest", "whistles crack")
    ends = [link(1, (4, 6)), link(2, LEAN)]
    assert bundle_readings([*ends, link(3, (0, 2))], [], witnesses) == [(0, 1), (0, 2), (0, 3)]
    assert bundle_readings([*ends, link(3, (0, 2)), link(4, (8, 10))], [], witnesses) == [(0, 3), (0, 1, 2, 4)]


def test_a_paraphrase_goes_to_the_bundle_that_has_most_of_it() -> None:
    witnesses = told(SPEECH, "geese nest", "bells chime", "<the bells will chime while geese sleep>")
    marked = [link(1, (0, 2)), link(2, CHIME)]
    assert bundle_readings(marked, [link(3, (0, 12))], witnesses) == [(0, 1), (0, 2, 3)]


def test_a_paraphrase_of_two_utterances_does_not_make_them_one() -> None:
    witnesses = told(SPEECH, "geese nest", "Bells chime.", "geese nest and bells chime", "<geese nest, bells chime>")
    marked = [link(1, (0, 2)), link(2, (3, 5), host=3)]
    paraphrases = [link(4, (0, 2)), link(4, (3, 5), host=3)]
    assert bundle_readings(marked, paraphrases, witnesses) == [(2, 3), (0, 1, 4)]


@pytest.mark.parametrize("form", ["{}", "<{}>"])
def test_the_work_for_a_link_does_not_grow_with_the_links_before_it(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    widened = 0
    take = bundles._Bundle.take

    def counted(bundle: bundles._Bundle, number: int, words: tuple[int, int]) -> None:
        nonlocal widened
        widened += 1
        take(bundle, number, words)

    monkeypatch.setattr(bundles._Bundle, "take", counted)
    witnesses = told(SPEECH, *[form.format("bells chime")] * 400)
    links = [link(other, CHIME) for other in range(1, 401)]
    marked, paraphrases = (links, []) if form == "{}" else ([], links)
    assert bundle_readings(marked, paraphrases, witnesses) == [tuple(range(401))]
    assert widened <= 2 * 400
