"""The picture of the timeline: days on a line, as percentages of its length."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.publish.dossier import Dossier, TimelineItem

_BEFORE, _AFTER = timedelta(days=45), timedelta(days=60)
_LABEL_ROOM = 15.0  # percent of the line that a label needs
_LETTER_ROOM = 9.0  # percent that the letters of one day need
_EDGE = 7.0  # percent kept free at both ends
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Dot:
    """A time on the line: centre and width in percent, its place in the timeline (from 0), and its origins."""

    position: float
    width: float
    item: int
    label: str
    origins: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class Published:
    """The letters of the reports of one day, where that day is, in percent, and in which row (0, 1) they have room."""

    position: float
    letters: str
    row: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The line: what falls near the days of publication; `earlier` and `later` count what does not."""

    dots: tuple[Dot, ...]
    published: tuple[Published, ...]
    earlier: int
    later: int


def timeline_strip(dossier: Dossier) -> Strip | None:
    """The picture of a dossier's timeline, or None where fewer than two times or days would be on it."""
    days = [r.day for r in dossier.reports if r.day]
    if not days:
        return None
    opens, closes = min(days) - _BEFORE, max(days) + _AFTER
    near = [(n, i) for n, i in enumerate(dossier.timeline) if opens <= i.earliest and i.latest <= closes]
    near = [(n, i) for n, i in near if (i.latest - i.earliest).days < 28]
    first = min([*days, *(i.earliest for _, i in near)])
    last = max([*days, *(i.latest for _, i in near)])
    if first == last or len(near) < 2:
        return None
    length = (last - first).days

    def position(day: date) -> float:
        return round(_EDGE + (100 - 2 * _EDGE) * (day - first).days / length, 2)

    by_day: dict[date, str] = {}
    for report in dossier.reports:
        if report.day:
            by_day[report.day] = by_day.get(report.day, "") + report.siglum
    return Strip(
        dots=tuple(_dots(near, position)),
        published=tuple(_published((position(day), letters) for day, letters in sorted(by_day.items()))),
        earlier=sum(i.latest < opens for i in dossier.timeline),
        later=sum(i.earliest > closes for i in dossier.timeline),
    )


def _published(days: Iterable[tuple[float, str]]) -> Iterable[Published]:
    """The letters by day; they change rows where they would run into those before them."""
    before, row = -100.0, 0
    for position, letters in days:
        row = 1 - row if position - before < _LETTER_ROOM else 0
        before = position
        yield Published(position, letters, row)


def _dots(near: Iterable[tuple[int, TimelineItem]], position: Callable[[date], float]) -> Iterable[Dot]:
    """The dots by day; a label is left out where it would run into the one before it."""
    labelled_up_to = -100.0
    for number, item in sorted(near, key=lambda pair: (pair[1].earliest, pair[1].latest)):
        start, end = position(item.earliest), position(item.latest)
        middle = (start + end) / 2
        labelled = middle - labelled_up_to >= _LABEL_ROOM
        labelled_up_to = middle if labelled else labelled_up_to
        words = f"{item.earliest.day} {_MONTHS[item.earliest.month - 1]}"
        yield Dot(round(middle, 2), round(end - start, 2), number, words, item.origins, labelled)
