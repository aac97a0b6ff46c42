"""stale-year-group."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.language.school import age_on, school_year, year_name
from checks.schooling import printed_year

_TOLERANCE = 1  # a year ahead or behind, or a plan of last school year
_FOR_NEXT_YEAR = range(4, 9)  # months in which a plan may name the year group of September
_FROM_LAST_YEAR = range(9, 11)  # months in which a plan may still name the year group of July


@check(
    "stale-year-group",
    "The year group printed fits the child's age",
    section="",
    severity=Severity.SHOULD,
    source="Guidance on outcomes by phase (review years and horizons)",
    suggestion="Year group: [year], in [school year].",
    knows=lambda case: (
        case.born is not None and printed_year(case.plan.child.year_group or "") is not None
    ),
    examples=[
        example(born="2016-03-04", year_group="Year 6", as_of="2026-11-21"),
        example(born="2013-03-04", year_group="Year 4", as_of="2026-11-21", fails=True),
        example(
            born="2016-03-04",
            year_group="Year 5",
            plan_date="2026-05-04",
            as_of="2026-11-21",
            note="right when it was written, and not yet a year ago",
        ),
        example(
            born="2016-03-04",
            year_group="Year 4",
            plan_date="2026-02-04",
            as_of="2026-11-21",
            fails=True,
            note="a year below: asked about, for the child may be taught out of cohort",
        ),
        example(
            born="2016-03-04",
            year_group="Year 6",
            plan_date="2026-06-04",
            as_of="2026-06-21",
            note="written in the summer for the year that begins in September",
        ),
    ],
    not_flagged="A plan of last school year; one that names the year group of next September. One"
    " year's difference is asked about and never asserted: some children are taught out of cohort.",
    by=By.FORM,
)
def stale_year_group(case: Case) -> Iterator[Hit]:
    """A year group that does not fit shows a plan that was carried over without being read."""
    printed = printed_year(case.plan.child.year_group or "")
    if case.born is None or printed is None:
        return
    now = school_year(case.born, case.as_of)
    then = school_year(case.born, case.written)
    out_of_cohort = abs(printed - then) == 1 and now - then <= 1
    if abs(now - printed) > _TOLERANCE and not out_of_cohort:
        right_then = " It was right when the plan was written." if then == printed else ""
        yield Hit(
            reason=f"«{case.plan.child.year_group}» is printed; by date of birth the child is"
            f" {age_on(case.born, case.as_of)} and in {year_name(now)}.{right_then}"
        )
    elif out_of_cohort and printed != now and not _about_september(case, printed - then):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"«{case.plan.child.year_group}» is printed; by date of birth the child was in"
            f" {year_name(then)} when the plan was written. Taught out of cohort? If so, nothing"
            " is wrong.",
        )


def _about_september(case: Case, ahead: int) -> bool:
    """Whether the plan may name the year group of the school year beside its own."""
    if case.plan.facts.date is None:
        return ahead < 0  # a plan of last school year
    return case.written.month in (_FOR_NEXT_YEAR if ahead > 0 else _FROM_LAST_YEAR)
