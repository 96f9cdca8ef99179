"""Floors only rise, unless somebody says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evals.floors import Floor, Floors, Lowered, below, cut, lowered, raised, read_floors, table, write_floors
from evals.run import main
from evals.scorers import attributions_scores, dates_scores, gold_scores, pages_scores, stories_scores

FLOORS = Floors((Floor("a", 0.5, target=0.75), Floor("b", 0.9)))


def test_a_score_at_its_floor_has_not_fallen() -> None:
    assert below(FLOORS, {"a": 0.5, "b": 0.9004}) == ()


def test_a_score_below_its_floor_has_fallen() -> None:
    assert [f.score for f in below(FLOORS, {"a": 0.499, "b": 0.95})] == ["a"]


def test_a_score_that_was_not_measured_has_fallen() -> None:
    assert [f.score for f in below(FLOORS, {"a": 0.6})] == ["b"]


def test_writing_raises_a_floor_and_never_lowers_one() -> None:
    assert raised(FLOORS, {"a": 0.6129, "b": 0.2}).floors == (Floor("a", 0.612, target=0.75), Floor("b", 0.9))


def test_a_new_score_gets_a_floor_where_it_stands() -> None:
    assert raised(FLOORS, {"a": 0.5, "b": 0.9, "c": 0.333}).floors[-1] == Floor("c", 0.333)


def test_a_floor_is_lowered_only_where_missed_and_the_reason_is_kept() -> None:
    result = lowered(FLOORS, {"a": 0.7, "b": 0.85}, "the data were corrected", date(2025, 3, 1))
    assert result.floors == (Floor("a", 0.5, target=0.75), Floor("b", 0.85))
    assert result.lowered == (Lowered("b", 0.9, 0.85, "2025-03-01", "the data were corrected"),)


def test_no_floor_is_lowered_without_a_reason() -> None:
    with pytest.raises(ValueError, match="with a reason"):
        lowered(FLOORS, {"a": 0.1, "b": 0.1}, " ", date(2025, 3, 1))


def test_a_floor_never_stands_above_what_was_measured() -> None:
    assert cut(0.8999) == 0.899
    assert cut(0.29) == 0.29


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    floors = Floors(FLOORS.floors, (Lowered("b", 0.9, 0.85, "2025-03-01", 'said "so"'),))
    for value in (FLOORS, floors):
        write_floors(value, tmp_path / "floors.json")
        assert read_floors(tmp_path / "floors.json") == value


def test_the_table_names_what_fell_and_what_is_short_of_its_target() -> None:
    rows = table(FLOORS, {"a": 0.25, "b": 0.95}).splitlines()
    assert rows[1].split() == ["a", "0.250", "0.500", "0.750", "BELOW", "THE", "FLOOR"]
    assert rows[2].split() == ["b", "0.950", "0.900", "-"]
    assert table(FLOORS, {"a": 0.6, "b": 0.95}).splitlines()[1].endswith("0.750  short of the target")
    assert table(FLOORS, {"a": 0.75, "b": 0.95}).splitlines()[1].endswith("0.750")


def test_the_kept_floors_can_be_read_and_lie_between_0_and_1() -> None:
    kept = read_floors().floors
    assert {"gold: quotations", "stories: pairwise F1", "pages: body F1"} <= {f.score for f in kept}
    assert all(0 <= f.floor <= 1 for f in kept)


def test_without_the_shared_data_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDSOURCE_SHARED", str(tmp_path))
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: shared data absent")


def test_reads_what_the_scorer_of_stories_prints() -> None:
    line = "pairwise P 0.950 R 0.900 F1 0.924  b-cubed P 0.960 R 0.940 F1 0.950  stories 61 gold 60 articles 180"
    assert stories_scores(line) == {"stories: pairwise F1": 0.924, "stories: B-cubed F1": 0.95}


def test_reads_what_the_scorer_of_attributions_prints() -> None:
    printed = (
        "           content P      R     F1  attrib. P      R     F1   gold   pred\n"
        "direct         0.900  0.800  0.847      0.850  0.750  0.797    370    350\n"
        "indirect       0.500  0.300  0.375      0.400  0.200  0.267   1474   1000\n"
    )
    assert attributions_scores(printed) == {
        "attributions: direct content F1": 0.847,
        "attributions: direct F1": 0.797,
        "attributions: indirect content F1": 0.375,
        "attributions: indirect F1": 0.267,
    }


def test_reads_what_the_scorer_of_dates_prints() -> None:
    printed = (
        "dates found  P 0.900 R 0.800 F1 0.847  gold 10 predicted 9\n"
        "dates right  P 0.700 R 0.600 F1 0.646  gold 10 predicted 9\n"
    )
    assert dates_scores("news")(printed) == {"dates, news: found F1": 0.847, "dates, news: right F1": 0.646}


def test_reads_what_the_scorer_of_pages_prints() -> None:
    assert pages_scores("body F1 0.931  titles 30/40  dates 19/20  pages 40") == {
        "pages: body F1": 0.931,
        "pages: titles right": 0.75,
        "pages: dates right": 0.95,
    }


def test_reads_what_the_scorer_of_collations_writes() -> None:
    names = ("quotations", "quotations+speaker", "statements", "facts", "conflicts", "conflicts hard", "dates found",
             "dates resolved", "commentary")  # fmt: skip
    scores = gold_scores({name: {"f1": 0.5} for name in names} | {"indirect recall": {"recall": 0.7}})
    assert scores["gold: quotations+speaker"] == 0.5
    assert scores["gold: indirect recall"] == 0.7
    assert len(scores) == len(names) + 1
