"""The weights of the model of analysis: log odds for one unit of each feature (`analysis.features` names them).

Obtained by logistic regression (L2-regularised, features standardised) on the 2,700 sentences of 35 hand-marked stories
of two or three reports each, 96 of them commentary and 57 arguable, and rounded. ``training/commentary.py`` fits them
again and scores them with each story left out in turn.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "opinion": 0.65,
    "attributed article": -1.95,
    "lead": -0.2,
    "cued": -0.2,
    "quoted": -1.1,
    "judging": 0.2,
    "fragment": -0.3,
    "strong signs": 1.75,
    "weak signs": 0.6,
    "effect": 1.8,
    "stakes": 2.15,
    "significance": 2.0,
    "appearance": 1.55,
    "degree": 2.15,
    "theatre": 2.6,
    "falsehood": 2.5,
    "address": -2.05,
    "digit": -0.7,
    "when": -0.7,
}
INTERCEPT = 0.65
