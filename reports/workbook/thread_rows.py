"""The rows of the thread: each link and each loose end, as a question and its answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checks.audit import Audit
from checks.thread.links import End, Linked, Relation
from extractors.plan import Item, Kind, Plan

# How a person would ask about each joint of the thread, from either end.
_QUESTIONS = {
    (Relation.OUTCOME_ASPIRATION, Kind.OUTCOME): "Which aspiration does this outcome serve?",
    (Relation.OUTCOME_ASPIRATION, Kind.ASPIRATION): "Which outcome works towards this aspiration?",
    (Relation.OUTCOME_NEED, Kind.OUTCOME): "Which need does this outcome answer?",
    (Relation.OUTCOME_NEED, Kind.NEED): "Which outcome answers this need?",
    (Relation.PROVISION_OUTCOME, Kind.PROVISION): "Which outcome does this provision serve?",
    (Relation.PROVISION_OUTCOME, Kind.OUTCOME): "Which provision serves this outcome?",
    (Relation.PROVISION_NEED, Kind.PROVISION): "Which need does this provision meet?",
    (Relation.PROVISION_NEED, Kind.NEED): "Which provision meets this need?",
}
THREAD = [
    "file",
    "child",
    "question",
    "item",
    "text",
    "answer",
    "other_text",
    "how",
    "evidence",
    "place",
]


def thread_rows(file: str, audit: Audit) -> Iterator[dict[str, Any]]:
    """A row for every link, and for every item that has none or perhaps none."""
    items = {item.id: item for item in audit.plan.items}
    for link in audit.thread.links:
        here, there = items[link.from_id], items[link.to_id]
        yield _joint(file, audit.plan, link.relation, here) | {
            "answer": f"{_name(there)}: {link.verdict.value}"
            if link.verdict is Linked.UNCLEAR
            else _name(there),
            "other_text": there.text,
            "how": link.basis.value if link.verdict is Linked.LINKED else link.verdict.value,
            "evidence": link.evidence,
        }
    for ending in audit.thread.endings:
        if ending.end is not End.LINKED:
            yield _joint(file, audit.plan, ending.relation, items[ending.item_id]) | {
                "answer": "",
                "other_text": "",
                "how": ending.end.value,
                "evidence": ending.evidence,
            }


def _joint(file: str, plan: Plan, relation: Relation, item: Item) -> dict[str, Any]:
    return {
        "file": file,
        "child": plan.child.name,
        "question": _QUESTIONS[relation, item.kind],
        "item": _name(item),
        "text": item.text,
        "place": str(item.place),
    }


def _name(item: Item) -> str:
    """An item's id and, where the plan numbers it otherwise, its printed number."""
    return item.id if item.number in ("", item.id) else f"{item.id} ({item.number})"
