"""Fits the thread's weights and bands: `python -m tests.score.fit_thread FILE`.

It fits on the sample plans and on FILE, linked plans in the form of `plans12.json`. The weights go
to checks/thread/weights.json.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from checks.thread.concepts import standard_lexicon
from checks.thread.likeness import SIGNALS, Matrix
from checks.thread.links import Relation
from checks.thread.weigh import ENDS, Pairs, likelihoods, pairs
from checks.thread.weights import FILE, Band, Weights, write_weights
from tests.score.linked_plans import LinkedPlan, linked_plans, linked_samples

RIDGE = 0.5
# Of what the order of the items weighs on these plans: all of them keep to one order. At a half, a
# plan whose items stand in any order loses hardly anything.
ORDER_TRUSTED = 0.5
STEPS = 2_000
# What a pair must reach before it is called a link: by labels that leave defensible links out, so
# that to a second reader it is more. Of aspirations a wrong link accuses nobody.
LINKED_PRECISION = dict.fromkeys(ENDS, 0.75) | {Relation.OUTCOME_ASPIRATION: 0.70}
# What an item without any link must reach before it is said to have none. That a need has no
# outcome accuses the plan of its gravest fault.
NONE_PRECISION = dict.fromkeys(ENDS, 0.75) | {Relation.OUTCOME_NEED: 0.85}
SAMPLES = Path("sample_plans/truth")


def gold(linked: LinkedPlan, these: Pairs) -> tuple[Matrix, Matrix]:
    """1 for each true pair, and 1 for each pair that counts."""
    ids = [[(r.item.id, c.item.id) for c in these.columns] for r in these.rows]
    true = np.array([[float(pair in linked.firm) for pair in row] for row in ids])
    counts = np.array([[float(pair not in linked.arguable) for pair in row] for row in ids])
    return true, counts


def fit_weights(plans: Sequence[LinkedPlan], data: str = "") -> Weights:
    """The weights that make these plans' links likeliest, none below zero, without bands."""
    lexicon = standard_lexicon()
    relations = list(ENDS)
    rows, answers = [], []
    for linked in plans:
        for relation, these in pairs(linked.plan, lexicon).items():
            true, counts = gold(linked, these)
            keep = counts.reshape(-1) > 0
            bias = np.zeros((keep.sum(), len(relations)))
            bias[:, relations.index(relation)] = 1
            rows.append(np.hstack([these.signals.reshape(-1, len(SIGNALS))[keep], bias]))
            answers.append(true.reshape(-1)[keep])
    found = _fit(np.vstack(rows), np.concatenate(answers))
    found[SIGNALS.index("order")] *= ORDER_TRUSTED
    return Weights(
        signals=tuple(float(w) for w in found[: len(SIGNALS)]),
        bias={r: float(b) for r, b in zip(relations, found[len(SIGNALS) :], strict=True)},
        bands={r: Band(0.5, 0.1, 0.1) for r in relations},
        data=data,
    )


def _fit(rows: Matrix, answers: Matrix) -> Matrix:
    """Ridge logistic regression by accelerated gradient, its first weights kept from below zero."""
    free = np.arange(rows.shape[1]) >= len(SIGNALS)
    ridge = np.where(free, 0.0, RIDGE / len(answers))
    step = 1.0 / (np.linalg.norm(rows, 2) ** 2 / 4 / len(answers) + RIDGE / len(answers))
    weights = np.zeros(rows.shape[1])
    ahead, pace = weights.copy(), 1.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-(rows @ ahead)))
        slope = rows.T @ (likely - answers) / len(answers) + ridge * ahead
        following = ahead - step * slope
        following = np.where(free, following, np.maximum(following, 0.0))
        quicker = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = following + (pace - 1) / quicker * (following - weights)
        weights, pace = following, quicker
    return weights


def weighed(linked: LinkedPlan, weights: Weights) -> dict[Relation, tuple[Matrix, Matrix, Matrix]]:
    """For each relation of a plan: how likely each pair is, which are true, which count."""
    found = pairs(linked.plan, standard_lexicon())
    likely = likelihoods(found, weights)
    return {relation: (likely[relation], *gold(linked, found[relation])) for relation in found}


def left_out(plans: Sequence[LinkedPlan]) -> list[dict[Relation, tuple[Matrix, Matrix, Matrix]]]:
    """Each plan weighed with weights fitted on all of the others."""
    return [weighed(p, fit_weights([o for o in plans if o is not p])) for p in plans]


def bands(
    weighings: Sequence[dict[Relation, tuple[Matrix, Matrix, Matrix]]],
) -> dict[Relation, Band]:
    """Where a link may be asserted, and where its absence may, at the precision asked for."""
    found = {}
    for relation in ENDS:
        here = [w[relation] for w in weighings if relation in w]
        scores = np.concatenate([s[c > 0] for s, _, c in here])
        true = np.concatenate([t[c > 0] for _, t, c in here])
        linked = _least(scores, true, LINKED_PRECISION[relation])
        ends = [min(_none(here, axis, NONE_PRECISION[relation]), linked) for axis in (1, 0)]
        found[relation] = Band(linked, *ends)
    return found


def _none(here: Sequence[tuple[Matrix, Matrix, Matrix]], axis: int, precision: float) -> float:
    """Below which an item at that end has no other end, at the precision asked for."""
    best = np.concatenate([likely.max(axis=axis) for likely, _, _ in here])
    orphan = np.concatenate(
        [(true.max(axis=axis) == 0) & (counts.min(axis=axis) > 0) for _, true, counts in here]
    )
    return -_least(-best, orphan.astype(float), precision)


def _least(scores: Matrix, true: Matrix, precision: float) -> float:
    """The lowest score from which on that precision holds."""
    order = np.argsort(-scores, kind="stable")
    held = np.cumsum(true[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(held >= precision)
    return float(scores[order][good[-1]]) if len(good) else float(scores.max() + 1e-3)


def main() -> None:
    """Fits, and keeps what was fitted."""
    file = Path(sys.argv[1])
    plans = linked_plans(file) + linked_samples(SAMPLES)
    data = hashlib.sha256(b"".join(f.read_bytes() for f in [file, *sorted(SAMPLES.glob("*.json"))]))
    weights = fit_weights(plans, data.hexdigest())
    measured = bands(left_out(plans))
    write_weights(
        Weights(weights.signals, weights.bias, measured, weights.data),
        FILE,
    )
    print(FILE.read_text(encoding="utf-8"))  # noqa: T201 -- a script says what it made


if __name__ == "__main__":
    main()
