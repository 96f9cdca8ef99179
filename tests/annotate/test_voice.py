from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotate.quotations import find_quotations
from secondsource.annotate.sentences import find_sentences
from secondsource.annotate.voice import find_voices, lexicon
from secondsource.annotate.voice.analysis import features, settings_of
from secondsource.annotate.voice.analysis_weights import WEIGHTS
from secondsource.annotate.voice.outlet_words import outlet_words
from secondsource.types import Annotations, Article, Block, BlockKind, Quotation, QuotationForm, Span, Voice
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


def article(text: str, blocks: tuple[Block, ...] = ()) -> Article:
    return Article(id="a", outlet="The Ledger", text=text, blocks=blocks)


def read(subject: Article, quotations: tuple[Quotation, ...] | None = None) -> Annotations:
    found = Annotations("a", "1", sentences=find_sentences(subject))
    return replace(found, quotations=find_quotations(subject, found) if quotations is None else quotations)


@pytest.mark.parametrize("pair", read_pairs("voice"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    subject = article(pair.text)
    found = read(subject)
    voices = find_voices(subject, found)
    shown = [
        f"{voice}: {' '.join(sentence.span.of(pair.text).split())}"
        for sentence, voice in zip(found.sentences, voices, strict=True)
        if voice is not Voice.REPORTED
    ]
    assert shown == list(pair.expect)


def test_a_likely_opinion_is_commentary_where_nobody_else_speaks() -> None:
    subject = article("The ferry sank. Orla Venn said it was a fine boat. The end was near.")
    found = replace(read(subject), opinions=(0.2, 0.9, 0.9))
    assert find_voices(subject, found) == (Voice.REPORTED, Voice.ATTRIBUTED, Voice.COMMENTARY)


_PLAIN = "The ferry left Harrow. Divers went down at noon. The council meets in the hall. The crew went home."


@pytest.mark.parametrize(
    ("sentence", "opinion", "voice"),
    [
        ("The ferry left at noon on Tuesday.", 0.02, Voice.REPORTED),
        ("It could close the hall by 3 p.m. on Friday.", 0.02, Voice.REPORTED),
        ("The ferry carries 200 cars, far more than the 90 it was built for.", 0.02, Voice.REPORTED),
        ("Orla Venn said it seemed far from certain and could hurt the council badly.", 0.4, Voice.ATTRIBUTED),
        ("The loss could hurt the mayor and makes it increasingly difficult to keep his seat.", 0.1, Voice.COMMENTARY),
        ("It remains to be seen whether the survey, a reminder of harder times, is too late.", 0.1, Voice.COMMENTARY),
    ],
)
def test_weak_signs_together_make_commentary_in_a_report(sentence: str, opinion: float, voice: Voice) -> None:
    subject = article(f"{_PLAIN} {sentence}")
    found = replace(read(subject), opinions=(0.02,) * 4 + (opinion,))
    assert find_voices(subject, found) == (Voice.REPORTED,) * 4 + (voice,)
    assert find_voices(subject, replace(found, opinions=()))[4] is not Voice.COMMENTARY


def test_weak_signs_tell_nothing_of_a_sentence_without_its_report() -> None:
    subject = article("The loss could hurt the mayor and makes it increasingly difficult to keep his seat.")
    assert find_voices(subject, replace(read(subject), opinions=(0.1,))) == (Voice.REPORTED,)


def test_there_is_a_weight_for_each_feature_of_analysis_and_no_other() -> None:
    subject = article(_PLAIN)
    found = read(subject)
    words = outlet_words(subject, found)
    assert set(features(words[0], settings_of(words, (0.1,) * 4)[0])) == set(WEIGHTS)


def test_a_headline_is_no_commentary_however_likely_an_opinion() -> None:
    subject = article("A fine boat\n\nThe ferry sank.", (Block(Span(0, 11), BlockKind.HEADLINE),))
    found = replace(read(subject), opinions=(0.9, 0.1))
    assert find_voices(subject, found) == (Voice.REPORTED, Voice.REPORTED)


def test_there_is_one_voice_for_each_sentence() -> None:
    subject = article("The ferry sank. Ugh.\n\nNobody was hurt.\n\n“A pity,” she said.")
    found = read(subject)
    assert len(find_voices(subject, found)) == len(found.sentences) == 4
    assert find_voices(subject, Annotations("a", "1")) == ()


@pytest.mark.parametrize(
    "kind", [BlockKind.RELATED, BlockKind.CALL, BlockKind.HELP, BlockKind.CAPTION, BlockKind.HEADLINE]
)
def test_nothing_outside_the_body_is_commentary(kind: BlockKind) -> None:
    text = "Ugh, what an absurd idea!"
    subject = article(text, (Block(Span(0, len(text)), kind),))
    assert find_voices(subject, read(subject)) == (Voice.REPORTED,)
    body = article(text, (Block(Span(0, len(text)), BlockKind.BODY),))
    assert find_voices(body, read(body)) == (Voice.COMMENTARY,)


def test_a_quotation_found_without_marks_makes_its_sentence_attributed() -> None:
    text = "The bridge, in the mayor's account, was an absurd luxury."
    content = Quotation("a-q1", (Span(text.index("was"), len(text) - 1),), QuotationForm.INDIRECT, cue=Span(11, 37))
    subject = article(text)
    assert find_voices(subject, read(subject, (content,))) == (Voice.ATTRIBUTED,)
    assert find_voices(subject, read(subject, ())) == (Voice.COMMENTARY,)


def test_work_grows_with_the_length_of_a_sentence_and_not_faster() -> None:
    def read_long(times: int) -> None:
        subject = article("but so " * 10 * times + "who (why) \"what' “no”, said, that " * times + "?")
        sentence = replace(find_sentences(article("One."))[0], span=Span(0, len(subject.text)))
        find_voices(subject, Annotations("a", "1", sentences=(sentence,)))

    assert growth(read_long, 100) < 12


def test_the_lists_of_words_name_nothing_twice() -> None:
    for name, words in vars(lexicon).items():
        if name.isupper():
            phrases = [" ".join(phrase.split()) for phrase in words.split(",")]
            assert all(phrases), f"{name} has an empty phrase"
            assert len(set(phrases)) == len(phrases), f"{name} names something twice"
