"""The voice of each sentence: the outlet reporting, somebody it quotes, or the outlet giving its own opinion."""

from __future__ import annotations

import re

from secondsource.annotate.voice.analysis import likelihood, settings_of
from secondsource.annotate.voice.commentary import Voices, is_commentary
from secondsource.annotate.voice.outlet_words import MOSTLY, OutletWords, outlet_words, own_view
from secondsource.annotate.voice.reporting import has_judging_word, has_reporting_phrase
from secondsource.types import Annotations, Article, BlockKind, Sentence, Voice

__all__ = ["find_voices", "may_weigh"]

_LIKELY = 0.5  # how likely an opinion must be, where a trained reader tells it and nobody else speaks
_WEIGHED = 0.5  # how likely the outlet must weigh what it reports, whoever else speaks
_REPORT = 5  # sentences from which an article is a report, of which the weights were learned
_REMARK = 12  # words of the outlet's own from which a sentence with a quotation is more than a lead-in to it


def find_voices(article: Article, found: Annotations) -> tuple[Voice, ...]:
    """One voice for each of ``found.sentences``. Reads `sentences`, `quotations` and `opinions` of `found`.

    A sentence is commentary if the words that are the outlet's own evaluate, mock, demand or address the reader with
    an opinion, or say what the outlet thinks under its own name; else attributed if somebody is quoted in it, directly
    or not; else reported. Where a trained reader tells how likely an opinion is, sentences are commentary too by that
    and by many weak signs together (`analysis`). Headlines and sentences outside the story are never commentary.
    """
    words, leader = outlet_words(article, found), own_view(article.outlet)
    voices = [_voice(article, sentence, own, leader) for sentence, own in zip(found.sentences, words, strict=True)]
    if not found.opinions:
        return tuple(voices)
    settings = settings_of(words, found.opinions)
    for number, (sentence, own, setting) in enumerate(zip(found.sentences, words, settings, strict=True)):
        if may_weigh(article, sentence, own) and (
            (voices[number] is Voice.REPORTED and setting.opinion >= _LIKELY)
            or (len(words) >= _REPORT and likelihood(own, setting) >= _WEIGHED)
        ):
            voices[number] = Voice.COMMENTARY
    return tuple(voices)


def may_weigh(article: Article, sentence: Sentence, own: OutletWords) -> bool:
    """Whether a sentence may be the outlet's view by the reader's opinion and the weak signs together: it is a sentence
    of the story and not somebody's as a whole.
    """
    theirs = _is_introduced(article.text, sentence) or has_reporting_phrase(own.text)
    return _may_comment(article, sentence) and not theirs


def _voice(article: Article, sentence: Sentence, own: OutletWords, leader: re.Pattern[str]) -> Voice:
    if _may_comment(article, sentence) and leader.search(own.unmarked):
        return Voice.COMMENTARY
    introduced = _is_introduced(article.text, sentence)
    phrase = has_reporting_phrase(own.text)
    attributed = phrase or introduced or own.cued or own.quoted_share >= MOSTLY
    others = Voices.NONE
    if attributed or has_judging_word(own.text):
        clear = attributed and not phrase and not introduced and not has_judging_word(own.text)
        others = Voices.MIXED if clear and len(own.text.split()) >= _REMARK else Voices.OTHERS
        if not attributed:
            others = Voices.JUDGED
    if _may_comment(article, sentence) and is_commentary(own.text, own.unmarked, others):
        return Voice.COMMENTARY
    return Voice.ATTRIBUTED if attributed else Voice.REPORTED


def _may_comment(article: Article, sentence: Sentence) -> bool:
    block = article.block_at(sentence.span.start)
    return sentence.is_story and (block is None or block.kind is not BlockKind.HEADLINE)


def _is_introduced(text: str, sentence: Sentence) -> bool:
    """Whether the paragraph before ends in a colon: what follows is a letter, a post or a statement printed in full."""
    start = text.rfind("\n", 0, sentence.span.start)
    return start >= 0 and text[max(0, start - 40) : start].rstrip().endswith(":")
