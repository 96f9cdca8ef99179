"""Credits: whom reports name as the outlet that a fact or somebody's words come from."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.publish.dossier import CreditNote
from secondsource.publish.place import Sources, shown
from secondsource.types import Credit


def credit_notes(sources: Sources, credits_: Iterable[Credit]) -> tuple[CreditNote, ...]:
    """Each credit with the name of the origin that is credited, or of the outlet if it has no report in the story."""
    return tuple(
        CreditNote(sources.origin_names.get(c.origin) or shown(c.outlet), sources.at(c.words)) for c in credits_
    )
