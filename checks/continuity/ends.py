"""What has no other end in the thread, said no more firmly than the plan and the thread allow.

Where a plan prints what belongs together, an item that stands alone is a fault. Where only words
can tell, it is asked about: a program that reads words may be wrong where a person is not. What
the words leave open altogether is gathered into one question for the whole plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.case import Case
from checks.check import Hit, Verdict, whole
from checks.thread.links import Basis, End, Ending, Relation
from extractors.plan import Item

_ASK = " Please check."
_MOST = 0.5  # of the items of a kind: then the plan prints this joint of the thread


def loose(
    case: Case,
    items: tuple[Item, ...],
    relation: Relation,
    missing: str,
    ask_only: bool = False,
) -> Iterator[Hit]:
    """Gives the items without another end; `missing` names it: «outcome for this need»."""
    printed = _printed(case, items, relation)
    sure = (printed or case.rubric.thread.assert_by_words) and case.complete and not ask_only
    open_ones: list[Item] = []
    for item in items:
        ending = case.thread.ending(relation, item.id)
        if ending is None or ending.end is End.LINKED:
            continue
        if ending.end is End.NONE_FOUND and (printed or not ask_only):
            verdict = Verdict.FAIL if sure else Verdict.UNCLEAR
            reason = _none_found(missing, ending, sure)
            yield Hit(whole(item), item, verdict, reason, printed=sure)
        elif printed:
            yield Hit(whole(item), item, Verdict.UNCLEAR, _not_printed(missing, ending))
        else:
            open_ones.append(item)
    if open_ones:
        yield question([_left_open(missing, open_ones, len(items))])


def _printed(case: Case, items: tuple[Item, ...], relation: Relation) -> bool:
    """Whether the plan itself prints this joint for most of the items."""
    joined = {
        id
        for link in case.thread.links
        if link.relation is relation and link.basis is Basis.PRINTED
        for id in (link.from_id, link.to_id)
    }
    return sum(item.id in joined for item in items) > _MOST * len(items)


def _none_found(missing: str, ending: Ending, sure: bool) -> str:
    asked = "" if sure else _ASK
    return f"No {missing} was found: {ending.evidence}.{asked}"


def _not_printed(missing: str, ending: Ending) -> str:
    return (
        f"Could not tell whether there is any {missing}: the plan prints none, as it does for most"
        f" others; by the words, {ending.evidence}. Please check."
    )


def _left_open(missing: str, items: list[Item], total: int) -> str:
    names = ", ".join(item.id for item in items)
    return f"for {len(items)} of {total} ({names}), whether there is any {missing}."


def question(left_open: Sequence[str]) -> Hit:
    """One question for the whole plan on all that its words leave open of the thread."""
    told = " Nor, ".join(left_open)
    return Hit(
        verdict=Verdict.UNCLEAR,
        reason=f"The words alone do not tell, {told}{_ASK}",
        left_open=told,
    )
