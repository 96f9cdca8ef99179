from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.annotate import annotate
from secondsource.annotate.quotations.cues import CUES, CueClass
from secondsource.types import Article, Block, BlockKind, Quotation, QuotationForm, Span
from tests.pairs_reader import Pair, read_pairs

_DOUBLE_MARKS = '“”"„‟«»'


def _article(text: str, not_story: str | None = None) -> Article:
    blocks: tuple[Block, ...] = ()
    if not_story is not None:
        start = text.index(not_story)
        blocks = (
            Block(Span(0, start - 2), BlockKind.BODY),
            Block(Span(start, start + len(not_story)), BlockKind.CALL),
        )
    return Article(id="a", outlet="The Ferry", text=text, blocks=blocks)


def _line(text: str, quotation: Quotation) -> str:
    words = " … ".join(part.of(text) for part in quotation.parts)
    cue = quotation.cue.of(text) if quotation.cue else ""
    source = quotation.source.of(text) if quotation.source else ""
    return f"{quotation.form.value} | {words} | {cue} | {source} | {quotation.speaker or ''}"


@pytest.mark.parametrize("pair", read_pairs("quotations"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    found = annotate(_article(pair.text, pair.keys.get("not_story"))).quotations
    assert [_line(pair.text, q) for q in found] == list(pair.expect)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aA ’.,?!\n“”\"'", max_size=60), st.sampled_from(["said", "called", "according to", "adding"]))
def test_parts_lie_in_the_text_in_order_without_their_marks(noise: str, cue: str) -> None:
    text = f"“One {noise} two,” {cue} Orla Venn. {noise} “Three.”"
    for quotation in annotate(_article(text)).quotations:
        assert all(0 <= part.start < part.end <= len(text) for part in quotation.parts)
        assert all(a.end <= b.start for a, b in zip(quotation.parts, quotation.parts[1:], strict=False))
        assert all(part.of(text) == part.of(text).strip() for part in quotation.parts)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*'“”"«»„ ,.', "\n\n", " said ", "Orla Venn", " the bridge", " that ", "We"]), max_size=30)
)
def test_no_part_keeps_marks_of_its_own_around_it(pieces: list[str]) -> None:
    text = "“We are closed,” Orla Venn said. " + "".join(pieces) + " Orla Venn said."
    for quotation in annotate(_article(text)).quotations:
        for words in (part.of(text) for part in quotation.parts):
            ends = (words[0] in _DOUBLE_MARKS) + (words[-1] in _DOUBLE_MARKS)
            marks = sum(character in _DOUBLE_MARKS for character in words)
            in_marks = quotation.form is not QuotationForm.INDIRECT
            assert not ends or not (marks == 1 or (in_marks and marks == ends == 2))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orla Venn said, “The boat is gone.»\n\nShe left.", "The boat is gone."),
        ("Orla Venn said, “ «The boat is gone.» ”", "The boat is gone."),
        ("Orla Venn said, “VENN: «The boat is gone.»”", "The boat is gone."),
        ('Orla Venn said that the boat is gone."\n\nShe left.', "the boat is gone."),
    ],
)
def test_marks_without_a_partner_are_no_words(text: str, words: str) -> None:
    parts = [part.of(text) for quotation in annotate(_article(text)).quotations for part in quotation.parts]
    assert words in [part.rstrip(".") + "." for part in parts]
    assert not any(part[0] in _DOUBLE_MARKS or part[-1] in _DOUBLE_MARKS for part in parts)


def test_a_mixed_quotation_knows_the_clause_around_its_words() -> None:
    text = "Orla Venn said the delay was “a disgrace” to the county."
    (quotation,) = annotate(_article(text)).quotations
    assert quotation.form is QuotationForm.MIXED
    assert [part.of(text) for part in quotation.parts] == ["a disgrace"]
    assert [part.of(text) for part in quotation.content] == ["the delay was “a disgrace” to the county"]


def test_the_medium_is_told() -> None:
    text = "“We are sorry,” Orla Venn said in a statement on Monday."
    assert [q.medium for q in annotate(_article(text)).quotations] == ["statement"]


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("said", CueClass.SPEECH),
        ("replied", CueClass.SPEECH),
        ("admitting", CueClass.SPEECH),
        ("promised", CueClass.PROMISE),
        ("slammed", CueClass.JUDGE),
        ("believes", CueClass.THINK),
        ("urging", CueClass.ASK),
    ],
)
def test_every_form_of_a_reporting_verb_is_known(form: str, kind: CueClass) -> None:
    assert CUES[form] is kind
