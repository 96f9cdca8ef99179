"""How likely the outlet weighs what it reports in a sentence: a small model of weak signs.

The signs are the reader's opinion of the sentence, how much of it and of its article is others' words, the signs of
opinion that the rules know, how many kinds of words it has in which reports weigh what happened, and whether it has a
figure or a day, as plain news has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from secondsource.annotate.voice import analysis_words
from secondsource.annotate.voice.analysis_weights import INTERCEPT, WEIGHTS
from secondsource.annotate.voice.commentary import STRONG, Voices, signs
from secondsource.annotate.voice.outlet_words import MOSTLY, OutletWords
from secondsource.annotate.voice.phrases import either, holding

_SURE = 7.0  # log odds beyond which an opinion is no surer

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
_KINDS = (
    _EFFECT,
    _STAKES,
    holding(analysis_words.SIGNIFICANCE),
    holding(analysis_words.APPEARANCE),
    holding(analysis_words.DEGREE),
    holding(analysis_words.THEATRE),
    holding(analysis_words.FALSEHOOD),
)
_PLAIN = re.compile(rf"\d|{holding(analysis_words.WHEN).pattern}", re.IGNORECASE)


class Setting(NamedTuple):
    """A sentence's opinion, and the share of its article's sentences in which somebody speaks."""

    opinion: float
    attributed: float


def likelihood(own: OutletWords, setting: Setting) -> float:
    """How likely the outlet's view shows in a sentence, from 0 to 1."""
    return 1 / (1 + exp(-INTERCEPT - sum(WEIGHTS[name] * value for name, value in features(own, setting).items())))


def features(own: OutletWords, setting: Setting) -> dict[str, float]:
    """The features of a sentence by their names: log odds for "opinion", shares of 1 for what is attributed or quoted,
    the number of strong signs and of kinds of words of analysis, the sum of the weights of weak signs, and 1 for a
    figure or a day.
    """
    weights = [sign.weight for sign in signs(own.text, own.unmarked, Voices.NONE)]
    return {
        "opinion": _log_odds(setting.opinion),
        "attributed article": setting.attributed,
        "quoted": own.quoted_share,
        "strong signs": float(sum(weight == STRONG for weight in weights)),
        "weak signs": float(sum(weight for weight in weights if weight < STRONG)),
        "kinds of analysis": float(sum(words.search(own.text) is not None for words in _KINDS)),
        "figure or day": float(_PLAIN.search(own.text) is not None),
    }


def settings_of(words: Sequence[OutletWords], opinions: Sequence[float]) -> list[Setting]:
    """The setting of each sentence of an article."""
    attributed = sum(own.cued or own.quoted_share >= MOSTLY for own in words) / max(1, len(words))
    return [Setting(opinion, attributed) for opinion in opinions]


def _log_odds(chance: float) -> float:
    return max(-_SURE, min(_SURE, log(max(chance, 1e-9) / max(1 - chance, 1e-9))))
