"""Need, outcome and provision settled together: a pair against its rivals, and by the third corner.

Words alone take every pair by itself. But an outcome answers one need or two, not five; and where
provision serves an outcome, it mostly meets the need which that outcome answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checks.thread.likeness import Matrix
from checks.thread.links import Relation
from checks.thread.weights import Scale

Flags = NDArray[np.bool_]

# The two other sides of the triangle, and which of them is to be read the other way round.
TRIANGLE = {
    Relation.OUTCOME_NEED: (
        (Relation.PROVISION_OUTCOME, True),
        (Relation.PROVISION_NEED, False),
    ),
    Relation.PROVISION_OUTCOME: (
        (Relation.PROVISION_NEED, False),
        (Relation.OUTCOME_NEED, True),
    ),
    Relation.PROVISION_NEED: (
        (Relation.PROVISION_OUTCOME, False),
        (Relation.OUTCOME_NEED, False),
    ),
}
HARDLY = 0.10  # the most that a pair with nothing in common comes to by itself
LEFT_OVER = 0.20  # the most that such a pair comes to among the rest: below all bands of links
A_WAY = 0.25  # from which on a way through a third item may carry a pair by itself
_AT_ONCE = 1_000_000  # numbers
_LEAST = 1e-3  # of a likelihood, so that its odds have an end
_FAR = 4.0  # beyond which it makes no difference how far ahead a rival is
_NO_RIVAL = -3.0  # the odds that a pair is ahead of where nothing else stands against it


@dataclass(frozen=True, slots=True)
class Ways:
    """How likely each pair is through a third item, and through which."""

    likely: Matrix
    through: NDArray[np.int64]


def ways(relation: Relation, alone: Mapping[Relation, Matrix]) -> Ways | None:
    """The likeliest way round for each pair; None where the triangle has no third corner."""
    (one, turn_one), (two, turn_two) = TRIANGLE[relation]
    if one not in alone or two not in alone:
        return None
    first = alone[one].T if turn_one else alone[one]
    second = alone[two].T if turn_two else alone[two]
    step = max(1, _AT_ONCE // second.size)  # rows at a time: no plan takes more than a little room
    all_ways = (
        first[start : start + step, :, np.newaxis] * second for start in range(0, len(first), step)
    )
    found = [(rows.max(axis=1), rows.argmax(axis=1)) for rows in all_ways]
    best, through = (np.concatenate(part) for part in zip(*found, strict=True))
    return Ways(best, through)


def signs(likely: Matrix, around: Ways | None, free: Flags) -> Matrix:
    """What settles each pair, in the order of SETTLING. `free` rows print no ends of their own."""
    own = _odds(likely)
    third = np.zeros_like(own) if around is None else _odds(around.likely)
    return np.stack(
        [
            own,
            _ahead(own),
            _ahead(own.T, free).T,
            third,
            _ahead(third) if around else third,
            _ahead(third.T, free).T if around else third,
            np.full_like(own, around is None),
        ],
        axis=-1,
    )


def settled(
    relation: Relation,
    alone: Mapping[Relation, Matrix],
    printed: Matrix,
    scale: Scale,
) -> tuple[Matrix, dict[tuple[int, int], int]]:
    """How likely each pair of one relation is among the rest, and what third item carries it.

    What the plan prints stays as it is.
    """
    likely, around = alone[relation], ways(relation, alone)
    free = np.asarray(printed.sum(axis=1) == 0)
    together = scale.likelihood(signs(likely, around, free))
    third = np.zeros_like(likely) if around is None else around.likely
    # Being the only one left is no reason: what has nothing of its own must come through a third.
    nothing = (likely <= HARDLY) & (third < A_WAY)
    together = np.where(nothing, np.minimum(together, LEFT_OVER), together)
    together = np.where(free[:, np.newaxis], together, likely)
    if around is None:
        return together, {}
    carried = np.argwhere(free[:, np.newaxis] & (third > likely) & (third >= A_WAY)).tolist()
    return together, {(r, c): int(around.through[r, c]) for r, c in carried}


def _odds(likely: Matrix) -> Matrix:
    kept = np.clip(likely, _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))


def _ahead(odds: Matrix, rivals: Flags | None = None) -> Matrix:
    """How far each is ahead of the best other one in its row, or behind it.

    `rivals` says of each column whether what stands there counts as one.
    """
    against = odds if rivals is None else np.where(rivals, odds, _NO_RIVAL)
    if odds.shape[1] > 1:
        best = np.sort(against, axis=1)[:, -2:]
        against = np.where(against == best[:, 1:], best[:, :1], best[:, 1:])
    else:
        against = np.full_like(odds, _NO_RIVAL)
    return np.clip(odds - np.maximum(against, _NO_RIVAL), -_FAR, _FAR)
