"""The command line: parse, call the archive, print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

import click

from secondsource import __version__
from secondsource.errors import PartlyRead, SecondSourceError
from secondsource.model import READERS, is_installed
from secondsource.progress import ProgressBar
from secondsource.publish import FORMATS, publish, write_terminal
from secondsource.publish.records import annotation_record, article_record, cluster_record
from secondsource.target import abandon_output, check_target, lies_below, standard_output, writable_output, write

if TYPE_CHECKING:
    from secondsource.archive import Archive

DONE, NOTHING_READ, SOME_REFUSED, UNFINISHED, INTERRUPTED = 0, 1, 3, 5, 130  # click ends with 2, NotWritten with 4

_EPILOG = """
\b
INPUT is a file, a folder, or "-", standard input (JSON Lines, a text or a
page, plain or gzipped).
\b
Exit codes: 0 done, 1 nothing could be read, 2 wrong usage,
3 done but some inputs were refused (each is named on standard error),
4 the output could not be written (a full disk), 5 the work could not be
finished (a process was lost), 130 interrupted (Ctrl-C).
"""
_ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "terminal",
}

Command = TypeVar("Command", bound=Callable[..., None])


class _RunOptions(TypedDict):
    """What every command is given, as `_inputs_and_volume` declares it."""

    inputs: tuple[str, ...]
    verbose: bool
    workers: int | None


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Collate news reports: who said what in whose exact words, what independent origins share, what stands in one
    outlet alone, where they conflict, and when it happened.

    INPUTS are files or folders: text, HTML, JSON or JSON Lines, plain or gzipped. "-" is standard input, of the same
    kinds, and as the target of --out standard output.
    """


def _inputs_and_volume(command: Command) -> Command:
    """The arguments that all commands share."""
    for decorate in reversed(
        (
            click.argument("inputs", nargs=-1, required=True, type=click.Path(), metavar="INPUT..."),
            click.option("--quiet", "-q", is_flag=True, help="Print only what was asked for: no progress, no summary."),
            click.option("--verbose", "-v", is_flag=True, help="Say what is being done."),
            click.option(
                "--workers", type=click.IntRange(1, 256), default=None, help="Processes to use.  [default: all cores]"
            ),
        )
    ):
        command = decorate(command)
    return command


_READER = click.option(
    "--reader",
    type=click.Choice(READERS),
    default=None,
    help="What finds who said what: a trained reader, a smaller one, or rules alone.  [default: accurate; fast for a "
    "thousand reports or more]",
)
_OUT = click.option(
    "--out",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=lambda _context, _option, out: None if out == Path("-") else out,
    help='Write to this file.  [default: "-", standard output]',
)
_ONE_STORY = click.option("--one-story", is_flag=True, help="Take all reports as one story, without grouping them.")


@main.command(epilog=_EPILOG, short_help="Collate reports into a dossier.")
@_inputs_and_volume
@_OUT
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(FORMATS),
    default=None,
    help="What to write.  [default: by the ending of --out, else terminal]",
)
@_ONE_STORY
@_READER
def collate(
    out: Path | None,
    format_name: str | None,
    one_story: bool,
    reader: str | None,
    quiet: bool,
    **run: Unpack[_RunOptions],
) -> None:
    """Group reports into stories, collate each story, and print or write the dossier."""
    format_name = format_name or _format_of(out)

    def work(archive: Archive) -> None:
        collations = list(archive.collations())
        if out is None and format_name == "terminal":
            with standard_output() as stream:
                write_terminal(collations, stream)
            return
        write(out, [publish(collations, format_name)])
        if out is not None and not quiet:
            stories, reports = len(collations), len(archive.articles)
            click.echo(
                f"{_count(stories, 'story', 'stories')} from {_count(reports, 'report', 'reports')}: {out}", err=True
            )

    _run(work, out, quiet, run, one_story=one_story, reader=reader)


@main.command(epilog=_EPILOG, short_help="Write texts and their blocks.")
@_inputs_and_volume
@_OUT
def ingest(out: Path | None, quiet: bool, **run: Unpack[_RunOptions]) -> None:
    """Read reports and write one JSON line for each article: text, title, outlet, date, blocks."""
    _run(lambda archive: write(out, _json_lines(map(article_record, archive.articles))), out, quiet, run)


@main.command(epilog=_EPILOG, short_help="Write what each report holds.")
@_inputs_and_volume
@_OUT
@_READER
def annotate(out: Path | None, reader: str | None, quiet: bool, **run: Unpack[_RunOptions]) -> None:
    """Read reports and write one JSON line for each article: sentences, mentions, quotations, dates, figures, voice."""

    def work(archive: Archive) -> None:
        annotations = archive.annotations()
        write(out, _json_lines(map(annotation_record, archive.articles, annotations)))

    _run(work, out, quiet, run, reader=reader)


@main.command(epilog=_EPILOG, short_help="Write stories and origins.")
@_inputs_and_volume
@_OUT
@_ONE_STORY
@_READER
def cluster(out: Path | None, one_story: bool, reader: str | None, quiet: bool, **run: Unpack[_RunOptions]) -> None:
    """Group reports and write one JSON line for each article: its story and its origin."""

    def work(archive: Archive) -> None:
        by_id = {article.id: article for article in archive.articles}
        places = (
            (i, story, origin) for story in archive.stories() for origin in story.origins for i in origin.articles
        )
        write(out, _json_lines(cluster_record(by_id[i], story, origin) for i, story, origin in places))

    _run(work, out, quiet, run, one_story=one_story, reader=reader)


def _run(
    work: Callable[[Archive], None],
    out: Path | None,
    quiet: bool,
    run: _RunOptions,
    one_story: bool = False,
    reader: str | None = "rules",
) -> None:
    """Read the inputs, do `work` on them, and end the program with the code that fits what was read and refused. What
    an earlier run wrote to `out` is not read.
    """
    try:
        code = _code_of(work, out, quiet, run, one_story, reader)
    except SecondSourceError as error:
        click.echo(f"secondsource: {error}", err=True)
        code = UNFINISHED
    except BrokenPipeError:  # the reader of our output has gone (`| head`): that is no error
        abandon_output()
        code = DONE
    except KeyboardInterrupt:
        click.echo("secondsource: interrupted", err=True)
        code = INTERRUPTED
    if code != DONE:
        sys.exit(code)


def _code_of(
    work: Callable[[Archive], None],
    out: Path | None,
    quiet: bool,
    run: _RunOptions,
    one_story: bool,
    reader: str | None,
) -> int:
    """As `_run`; the code of a run that came to its end."""
    from secondsource.archive import Archive, Settings  # compiles every rule: not needed to print help

    writable_output()
    if out is not None:
        check_target(out, run["inputs"])
        if not quiet and lies_below(out, run["inputs"]):
            click.echo(f"note: {out} is not read: it is what is written", err=True)
    settings = Settings(one_story=one_story, reader=reader)
    wanted = settings.reader_for(0)  # of few reports: what many are read by depends on what is installed
    if not is_installed(wanted):
        click.echo(f"note: the reader {wanted!r} is not installed: reading by rules alone", err=True)
    shown = not quiet and sys.stderr.isatty()
    count = run["workers"] or _cores()
    with ProgressBar(shown=shown) as bar, Archive(settings, workers=count, progress=bar) as archive:
        problems = archive.add(run["inputs"], leave_out=() if out is None else (out,))
        articles = len(archive.articles)
        if run["verbose"]:
            click.echo(f"read {_count(articles, 'article', 'articles')}", err=True)
        if articles:
            work(archive)
        failed = archive.failed
    _name([*problems, *failed])
    refused = sum(not isinstance(problem, PartlyRead) for problem in problems) + len(failed)
    if not articles:
        click.echo("secondsource: nothing could be read", err=True)
        return NOTHING_READ
    if refused:
        click.echo(f"secondsource: {_count(refused, 'input was', 'inputs were')} refused", err=True)
        return SOME_REFUSED
    return DONE


def _name(problems: Iterable[SecondSourceError]) -> None:
    for problem in problems:
        label = "note" if isinstance(problem, PartlyRead) else "refused"
        click.echo(f"{label}: {problem}", err=True)


def _format_of(out: Path | None) -> str:
    """The format that the ending of `out` asks for."""
    if out is None:
        return "terminal"
    known = _ENDINGS.get(Path(out.name.removesuffix(".gz")).suffix.lower())
    if known is None:
        endings = ", ".join(sorted(_ENDINGS))
        raise click.UsageError(
            f"cannot tell the format from {out.name!r}: name it with --format, or end it in {endings}"
        )
    return known


def _json_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    import msgspec

    encoder = msgspec.json.Encoder()
    for record in records:
        yield encoder.encode(record).decode() + "\n"


def _cores() -> int:
    """The cores that this process may use, which in a container or a batch job are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


if __name__ == "__main__":
    main(prog_name="secondsource")
