"""Who is who inside one article: full name, surname, given name, pronoun, description.

seats (where each mention stands) → names (who bears which) → relations ("Ann Reed, a teacher") → then in text order:
pronouns by focus, descriptions by what has been said of whom, groups by their members
"""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.annotate.identity.antecedents import PairScores
from secondsource.annotate.identity.reading import read
from secondsource.annotate.mentions import Found
from secondsource.types import Article, Entity, Mention, Sentence, Span

__all__ = ["identify"]


def identify(
    article: Article,
    sentences: Sequence[Sentence],
    found: Sequence[Found],
    marked: Sequence[Span],
    scores: PairScores | None = None,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities of `article`, in order of their first mention, and its mentions, in the order of `found`.

    `marked` are the spans inside quotation marks. Pronouns and descriptions there are the quoted speaker's own words:
    they become no mentions, and neither do pronouns for which nobody was found. `scores` are a trained reader's, which
    has its say where the rules choose among several.
    """
    return read(article, sentences, found, marked, scores)
