"""The rows of the plans: every file given, whose plan it holds, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checks.audit import Audit
from checks.check import Finding, Severity, Verdict
from checks.clocks.clock import is_clock
from checks.grade import OVERALL
from checks.schooling import is_out_of_cohort, year_by_age
from extractors.listed import Listed
from extractors.plan import Plan
from reports.result import FileResult
from reports.workbook.finding_rows import title_of
from reports.workbook.other_plans import versions_in_words

TOP_ISSUES = 3
_SEVERITIES = tuple(Severity)
PLAN = [
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
    "list_row",
    "matched_by",
    "primary_need",
    "setting_type",
    "caseworker",
    "writer",
]


def plan_row(result: FileResult) -> dict[str, Any]:
    """What became of one file, how its plan stands, what the caseload list says of the child."""
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
    row |= {f"issue_{n}": issue for n, issue in enumerate(issues, start=1)}
    return row | (_listed(result.listed, result.matched_by) if result.listed else {})


def _listed(row: Listed, matched_by: str) -> dict[str, Any]:
    """What the caseload list says of the child whose plan it is."""
    return {
        "list_row": f"{row.row} of «{row.sheet}»" if row.sheet else row.row,
        "matched_by": matched_by,
        "primary_need": row.primary_need,
        "setting_type": row.setting_type,
        "caseworker": row.caseworker,
        "writer": row.writer,
    }


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
        f"{title_of(check)} ({counts[check]})" if counts[check] > 1 else title_of(check)
        for check in order[:TOP_ISSUES]
    ]


def _grade(audit: Audit, letter: str) -> str | None:
    grade = audit.grades.get(letter)
    return grade.word if grade else "not assessed"
