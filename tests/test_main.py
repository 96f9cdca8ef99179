"""The command line, run as a person runs it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.__main__ import main
from secondsource.archive import Archive
from secondsource.errors import WorkerLost

_GAZETTE = """Title: Mill bridge closed after crack is found
Outlet: Gazette
Date: 2025-03-04

Mill bridge closed after crack is found

The Mill bridge was closed on Tuesday after engineers found a crack in a pier.

“We are sorry if anyone was delayed,” said Orla Venn, the county engineer.
"""
_HERALD = """Title: County shuts Mill bridge
Outlet: Herald
Date: 2025-03-04

County shuts Mill bridge

Engineers found a crack in a pier of the Mill bridge, which was closed on Tuesday.

“We are sorry anyone was delayed,” Orla Venn, the county engineer, said.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "gazette.txt").write_text(_GAZETTE, encoding="utf-8")
    (folder / "herald.txt").write_text(_HERALD, encoding="utf-8")
    return folder


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], prog_name="secondsource")


def test_collate_prints_a_dossier_that_leads_to_both_wordings(reports: Path) -> None:
    result = _run("collate", reports)
    assert result.exit_code == 0, result.output
    assert "sorry if anyone was delayed" in " ".join(result.stdout.split())
    assert "Herald" in result.stdout


def test_collate_to_a_file_tells_the_format_by_its_ending(reports: Path, tmp_path: Path) -> None:
    for name, beginning in (
        ("d.html", "<!doctype html>"),
        ("d.json", "{"),
        ("d.md", "<!-- generator: second source -->\n\n# "),
    ):
        result = _run("collate", reports, "--out", tmp_path / name)
        assert result.exit_code == 0, result.output
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(beginning)


def test_an_ending_that_tells_no_format_is_wrong_usage(reports: Path, tmp_path: Path) -> None:
    result = _run("collate", reports, "--out", tmp_path / "dossier.xyz")
    assert result.exit_code == 2
    assert "--format" in result.stderr
    assert not (tmp_path / "dossier.xyz").exists()


def test_no_input_is_wrong_usage() -> None:
    assert _run("collate").exit_code == 2


def test_nothing_readable_ends_with_one_and_names_the_input(tmp_path: Path) -> None:
    result = _run("collate", tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr


def test_a_refused_input_is_named_and_the_others_are_collated(reports: Path) -> None:
    (reports / "broken.json").write_text('{"text": ', encoding="utf-8")
    result = _run("collate", reports)
    assert result.exit_code == 3
    assert "broken.json" in result.stderr
    assert "Orla Venn" in result.stdout


def test_a_dash_is_standard_output(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    for command in (("collate", "-f", "markdown"), ("ingest",)):
        printed, dashed = _run(*command, reports), _run(*command, reports, "-o", "-")
        assert printed.stdout == dashed.stdout != ""
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("given", "outlets"),
    [
        (_GAZETTE, ["Gazette"]),
        ("The Mill bridge was closed.", ["standard input"]),
        ('{"text": "A bridge.", "outlet": "A"}\n{"text": "A ferry.", "outlet": "B"}\n', ["A", "B"]),
    ],
)
def test_a_dash_is_standard_input(given: str, outlets: list[str]) -> None:
    result = CliRunner().invoke(main, ["ingest", "-"], input=given)
    assert result.exit_code == 0, result.output
    assert [json.loads(line)["outlet"] for line in result.stdout.splitlines()] == outlets


def test_standard_input_of_a_real_run_is_read_beside_files_and_once(reports: Path) -> None:
    command = [sys.executable, "-m", "secondsource", "ingest", str(reports / "herald.txt"), "-", "-"]
    done = subprocess.run(command, input=gzip.compress(_GAZETTE.encode()), capture_output=True, check=False)
    assert [json.loads(line)["outlet"] for line in done.stdout.splitlines()] == ["Herald", "Gazette"]
    assert b"refused: standard input: it is read already" in done.stderr
    assert done.returncode == 3


def test_an_empty_standard_input_is_named() -> None:
    result = CliRunner().invoke(main, ["ingest", "-"], input="")
    assert (result.exit_code, "standard input: the file is empty" in result.stderr) == (1, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
@pytest.mark.parametrize("options", [[], ["-f", "markdown"]])
def test_a_full_disk_has_a_code_of_its_own(reports: Path, options: list[str]) -> None:
    for more, place in ((["--out", "/dev/full", "-f", "markdown"], "/dev/full"), (options, "to standard output")):
        command = [sys.executable, "-m", "secondsource", "collate", "--reader", "rules", str(reports), *more]
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 4
        assert done.stderr.decode() == f"Error: cannot write {place}: No space left on device\n"


def test_an_interrupt_ends_with_130(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Archive, "add", interrupted)
    result = _run("ingest", reports)
    assert (result.exit_code, result.stderr) == (130, "secondsource: interrupted\n")


def test_a_lost_process_has_a_code_of_its_own(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise WorkerLost("one of 2 processes was ended")

    monkeypatch.setattr(Archive, "stories", lost)
    result = _run("cluster", reports)
    assert (result.exit_code, result.stderr) == (5, "secondsource: one of 2 processes was ended\n")


def test_a_target_in_no_folder_is_told_before_anything_is_read(tmp_path: Path) -> None:
    result = _run("collate", tmp_path / "missing.txt", "--out", tmp_path / "no" / "such" / "folder" / "d.json")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr
    assert "missing.txt" not in result.stderr


def test_an_input_is_not_written_over(reports: Path) -> None:
    result = _run("collate", reports / "gazette.txt", reports / "herald.txt", "--out", reports / "herald.txt")
    assert result.exit_code == 2
    assert "is an input" in result.stderr
    assert (reports / "herald.txt").read_text(encoding="utf-8") == _HERALD


@pytest.mark.parametrize("name", ["dossier.html", "dossier.md", "dossier.txt", "dossier.json"])
def test_the_dossier_of_an_earlier_run_is_no_report(reports: Path, name: str) -> None:
    first = _run("collate", reports, "--out", reports / name)
    written = (reports / name).read_bytes()
    again = _run("collate", reports, "--out", reports / name)
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "is not read" not in first.stderr
    assert f"note: {reports / name} is not read" in again.stderr
    assert (reports / name).read_bytes() == written


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt", "a.json"])
def test_a_dossier_of_another_name_is_no_report_either(reports: Path, tmp_path: Path, name: str) -> None:
    assert _run("collate", reports, "--out", reports / name).exit_code == 0
    again = _run("collate", reports, "--out", tmp_path / "b.html")
    assert again.exit_code == 3
    assert f"refused: {reports / name}: a {'collation' if name == 'a.json' else 'dossier'} that this" in again.stderr
    assert "from 2 reports" in again.stderr


def test_a_dossier_printed_to_a_file_by_the_shell_is_no_report(reports: Path) -> None:
    (reports / "printed.txt").write_text(_run("collate", reports).stdout, encoding="utf-8")
    assert "printed.txt: a dossier that this program wrote" in _run("ingest", reports).stderr


def test_a_packed_dossier_tells_its_format_by_the_ending_before(reports: Path, tmp_path: Path) -> None:
    assert _run("collate", reports, "--out", tmp_path / "d.md.gz").exit_code == 0
    assert gzip.decompress((tmp_path / "d.md.gz").read_bytes()).startswith(b"<!-- generator")


def test_standard_output_takes_every_character_whatever_the_locale(reports: Path) -> None:
    command = [sys.executable, "-m", "secondsource", "collate", str(reports)]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WHO REPORTS IT  2 ──" in done.stdout.decode("utf-8")


def test_an_empty_input_is_not_the_current_folder(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    assert _run("ingest", "").exit_code == 1


def test_quiet_prints_nothing_but_what_was_asked_for(reports: Path, tmp_path: Path) -> None:
    result = _run("collate", reports, "--quiet", "--out", tmp_path / "d.json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        ("ingest", {"id", "input_id", "outlet", "url", "title", "authors", "published", "text", "blocks"}),
        ("annotate", {"id", "input_id", "sentences", "mentions", "quotations", "dates", "figures", "voice"}),
        ("cluster", {"id", "input_id", "story", "origin"}),
    ],
)
def test_a_stage_writes_one_line_for_each_article(
    reports: Path, tmp_path: Path, command: str, fields: set[str]
) -> None:
    plain, packed = tmp_path / "lines.jsonl", tmp_path / "lines.jsonl.gz"
    assert _run(command, reports, "--out", plain).exit_code == 0
    assert _run(command, reports, "--out", packed).exit_code == 0
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    records = [json.loads(line) for line in plain.read_text(encoding="utf-8").splitlines()]
    assert len(records) == 2
    assert all(fields <= record.keys() for record in records)


def test_one_story_keeps_unrelated_reports_together(reports: Path, tmp_path: Path) -> None:
    (reports / "courier.txt").write_text(
        "Outlet: Courier\nDate: 2025-07-19\n\nA new choir sang in Dorrow on Friday. Tickets sold out.\n",
        encoding="utf-8",
    )
    for flags, stories in (([], 2), (["--one-story"], 1)):
        out = tmp_path / "lines.jsonl"
        _run("cluster", reports, "--out", out, *flags)
        found = {json.loads(line)["story"] for line in out.read_text(encoding="utf-8").splitlines()}
        assert len(found) == stories


def test_help_explains_every_command_and_the_exit_codes() -> None:
    result = _run("--help")
    assert result.exit_code == 0
    for word in ("collate", "ingest", "annotate", "cluster", "Exit codes", "130 interrupted", '"-" is standard input'):
        assert word in result.stdout
