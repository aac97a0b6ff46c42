"""How well the words of a plan find its links: each plan weighed without having been fitted on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checks.thread.likeness import Matrix
from checks.thread.links import Relation
from checks.thread.weigh import ENDS
from tests.score.fit_thread import fit_weights, weighed
from tests.score.linked_plans import LinkedPlan

_Weighing = dict[Relation, tuple[Matrix, Matrix, Matrix]]


def score_threads(plans: Sequence[LinkedPlan]) -> dict[str, float]:
    """F1 of each relation, and their mean, over linked plans each left out in turn.

    Wording alone: nothing that a plan prints is used. The threshold is the best one on the plans
    that were fitted on, as the weights are.
    """
    counts = {relation: np.zeros(3) for relation in ENDS}
    for held in plans:
        others = [p for p in plans if p is not held]
        weights = fit_weights(others)
        seen = [weighed(p, weights) for p in others]
        for relation, (likely, true, counting) in weighed(held, weights).items():
            asserted = (likely >= _best_threshold(seen, relation)) & (counting > 0)
            counts[relation] += [(asserted * true).sum(), asserted.sum(), true.sum()]
    found = {
        relation.value: float(2 * hits / (said + there))
        for relation, (hits, said, there) in counts.items()
    }
    return found | {"mean": sum(found.values()) / len(found)}


def _best_threshold(seen: Sequence[_Weighing], relation: Relation) -> float:
    here = [w[relation] for w in seen if relation in w]
    scores = np.concatenate([likely[counting > 0] for likely, _, counting in here])
    true = np.concatenate([is_true[counting > 0] for _, is_true, counting in here])
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(true[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + true.sum())
    return float(scores[order][int(f1.argmax())])
