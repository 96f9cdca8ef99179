"""One plain sentence for each reading of a conflict, made of the outlet, its date and the words of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.types import Anchor, Article

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # not strftime, whose words depend on the locale
LONGEST = 120  # characters of a reading that are shown


def explain(readings: Sequence[Anchor], articles: Mapping[str, Article], reasons: Iterable[str]) -> str:
    """E.g. ``Daily Lark (10 June): 312 seats. Hill Post (11 June) and Echo (11 June): 321 seats.`` and the reasons.

    Outlets that give the same words stand together; the year is shown where the reports' years differ. Nothing is put
    in quotation marks.
    """
    years = {day.year for a in readings if (day := articles[a.article].published_day) is not None}
    said: dict[str, str] = {}
    outlets: dict[str, list[str]] = {}
    for anchor in readings:
        article = articles[anchor.article]
        words = " ".join(anchor.span.of(article.text).split())
        words = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
        label = dated_outlet(article, with_year=len(years) > 1)
        key = words.casefold().replace("’", "'")
        said.setdefault(key, words)
        if label not in outlets.setdefault(key, []):
            outlets[key].append(label)
    sentences = [f"{_series(labels)}: {said[key]}." for key, labels in outlets.items()]
    return " ".join([*sentences, *reasons])


def dated_outlet(article: Article, *, with_year: bool) -> str:
    """The outlet with the day on which it published: ``Daily Lark (10 June)``."""
    day = article.published_day
    if day is None:
        return article.outlet
    return f"{article.outlet} ({day.day} {MONTHS[day.month - 1]}{f' {day.year}' if with_year else ''})"


def _series(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
