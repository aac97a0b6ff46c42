"""One statement judged by itself: for whoever learns to write them, and for measuring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checks.audit import Audit, audit
from checks.check import Finding, Verdict
from checks.language.readings import Met
from checks.rubric import Rubric
from extractors.document import Place
from extractors.plan import LETTERS, Child, Facts, Item, Kind, Passage, Plan, Section

SECTION_OF = {
    Kind.OUTCOME: "E",
    Kind.PROVISION: "F",
    Kind.NEED: "B",
    Kind.ASPIRATION: "A",
}
_PLACE = Place(paragraph=1)
_MEETS = {Met.MET: True, Met.NOT_MET: False, Met.UNCLEAR: None}


@dataclass(frozen=True, slots=True)
class Statement:
    """Words as they could stand in a plan, and what of the plan they depend on."""

    id: str | int
    kind: Kind
    text: str
    born: date | None = None
    plan_date: date | None = None


class NoStatement(ValueError):  # noqa: N818 -- said of what was given
    """What was given cannot be tried, with the reason in plain words."""


def statement_from(row: object) -> Statement:
    """The statement that a row of JSON describes."""
    if not isinstance(row, Mapping):
        raise NoStatement("it is no JSON object")
    try:
        kind = Kind(row["kind"])
        statement = Statement(
            id=_id(row["id"]),
            kind=kind,
            text=str(row["text"]),
            born=_day(row.get("date_of_birth")),
            plan_date=_day(row.get("plan_date")),
        )
    except KeyError as error:
        raise NoStatement(f"it has no {error}") from error
    except (ValueError, TypeError) as error:
        raise NoStatement("its kind or one of its dates is not understood") from error
    if kind not in SECTION_OF:
        raise NoStatement(f"its kind must be one of {', '.join(SECTION_OF)}")
    return statement


def tried(statement: Statement, rubric: Rubric) -> dict[str, Any]:
    """What is found in a statement, as plain data."""
    found = audit(_plan_of(statement), rubric, statement.plan_date or date.today())  # noqa: DTZ011 -- the local day
    id = f"{SECTION_OF[statement.kind]}1"
    findings = [finding for finding in found.findings if finding.item == id and _own(finding)]
    return {
        "id": statement.id,
        "meets": _meets(found, id, findings),
        "deadline": _deadline(found, id),
        "slots": _slots(found, id),
        "findings": [_row(finding) for finding in findings],
    }


def _id(given: object) -> str | int:
    """The id as it was given, to be found again."""
    return given if isinstance(given, str | int) else str(given)


def _plan_of(statement: Statement) -> Plan:
    """A plan in which nothing stands but the statement."""
    letter = SECTION_OF[statement.kind]
    item = Item(f"{letter}1", letter, statement.kind, statement.text, _PLACE)
    here = Section(letter, found=True, passages=(Passage(statement.text, _PLACE),))
    return Plan(
        child=Child(date_of_birth=statement.born),
        facts=Facts(date=statement.plan_date),
        sections=tuple(here if each == letter else Section(each) for each in LETTERS),
        items=(item,),
    )


def _own(finding: Finding) -> bool:
    """Whether it is about the statement's own words, not about what else the plan has."""
    said = finding.verdict in (Verdict.FAIL, Verdict.UNCLEAR)
    return said and not finding.check.startswith("thread-")


def _meets(found: Audit, id: str, findings: list[Finding]) -> bool | None:
    """Whether guidance would call it good; None where that is unclear."""
    if id in found.outcomes:
        return _MEETS[found.outcomes[id].smart]
    if id in found.provisions:
        return _MEETS[found.provisions[id].specified]
    verdicts = {finding.verdict for finding in findings}
    if Verdict.FAIL in verdicts:
        return False
    return None if Verdict.UNCLEAR in verdicts else True


def _deadline(found: Audit, id: str) -> str | None:
    outcome = found.outcomes.get(id)
    day = outcome.timeframe.date if outcome and outcome.timeframe else None
    return day.isoformat() if day else None


def _slots(found: Audit, id: str) -> dict[str, Any]:
    """An outcome's letters of SMART, or the words that fill each slot of a line of provision."""
    if outcome := found.outcomes.get(id):
        return {letter.value: met.value for letter, met in outcome.letters}
    if provision := found.provisions.get(id):
        return {slot.value: [span.text for span in spans] for slot, spans in provision.slots}
    return {}


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
    }


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
