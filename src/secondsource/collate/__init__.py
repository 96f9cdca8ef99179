"""Story and annotations → collation: statements, facts, conflicts, timeline, coverage."""

from __future__ import annotations

from collections.abc import Mapping

from secondsource.collate.alone import find_alone, find_quoted_alone, find_said
from secondsource.collate.commentary import find_commentary
from secondsource.collate.conflicts import find_conflicts, in_order_of_presentation
from secondsource.collate.coverage import find_coverage
from secondsource.collate.facts import find_facts, match_passages, order_of_publication, read_passages
from secondsource.collate.quoted_conflicts import find_quoted_conflicts
from secondsource.collate.speakers import people_by_entity, under_fullest_name
from secondsource.collate.statement_credits import with_support
from secondsource.collate.statements import find_statements
from secondsource.collate.timeline import build_timeline
from secondsource.collate.verify import verify
from secondsource.types import Annotations, Article, Collation, Story

__all__ = ["collate", "verify"]


def collate(story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotations]) -> Collation:
    """All that the reports of `story` say, side by side, every item anchored.

    `articles` and `annotations` are by article id and hold all of the story's articles; others are left out. The result
    does not depend on their order. Raises UnanchoredItem where an item does not point at the words it shows.
    """
    order = order_of_publication({identifier: articles[identifier] for identifier in story.articles})
    articles = {identifier: articles[identifier] for identifier in order}
    annotations = {identifier: annotations[identifier] for identifier in order}
    people = people_by_entity(story)
    quotations = tuple(
        (identifier, under_fullest_name(quotation, annotations[identifier], story, people))
        for identifier in order
        for quotation in annotations[identifier].quotations
    )

    passages = read_passages(story, articles, annotations)
    statements = with_support(find_statements(story, articles, annotations), story, quotations, passages)
    matches = match_passages(passages)
    facts = find_facts(story, passages, matches)
    in_quotations = find_quoted_conflicts(statements, articles, annotations)
    in_facts = find_conflicts(passages, matches, facts, articles, annotations)
    conflicts = in_order_of_presentation((*in_quotations, *in_facts), order)
    timeline = build_timeline(articles, annotations)
    alone = (
        *find_alone(passages, matches, facts, conflicts, articles, find_said(statements, quotations)),
        *find_quoted_alone(statements, quotations, articles),
    )
    coverage = find_coverage(statements, facts, quotations, articles)
    commentary = find_commentary(articles, annotations)

    collation = Collation(
        story=story,
        articles=tuple(articles.values()),
        quotations=quotations,
        statements=statements,
        facts=facts,
        conflicts=conflicts,
        dates=tuple((identifier, date) for identifier in order for date in annotations[identifier].dates),
        timeline=timeline,
        alone=alone,
        coverage=coverage,
        commentary=commentary,
    )
    verify(collation)
    return collation
