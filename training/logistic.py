"""Logistic regression, as the small models of likeness and commentary are fitted: L2-regularised on standardised
features, by Newton's method.
"""

from __future__ import annotations

import numpy as np

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
ROUNDS = 25  # of Newton's method; it settles in fewer


def fit(features: Floats, right: Floats, penalty: float) -> tuple[Floats, float]:
    """Weights, one for each column of `features`, and the intercept, as they apply to features that are not
    standardised. `right` (0 to 1) has a value for each row; `penalty` weighs the sum of the squared weights.
    """
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    table = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    cost = np.diag([penalty] * features.shape[1] + [0.0])
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        likelihood = 1 / (1 + np.exp(-(table @ weights)))
        gradient = table.T @ (likelihood - right) + cost @ weights
        curvature = (table * (likelihood * (1 - likelihood))[:, None]).T @ table + cost
        weights = weights - np.linalg.solve(curvature, gradient)
    plain = weights[:-1] / spread
    return plain, float(weights[-1] - plain @ mean)
