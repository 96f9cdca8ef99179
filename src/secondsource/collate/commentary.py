"""Commentary: the sentences in which an outlet gives its own opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondsource.types import Anchor, Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secondsource.types import Annotations, Article


def find_commentary(articles: Mapping[str, Article], annotations: Mapping[str, Annotations]) -> tuple[Anchor, ...]:
    """The story sentences whose voice is commentary, in the order of `articles`, then text order."""
    return tuple(
        Anchor(identifier, sentence.span)
        for identifier in articles
        for sentence, voice in zip(annotations[identifier].sentences, annotations[identifier].voices, strict=False)
        if voice is Voice.COMMENTARY and sentence.is_story
    )
