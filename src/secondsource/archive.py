"""The Python API: an archive of reports, the stories they tell, and the collation of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from secondsource.engine import Engine, InProcess, ProcessPool
from secondsource.errors import AnnotationError, CollationError, InputError, SecondSourceError
from secondsource.pipeline import Settings, annotate_all, cluster_all, collate_all, ingest
from secondsource.types import Annotations, Article, Collation, Story

__all__ = ["Archive", "Progress", "Settings"]

Item = TypeVar("Item")
Progress = Callable[[str, int, int | None], None]
"""Called with the name of the stage, how many items are done, and how many there are (None while unknown)."""


def _silent(stage: str, done: int, total: int | None) -> None:
    """The progress of a run that nobody watches."""


class Archive:
    """Reports held in memory, with what was read from them. Use it as a context, or call `close` when done.

    >>> with Archive() as archive:
    ...     refused = archive.add(["reports/"])
    ...     for collation in archive.collations():
    ...         print(collation.story.id, len(collation.statements))

    `workers` is the number of processes to spread work over. With more than one, a script must keep its calls under
    ``if __name__ == "__main__"``, as for any use of `multiprocessing`; asked for work after `close`, it raises
    ArchiveClosed.
    """

    def __init__(self, settings: Settings | None = None, *, workers: int = 1, progress: Progress = _silent) -> None:
        self.settings = settings or Settings()
        self._engine: Engine = ProcessPool(workers) if workers > 1 else InProcess()
        self._unannotated: list[AnnotationError] = []
        self._uncollated: list[CollationError] = []
        self._progress = progress
        self._articles: dict[str, Article] = {}
        self._annotations: dict[str, Annotations] = {}
        self._reader: str | None = None
        self._stories: tuple[Story, ...] | None = None  # of the articles that there are

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order in which they were added."""
        return tuple(self._articles.values())

    def add(
        self, paths: Iterable[Path | str] | Path | str, *, leave_out: Iterable[Path | str] = ()
    ) -> tuple[InputError, ...]:
        """Read every file and folder of `paths`, or of the one path given. Returns what could not be read, each with
        file, line and reason; everything else is added. An article that the archive has already is refused by name.
        Files of `leave_out` are passed over where a folder holds them.
        """
        refused: list[InputError] = []
        for item in ingest([paths] if isinstance(paths, str | Path) else paths, leave_out):
            if isinstance(item, InputError):
                refused.append(item)
            elif item.id in self._articles:
                known = self._articles[item.id]
                refused.append(InputError(item.file or item.id, f"the same article as {known.file or known.id}"))
            else:
                self._articles[item.id] = item
                self._stories = None
                self._progress("reading", len(self._articles), None)
        return tuple(refused)

    @property
    def failed(self) -> tuple[SecondSourceError, ...]:
        """What could not be annotated so far, and what the last `collations` could not collate; each error names its
        article or story.
        """
        return (*self._unannotated, *self._uncollated)

    def annotations(self) -> tuple[Annotations, ...]:
        """What was read from each article, in the order of `articles`. Each article is read once; one that cannot be
        annotated leaves the archive, and `failed` names it.
        """
        missing = [a for a in self._articles.values() if a.id not in self._annotations]
        if not missing:
            return tuple(self._annotations[i] for i in self._articles)
        if self._reader is None:  # one archive, one reader: chosen when it first reads
            self._reader = self.settings.reader_for(len(self._articles))
        for found in self._counted("annotating", annotate_all(missing, self._reader, self._engine.map), len(missing)):
            if isinstance(found, AnnotationError):
                self._unannotated.append(found)
                del self._articles[found.article]
            else:
                self._annotations[found.article] = found
        return tuple(self._annotations[i] for i in self._articles)

    def stories(self) -> tuple[Story, ...]:
        """The stories that the articles tell, most widely reported first. Found once, and again after `add`."""
        self.annotations()
        if self._stories is None:
            count = len(self._articles)
            self._progress("clustering", 0, count)
            self._stories = cluster_all(self.articles, self._annotations, self.settings)
            self._progress("clustering", count, count)
        return self._stories

    def collations(self) -> Iterator[Collation]:
        """The collation of each story, in the order of `stories`. A story with an item that cannot show its anchors is
        left out, and `failed` names it.
        """
        stories = self.stories()
        self._uncollated = []
        collated = collate_all(stories, self._articles, self._annotations, self._engine.map)
        for collation in self._counted("collating", collated, len(stories)):
            if isinstance(collation, CollationError):
                self._uncollated.append(collation)
            else:
                yield collation

    def _counted(self, stage: str, items: Iterable[Item], total: int) -> Iterator[Item]:
        """`items`, reporting progress after each."""
        for done, item in enumerate(items, 1):
            yield item
            self._progress(stage, done, total)

    def close(self) -> None:
        """End the processes that the archive started."""
        self._engine.__exit__(None, None, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
