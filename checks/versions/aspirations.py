"""How much of a Section A stands as it stood in the child's earlier plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from checks.caseload.masking import masked, telling, wording
from checks.versions.pairs import likeness, names_of_child
from extractors.plan import Item, Kind, Plan

_LIKE = 0.5  # less, and it is another hope
_SAME = 98.0  # of 100 letters


def share_kept(now: Plan, before: Plan) -> float:
    """The share of the words of a Section A that stand in the earlier one too, dates aside."""
    names = names_of_child(now, before)
    old = [" ".join(masked(item.text, names)) for item in _told(before)]
    words = Counter[str]()
    for item in _told(now):
        said = masked(item.text, names)
        words[" ".join(said)] += telling(said)
    kept = sum(n for text, n in words.items() if any(ratio(text, o) >= _SAME for o in old))
    return kept / words.total() if words.total() else 0.0


def all_moved(now: Sequence[Item], before: Sequence[Item], names: frozenset[str]) -> bool:
    """Whether no hope is like any hope of the earlier plan."""
    old = [wording(item.text, names) for item in before]
    new = [wording(item.text, names) for item in now]
    return all(likeness(one, other) < _LIKE for one in new for other in old)


def _told(plan: Plan) -> tuple[Item, ...]:
    """What the child and the family say: who attended is told anew in each plan, so it is not."""
    return tuple(i for i in plan.of(Kind.ASPIRATION, Kind.VIEW) if i.section == "A")
