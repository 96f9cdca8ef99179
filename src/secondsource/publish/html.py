"""The dossier as one page: a file of its own, without network, that needs no script to be read."""

from __future__ import annotations

import base64
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from secondsource.publish import wording
from secondsource.publish.composition import compose
from secondsource.publish.dossier import Dossier, Report
from secondsource.publish.place import Paragraph, Place, flowed
from secondsource.publish.timeline import runs_of_minor
from secondsource.publish.timeline_strip import Strip, timeline_strip
from secondsource.types import Collation

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

Item = TypeVar("Item")

_TEMPLATES = Path(__file__).with_name("templates")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def page(collations: Sequence[Collation]) -> str:
    """A complete HTML document: one story, or several with an index. Texts are escaped; only http(s) addresses become
    links; a content security policy forbids every request and every script but the page's own.
    """
    stories = [_story_page(compose(c), f"s{n}") for n, c in enumerate(collations, 1)]
    style, script = _resource("page.css"), _resource("page.js")
    text = (
        _environment()
        .get_template("page.html.j2")
        .render(
            stories=stories,
            style=_unescaped(style),
            script=_unescaped(script),
            policy=(
                f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
                "base-uri 'none'; form-action 'none'"
            ),
        )
    )
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A dossier with the names of its parts in the page. `key` begins every name (``s1``, report ``s1-r2``)."""

    key: str
    dossier: Dossier
    strip: Strip | None
    numbers: dict[str, int]
    astral: dict[str, list[int]]
    items: dict[str, str] = field(default_factory=dict)

    def report_key(self, article: str) -> str:
        """The name of a report in the page."""
        return f"{self.key}-r{self.numbers[article]}"

    def paragraph_key(self, place: Place) -> str:
        """The name of the paragraph that a place begins in."""
        paragraphs = self.dossier.reports[self.numbers[place.article] - 1].paragraphs
        number = max(1, bisect_right(paragraphs, place.spans[0].start, key=lambda p: p.span.start))
        return f"{self.report_key(place.article)}-p{number}"

    def offset(self, article: str, position: int) -> int:
        """A position in a text as scripts in a page count it: in UTF-16 units."""
        return position + bisect_left(self.astral[article], position)

    def spans(self, place: Place) -> str:
        """The spans of a place, for the script that highlights them: ``12-40 52-60``."""
        ends = ((self.offset(place.article, s.start), self.offset(place.article, s.end)) for s in place.spans)
        return " ".join(f"{start}-{end}" for start, end in ends)

    def words(self, report: Report, paragraph: Paragraph) -> Markup:
        """A paragraph's characters, such that the page holds exactly as many of them as the text."""
        from markupsafe import Markup, escape

        return Markup(str(escape(paragraph.span.of(report.text))).replace("\r", "&#13;"))


def _story_page(dossier: Dossier, key: str) -> StoryPage:
    statements = (*dossier.meaning, *dossier.speakers, *dossier.said)
    return StoryPage(
        key=key,
        dossier=dossier,
        strip=timeline_strip(dossier),
        numbers={r.article: n for n, r in enumerate(dossier.reports, 1)},
        astral={r.article: [m.start() for m in _ASTRAL.finditer(r.text)] for r in dossier.reports},
        items={
            **{s.id: f"{key}-statement{n}" for n, s in enumerate(statements, 1)},
            **{f.id: f"{key}-fact{n}" for n, f in enumerate(dossier.facts, 1)},
        },
    )


def split_at(items: Sequence[Item], few: int) -> tuple[Sequence[Item], Sequence[Item]]:
    """The items shown at once and those folded away; one or two more than `few` are not worth folding."""
    return (items, ()) if len(items) <= few + 2 else (items[:few], items[few:])


def sections(story: StoryPage) -> Iterator[tuple[str, str, int]]:
    """Name in the page, title and number of items of each section that a story has."""
    names = {
        wording.MEANING: "meaning",
        wording.SPEAKERS: "speakers",
        wording.SAID: "said",
        wording.FACTS: "facts",
        wording.ALONE: "alone",
        wording.CONFLICTS: "conflicts",
        wording.PRECISION: "precision",
        wording.TIMELINE: "timeline",
        wording.COMMENTARY: "commentary",
    }
    for title, count in wording.headline_counts(story.dossier):
        yield f"{story.key}-{names[title]}", title, count


def _resource(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _unescaped(source: str) -> Markup:
    """The project's own style or script, which stands in the page as it is."""
    from markupsafe import Markup

    return Markup(source)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"say": wording, "split_at": split_at, "sections": sections, "runs_of_minor": runs_of_minor}
    environment.filters["flowed"] = flowed
    return environment
