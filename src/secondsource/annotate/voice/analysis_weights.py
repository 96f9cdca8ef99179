"""The weights of the model of analysis: log odds for one unit of each feature (`analysis.features` names them).

Obtained by logistic regression (L2-regularised, features standardised) on the 3,600 sentences of 49 hand-marked stories
of two or three reports each, 126 of them commentary and 57 arguable, and rounded. ``training/commentary.py`` fits them
again and scores them with each story left out in turn.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "opinion": 0.8,
    "attributed article": -1.7,
    "quoted": -2.0,
    "strong signs": 1.0,
    "weak signs": 0.6,
    "kinds of analysis": 1.8,
    "figure or day": -0.7,
}
INTERCEPT = 0.95
