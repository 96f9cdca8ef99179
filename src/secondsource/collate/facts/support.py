"""Support: the independent origins that report a fact, and the credits by which a report is none of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.types import Anchor, Credit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secondsource.collate.facts.passages import Passage
    from secondsource.types import Story


@dataclass(frozen=True, slots=True)
class Support:
    """The ids of the independent origins of a fact, in order of its passages, and what its reports credit."""

    origins: tuple[str, ...]
    credits: tuple[Credit, ...]


def support_of(story: Story, passages: Sequence[Passage]) -> Support:
    """Who supports the fact that `passages` tell.

    An article that credits another outlet counts with that outlet's origin, whether or not that reports the fact
    itself; those who credit one outlet that has no report in the story are one origin. What an article tells first
    decides, since the credit stands there; that another was the first to report it may be said anywhere.
    """
    origin_of = {article: origin.id for origin in story.origins for article in origin.articles}
    credits_ = [credit for article in dict.fromkeys(p.anchor.article for p in passages)
                if (credit := _credit(article, passages)) is not None]  # fmt: skip
    follows: dict[str, str] = {}
    for credit in credits_:
        follows.setdefault(origin_of.get(credit.sentence.article, credit.sentence.article), credit.origin)
    own = (origin_of.get(passage.anchor.article, passage.anchor.article) for passage in passages)
    return Support(tuple(dict.fromkeys(_first(origin, follows) for origin in own)), tuple(credits_))


def _credit(article: str, passages: Sequence[Passage]) -> Credit | None:
    told = [passage for passage in passages if passage.anchor.article == article]
    for passage in told:
        credit = passage.credit
        if credit is not None and (credit.first or passage is told[0]):
            return Credit(passage.anchor, Anchor(article, credit.words), credit.outlet, credit.origin)
    return None


def _first(origin: str, follows: Mapping[str, str]) -> str:
    """The origin at the end of a chain of credits; of outlets that credit each other, the one that sorts first."""
    chain = [origin]
    while (following := follows.get(chain[-1])) is not None:
        if following in chain:
            return min(chain[chain.index(following) :])
        chain.append(following)
    return chain[-1]
