"""The weights of the model of likeness."""

WEIGHTS: dict[str, float] = {
    "words": 5.0, "names": 0.6, "content": 0.5, "phrases": 0.2, "surroundings": 13.0, "figures": 1.0, "dates": 1.5,
    "people": 0.3, "lead": 0.4, "quoted": -1.5,
}  # fmt: skip
INTERCEPT = -5.0
