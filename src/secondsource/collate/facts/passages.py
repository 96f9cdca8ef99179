"""What each sentence of a story's reports mentions, in the form in which sentences are compared."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from secondsource.collate.facts.credits import Credited, credited_sentences
from secondsource.collate.facts.media_names import MediaNames, media_names
from secondsource.collate.facts.word_families import family_of
from secondsource.types import Anchor, Annotations, Article, Figure, QuotationForm, Span, Story, Voice
from secondsource.types.words import STOPWORDS, fold, word_spans

if TYPE_CHECKING:
    from collections.abc import Mapping

_T = TypeVar("_T")

# Words that stand in any report whatever it is about: sharing them says nothing.
STOCK_WORDS = frozenset(
    """add according ago already asked called came come continue day days did during even ever first former get go
    going got including into know last later like made make many may might month months much must never new next now old
    people put really report reported reporter reporters reports right same saying says see several since still take
    tell thing things think time times today told took two use used using want way week weeks well went whether
    while within year years yet""".split()
)
MOST = 1000  # sentences of one report that are compared; a longer one is a book or a log
LONGEST = 120  # words of one sentence that are compared; a longer "sentence" is a list or a page without full stops


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of one report, ready to be compared.

    `position` counts the article's story sentences from 0. `words` are the stems of its content words, in order;
    `names` those among them that the story writes with a capital. `people` are indices into ``Story.people``;
    `figures` are (unit, value); `dates` ISO values. `quoted` is the share of its characters inside quotation marks.
    `credit` is the other outlet that it is credited to, if any.
    """

    anchor: Anchor
    position: int
    words: tuple[str, ...]
    names: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()
    figures: frozenset[tuple[str, float]] = frozenset()
    dates: frozenset[str] = frozenset()
    quoted: float = 0.0
    voice: Voice = Voice.REPORTED
    credit: Credited | None = None


def read_passages(
    story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotations]
) -> tuple[Passage, ...]:
    """Every sentence that tells the story, by article in `order_of_publication` and then in text order; of a report of
    more than `MOST` sentences the first ones.
    """
    capitals = _capitalised_words(articles, annotations)
    person_of = {entity: index for index, person in enumerate(story.people) for entity in person.entities}
    media = media_names(story, articles)
    return tuple(
        passage
        for article in order_of_publication(articles)
        for passage in _passages_of(articles[article], annotations[article], capitals, person_of, media)
    )


def order_of_publication(articles: Mapping[str, Article]) -> list[str]:
    """The ids of the articles, the earliest first; undated ones last; ties by outlet, then id."""

    def key(article: Article) -> tuple[bool, str, str, str]:
        published = article.published
        return (published is None, published.isoformat() if published else "", article.outlet, article.id)

    return [article.id for article in sorted(articles.values(), key=key)]


def _passages_of(
    article: Article,
    read: Annotations,
    capitals: frozenset[str],
    person_of: Mapping[tuple[str, int], int],
    media: MediaNames,
) -> list[Passage]:
    sentences = [
        (index, sentence)
        for index, sentence in enumerate(read.sentences)
        if sentence.is_story and sentence.span.start < sentence.span.end
    ][:MOST]
    spans = [sentence.span for _, sentence in sentences]
    people = _by_sentence(
        spans,
        [(m.span, person_of[article.id, m.entity]) for m in read.mentions if (article.id, m.entity) in person_of],
    )
    dates = _by_sentence(spans, [(d.span, d.value) for d in read.dates if d.value is not None])
    figures = _by_sentence(spans, [(f.span, (f.unit, f.low)) for f in read.figures if _is_telling(f)])
    quoted = _quoted_characters(spans, read)
    credited = credited_sentences(article, read, spans, media)
    found = []
    for position, (index, sentence) in enumerate(sentences):
        words = content_words(article.text, sentence.span)
        found.append(
            Passage(
                anchor=Anchor(article.id, sentence.span),
                position=position,
                words=words,
                names=frozenset(words) & capitals,
                people=frozenset(people[position]),
                figures=frozenset(figures[position]),
                dates=frozenset(dates[position]),
                quoted=min(1.0, quoted[position] / (sentence.span.end - sentence.span.start)),
                voice=read.voices[index] if index < len(read.voices) else Voice.REPORTED,
                credit=credited[position],
            )
        )
    return found


def content_words(text: str, within: Span) -> tuple[str, ...]:
    """The families of the content words of ``text[within.start:within.end]``, in order; at most `LONGEST`."""
    words: list[str] = []
    for span in word_spans(text, *within):
        word = fold(span.of(text))
        if len(word) > 1 and word not in STOPWORDS and word not in STOCK_WORDS:
            words.append(family_of(word))
            if len(words) == LONGEST:
                break
    return tuple(words)


def _is_telling(figure: Figure) -> bool:
    """Whether sharing the figure makes two sentences likelier to tell one thing: "one man" stands everywhere."""
    return bool(figure.unit) or figure.low > 2


def _by_sentence(sentences: list[Span], items: list[tuple[Span, _T]]) -> list[list[_T]]:
    """The items that start in each sentence."""
    found: list[list[_T]] = [[] for _ in sentences]
    starts = [span.start for span in sentences]
    for span, item in items:
        position = bisect_right(starts, span.start) - 1
        if position >= 0 and span.start < sentences[position].end:
            found[position].append(item)
    return found


def _quoted_characters(sentences: list[Span], read: Annotations) -> list[int]:
    """How many characters of each sentence are quoted words."""
    found = [0] * len(sentences)
    starts = [span.start for span in sentences]
    for quotation in read.quotations:
        if quotation.form is QuotationForm.INDIRECT:
            continue
        for part in quotation.parts:
            position = max(0, bisect_right(starts, part.start) - 1)
            while position < len(sentences) and sentences[position].start < part.end:
                inside = min(part.end, sentences[position].end) - max(part.start, sentences[position].start)
                found[position] += max(0, inside)
                position += 1
    return found


def _capitalised_words(articles: Mapping[str, Article], annotations: Mapping[str, Annotations]) -> frozenset[str]:
    """The words that the story writes with a capital in at least half of the places where a capital means a name:
    not at the start of a sentence, and not in a line in title case.
    """
    capital: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for identifier, article in articles.items():
        for sentence in annotations[identifier].sentences:
            if not sentence.is_story:
                continue
            words = [span.of(article.text) for span in word_spans(article.text, *sentence.span)[: LONGEST * 2]]
            capitals = sum(word[0].isupper() for word in words)
            if capitals > 0.6 * len(words):
                continue
            for word in words[1:]:
                stem = family_of(fold(word))
                every[stem] += 1
                capital[stem] += word[0].isupper()
    return frozenset(stem for stem, count in every.items() if capital[stem] >= 0.5 * count)
