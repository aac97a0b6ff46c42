"""stale-year-group."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.language.school import age_on, school_year, year_name
from checks.schooling import printed_year

_TOLERANCE = 1  # a year ahead or behind, or a plan issued before the summer


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
    ],
    not_flagged="One year's difference: a child taught out of year, or a plan of last school year.",
)
def stale_year_group(case: Case) -> Iterator[Hit]:
    """A year group that does not fit shows a plan that was carried over without being read."""
    printed = printed_year(case.plan.child.year_group or "")
    if case.born is None or printed is None:
        return
    now = school_year(case.born, case.as_of)
    then = school_year(case.born, case.written)
    if abs(now - printed) > _TOLERANCE:
        right_then = " It was right when the plan was written." if then == printed else ""
        yield Hit(
            reason=f"«{case.plan.child.year_group}» is printed; by date of birth the child is"
            f" {age_on(case.born, case.as_of)} and in {year_name(now)}.{right_then}"
        )
