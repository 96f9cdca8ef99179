"""Attributions inside attributions: "According to the Gazette, Venn called it “a waste”" gives the words to Venn, whom
the Gazette only reports.
"""

from __future__ import annotations

from secondsource.annotate.quotations.cues import CUES, SPEECH_NOUNS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.model import Attribution
from secondsource.types import EntityKind, MentionForm, Quotation, Span

_RELAYS = frozenset("according reported reports reporting quoted quotes quoting".split())
_SPEAKERS = frozenset((EntityKind.PERSON, EntityKind.ORGANIZATION))
_LONGEST_ADJUNCT = 5  # words between a noun of speech and its clause
_ACTS = frozenset("begin began begun start started speak spoke spoken speaking offer offered show showed shown".split())


def is_embedded(layout: Layout, quotation: Quotation, outer: Attribution) -> bool:
    """Whether what `outer` reports holds both the source and the cue that the rules give a quotation in marks.

    A cue that is no verb of saying ("Venn attacked") needs a person for its source. A noun ("Venn's comments") counts
    only in what is told at second hand: elsewhere it may be what somebody judges. A pronoun mostly means the outer
    source.
    """
    source, cue = quotation.source, quotation.cue
    if source is None or cue is None:
        return False
    if not any(content.contains(cue) and content.contains(source) for content in outer.content):
        return False
    mention = layout.ending.get(layout.at(source.end - 1))
    if mention is None or mention.kind not in _SPEAKERS or mention.form is MentionForm.PRONOUN:
        return False
    verb = layout.tokens[layout.at(cue.end - 1)].lower
    if verb in SPEECH_NOUNS:
        return _has_clause(layout, cue, quotation) or any(t.lower in _RELAYS for t in layout.tokens_in(outer.cue))
    if CUES.get(verb) is CueClass.SPEECH:
        return verb not in _ACTS
    return CUES.get(verb) is CueClass.JUDGE and mention.kind is EntityKind.PERSON


def _has_clause(layout: Layout, noun: Span, quotation: Quotation) -> bool:
    """Whether a clause after a noun of speech leads to the words: "Belloc's remark that the pier was “rotten”"."""
    first, opening = layout.at(noun.end - 1) + 1, layout.at(quotation.parts[0].start)
    near = range(first, min(first + _LONGEST_ADJUNCT, opening))
    that = next((i for i in near if layout.tokens[i].lower == "that"), None)
    return that is not None and all(layout.tokens[i].is_word for i in range(first, that))
