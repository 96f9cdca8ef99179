"""Reports of one event → one story; two events with similar words → two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondsource.cluster.candidates import candidates
from secondsource.cluster.evidence import log_odds, weigh
from secondsource.cluster.furniture import recurring_paragraphs
from secondsource.cluster.linkage import average_link
from secondsource.cluster.nearness import Calendar
from secondsource.cluster.terms import terms
from secondsource.cluster.vectors import profiles
from secondsource.types import Annotations, Article

_UNLIKE = -4.0  # log-odds of two reports that share no word that weighs


def group(articles: Sequence[Article], annotations: Mapping[str, Annotations]) -> list[list[Article]]:
    """The articles, one list for each event, in the order of the articles given."""
    recurring = recurring_paragraphs(articles)
    described, rarity = profiles(
        [terms(article, annotations.get(article.id), recurring[article.outlet]) for article in articles]
    )
    calendar = Calendar((article.published_day for article in articles), [profile.days for profile in described])
    scores = {}
    for one, other in candidates(described):
        apart = _days_apart(articles[one], articles[other])
        scores[one, other] = log_odds(weigh(described[one], described[other], apart, calendar, rarity))
    return [[articles[i] for i in members] for members in average_link(len(articles), scores, _UNLIKE)]


def _days_apart(one: Article, other: Article) -> int | None:
    if one.published_day is None or other.published_day is None:
        return None
    return abs((one.published_day - other.published_day).days)
