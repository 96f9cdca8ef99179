"""Which reports of a story are copies of one text (an agency's, most often), and what shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from secondsource.cluster.credits import AgencyCredit
from secondsource.cluster.shingles import Shingles, longest_shared
from secondsource.types import Anchor, Article, CopyEvidence, CopyReason

_COPIED = 0.4  # share of either text's own prose from which one is a copy of the other
_COPIED_IF_CREDITED = 0.25  # the same where both name one agency, or one is that agency's and the other names it
_LEAST_SHARED = 12  # shingles: shorter agreement is a headline or a turn of phrase


@dataclass(frozen=True, slots=True)
class Report:
    """An article with what its copies are told by."""

    article: Article
    shingles: Shingles
    keys: frozenset[int]
    credit: AgencyCredit | None


def templates(stories: Sequence[Sequence[tuple[Article, Shingles]]]) -> frozenset[int]:
    """The shingles that stand in reports of three or more stories: set phrases and notices, no sign of copying.

    Only those that two reports of one story share are looked at, so that memory stays small.
    """
    repeated: set[int] = set()
    for story in stories:
        if len(story) > 1:
            counts = Counter(chain.from_iterable(set(found.keys) for _, found in story))
            repeated.update(key for key, count in counts.items() if count > 1)
    spread: Counter[int] = Counter()
    for story in stories:
        spread.update({key for _, found in story for key in found.keys} & repeated)
    return frozenset(key for key, count in spread.items() if count > 2)


def find_copies(reports: Sequence[Report]) -> list[CopyEvidence]:
    """For each report that copies an earlier one of `reports`, the one it shares most with.

    `reports` stand in the order in which a text can have travelled: agencies first, then by time.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    found = []
    for index, report in enumerate(reports):
        counts = Counter(chain.from_iterable(holders[key] for key in report.keys if key in holders))
        best = max(
            ((_share(report, reports[other], count), -other) for other, count in counts.items()), default=(0.0, 0)
        )
        if best[0]:
            found.append(_evidence(report, reports[-best[1]]))
        for key in report.keys:
            holders[key].append(index)
    return found


def _share(report: Report, earlier: Report, shared: int) -> float:
    """The larger of the two texts' shares of shared shingles; 0 if too little for a copy."""
    share = shared / min(len(report.keys), len(earlier.keys))
    needed = _COPIED_IF_CREDITED if _one_agency(report.credit, earlier.credit) else _COPIED
    return share if shared >= _LEAST_SHARED and share >= needed else 0.0


def _one_agency(one: AgencyCredit | None, other: AgencyCredit | None) -> bool:
    return one is not None and other is not None and one.agency == other.agency and (one.whole or other.whole)


def _evidence(copy: Report, source: Report) -> CopyEvidence:
    passages = longest_shared(copy.shingles, source.shingles)
    anchors = (
        (Anchor(copy.article.id, passages[0]), Anchor(source.article.id, passages[1])) if passages is not None else ()
    )
    share = len(copy.keys & source.keys) / len(copy.keys)
    return CopyEvidence(copy.article.id, source.article.id, CopyReason.SHARED_TEXT, round(share, 3), anchors)


def credited_together(reports: Iterable[Report]) -> list[CopyEvidence]:
    """Evidence for the reports that are credited as a whole to an agency, when another one is too: one source told it,
    even where each outlet cut or rewrote the text.
    """
    firsts: dict[str, Report] = {}
    found = []
    for report in reports:
        if report.credit is None or not report.credit.whole:
            continue
        first = firsts.setdefault(report.credit.agency, report)
        if first is not report:
            share = len(report.keys & first.keys) / max(1, len(report.keys))
            lines = ((one.article.id, one.credit.line) for one in (report, first) if one.credit is not None)
            anchors = tuple(Anchor(article, line) for article, line in lines if line is not None)
            evidence = CopyEvidence(
                report.article.id, first.article.id, CopyReason.AGENCY_CREDIT, round(share, 3), anchors
            )
            found.append(evidence)
    return found
