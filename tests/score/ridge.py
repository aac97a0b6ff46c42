"""Ridge logistic regression: the weights that make what was seen likeliest."""

from __future__ import annotations

import numpy as np

from checks.thread.likeness import Matrix
from checks.thread.weights import Scale

RIDGE = 0.5
STEPS = 2_000


def fitted(rows: Matrix, answers: Matrix, shares: Matrix, least: float = -np.inf) -> Scale:
    """The scale of these rows, by accelerated gradient; no weight below the least."""
    spread = rows.std(axis=0) + 1e-6 if least < 0 else np.ones(rows.shape[1])
    even = np.hstack([rows / spread, np.ones((len(rows), 1))])
    free = np.arange(even.shape[1]) == rows.shape[1]
    total = shares.sum()
    ridge = np.where(free, 0.0, RIDGE / total)
    bent = even * np.sqrt(shares)[:, np.newaxis]
    step = 1.0 / (np.linalg.norm(bent, 2) ** 2 / 4 / total + RIDGE / total)
    weights = np.zeros(even.shape[1])
    ahead, pace = weights.copy(), 1.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(even @ ahead)))
        slope = even.T @ (shares * (likely - answers)) / total + ridge * ahead
        following = ahead - step * slope
        following = np.where(free, following, np.maximum(following, least))
        quicker = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = following + (pace - 1) / quicker * (following - weights)
        weights, pace = following, quicker
    return Scale(tuple((weights[:-1] / spread).tolist()), float(weights[-1]))
