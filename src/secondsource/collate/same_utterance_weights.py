"""The weights of the model of one utterance: log odds for one unit of each feature (`same_utterance.FEATURES`).

Obtained by logistic regression (L2-regularised, features standardised) on pairs of a paraphrase and another quotation:
those of nine hand-marked stories, and some 270 likely pairs of 52 other events judged by hand one by one, and rounded.
``training/utterance_likeness.py`` fits them again and scores them with each story left out in turn; fits on 39 stories
were no better on the story left out, so these stay.
"""

WEIGHTS: dict[str, float] = {
    "shared": 2.0,
    "coverage": -0.6,
    "mutual": 2.1,
    "telling": 1.65,
    "names": -1.8,
    "pairs": -0.3,
    "around": 0.15,
    "cue": 1.25,
    "same": 1.6,
    "direct": 0.35,
    "mixed": -0.35,
    "leads": 0.9,
    "few": 2.5,
    "near": 2.6,
}
INTERCEPT = -8.3

# Of the model of marked readings (`same_words.FEATURES`), fitted on the marked quotations of 25 hand-marked stories.
MARKED_WEIGHTS: dict[str, float] = {
    "weight": 0.8,
    "coverage": 4.35,
    "run": 0.9,
    "around": 0.6,
    "same": 0.95,
    "whole": 2.0,
    "mutual": 2.65,
}
MARKED_INTERCEPT = -7.95
