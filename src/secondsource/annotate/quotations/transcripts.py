"""Transcripts: who speaks is told by a name in capitals and a colon before the words ("VENN: We are closed.")."""

from __future__ import annotations

import re

from secondsource.types import Span

_LABEL = re.compile(r"\s*((?:[A-Z][A-Z'’.\-]*[A-Z.])(?: [A-Z][A-Z'’.\-]*[A-Z.]){0,4})(?: ?\([^()\n]{1,40}\))?(:)\s")


def labelled(text: str, stretch: Span) -> tuple[Span, Span] | None:
    """The name that opens a stretch of a transcript, and its colon; None where the stretch opens with words."""
    match = _LABEL.match(text, stretch.start, stretch.end)
    return (Span(*match.span(1)), Span(*match.span(2))) if match else None
