"""The plans of one child in their order: the same plan twice, earlier and later versions."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from checks.caseload.children import BY_PICTURE, Whose, whose_plans
from extractors.plan import Plan

_STEPS = ("draft", "proposed", "final", "amended")  # in which a plan is made
_SAME_FORMAT, _OTHER_FORMAT = 0.98, 0.9  # share of words in common of the same plan, read twice
_LOOKED_AT = 20  # plans of one child with one date: nobody has more
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Version:
    """How a plan stands among the plans of its child."""

    whose: Whose
    history: tuple[str, ...]  # one file for each of the child's plans, the oldest first
    file: str  # the one of them that holds this plan: this file, or one that says the same
    is_copy: bool = False  # it is that plan once more, and counts in no figure
    ordered: bool = True  # whether dates or statuses tell which of the child's plans is newer

    @property
    def counts(self) -> bool:
        """Whether it speaks for its child in the caseload's figures: the latest plan does."""
        return not self.is_copy and self.file == self.history[-1]

    @property
    def earlier(self) -> str | None:
        """The file of the version before this one."""
        at = self.history.index(self.file)
        return self.history[at - 1] if at else None

    @property
    def later(self) -> str | None:
        """The file of the version after this one."""
        at = self.history.index(self.file)
        return self.history[at + 1] if at + 1 < len(self.history) else None


def versions(plans: Sequence[tuple[str, Plan]]) -> dict[str, Version]:
    """How each file's plan stands among the plans of its child."""
    whose = whose_plans(plans)
    of_child: dict[str, list[tuple[str, Plan]]] = {}
    for file, plan in plans:
        of_child.setdefault(whose[file].child, []).append((file, plan))
    return {
        file: version
        for own in of_child.values()
        for file, version in _of_one_child(own, whose).items()
    }


def _of_one_child(own: list[tuple[str, Plan]], whose: dict[str, Whose]) -> dict[str, Version]:
    if len(own) == 1:
        file = own[0][0]
        return {file: Version(whose[file], (file,), file)}
    groups = _same_plans(own)
    best = sorted((_best(group) for group in groups), key=lambda one: _order(one[1]))
    history = tuple(file for file, _ in best)
    ordered = all(_later(one, other) for (_, one), (_, other) in pairwise(best))
    speaks = {file: _best(group)[0] for group in groups for file, _ in group}
    return {
        file: Version(whose[file], history, speaks[file], speaks[file] != file, ordered)
        for file, _ in own
    }


def _same_plans(own: list[tuple[str, Plan]]) -> list[list[tuple[str, Plan]]]:
    """The files of one child, those that hold the same plan put together."""
    groups: list[list[tuple[str, Plan]]] = []
    words = {file: _words(plan) for file, plan in own}
    for file, plan in own:
        near = islice((g for g in groups if _may_be_same(plan, g[0][1])), _LOOKED_AT)
        home = next((g for g in near if _is_same(plan, words[file], g[0], words)), None)
        if home is None:
            groups.append([(file, plan)])
        else:
            home.append((file, plan))
    return groups


def _words(plan: Plan) -> Counter[str]:
    items = (*plan.aspirations, *plan.needs, *plan.outcomes, *plan.provision)
    return Counter(w for item in items for w in _WORD.findall(item.full_text.lower()))


def _may_be_same(one: Plan, other: Plan) -> bool:
    """Whether nothing on the covers says that they are two."""
    facts = ((one.facts.date, other.facts.date), (one.facts.status, other.facts.status))
    return all(a is None or b is None or a == b for a, b in facts)


def _is_same(
    plan: Plan, own: Counter[str], first: tuple[str, Plan], words: dict[str, Counter[str]]
) -> bool:
    other = first[1]
    dated = plan.facts.date is not None and other.facts.date is not None
    read_anew = plan.format != other.format or bool((plan.caveats | other.caveats) & BY_PICTURE)
    least = _OTHER_FORMAT if dated and read_anew else _SAME_FORMAT
    theirs = words[first[0]]
    both = own.total() + theirs.total()
    return bool(own) and bool(theirs) and 2 * (own & theirs).total() / both >= least


def _best(group: list[tuple[str, Plan]]) -> tuple[str, Plan]:
    """The file from which a plan was read best: with the fewest doubts and the most items."""
    return min(group, key=lambda one: (len(one[1].caveats), -len(one[1].items)))


def _order(plan: Plan) -> tuple[dt.date, int]:
    return plan.facts.date or dt.date.min, _step(plan)


def _step(plan: Plan) -> int:
    return _STEPS.index(plan.facts.status) if plan.facts.status in _STEPS else -1


def _later(one: Plan, other: Plan) -> bool:
    """Whether it is certain that the second was made after the first."""
    if one.facts.date is None or other.facts.date is None:
        return False
    return one.facts.date < other.facts.date or 0 <= _step(one) < _step(other)
