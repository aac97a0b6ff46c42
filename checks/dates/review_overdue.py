"""stale-review-overdue."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import in_words
from checks.language.school import add_months


@check(
    "stale-review-overdue",
    "The plan's review is not past its date",
    section="",
    severity=Severity.MUST,
    source="Children and Families Act 2014, section 44; Code of Practice 9.166",
    suggestion="Hold the review, and reissue the plan or confirm it: next review by [date].",
    knows=lambda case: bool(case.plan.facts.review_date or case.plan.facts.date),
    examples=[
        example(plan_date="2026-05-04", review_date="2027-05-03", as_of="2026-11-21"),
        example(plan_date="2025-11-03", review_date="2026-11-02", as_of="2026-11-21", fails=True),
        example(plan_date="2024-05-04", as_of="2026-11-21", fails=True),
        example(plan_date="2024-05-04", review_date="2027-05-03", as_of="2026-11-21"),
    ],
    not_flagged="A review that was held and is recorded elsewhere cannot be seen in the plan:"
    " check the case system before you act.",
    by=By.FORM,
)
def stale_review_overdue(case: Case) -> Iterator[Hit]:
    """A plan must be reviewed within twelve months of its issue or of the last review."""
    facts = case.plan.facts
    if facts.review_date:
        due, why = facts.review_date, "the plan gives that date"
    elif facts.date:
        due = add_months(facts.date, case.rubric.dates.review_months)
        why = f"the plan is dated {in_words(facts.date)}"
    else:
        return
    if due < case.as_of:
        yield Hit(
            reason=f"A review was due by {in_words(due)} ({why}),"
            f" {(case.as_of - due).days} days before the audit."
        )
