"""How much of a Section A stands as it stood in the child's earlier plan."""

from __future__ import annotations

from collections.abc import Sequence

from checks.caseload.masking import telling, wording
from checks.versions.pairs import likeness, names_of_child, same_words
from extractors.plan import Item, Kind, Passage, Plan

_LIKE = 0.5  # less, and it is another hope


def share_kept(now: Plan, before: Plan) -> float:
    """The share of the words of a Section A that stand in the earlier one too."""
    names = names_of_child(now, before)
    old = [told.text for told in _told(before)]
    words = {told.text: telling(wording(told.text, names)) for told in _told(now)}
    kept = sum(n for text, n in words.items() if any(same_words(text, o, names) for o in old))
    return kept / sum(words.values()) if any(words.values()) else 0.0


def all_moved(now: Sequence[Item], before: Sequence[Item], names: frozenset[str]) -> bool:
    """Whether no hope is like any hope of the earlier plan."""
    old = [wording(item.text, names) for item in before]
    new = [wording(item.text, names) for item in now]
    return all(likeness(one, other) < _LIKE for one in new for other in old)


def _told(plan: Plan) -> list[Passage]:
    """What the child and the family say: hopes and views; words outside them where there are none.

    Names, addresses and who attended are told anew in each plan, so they are left out.
    """
    items = plan.of(Kind.ASPIRATION, Kind.VIEW)
    return [Passage(item.text, item.place) for item in items]
