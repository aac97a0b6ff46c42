"""stale-review-overdue."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.clocks import review_twelve_months
from checks.clocks.records import records_of
from checks.dates.ends import in_words
from checks.dates.reviews import Due, review_due


def due(case: Case) -> Due | None:
    """When the next review of a plan is due."""
    listed = case.known.listed if case.known else None
    return review_due(case.plan, listed, case.as_of, case.rubric.dates.review_months)


def _answered_elsewhere(case: Case) -> bool:
    """Whether a later plan, or the clock of reviews, already says it."""
    if case.known is None:
        return False
    records = records_of(case)
    clock = review_twelve_months.clock(records) if records else None
    return case.known.superseded or (clock is not None and clock.verdict is not Verdict.PASS)


@check(
    "stale-review-overdue",
    "The plan's review is not past its date",
    section="",
    severity=Severity.MUST,
    source="Children and Families Act 2014, section 44; Code of Practice 9.166",
    suggestion="Hold the review, and reissue the plan or confirm it: next review by [date].",
    caseload=True,
    applies=lambda case: not _answered_elsewhere(case),
    knows=lambda case: due(case) is not None,
    examples=[
        example(plan_date="2026-05-04", review_date="2027-05-03", as_of="2026-11-21"),
        example(plan_date="2025-11-03", review_date="2026-11-02", as_of="2026-11-21", fails=True),
        example(plan_date="2024-05-04", as_of="2026-11-21", fails=True),
        example(plan_date="2024-05-04", review_date="2027-05-03", as_of="2026-11-21"),
        example(
            plan_date="2024-05-04",
            listed="review_decided: 2026-05-20",
            as_of="2026-11-21",
            note="by the caseload list, a review was held since",
        ),
        example(
            plan_date="2026-05-04",
            listed="review_due: 2026-10-30",
            as_of="2026-11-21",
            fails=True,
            note="the list's own date for the review",
        ),
    ],
    not_flagged="A review that was held and is recorded elsewhere cannot be seen in the plan: give"
    " your caseload list, or check the case system before you act. Where the list has the days of"
    " reviews, they answer, and t-ar-12m says what is overdue. An earlier version of a plan.",
    by=By.FORM,
)
def stale_review_overdue(case: Case) -> Iterator[Hit]:
    """A plan must be reviewed within twelve months of its issue or of the last review."""
    found = due(case)
    if found and found.date < case.as_of:
        yield Hit(
            reason=f"A review was due by {in_words(found.date)} ({found.why}),"
            f" {(case.as_of - found.date).days} days before the audit."
        )
