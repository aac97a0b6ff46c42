"""e-horizon-far."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, said
from checks.language.school import school_year, year_name
from checks.outcomes.horizon import school_age
from checks.schooling import stage_ends
from extractors.plan import Kind


@check(
    "e-horizon-far",
    "Which outcomes look beyond the next phase",
    section="E",
    severity=Severity.INFO,
    source="What are outcomes?, Central Bedfordshire: long outcomes may outlast the next stage",
    suggestion="Nothing has to change. It may help to add: «Step: by [nearer stage], …».",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.dated,
    applies=school_age,
    examples=[
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Key Stage 3 she will travel to school by bus.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="«By the age of 18» she will cook a meal for her family.",
        ),
    ],
    not_flagged="The end of the stage that the child is in, and of the one after it.",
    by=By.FORM,
)
def e_horizon_far(case: Case) -> Iterator[Hit]:
    """A far horizon is no fault; it is good to know which outcomes have one."""
    named = stage_ends(case.stages)
    stages = sorted(year for year in named if case.year is not None and year >= case.year)
    if len(stages) < 2 or case.born is None:  # noqa: PLR2004 -- this stage and the next
        return
    for outcome, timeframe, end in ends(case):
        year = school_year(case.born, end)
        if year > stages[1]:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"It ends in {year_name(year)}, beyond {named[stages[1]]}.",
            )
