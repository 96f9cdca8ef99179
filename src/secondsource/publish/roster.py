"""Who reports a story: its reports in order of publication, and why some count as copies of others."""

from __future__ import annotations

from urllib.parse import urlsplit

from secondsource.publish.dossier import CopyNote, Report
from secondsource.publish.place import Sources, shown
from secondsource.publish.when import moment_words
from secondsource.types import Article, Collation, CopyEvidence, CopyReason


def reports_of(collation: Collation, sources: Sources) -> tuple[Report, ...]:
    """Every report of `collation`, by publication."""
    names = {o.id: o.name for o in collation.story.origins}
    evidence = [e for o in collation.story.origins for e in o.evidence if e.source in sources.articles]
    return tuple(
        _report(
            sources,
            sources.articles[a],
            shown(names.get(sources.origins.get(a, ""), sources.articles[a].outlet)),
            tuple(_copy_note(sources, e) for e in evidence if e.copy == a),
        )
        for a in sources.order
    )


def origin_groups(collation: Collation, sources: Sources) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each origin's name and its reports' letters, by first publication; a report of no origin stands for itself."""
    letters: dict[str, list[str]] = {}
    for article in sources.order:
        letters.setdefault(sources.origins.get(article, article), []).append(sources.sigla[article])
    names = {o.id: o.name for o in collation.story.origins}
    return tuple((shown(names.get(o) or sources.labels.get(o, o)), tuple(reports)) for o, reports in letters.items())


def _report(sources: Sources, article: Article, origin: str, copies: tuple[CopyNote, ...]) -> Report:
    return Report(
        article=article.id,
        siglum=sources.sigla[article.id],
        outlet=sources.labels[article.id],
        title=shown(article.title or ""),
        published=moment_words(article.published),
        moment=article.published.isoformat() if article.published else "",
        day=article.published_day,
        url=web_address(article.url),
        file=article.file,
        authors=tuple(map(shown, article.authors)),
        origin=origin,
        copies=copies,
        text=article.text,
        paragraphs=tuple(sources.paragraphs[article.id]),
    )


def _copy_note(sources: Sources, evidence: CopyEvidence) -> CopyNote:
    share = min(99, round(evidence.share * 100)) if evidence.share < 1 else 100
    reason = (
        f"{share}% of its words run as there"
        if evidence.reason is CopyReason.SHARED_TEXT
        else f"it credits {sources.labels[evidence.source]}"
    )
    return CopyNote(sources.labels[evidence.source], reason, tuple(map(sources.at, evidence.anchors)))


def web_address(url: str | None) -> str | None:
    """`url` if it is an absolute web address (http or https) that is safe to link to, else None."""
    if url is None or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None
