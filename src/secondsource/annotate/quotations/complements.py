"""What a cue reports without marks: the clause that is its content."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from secondsource.annotate.quotations.attributions import Cue
from secondsource.annotate.quotations.cues import ADDRESSED, GERUNDS, CueClass
from secondsource.annotate.quotations.layout import Layout
from secondsource.types import EntityKind, MentionForm, Span

_SUBJECTS = frozenset(
    "he she they it we i you there this these those the a an his her their its our my no some many".split()
)
_ADJUNCTS = frozenset(
    """on in at after during before when while as from via through by late early earlier this
    last yesterday today monday tuesday wednesday thursday friday saturday sunday to about of
    for with""".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later".split())
_ADJUNCT_OPENERS = frozenset("on in at last this during late early".split())
_ADJUNCT_ENDS = _DAYS | frozenset(
    """week month year morning afternoon evening night weekend time statement interview tweet email e-mail letter speech
    conference briefing call post video january february march april may june july august september october november
    december hearing rally report""".split()
)
_CIRCUMSTANCES = frozenset("amid amidst following".split())  # of the saying, not of what is said
_BREAKS = frozenset("but when while though although".split())
_NO_OBJECT = frozenset(
    "said say says saying told tell tells telling asked ask asks asking spoke speak speaks speaking".split()
)
_PARTICLES = {
    form: particles
    for forms, particles in (
        ("called calls calling call", ("for", "on", "upon")),
        ("referred refers referring refer pointed points pointing", ("to", "out")),
        ("joked jokes joking commented boasted bragged complained complains lied", ("about",)),
        ("apologized apologised apologizes apologises apologizing", ("for",)),
        ("argued argues arguing", ("for", "against")),
        ("warned warns warning", ("of", "about", "against")),
        ("hinted hints hinting", ("at",)),
    )
    for form in forms.split()
}
_QUESTION = frozenset("whether if why how what when where who".split())


def complement(layout: Layout, cues: Sequence[Cue], index: int) -> tuple[Span, ...]:
    """The content of cue `index` as spans (two where the attribution interrupts it); empty where it reports nothing."""
    cue = cues[index]
    first, end = layout.around(cue.first)
    limit = _last_word(layout, _end_of_content(layout, cues, index, first, end))
    start = _content_start(layout, cue, end)
    after = _piece(layout, start, limit) if start is not None else None
    before = _content_before(layout, cues, index, first) if cue.kind is CueClass.SPEECH else None
    if before is not None and not _is_adjunct_only(layout, cue, end):
        comma_after = _after_attribution(layout, cue)
        after = _piece(layout, comma_after + 1, limit) if comma_after is not None else None
        if after is None and start is None:
            return (before,)
    if before is not None and after is not None and _after_attribution(layout, cue) is None:
        return (after,)
    return tuple(piece for piece in (before, after) if piece is not None)


def _piece(layout: Layout, first: int, end: int) -> Span | None:
    """The span from token `first` up to `end` (not included), if it holds at least two words."""
    words = [i for i in range(first, end) if layout.tokens[i].is_word]
    return Span(layout.tokens[first].start, layout.tokens[end - 1].end) if len(words) >= 2 else None


def _last_word(layout: Layout, end: int) -> int:
    """`end` moved before final punctuation."""
    while end > 0 and layout.tokens[end - 1].lower in ".,;:!?—–…" and layout.tokens[end - 1].marked < 0:
        end -= 1
    return end


def _content_start(layout: Layout, cue: Cue, end: int) -> int | None:
    """The first token of the content after the cue, or None."""
    i = cue.last + 1
    if cue.source is not None and i < end and layout.tokens[i].start <= cue.source.start < layout.tokens[end - 1].end:
        i = layout.at(cue.source.end - 1) + 1  # "said the mayor": what follows is no content unless a comma says so
        if layout.tokens[cue.last].lower == "to" and i < end and layout.tokens[i].lower == ",":
            return i + 1  # "According to X, ..."
        return None
    if i >= end or cue.passive:
        return None
    if layout.tokens[cue.last].lower in ADDRESSED and i in layout.starting:
        i = layout.at(layout.starting[i].span.end - 1) + 1
    i = _past_adjuncts(layout, i, end)
    for j in range(i, min(end, i + 9)):
        word = layout.tokens[j].lower
        if layout.tokens[j].marked >= 0 or word in ",;:":
            break
        if word == "that" and j + 1 < end and (j == i or layout.tokens[i].lower in _ADJUNCTS):
            return j + 1
    if cue.kind is CueClass.ASK and i < end:
        if layout.tokens[i].lower in _QUESTION:
            return i
        return next((j + 1 for j in range(i, min(end - 1, i + 10)) if layout.tokens[j].lower == "to"), None)
    if i >= end:
        return None
    if cue.kind in (CueClass.JUDGE, CueClass.SPEECH) and not _opens_clause(layout, cue, i):
        return _object_start(layout, cue, i, end)
    return i if _opens_clause(layout, cue, i) else None


def _object_start(layout: Layout, cue: Cue, i: int, end: int) -> int | None:
    """The first token of a noun phrase that is itself what is said: "called for calm", "noted the delay"."""
    verb = layout.tokens[cue.last].lower
    if verb in _NO_OBJECT or i + 1 >= end:
        return None
    if layout.tokens[i].lower in _PARTICLES.get(verb, ()):
        return i + 1
    word = layout.tokens[i].lower
    plain = word not in _ADJUNCTS and layout.tokens[i].is_word and layout.tokens[i].marked < 0
    return i if plain and (cue.kind is CueClass.JUDGE or word in _SUBJECTS or i in layout.starting) else None


def _past_adjuncts(layout: Layout, i: int, end: int) -> int:
    """The first token after "on Friday", "last week", "in a statement" and the like, where a clause follows them."""
    j = i
    while j < end and layout.tokens[j].lower in _ADJUNCT_OPENERS | _DAYS:
        k = j
        while k < min(end, j + 6) and layout.tokens[k].lower not in _ADJUNCT_ENDS:
            if not layout.tokens[k].is_word:
                return i
            k += 1
        if k >= min(end, j + 6):
            return i
        j = k + 1
    return j if j < end and (layout.tokens[j].lower in _SUBJECTS or j in layout.starting) else i


def _opens_clause(layout: Layout, cue: Cue, i: int) -> bool:
    """Whether a clause that the cue can report starts at token `i`."""
    word = layout.tokens[i].lower
    if cue.kind is CueClass.PROMISE:
        return word == "to"
    if cue.kind is CueClass.JUDGE:
        return False
    if cue.kind is CueClass.THINK:
        return word in ("he", "she", "they", "it", "we", "there")
    if word in _QUESTION and layout.tokens[cue.last].lower not in ("said", "says"):
        return True
    if word in _ADJUNCTS or not layout.tokens[i].is_word:
        return False
    mention = layout.starting.get(i)
    subject = word in _SUBJECTS or mention is not None or layout.text[layout.tokens[i].start].isupper()
    return subject or word.endswith("s")


def _end_of_content(layout: Layout, cues: Sequence[Cue], index: int, first: int, end: int) -> int:
    """Where the content after cue `index` ends: before the next attribution, else with the sentence."""
    cue = cues[index]
    end = _before_break(layout, cue, end)
    for later in islice(cues, index + 1, None):
        if later.first >= end:
            break
        opens = later.first
        if (
            later.source is not None
            and layout.tokens[later.first].start > later.source.start > layout.tokens[cue.last].end
        ):
            opens = layout.at(later.source.start)
        before = layout.tokens[opens - 1].lower if opens > first else ""
        if later.head(layout) in GERUNDS and before == ",":
            return opens
        if later.head(layout) == "to" and later.last > later.first:  # according to
            return opens
        if before in ("and", "but", "while", "though", "although") and later.first - opens <= 14:
            return opens - 1
    return end


def _before_break(layout: Layout, cue: Cue, end: int) -> int:
    """`end`, or the comma before a clause in which the reporter goes on: ", but", ", when"."""
    for i in range(cue.last + 5, end - 1):
        if layout.tokens[i].lower == "," and layout.tokens[i].marked < 0 and layout.tokens[i + 1].lower in _BREAKS:
            return i
        if layout.tokens[i].lower in _CIRCUMSTANCES and layout.tokens[i].marked < 0:
            return i
    return end


def attribution_start(layout: Layout, cue: Cue) -> int:
    """The first token of source and cue together."""
    if cue.source is not None and cue.source.start < layout.tokens[cue.first].start:
        return layout.at(cue.source.start)
    return cue.first


def _content_before(layout: Layout, cues: Sequence[Cue], index: int, first: int) -> Span | None:
    """The content before the attribution, as in: The road will close, officials said."""
    cue = cues[index]
    start = attribution_start(layout, cue)
    if start - 1 <= first or layout.tokens[start - 1].lower != "," or layout.tokens[cue.last].lower in GERUNDS:
        return None
    if index > 0 and first <= cues[index - 1].last < cue.first:
        return None
    opening = first
    while opening < start and layout.tokens[opening].lower in ("and", "but", "so", "yet", "still", "meanwhile", ","):
        opening += 1
    has_subject = (
        any(
            (m := layout.starting.get(i)) is not None
            and (m.kind is not EntityKind.PLACE or m.form is not MentionForm.NAME)
            for i in range(opening, start - 1)
        )
        or layout.tokens[opening].lower in _SUBJECTS
    )
    if not has_subject or start - 1 - opening < 4 or layout.tokens[opening].lower in _ADJUNCTS | _QUESTION:
        return None
    return _piece(layout, opening, start - 1)


def _after_attribution(layout: Layout, cue: Cue) -> int | None:
    """The comma right after an attribution in the middle of a sentence, if any."""
    last = cue.last
    if cue.source is not None and cue.source.start >= layout.tokens[cue.last].end:
        last = layout.at(cue.source.end - 1)
    return last + 1 if last + 1 < len(layout.tokens) and layout.tokens[last + 1].lower == "," else None


def _is_adjunct_only(layout: Layout, cue: Cue, end: int) -> bool:
    """Whether only adjuncts ("on Friday", "in a statement") follow the attribution."""
    last = cue.last
    if cue.source is not None and cue.source.start >= layout.tokens[cue.last].end:
        last = layout.at(cue.source.end - 1)
    return last + 1 >= end or layout.tokens[last + 1].lower in _ADJUNCTS | {".", ";"}
