"""The weights of the model of likeness: log odds for one unit of each feature (`likeness.FEATURES` names the units).

Obtained by logistic regression (L2-regularised, features standardised) on pairs of sentences from 25 hand-marked
stories of two or three reports each, 684 pairs that tell one fact among some 7,400 that share words, and rounded.
``training/fact_likeness.py`` fits them again and scores them with each story left out in turn.
"""

WEIGHTS: dict[str, float] = {
    "words": 5.9,
    "second": 1.6,
    "names": 0.45,
    "content": 0.8,
    "surroundings": 10.2,
    "figures": 2.8,
    "dates": 1.65,
    "people": 0.6,
    "depth": -0.45,
    "quoted": -1.55,
}
INTERCEPT = -3.2
