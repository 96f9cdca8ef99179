"""How likely the outlet weighs what it reports in a sentence: a small model of many weak signs.

The signs are the reader's opinion of the sentence, whose words stand in it, how it is set in the article, the signs of
opinion that the rules know, and words in which reports weigh what happened, by kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from secondsource.annotate.voice import analysis_words
from secondsource.annotate.voice.analysis_weights import INTERCEPT, WEIGHTS
from secondsource.annotate.voice.commentary import STRONG, Voices, signs
from secondsource.annotate.voice.outlet_words import OutletWords
from secondsource.annotate.voice.phrases import either, holding
from secondsource.annotate.voice.reporting import has_judging_word

_SURE = 7.0  # log odds beyond which an opinion is no surer
_LEAD = 3  # sentences
_MOSTLY = 0.35  # share of a sentence from which quoted words make it somebody else's
_FRAGMENT = 6  # words

# "The vote may well cost her the seat": an effect that is foretold, up to five words on.
_EFFECT = re.compile(
    rf"(?<!\w)(?:{either(analysis_words.MODALS)})(?: \w+){{0,5}}? (?:{either(analysis_words.EFFECTS)})(?!\w)",
    re.IGNORECASE,
)
_STAKES = re.compile(
    rf"(?<!\w)(?:{either(analysis_words.STAKES)}"
    r"|(?:makes?|making|made) it (?:\w+ )?(?:harder|hard|difficult|easier|impossible|tougher)"
    r"|raises (?:\w+ ){0,4}questions?"
    rf"|(?:{either(analysis_words.GREAT)}) (?:{either(analysis_words.BLOWS)}))(?!\w)",
    re.IGNORECASE,
)
_WORDS: dict[str, re.Pattern[str]] = {
    "effect": _EFFECT,
    "stakes": _STAKES,
    "significance": holding(analysis_words.SIGNIFICANCE),
    "appearance": holding(analysis_words.APPEARANCE),
    "degree": holding(analysis_words.DEGREE),
    "theatre": holding(analysis_words.THEATRE),
    "falsehood": holding(analysis_words.FALSEHOOD),
    "address": holding(analysis_words.ADDRESS),
    "digit": re.compile(r"\d"),
    "when": holding(analysis_words.WHEN),
}


class Setting(NamedTuple):
    """A sentence in its article: its number there, its opinion, and the share of the article's sentences in which
    somebody speaks.
    """

    number: int
    opinion: float
    attributed: float


def likelihood(own: OutletWords, setting: Setting) -> float:
    """How likely the outlet's view shows in a sentence, from 0 to 1."""
    return 1 / (1 + exp(-INTERCEPT - sum(WEIGHTS[name] * value for name, value in features(own, setting).items())))


def features(own: OutletWords, setting: Setting) -> dict[str, float]:
    """The features of a sentence by their names: log odds, shares of 1, numbers of signs, sums of weights; 0 or 1 for
    what is there or not, and for each kind of words of analysis.
    """
    weights = [sign.weight for sign in signs(own.text, own.unmarked, Voices.NONE)]
    return {
        "opinion": _log_odds(setting.opinion),
        "attributed article": setting.attributed,
        "lead": float(setting.number < _LEAD),
        "cued": float(own.cued),
        "quoted": own.quoted_share,
        "judging": float(has_judging_word(own.text)),
        "fragment": float(len(own.text.split()) < _FRAGMENT),
        "strong signs": float(sum(weight == STRONG for weight in weights)),
        "weak signs": float(sum(weight for weight in weights if weight < STRONG)),
    } | {name: float(bool(words.search(own.text))) for name, words in _WORDS.items()}


def settings_of(words: Sequence[OutletWords], opinions: Sequence[float]) -> list[Setting]:
    """The setting of each sentence of an article."""
    attributed = sum(own.cued or own.quoted_share >= _MOSTLY for own in words) / max(1, len(words))
    return [Setting(number, opinion, attributed) for number, opinion in enumerate(opinions)]


def _log_odds(chance: float) -> float:
    return max(-_SURE, min(_SURE, log(max(chance, 1e-9) / max(1 - chance, 1e-9))))
