from __future__ import annotations

from collections.abc import Sequence

import pytest

from secondsource.annotate.identity import identify
from secondsource.annotate.identity.antecedents import PairScores
from secondsource.annotate.marks import marked_spans
from secondsource.annotate.mentions import find_mentions
from secondsource.annotate.quotations.layout import Layout
from secondsource.annotate.quotations.speakers import name_speakers
from secondsource.annotate.sentences import find_sentences
from secondsource.types import (
    Annotations,
    Article,
    Entity,
    EntityKind,
    Gender,
    Mention,
    MentionForm,
    Quotation,
    QuotationForm,
    Span,
)
from tests.pairs_reader import Pair, read_pairs
from tests.work import growth


def _who(text: str, scores: PairScores | None = None) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    article = Article(id="a", outlet="The Ferry", text=text)
    sentences = find_sentences(article)
    return identify(article, sentences, find_mentions(article, sentences), marked_spans(text), scores)


def _reader(text: str, likes: str, least: float = -9.0) -> PairScores:
    """Scores of a reader that takes every mention for the one whose text is `likes`, and thinks `least` of others."""

    def scores(spans: Sequence[Span]) -> list[list[float]]:
        of_each = [9.0 if span.of(text) == likes else least for span in spans]
        return [of_each[:place] for place in range(len(spans))]

    return scores


def _names(text: str) -> dict[str, str]:
    """Each mention's text (the last, where two are alike) → the name of its entity."""
    entities, mentions = _who(text)
    return {mention.span.of(text): entities[mention.entity].name for mention in mentions}


def _lines(text: str) -> list[str]:
    entities, mentions = _who(text)
    lines = []
    for index, entity in enumerate(entities):
        texts = [" ".join(m.span.of(text).split()) for m in mentions if m.entity == index]
        if len(texts) > 1:
            lines.append(f"{entity.name}: {'; '.join(texts)}")
    return lines


@pytest.mark.parametrize("pair", read_pairs("identity"), ids=lambda pair: pair.title)
def test_pair(pair: Pair) -> None:
    assert _lines(pair.text) == list(pair.expect)


def test_an_entity_has_its_fullest_name_without_title_and_its_titles_and_age() -> None:
    entities, _ = _who("Mayor Reed spoke. Ann B. Reed, 45, left. Later, Ms. Reed slept.")
    assert entities == (
        Entity("Ann B. Reed", EntityKind.PERSON, gender=Gender.FEMALE, titles=("Mayor", "Ms."), age=45),
    )


def test_an_age_before_a_name_is_attached() -> None:
    (entity,) = _who("It was 45-year-old teacher Ann Reed.")[0]
    assert (entity.name, entity.age, entity.titles) == ("Ann Reed", 45, ("45-year-old teacher",))


def test_a_speaker_who_is_never_named_stays_a_description() -> None:
    (entity,) = _who("A top Norfolk aide agreed.")[0][:1]
    assert (entity.name, entity.named) == ("a top Norfolk aide", False)


def test_a_description_that_begins_with_a_name_keeps_its_capital() -> None:
    assert "Reed’s lawyer" in {e.name for e in _who("Ann Reed’s son met Reed’s lawyer.")[0]}


def test_entities_are_in_the_order_of_their_first_mention_and_all_are_mentioned() -> None:
    text = "Tim Stone met Ann Reed, the mayor. She told him that the company knew. The letter says so."
    entities, mentions = _who(text)
    seen: list[int] = []
    for mention in mentions:
        if mention.entity not in seen:
            seen.append(mention.entity)
    assert seen == list(range(len(entities)))


def test_mentions_have_the_kind_of_their_entity() -> None:
    text = "Tim Stone and Ann Reed sent a letter to Lowry Inc. on Monday. “No,” the letter says. They left the company."
    entities, mentions = _who(text)
    assert all(mention.kind is entities[mention.entity].kind for mention in mentions)


def test_a_named_pair_is_named_after_its_members() -> None:
    text = "Mila Stone and Tim Hale came. “We know,” Mila and Tim said."
    assert _names(text)["Mila and Tim"] == "Mila Stone and Tim Hale"


def test_pronouns_and_descriptions_inside_marks_are_no_mentions_but_names_are() -> None:
    text = "Ann Reed said, “He told the mayor that Bob Hale left.”"
    _, mentions = _who(text)
    assert [m.span.of(text) for m in mentions] == ["Ann Reed", "Bob Hale"]


def test_a_pronoun_that_nobody_fits_is_no_mention() -> None:
    _, mentions = _who("She left.")
    assert mentions == ()


def test_gender_is_told_by_title_given_name_noun_and_pronoun() -> None:
    text = "Mr. Quill, Ann Reed, a waitress and Kendall Stone met. Then Stone said he was late."
    genders = {e.name: e.gender for e in _who(text)[0]}
    assert genders["Quill"] is Gender.MALE
    assert genders["Ann Reed"] is genders["a waitress"] is Gender.FEMALE
    assert genders["Kendall Stone"] is Gender.MALE


def test_the_relation_and_not_the_noun_alone_tells_whose_wife_is_meant() -> None:
    text = "Bob Hale came with his wife, Ann Hale. Tim Stone came with his wife, Mila Stone. Mr. Hale’s wife spoke."
    assert _names(text)["Mr. Hale’s wife"] == "Ann Hale"


def test_they_means_people_before_bodies() -> None:
    text = "The teachers wrote to Lowry Inc. on Monday. They want more money."
    assert _names(text)["They"] == "the teachers"


def test_an_alias_of_a_country_is_the_country() -> None:
    names = _names("The United States agreed. Norway and the U.S. signed.")
    assert names["United States"] == names["U.S."]


def test_the_same_article_gives_the_same_entities() -> None:
    text = "Ann Reed met Bob Hale. She said he and the mayor of Oslo, Tim Stone, were late. The two left."
    assert _who(text) == _who(text)


def test_every_mention_of_a_name_is_kept() -> None:
    text = "Ann Reed, Ann Reed and “Ann Reed” met Reed."
    names = [m for m in _who(text)[1] if m.form is MentionForm.NAME]
    assert [m.span.of(text) for m in names][-2:] == ["Ann Reed", "Reed"]


def test_the_reader_decides_between_two_who_are_about_as_much_in_focus() -> None:
    text = "Bob Hale met Tim Stone. He was late."
    for name in ("Bob Hale", "Tim Stone"):
        entities, mentions = _who(text, _reader(text, name))
        assert entities[mentions[-1].entity].name == name


def test_the_reader_cannot_make_a_man_a_woman_nor_one_many() -> None:
    text = "Ann Reed met Tim Stone. He was late."
    entities, mentions = _who(text, _reader(text, "Ann Reed"))
    assert entities[mentions[-1].entity].name == "Tim Stone"
    text = "Ann Reed met the teachers. They were late."
    entities, mentions = _who(text, _reader(text, "Ann Reed"))
    assert entities[mentions[-1].entity].name == "the teachers"


def test_the_reader_cannot_make_an_object_its_own_subject() -> None:
    text = "Bob Hale came. Tim Stone told him."
    entities, mentions = _who(text, _reader(text, "Tim Stone"))
    assert entities[mentions[-1].entity].name == "Bob Hale"


def test_a_description_that_the_reader_gives_to_nobody_stays_apart() -> None:
    text = "Bob Hale, a judge, spoke to Tim Stone. Later the judge left."
    entities, mentions = _who(text)
    assert entities[mentions[-1].entity].name == "Bob Hale"
    entities, mentions = _who(text, _reader(text, "nobody"))
    assert entities[mentions[-1].entity].name == "the judge"


def test_the_reader_is_not_asked_about_what_news_calls_people_by() -> None:
    text = "The actress Ann Reed spoke. Later the actress left."
    entities, mentions = _who(text, _reader(text, "nobody"))
    assert entities[mentions[-1].entity].name == "Ann Reed"


def test_the_reader_is_not_asked_about_the_title_before_a_name() -> None:
    text = "Judge Bob Hale spoke. The judge left."
    entities, mentions = _who(text, _reader(text, "nobody"))
    assert entities[mentions[-1].entity].name == "Bob Hale"


def test_a_reader_that_says_nothing_changes_nothing() -> None:
    text = "Ann Reed met Bob Hale, a judge. She said he and the judge were late. They left."
    assert _who(text, lambda spans: [[0.0] * place for place in range(len(spans))]) == _who(text)


@pytest.mark.parametrize(
    ("text", "relative", "speaker"),
    [
        ("It was late, which said that nobody cared.", "which", None),
        ("They saw Ann Reed, which said that nobody cared.", "which", None),
        ("The judge saw Ann Reed, who said that she was late.", "who", "Ann Reed"),
        ("They asked a spokesman for the company, who said that it was late.", "who", "a spokesman for the company"),
        ("They asked a spokesman for the company, which said that it was late.", "which", "the company"),
    ],
)
def test_a_relative_pronoun_speaks_for_what_stands_before_it(text: str, relative: str, speaker: str | None) -> None:
    article = Article(id="a", outlet="The Ferry", text=text)
    entities, mentions = _who(text)
    found = Annotations("a", "1", sentences=find_sentences(article), entities=entities, mentions=mentions)
    start, content = text.index(relative), Span(text.index("that"), len(text) - 1)
    source = Span(start, start + len(relative))
    said = Quotation("a-q1", (content,), QuotationForm.INDIRECT, source=source, content=(content,))
    layout = Layout(text, found.sentences, mentions, ())
    assert [q.speaker for q in name_speakers(article, found, layout, [said])] == [speaker]


@pytest.mark.parametrize(
    "unit",
    [
        "the senator told him that she, the mayor, ",
        "Secretary of State ",
        "Ann Reed, 45, a teacher, ",
        "The letter says he ",
    ],
)
def test_work_grows_with_the_length_of_a_text_and_not_faster(unit: str) -> None:
    def identify_long(times: int) -> None:
        article = Article(id="a", outlet="The Ferry", text=unit * times)
        sentences = find_sentences(article)
        found = find_mentions(article, sentences)
        identify(article, sentences, found, (), lambda spans: [[1.0] * place for place in range(len(spans))])

    assert growth(identify_long, 100) < 14


def test_many_people_of_one_surname_take_work_in_proportion() -> None:
    def who_is_who(times: int) -> None:
        _who(" ".join(f"Ann{i} Reed said he saw Bob{i} Reed." for i in range(times)))

    assert growth(who_is_who, 100) < 14
