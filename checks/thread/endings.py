"""Whether an item of one relation has no other end: weighed by how the plan stands as a whole.

That nothing is like it enough says little by itself: needs are told in other words than outcomes.
It says more where the plan prints the ends of most others, where what comes closest belongs to a
neighbour, and where there are fewer ends than items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checks.thread.likeness import Matrix, Subject
from checks.thread.links import Side
from checks.thread.weigh import Pairs, Weighing

MOSTLY = 0.5  # of a kind's items: then the plan prints this joint of the thread
# An item that has so much in common with another may belong to it, whatever else speaks against it.
_MUCH_IN_WORDS, _MUCH_IN_CONCEPTS = 0.25, 0.6
_LEAST = 1e-4  # of a likelihood, so that its odds have an end
_FAR = 4.0  # beyond which it makes no difference how far ahead a neighbour is
_TALKATIVE = 4  # subjects named; more of them make nothing clearer
_UNEVEN = 1.5  # of the ratio of ends to items, in natural logarithms


@dataclass(frozen=True, slots=True)
class Row:
    """The items at one end of a relation, the other end's, and how they stand to each other."""

    items: tuple[Subject, ...]
    others: tuple[Subject, ...]
    likely: Matrix  # items x others
    printed: Matrix
    signals: Matrix

    @property
    def prints(self) -> Matrix:
        """For each item, whether the plan prints an end for it."""
        return np.asarray(self.printed.any(axis=1))

    @property
    def apart(self) -> Matrix:
        """For each item, whether it has little in common with all of the others."""
        words, concepts = (self.signals[..., which].max(axis=1) for which in (0, 1))
        return np.asarray((words < _MUCH_IN_WORDS) & (concepts < _MUCH_IN_CONCEPTS))

    @property
    def mostly_printed(self) -> bool:
        """Whether the plan prints this joint of the thread for most items."""
        return bool(self.prints.mean() >= MOSTLY)


def seen_from(side: Side, these: Pairs, weighing: Weighing) -> Row:
    """One relation as it is seen from one of its ends."""
    if side is Side.FROM:
        return Row(these.rows, these.columns, weighing.likely, weighing.printed, these.signals)
    turned = these.signals.transpose(1, 0, 2)
    return Row(these.columns, these.rows, weighing.likely.T, weighing.printed.T, turned)


def signs(here: Row) -> Matrix:
    """What speaks for each item having no other end, in the order of SIGNS."""
    likely = np.clip(here.likely, _LEAST, 1 - _LEAST)
    odds = np.log(likely / (1 - likely))
    best = odds.max(axis=1)
    share = here.prints.mean()
    told = [
        best,
        np.log(here.likely.sum(axis=1) + 0.01),
        here.signals[..., 1].max(axis=1),
        here.signals[..., 0].max(axis=1),
        np.where(here.prints, 0.0, share),
        np.clip(_rival(odds) - best, 0.0, _FAR),
        np.array([min(len(s.mentions), _TALKATIVE) / _TALKATIVE for s in here.items]),
        *_headings(here.items, here.others),
        np.full(len(best), _ratio(len(here.others), len(here.items))),
    ]
    return np.stack(told, axis=-1)


def _rival(odds: Matrix) -> Matrix:
    """For each item, the odds of the neighbour that is likeliest to belong to its closest end."""
    closest = odds.argmax(axis=1)
    own = np.arange(len(closest))
    theirs = odds[:, closest].T.copy()  # items x neighbours, at the item's closest end
    theirs[own, own] = -np.inf
    least = np.log(_LEAST)
    return np.asarray(np.maximum(theirs.max(axis=1), least))


def _headings(items: Sequence[Subject], others: Sequence[Subject]) -> tuple[Matrix, Matrix]:
    """Whether an end stands under the item's heading, and whether ends stand under others only."""
    areas = {o.item.area for o in others if o.item.area}
    under = np.array([float(s.item.area in areas) for s in items])
    known = np.array([float(bool(s.item.area and areas)) for s in items])
    return under, known - under


def _ratio(others: int, items: int) -> float:
    return float(np.clip(np.log(others / items), -_UNEVEN, _UNEVEN))
