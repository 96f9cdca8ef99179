"""Articles and annotations → stories: copies become one origin, reports of one event one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondsource.cluster.origins import find_origins, identifier, instant, published_order
from secondsource.cluster.people import find_people
from secondsource.cluster.stories import group
from secondsource.types import Annotations, Article, Origin, Story

__all__ = ["cluster"]


def cluster(
    articles: Sequence[Article], annotations: Mapping[str, Annotations], one_story: bool = False
) -> tuple[Story, ...]:
    """The stories that `articles` tell; every article is in exactly one, if need be alone.

    `annotations` are by article id; an article may lack them (the story then has none of its people, and no days that
    it speaks of are weighed). With `one_story` all articles are taken for reports of one event. Stories with most
    origins come first, then the earliest. Neither they nor their ids depend on the order of `articles`. Of articles
    with equal ids the first counts.
    """
    by_id = {article.id: article for article in reversed(articles)}
    ordered = sorted(by_id.values(), key=lambda article: article.id)
    if not ordered:
        return ()
    groups = [ordered] if one_story else group(ordered, annotations)
    stories = [
        _story(members, origins, annotations) for members, origins in zip(groups, find_origins(groups), strict=True)
    ]
    return tuple(sorted(stories, key=lambda story: (-len(story.origins), instant(story.first), story.id)))


def _story(members: Sequence[Article], origins: tuple[Origin, ...], annotations: Mapping[str, Annotations]) -> Story:
    members = sorted(members, key=published_order)
    dates = [article.published for article in members if article.published is not None]
    return Story(
        id=identifier(article.id for article in members),
        articles=tuple(article.id for article in members),
        origins=origins,
        people=find_people(members, annotations),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
