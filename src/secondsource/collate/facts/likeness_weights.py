"""The weights of the model of likeness: log odds for one unit of each feature (`likeness.FEATURES` names the units)."""

WEIGHTS: dict[str, float] = {
    "words": 7.0, "names": 0.7, "content": 0.7, "surroundings": 11.0, "figures": 1.0, "dates": 2.0,
    "people": 0.3, "lead": 0.4, "quoted": -1.6,
}  # fmt: skip
INTERCEPT = -5.0
