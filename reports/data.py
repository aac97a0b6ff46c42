"""The same findings as data, for other tools: one JSON object a line for every file given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from checks.audit import Audit
from checks.check import Finding
from checks.clocks.clock import Clock
from checks.schooling import year_by_age
from checks.thread.links import Link
from extractors.plan import Item, Plan
from reports.result import FileResult
from reports.text import shown


def jsonl(files: Iterable[FileResult]) -> str:
    """The text of plans.jsonl: a line for each file, in the order given.

    Schema: docs/plans.schema.json.
    """
    return "".join(
        json.dumps(row(result), ensure_ascii=False, separators=(",", ":")) + "\n"
        for result in files
    )


def row(result: FileResult) -> dict[str, Any]:
    """One file as plain data."""
    about = {
        "file": shown(result.file),
        "sha256": result.sha256,
        "status": result.status.value,
        "reason": result.reason,
        "action": result.action,
        "same_as": shown(result.same_as) if result.same_as else None,
        "warnings": sorted(c.value for c in result.audit.plan.caveats) if result.audit else [],
    }
    if result.audit is None:
        return about
    more = {"versions": _versions(result), "listed": _listed(result)}
    return about | more | _audited(result.audit)


def _audited(audit: Audit) -> dict[str, Any]:
    plan = audit.plan
    return {
        "format": plan.format,
        "pages": plan.pages,
        "child": _child(plan),
        "plan": _facts(plan),
        "sections": {
            s.letter: {
                "found": s.found,
                "labelled": s.labelled,
                "empty": s.empty,
                "says_none": s.says_none,
            }
            for s in plan.sections
        },
        "items": [_item(item) for item in plan.items],
        "links": [_link(link) for link in audit.thread.links],
        "findings": [_finding(finding) for finding in audit.findings],
        "verdicts": {check: verdict.value for check, verdict in sorted(audit.verdicts.items())},
        "grades": {letter: grade.word for letter, grade in audit.grades.items()},
    }


def _versions(result: FileResult) -> dict[str, Any]:
    """Where a plan stands among those of its child, by the files that hold them."""
    found = result.version
    return {
        "counted": result.counts,
        "same_plan_as": _maybe(found.file) if found and found.is_copy else None,
        "earlier": _maybe(found.earlier) if found else None,
        "later": _maybe(found.later) if found else None,
        "order_known": found.ordered if found else True,
        "perhaps_same_child": [shown(file) for file in found.whose.perhaps] if found else [],
        "namesakes": [shown(file) for file in found.whose.namesakes] if found else [],
    }


def _listed(result: FileResult) -> dict[str, Any] | None:
    """What the caseload list says of the child; None where no row of it is the child's."""
    told = result.listed
    if told is None:
        return None
    return {
        "row": told.row,
        "sheet": _maybe(told.sheet),
        "matched_by": result.matched_by,
        "reference": _maybe(told.reference),
        "year_group": _maybe(told.year_group),
        "primary_need": _maybe(told.primary_need),
        "setting": _maybe(told.setting),
        "setting_type": _maybe(told.setting_type),
        "caseworker": _maybe(told.caseworker),
        "writer": _maybe(told.writer),
        "looked_after": told.looked_after,
        "tribunal": told.tribunal,
        "clocks": [_clock(clock) for clock in result.clocks],
    }


def _clock(clock: Clock) -> dict[str, Any]:
    return {
        "check": clock.check,
        "state": clock.state.value,
        "began": clock.began.date.isoformat(),
        "due": clock.due.isoformat(),
        "done": clock.done.date.isoformat() if clock.done else None,
        "days_late": clock.days_late,
        "note": clock.note,
    }


def _child(plan: Plan) -> dict[str, Any]:
    child = plan.child
    return {
        "name": _maybe(child.name),
        "known_as": _maybe(child.known_as),
        "date_of_birth": child.date_of_birth.isoformat() if child.date_of_birth else None,
        "year_group": _maybe(child.year_group),
        "year_by_age": year_by_age(plan),
        "upn": _maybe(child.upn),
        "upn_valid": child.upn_valid if child.upn else None,
        "nhs_number": _maybe(child.nhs_number),
        "references": [
            {"text": shown(r.text), "page": r.place.page, "place": str(r.place)}
            for r in child.references
        ],
    }


def _facts(plan: Plan) -> dict[str, Any]:
    facts = plan.facts
    return {
        "status": facts.status,
        "date": facts.date.isoformat() if facts.date else None,
        "review_date": facts.review_date.isoformat() if facts.review_date else None,
        "setting": _maybe(facts.setting),
        "authority": _maybe(facts.authority),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "section": item.section,
        "kind": item.kind.value,
        "text": shown(item.full_text),
        "number": _maybe(item.number),
        "area": item.area.value if item.area else None,
        "page": item.place.page,
        "place": str(item.place),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "from": link.from_id,
        "to": link.to_id,
        "basis": link.basis.value,
        "verdict": link.verdict.value,
        "evidence": shown(link.evidence),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "section": finding.section,
        "item": finding.item,
        "quote": shown(finding.quote),
        "page": finding.place.page if finding.place else None,
        "place": str(finding.place) if finding.place else None,
        "reason": shown(finding.reason),
        "suggestion": shown(finding.suggestion),
        "before": _maybe(finding.before),
    }


def _maybe(text: str | None) -> str | None:
    return shown(text) if text else None
