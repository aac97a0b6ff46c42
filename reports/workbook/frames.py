"""All that was found, as frames of rows: plans, outcomes, provision, links, findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from checks.audit import Audit
from checks.catalogue import BY_ID
from checks.check import Finding, Severity, Verdict
from checks.clocks.clock import is_clock
from checks.grade import OVERALL
from checks.language.readings import Letter, OutcomeReading, ProvisionReading, Slot, Span
from checks.schooling import is_out_of_cohort, year_by_age
from checks.standing import right_in_words
from checks.thread.links import Relation
from extractors.plan import Item, Plan
from reports.result import FileResult, Results
from reports.workbook.other_plans import versions_in_words
from reports.workbook.thread_rows import THREAD, thread_rows

TOP_ISSUES = 3
_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Frames:
    """The rows behind every sheet."""

    plans: pd.DataFrame
    outcomes: pd.DataFrame
    provision: pd.DataFrame
    thread: pd.DataFrame
    findings: pd.DataFrame
    refused: pd.DataFrame

    def of(self, files: Collection[str]) -> Frames:
        """The rows of those files alone, each under its own number."""
        return replace(
            self,
            plans=_of(self.plans, files),
            outcomes=_of(self.outcomes, files),
            provision=_of(self.provision, files),
            thread=_of(self.thread, files),
            findings=_of(self.findings, files),
        )


def _of(frame: pd.DataFrame, files: Collection[str]) -> pd.DataFrame:
    return frame[frame["file"].isin(files)]


def frames(results: Results) -> Frames:
    """The frames of one audit, rows in the order of the files and of the plans' own print."""
    audited = [(r.file, r.audit) for r in results.files if r.audit]
    return Frames(
        plans=_frame([_plan(r) for r in results.files], _PLAN),
        outcomes=_frame([o for f, a in audited for o in _outcomes(f, a, results)], _OUTCOME),
        provision=_frame([p for f, a in audited for p in _provision(f, a)], _PROVISION),
        thread=_frame([t for f, a in audited for t in thread_rows(f, a)], THREAD),
        findings=_frame([_finding(f, a.plan, x) for f, a in audited for x in a.findings], _FINDING),
        refused=_frame([_refused(r) for r in results.files if not r.audit], _REFUSED),
    )


_PLAN = [
    "file",
    "status",
    "child",
    "year_group",
    "born",
    "setting",
    "plan_status",
    "plan_date",
    "review_date",
    "versions",
    "overall",
    "grade_a",
    "grade_b",
    "grade_e",
    "grade_f",
    "needs",
    "outcomes",
    "provision",
    "must",
    "should",
    "good",
    "unclear",
    "not_assessed",
    "issue_1",
    "issue_2",
    "issue_3",
    "warnings",
]
_OUTCOME = [
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
_PROVISION = [
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
_FINDING = [
    "file",
    "child",
    "section",
    "item",
    "check",
    "title",
    "verdict",
    "severity",
    "quote",
    "place",
    "reason",
    "suggestion",
    "source",
    "right",
]
_REFUSED = ["file", "status", "reason", "action"]


def _frame(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _plan(result: FileResult) -> dict[str, Any]:
    row: dict[str, Any] = {"file": result.file, "status": result.status.value}
    if not result.audit:
        return row
    audit, plan = result.audit, result.audit.plan
    failed = [f for f in audit.findings if f.verdict is Verdict.FAIL and not is_clock(f.check)]
    issues = top_issues(failed)
    row |= {
        "child": plan.child.name,
        "year_group": _year_group(plan),
        "born": plan.child.date_of_birth,
        "setting": plan.facts.setting,
        "plan_status": plan.facts.status,
        "plan_date": plan.facts.date,
        "review_date": plan.facts.review_date,
        "versions": versions_in_words(result),
        "overall": _grade(audit, OVERALL),
        "needs": len(plan.needs),
        "outcomes": len(plan.outcomes),
        "provision": len(plan.provision),
        "must": sum(f.severity is Severity.MUST for f in failed),
        "should": sum(f.severity is Severity.SHOULD for f in failed),
        "good": sum(f.severity is Severity.GOOD for f in failed),
        "unclear": sum(f.verdict is Verdict.UNCLEAR for f in audit.findings),
        "not_assessed": sum(v is Verdict.NOT_ASSESSED for v in audit.verdicts.values()),
        "warnings": ", ".join(sorted(c.value for c in plan.caveats)),
    }
    row |= {f"grade_{letter.lower()}": _grade(audit, letter) for letter in "ABEF"}
    return row | {f"issue_{n}": issue for n, issue in enumerate(issues, start=1)}


def _year_group(plan: Plan) -> str | None:
    """The year group as printed; by age where none is, or where the child is out of cohort."""
    printed, by_age = plan.child.year_group, year_by_age(plan)
    if printed is None:
        return f"{by_age} (by age)" if by_age else None
    return f"{printed} (by age: {by_age})" if is_out_of_cohort(plan) else printed


def top_issues(failed: Sequence[Finding]) -> list[str]:
    """The checks most worth mending, firmest source first, then how often; by what they ask."""
    counts: dict[str, int] = {}
    for finding in failed:
        counts[finding.check] = counts.get(finding.check, 0) + 1
    firmest = {f.check: _SEVERITIES.index(f.severity) for f in failed}
    order = sorted(counts, key=lambda check: (firmest[check], -counts[check], check))
    return [
        f"{_title(check)} ({counts[check]})" if counts[check] > 1 else _title(check)
        for check in order[:TOP_ISSUES]
    ]


def _title(check: str) -> str:
    return BY_ID[check].title if check in BY_ID else check


def _grade(audit: Audit, letter: str) -> str | None:
    grade = audit.grades.get(letter)
    return grade.word if grade else "not assessed"


def _outcomes(file: str, audit: Audit, results: Results) -> Iterator[dict[str, Any]]:
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
        yield row | (_outcome_reading(reading, results) if reading else {})


def _outcome_reading(reading: OutcomeReading, results: Results) -> dict[str, Any]:
    timeframe = reading.timeframe
    deadline = timeframe.date if timeframe else None
    return {
        "smart": reading.smart.value,
        "specific": reading.letter(Letter.SPECIFIC).value,
        "measurable": reading.letter(Letter.MEASURABLE).value,
        "timebound": reading.letter(Letter.TIME_BOUND).value,
        "deadline": deadline,
        "days_left": (deadline - results.as_of).days if deadline else None,
        "benefit": reading.benefit.text if reading.benefit else "",
    }


def _provision(file: str, audit: Audit) -> Iterator[dict[str, Any]]:
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


def _finding(file: str, plan: Plan, finding: Finding) -> dict[str, Any]:
    check = BY_ID.get(finding.check)
    return {
        "file": file,
        "child": plan.child.name,
        "section": finding.section,
        "item": finding.item,
        "check": finding.check,
        "title": _title(finding.check),
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "place": str(finding.place) if finding.place else "",
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "source": check.source if check else "",
        "right": right_in_words(check) if check else "",
    }


def _refused(result: FileResult) -> dict[str, Any]:
    return {
        "file": result.file,
        "status": result.status.value,
        "reason": result.reason,
        "action": result.action,
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
