"""The independent origins of a story: the texts it is told by, each with its copies."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from secondsource.cluster.copies import Report, credited_together, find_copies, templates
from secondsource.cluster.credits import credit
from secondsource.cluster.shingles import shingles
from secondsource.types import Article, CopyEvidence, Origin


def find_origins(stories: Sequence[Sequence[Article]]) -> list[tuple[Origin, ...]]:
    """The origins of each story. Every article is in one; most origins hold a single article and no evidence.

    A copy is told by the share of five-word shingles outside quotation marks that it has in common with an earlier text
    (Broder 1997, On the resemblance and containment of documents), or by a credit of the whole to one agency.
    """
    cut = [[(article, shingles(article)) for article in story] for story in stories]
    common = templates(cut)
    return [
        _origins([Report(a, s, frozenset(s.keys) - common, credit(a)) for a, s in story]) if len(story) > 1
        else (_origin([Report(story[0][0], story[0][1], frozenset(), credit(story[0][0]))], ()),)
        for story in cut
    ]  # fmt: skip


def identifier(articles: Iterable[str]) -> str:
    """A short hash of article ids that does not depend on their order."""
    return hashlib.sha256("\n".join(sorted(articles)).encode()).hexdigest()[:12]


def published_order(article: Article) -> tuple[bool, datetime, str, str]:
    """A sorting key: by publication, undated articles last, then by outlet and id. A day counts as its start in UTC."""
    return (article.published is None, instant(article.published), article.outlet, article.id)


def instant(published: datetime | date | None) -> datetime:
    """`published` as an aware time that can be compared."""
    if published is None:
        return datetime.max.replace(tzinfo=UTC)
    if not isinstance(published, datetime):
        return datetime.combine(published, time(), UTC)
    return published if published.tzinfo else published.replace(tzinfo=UTC)


def _origins(reports: list[Report]) -> tuple[Origin, ...]:
    reports.sort(key=lambda report: (not _is_agency(report), published_order(report.article)))
    shared = find_copies(reports)
    leader = {report.article.id: report.article.id for report in reports}

    def find(article: str) -> str:
        while leader[article] != article:
            article = leader[article]
        return article

    evidence = []
    for item in (*shared, *credited_together(reports)):
        copy, source = find(item.copy), find(item.source)
        if copy != source:
            leader[copy] = source
            evidence.append(item)
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(find(report.article.id), []).append(report)
    origins = [
        _origin(group, tuple(item for item in evidence if find(item.copy) == first)) for first, group in groups.items()
    ]
    place = {r.article.id: published_order(r.article) for r in reports}
    return tuple(sorted(origins, key=lambda origin: place[origin.articles[0]]))


def _is_agency(report: Report) -> bool:
    return report.credit is not None and report.credit.whole


def _origin(reports: Sequence[Report], evidence: tuple[CopyEvidence, ...]) -> Origin:
    agencies = Counter(report.credit.agency for report in reports if report.credit is not None and report.credit.whole)
    name = max(agencies, key=lambda agency: (agencies[agency], agency)) if agencies else reports[0].article.outlet
    articles = tuple(report.article.id for report in sorted(reports, key=lambda r: published_order(r.article)))
    return Origin(identifier(articles), name, articles, evidence)
