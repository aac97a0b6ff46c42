"""e-phase-table."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, said
from checks.language.school import year_name
from checks.outcomes.horizon import BY_STAGE, expected, held_to_a_year, other_stage
from extractors.plan import Kind


@check(
    "e-phase-table",
    "Outcomes look to the stage that the review year asks for",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes by phase: the chart of review years and horizons",
    suggestion="By the end of [the stage of the chart], [name] will …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.dated,
    applies=lambda case: held_to_a_year(case) and not case.out_of_year,
    examples=[
        example(
            born="2014-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Key Stage 3 she will read aloud.",
        ),
        example(
            born="2014-03-04",
            plan_date="2026-01-04",
            outcome="«By the end of Year 7» she will read aloud.",
        ),
        example(
            born="2014-03-04",
            plan_date="2026-05-04",
            outcome="By the age of 15 she will read aloud.",
        ),
    ],
    not_flagged="Ages and days within a school year; children under 5; after Year 11, where"
    " outcomes may be yearly.",
    by=By.FORM,
)
def e_phase_table(case: Case) -> Iterator[Hit]:
    """The chart gives each review year the stage for which outcomes are set."""
    for outcome, timeframe, end in ends(case):
        if timeframe.basis in BY_STAGE and (year := other_stage(case, end)) is not None:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"It ends with {year_name(year)}; written in {year_name(case.year or 0)},"
                f" outcomes look to {expected(case)}.",
            )
