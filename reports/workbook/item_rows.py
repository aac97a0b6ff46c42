"""The rows of outcomes and provision: their words, how they were read, what they are tied to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from checks.audit import Audit
from checks.check import Verdict
from checks.language.readings import Letter, OutcomeReading, ProvisionReading, Slot, Span
from checks.thread.links import Relation
from extractors.plan import Item, Plan

OUTCOME = [
    "file",
    "child",
    "id",
    "number",
    "area",
    "text",
    "smart",
    "specific",
    "measurable",
    "timebound",
    "deadline",
    "days_left",
    "benefit",
    "needs",
    "aspirations",
    "provision",
    "findings",
    "place",
]
PROVISION = [
    "file",
    "child",
    "id",
    "number",
    "area",
    "text",
    "specified",
    "sort",
    "what",
    "how_long",
    "how_often",
    "who",
    "expertise",
    "ratio",
    "weasel",
    "minutes_a_week",
    "outcomes",
    "needs",
    "place",
]


def outcome_rows(file: str, audit: Audit, as_of: date) -> Iterator[dict[str, Any]]:
    """A row for every outcome of a plan."""
    for item in audit.plan.outcomes:
        reading = audit.outcomes.get(item.id)
        row = _item(file, audit.plan, item)
        row |= {
            "needs": _other_ends(audit, Relation.OUTCOME_NEED, item),
            "aspirations": _other_ends(audit, Relation.OUTCOME_ASPIRATION, item),
            "provision": _other_ends(audit, Relation.PROVISION_OUTCOME, item),
            "findings": sum(
                f.item == item.id and f.verdict is Verdict.FAIL for f in audit.findings
            ),
        }
        yield row | (_outcome_reading(reading, as_of) if reading else {})


def _outcome_reading(reading: OutcomeReading, as_of: date) -> dict[str, Any]:
    timeframe = reading.timeframe
    deadline = timeframe.date if timeframe else None
    return {
        "smart": reading.smart.value,
        "specific": reading.letter(Letter.SPECIFIC).value,
        "measurable": reading.letter(Letter.MEASURABLE).value,
        "timebound": reading.letter(Letter.TIME_BOUND).value,
        "deadline": deadline,
        "days_left": (deadline - as_of).days if deadline else None,
        "benefit": reading.benefit.text if reading.benefit else "",
    }


def provision_rows(file: str, audit: Audit) -> Iterator[dict[str, Any]]:
    """A row for every line of provision of a plan."""
    for item in audit.plan.provision:
        reading = audit.provisions.get(item.id)
        row = _item(file, audit.plan, item)
        row |= {
            "outcomes": _other_ends(audit, Relation.PROVISION_OUTCOME, item),
            "needs": _other_ends(audit, Relation.PROVISION_NEED, item),
        }
        yield row | (_provision_reading(reading) if reading else {})


def _provision_reading(reading: ProvisionReading) -> dict[str, Any]:
    row: dict[str, Any] = {
        slot.value.replace(" ", "_"): _words(reading.slot(slot)) for slot in Slot
    }
    return row | {
        "specified": {"met": "specified", "not met": "not specified"}.get(
            reading.specified.value, reading.specified.value
        ),
        "sort": reading.sort.value,
        "weasel": _words(w.span for w in reading.weasel),
        "minutes_a_week": reading.minutes_a_week,
    }


def _item(file: str, plan: Plan, item: Item) -> dict[str, Any]:
    return {
        "file": file,
        "child": plan.child.name,
        "id": item.id,
        "number": item.number,
        "area": item.area.value if item.area else "",
        "text": item.full_text,
        "place": str(item.place),
    }


def _other_ends(audit: Audit, relation: Relation, item: Item) -> str:
    ends = (
        link.to_id if link.from_id == item.id else link.from_id
        for link in audit.thread.linked(relation, item.id)
    )
    return ", ".join(ends)


def _words(spans: Sequence[Span] | Iterator[Span]) -> str:
    return "; ".join(dict.fromkeys(span.text for span in spans))
