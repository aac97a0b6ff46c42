"""Plans from which all that one item is linked to has been taken: then it has no other end.

Plans have few items without another end, far too few to learn from how such an item looks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.thread.links import Relation, Side
from checks.thread.weigh import ENDS
from checks.thread.weights import Question
from extractors.plan import Kind
from tests.score.linked_plans import LinkedPlan

# Of the items of each kind so many give a plan: there is more provision than anything else.
_EVERY = {Kind.PROVISION: 3, Kind.OUTCOME: 2}
_MOST_TAKEN = 6  # items; without more the plan would no longer be one
# What a need or a line of provision loses as well in every second plan: whoever forgets the
# outcome of a need often forgets its provision.
_WITH_IT = {
    Kind.NEED: (Relation.OUTCOME_NEED, Relation.PROVISION_NEED),
    Kind.PROVISION: (Relation.PROVISION_OUTCOME, Relation.PROVISION_NEED),
}


@dataclass(frozen=True, slots=True)
class KnockedOut:
    """A plan in which that item has no other end in that question."""

    linked: LinkedPlan
    question: Question
    item_id: str


def knocked_out(linked: LinkedPlan) -> Iterator[KnockedOut]:
    """Gives the plan once for each item and question, without what the item is linked to."""
    for relation, kinds in ENDS.items():
        for side, kind in zip(Side, kinds, strict=True):
            for item in linked.plan.of(kind):
                own = _partners(linked, relation, side, item.id)
                if not own or not _one_in(_EVERY.get(kind, 1), linked.id, relation, item.id, "it"):
                    continue
                if kind in _WITH_IT and _one_in(2, linked.id, relation, item.id):
                    for other in _WITH_IT[kind]:
                        own |= _partners(linked, other, side, item.id)
                if len(own) <= _MOST_TAKEN:
                    yield KnockedOut(_without(linked, own), (relation, side), item.id)


def _partners(linked: LinkedPlan, relation: Relation, side: Side, item: str) -> set[str]:
    kind = ENDS[relation][side is Side.FROM]
    others = {i.id for i in linked.plan.of(kind)}
    here = 0 if side is Side.FROM else 1
    pairs = linked.firm | linked.arguable
    return {pair[1 - here] for pair in pairs if pair[here] == item} & others


def _one_in(number: int, *names: str) -> bool:
    """Whether this is one of so many, the same one on every machine."""
    return hashlib.sha256(" ".join(names).encode()).digest()[0] % number == 0


def _without(linked: LinkedPlan, taken: set[str]) -> LinkedPlan:
    plan = linked.plan
    kept = tuple(i for i in plan.items if i.id not in taken)
    told = tuple(r for r in plan.references if not {r.from_id, r.to_id} & taken)
    return replace(linked, plan=replace(plan, items=kept, references=told))
