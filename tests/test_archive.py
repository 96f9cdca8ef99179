"""The Python API, and what it does when one article or story goes wrong."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import secondsource.archive
import secondsource.pipeline
from secondsource import AnnotationError, Archive, Settings
from secondsource.collate import collate
from secondsource.errors import ArchiveClosed, UnanchoredItem
from secondsource.pipeline import MANY, cluster_all
from secondsource.types import Annotations, Article, Collation, Story

_REPORTS = {
    "gazette": "Outlet: Gazette\nDate: 2025-03-04\n\n"
    "The Mill bridge was shut on Tuesday. “We are sorry,” said Orla Venn.",
    "herald": "Outlet: Herald\nDate: 2025-03-04\n\n"
    "The Mill bridge was shut on Tuesday. Orla Venn said: “We are sorry.”",
    "courier": "Outlet: Courier\nDate: 2025-07-19\n\nA new choir sang in Dorrow on Friday. Tickets sold out at once.",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    for name, text in _REPORTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_reports_become_stories_and_collations(reports: Path) -> None:
    with Archive() as archive:
        assert archive.add([reports]) == ()
        assert [len(story.articles) for story in archive.stories()] == [2, 1]
        collations = list(archive.collations())
    assert [c.story for c in collations] == list(archive.stories())
    assert archive.failed == ()


def test_one_path_needs_no_list(reports: Path) -> None:
    with Archive() as archive:
        assert archive.add(str(reports)) == ()
        assert len(archive.articles) == 3


def test_one_story_takes_all_reports_together(reports: Path) -> None:
    with Archive(Settings(one_story=True)) as archive:
        archive.add([reports])
        assert [len(story.articles) for story in archive.stories()] == [3]


def test_the_same_article_added_again_is_refused_by_name(reports: Path) -> None:
    with Archive() as archive:
        archive.add([reports])
        refused = archive.add([reports / "herald.txt"])
    assert len(archive.articles) == 3
    assert [error.reason.split(":")[0] for error in refused] == [f"the same article as {reports / 'herald.txt'}"]


def test_more_workers_find_the_same(reports: Path) -> None:
    with Archive() as alone, Archive(workers=2) as together:
        for archive in (alone, together):
            archive.add([reports])
        assert list(alone.collations()) == list(together.collations())


def test_a_closed_archive_with_processes_says_what_to_do(reports: Path) -> None:
    with Archive(workers=2) as archive:
        archive.add([reports])
        stories = archive.stories()
    assert archive.stories() == stories
    with pytest.raises(ArchiveClosed, match="before `close`"):
        list(archive.collations())


def test_stories_are_found_once_and_again_after_more_reports(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []

    def counting(articles: tuple[Article, ...], *more: Any) -> tuple[Story, ...]:
        counts.append(len(articles))
        return cluster_all(articles, *more)

    monkeypatch.setattr(secondsource.archive, "cluster_all", counting)
    with Archive(Settings(reader="rules")) as archive:
        archive.add([reports / "herald.txt"])
        assert list(archive.stories()) == [collation.story for collation in archive.collations()]
        archive.add([reports / "gazette.txt"])
        assert [len(story.articles) for story in archive.stories()] == [2]
    assert counts == [1, 2]


def test_every_stage_reports_its_progress(reports: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    with Archive(Settings(reader="rules"), progress=lambda *state: told.append(state)) as archive:
        archive.add([reports])
        list(archive.collations())
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["reading", "annotating", "clustering", "collating"]
    assert [state for state in told if state[0] == "clustering"] == [("clustering", 0, 3), ("clustering", 3, 3)]


def test_a_named_reader_reads_however_many_reports() -> None:
    assert Settings(reader="rules").reader_for(MANY) == "rules"


@pytest.mark.parametrize(("installed", "reader"), [(True, "fast"), (False, "accurate")])
def test_thousands_of_reports_are_read_by_the_fast_reader(
    installed: bool, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secondsource.pipeline, "is_installed", lambda _: installed)
    assert Settings().reader_for(MANY) == reader
    assert Settings().reader_for(MANY - 1) == "accurate"


def test_one_archive_has_one_reader_however_it_grows(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readers: list[str] = []

    def remember(articles: list[Article], reader: str, _: object) -> Iterator[Annotations]:
        readers.append(reader)
        return (Annotations(article=article.id, version="test") for article in articles)

    monkeypatch.setattr(secondsource.archive, "annotate_all", remember)
    monkeypatch.setattr(secondsource.pipeline, "MANY", 2)
    monkeypatch.setattr(secondsource.pipeline, "is_installed", lambda _: True)
    with Archive() as archive:
        archive.add([reports / "herald.txt"])
        archive.annotations()
        archive.add([reports])
        archive.annotations()
    assert readers == ["accurate", "accurate"]


def test_an_article_that_cannot_be_annotated_is_named_and_the_others_are(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(article: Article, reader: object) -> Annotations:
        if article.outlet == "Courier":
            raise IndexError("a defect in a rule")
        return Annotations(article=article.id, version="test")

    monkeypatch.setattr(secondsource.pipeline, "annotate", stumble)
    with Archive() as archive:
        archive.add([reports])
        assert len(archive.annotations()) == 2
    (error,) = archive.failed
    assert "courier.txt: could not be annotated (IndexError: a defect in a rule)" in str(error)
    assert "Courier" not in {article.outlet for article in archive.articles}


def test_an_error_tells_which_article_of_a_file_of_many_it_is_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(
        "".join(
            json.dumps({"outlet": outlet, "url": f"https://{outlet}.example/bridge", "text": "The bridge closed."})
            + "\n"
            for outlet in ("gazette", "herald")
        ),
        encoding="utf-8",
    )

    def stumble(article: Article, reader: object) -> Annotations:
        raise IndexError("a defect in a rule")

    monkeypatch.setattr(secondsource.pipeline, "annotate", stumble)
    with Archive() as archive:
        archive.add([many])
        archive.annotations()
    assert [str(error).partition(": could")[0] for error in archive.failed] == [
        f"{many} (https://{outlet}.example/bridge)" for outlet in ("gazette", "herald")
    ]


def test_a_story_with_an_unanchored_item_is_left_out_and_named(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(story: Story, articles: dict[str, Article], annotations: dict[str, Annotations]) -> Collation:
        if len(story.articles) == 1:
            raise UnanchoredItem(f"story {story.id}: a fact has no words")
        return collate(story, articles, annotations)

    monkeypatch.setattr(secondsource.pipeline, "collate", refuse)
    with Archive() as archive:
        archive.add([reports])
        for _ in range(2):  # collated again, it fails again, and is named once
            assert len(list(archive.collations())) == 1
    assert [str(error).split(": ")[1] for error in archive.failed] == ["a fact has no words"]


def test_an_annotation_error_survives_the_way_back_from_a_worker() -> None:
    error = pickle.loads(pickle.dumps(AnnotationError("a1", "a.txt: could not be annotated")))
    assert (error.article, str(error)) == ("a1", "a.txt: could not be annotated")
