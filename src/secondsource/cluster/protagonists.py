"""Whom a report is about: the few people whom it mentions most."""

from __future__ import annotations

from collections import Counter

from secondsource.types import Annotations, EntityKind

_AT_MOST = 3
_MENTIONS = 4  # fewer, and somebody is only passing through


def protagonists(found: Annotations) -> frozenset[int]:
    """The indices of the named persons whom an article mentions most, and several times."""
    named = {i for i, e in enumerate(found.entities) if e.kind is EntityKind.PERSON and e.named and not e.plural}
    counts = Counter(mention.entity for mention in found.mentions if mention.entity in named)
    return frozenset(index for index, count in counts.most_common(_AT_MOST) if count >= _MENTIONS)
