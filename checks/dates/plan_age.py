"""plan-age-3y."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import in_words
from checks.schooling import months_between


@check(
    "plan-age-3y",
    "The plan was written anew within three years",
    section="",
    severity=Severity.GOOD,
    source="Southend-on-Sea, next steps of October 2025: priority for plans over three years old",
    suggestion="Put the plan on the list for a full review, and reissue it as of [date].",
    knows=lambda case: case.plan.facts.date is not None,
    applies=lambda case: not (case.known and case.known.superseded),
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(plan_date="2021-05-04", as_of="2026-11-21", fails=True),
        example(plan_date="2024-05-04", as_of="2026-11-21"),
    ],
    not_flagged="A plan of which a newer one was given, or of which the caseload list has a newer"
    " date of issue. A child who changes little may need no new plan: look through the list.",
)
def plan_age_3y(case: Case) -> Iterator[Hit]:
    """A child of today is seldom the child that a plan described three years ago."""
    written, listed = case.plan.facts.date, case.known.listed if case.known else None
    if written is None:
        return
    days = (written, listed.finalised, listed.amended) if listed else (written,)
    newest = max(day for day in days if day)
    months = months_between(newest, case.as_of)
    if months >= case.rubric.dates.old_months:
        yield Hit(
            reason=f"The plan is dated {in_words(written)}, {int(months // 12)} years before the"
            " audit, and no newer one was given."
        )
