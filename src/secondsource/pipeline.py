"""The straight line, written once: ingest → annotate → cluster → collate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from secondsource.annotate import annotate
from secondsource.cluster import cluster
from secondsource.collate import collate
from secondsource.errors import AnnotationError, CollationError
from secondsource.ingest import ingest
from secondsource.model import is_installed, load_reader
from secondsource.types import Annotations, Article, Collation, Story

__all__ = [
    "MANY",
    "Mapper",
    "Settings",
    "annotate_all",
    "annotate_one",
    "cluster_all",
    "collate_all",
    "collate_one",
    "ingest",
]

MANY = 1000
"""From so many reports on, the fast reader is used where none is named: its quality is a little lower, and thousands of
reports take minutes with the other.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may vary. `one_story` takes all reports as one story, without grouping them. `reader` names what finds
    attributions, one of ``secondsource.model.READERS`` (None: "accurate", and "fast" for MANY reports); where its model
    is not installed, rules alone do.
    """

    one_story: bool = False
    reader: str | None = None

    def reader_for(self, reports: int) -> str:
        """The reader of a run over so many reports."""
        return self.reader or ("fast" if reports >= MANY and is_installed("fast") else "accurate")


class Mapper(Protocol):
    """Applies a function to every item and yields the results in the items' order, wherever it runs them."""

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
        """Results of `function`, in the order of `items`."""
        ...


def annotate_one(reader: str, article: Article) -> Annotations | AnnotationError:
    """Annotations of one article, or the error that names the article: one bad article must not stop the others."""
    try:
        return annotate(article, load_reader(reader))
    except Exception as error:  # a defect in a rule must name the article that shows it
        reason = f"could not be annotated ({type(error).__name__}: {error})"
        return AnnotationError(article.id, f"{_place(article)}: {reason}")


def _place(article: Article) -> str:
    """Where the article is found: its file, and which of the many that a file may hold it is."""
    which = article.url or article.input_id or article.title
    return f"{article.file} ({which})" if article.file and which else article.file or which or article.id


def annotate_all(articles: Iterable[Article], reader: str, mapper: Mapper) -> Iterator[Annotations | AnnotationError]:
    """Annotations of each article, or what went wrong with it, in order. `reader` is one of READERS."""
    return mapper(partial(annotate_one, reader), articles)


def cluster_all(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], settings: Settings
) -> tuple[Story, ...]:
    """The stories that the articles tell, most widely reported first. `annotations` are by article id."""
    return cluster(articles, annotations, one_story=settings.one_story)


def collate_one(bundle: tuple[Story, dict[str, Article], dict[str, Annotations]]) -> Collation | CollationError:
    """The collation of one story, given with its articles and annotations by article id, or the error that names it."""
    story, articles, annotations = bundle
    try:
        return collate(story, articles, annotations)
    except CollationError as error:
        return error
    except Exception as error:  # a defect in a rule must name the story that shows it
        return CollationError(f"story {story.id}: could not be collated ({type(error).__name__}: {error})")


def collate_all(
    stories: Iterable[Story], articles: Mapping[str, Article], annotations: Mapping[str, Annotations], mapper: Mapper
) -> Iterator[Collation | CollationError]:
    """The collation of each story, or what went wrong with it, in order."""
    return mapper(collate_one, map(partial(_bundle, articles, annotations), stories))


def _bundle(
    articles: Mapping[str, Article], annotations: Mapping[str, Annotations], story: Story
) -> tuple[Story, dict[str, Article], dict[str, Annotations]]:
    """A story with just the articles and annotations that its collation needs."""
    return story, {i: articles[i] for i in story.articles}, {i: annotations[i] for i in story.articles}
