"""The weights of the model of likeness: log odds for one unit of each feature (`likeness.FEATURES` names the units).

Obtained by logistic regression (L2-regularised, features standardised) on pairs of sentences from nine hand-marked
stories of two or three reports each, 260 pairs that tell one fact among some 2,000 that share words, and rounded.
``training/fact_likeness.py`` fits them again and scores them with each story left out in turn.
"""

WEIGHTS: dict[str, float] = {
    "words": 7.2,
    "names": 0.85,
    "content": 0.75,
    "surroundings": 11.5,
    "figures": 2.5,
    "dates": 2.1,
    "lead": 0.4,
    "quoted": -1.8,
}
INTERCEPT = -5.1
