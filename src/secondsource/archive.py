"""The Python API: an archive of reports, the stories they tell, and the collation of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from secondsource.engine import Engine, InProcess, ProcessPool
from secondsource.errors import InputError
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

    `workers` is the number of processes to spread work over (default: all cores of this machine).
    """

    def __init__(
        self, settings: Settings | None = None, *, workers: int | None = None, progress: Progress = _silent
    ) -> None:
        self.settings = settings or Settings()
        count = workers if workers is not None else (os.cpu_count() or 1)
        self._engine: Engine = ProcessPool(count) if count > 1 else InProcess()
        self._progress = progress
        self._articles: dict[str, Article] = {}
        self._annotations: dict[str, Annotations] = {}

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order in which they were added."""
        return tuple(self._articles.values())

    def add(self, paths: Iterable[Path | str]) -> tuple[InputError, ...]:
        """Read every file and folder of `paths`. Returns what could not be read, each with file, line and reason;
        everything else is added. An article that the archive has already is refused by name.
        """
        refused: list[InputError] = []
        for item in ingest(paths):
            if isinstance(item, InputError):
                refused.append(item)
            elif item.id in self._articles:
                known = self._articles[item.id]
                refused.append(InputError(item.file or item.id, f"the same article as {known.file or known.id}"))
            else:
                self._articles[item.id] = item
                self._progress("reading", len(self._articles), None)
        return tuple(refused)

    def annotations(self) -> tuple[Annotations, ...]:
        """What was read from each article, in the order of `articles`. Each article is read once."""
        missing = [a for a in self._articles.values() if a.id not in self._annotations]
        for found in self._counted("annotating", annotate_all(missing, self._engine.map), len(missing)):
            self._annotations[found.article] = found
        return tuple(self._annotations[i] for i in self._articles)

    def stories(self) -> tuple[Story, ...]:
        """The stories that the articles tell, most widely reported first."""
        self.annotations()
        return cluster_all(self.articles, self._annotations, self.settings)

    def collations(self) -> Iterator[Collation]:
        """The collation of each story, in the order of `stories`."""
        stories = self.stories()
        collated = collate_all(stories, self._articles, self._annotations, self._engine.map)
        yield from self._counted("collating", collated, len(stories))

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
