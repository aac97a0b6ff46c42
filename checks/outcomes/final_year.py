"""e-final-year."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, said
from checks.language.school import year_name
from checks.outcomes.horizon import expected, same_stage, school_age
from extractors.plan import Kind


@check(
    "e-final-year",
    "In the last year of a stage outcomes look to the next",
    section="E",
    severity=Severity.SHOULD,
    source="Guidance on outcomes by phase: the final year of a key stage; Code of Practice 9.68",
    suggestion="By the end of [the next key stage], [name] will …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.dated,
    applies=lambda case: school_age(case) and not case.out_of_year,
    examples=[
        example(
            born="2015-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Key Stage 3 she will read aloud.",
        ),
        example(
            born="2015-03-04",
            plan_date="2026-05-04",
            outcome="«By the end of Year 6» she will read aloud.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Key Stage 2 she will read aloud.",
        ),
        example(
            born="2015-03-04",
            plan_date="2026-05-04",
            year_group="Year 5",
            outcome="By the end of Year 6 she will read aloud.",
            note="taught in another year than her age alone gives",
        ),
    ],
    not_flagged="A child whose printed year group is not the one that age alone gives.",
    by=By.FORM,
)
def e_final_year(case: Case) -> Iterator[Hit]:
    """An outcome that ends with the stage the child is leaving is over before the plan is used."""
    for outcome, timeframe, end in ends(case):
        if same_stage(case, end):
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"The plan was written in {year_name(case.year or 0)}, the last year of a"
                f" stage; outcomes should look to {expected(case)}.",
            )
