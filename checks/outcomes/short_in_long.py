"""e-short-in-long."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, said
from checks.language.readings import Basis
from checks.outcomes.horizon import labelled_short, school_age
from checks.schooling import months_between
from extractors.plan import Kind

# The end of a stage is no target's, however near it is: e-final-year looks at that.
_BY_STAGE = (Basis.KEY_STAGE, Basis.YEAR_GROUP, Basis.PHASE, Basis.AGE, Basis.ACADEMIC_YEAR)


@check(
    "e-short-in-long",
    "Short targets stand apart from outcomes",
    section="E",
    severity=Severity.SHOULD,
    source="What are outcomes?, Central Bedfordshire; Outcomes: SEND Guidance, Waltham Forest",
    suggestion="Put it among the steps: «Step: by [term], [name] will …».",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.dated,
    applies=school_age,
    examples=[
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Key Stage 2 she will read aloud.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-09-04",
            outcome="«By the end of the autumn term» she will read aloud.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-09-04",
            outcome="By July 2028 she will read aloud.",
            step="By the end of the autumn term she will read.",
        ),
    ],
    not_flagged="Steps that are set apart, what stands under a heading for short-term"
    " outcomes; children under 5.",
    by=By.FORM,
)
def e_short_in_long(case: Case) -> Iterator[Hit]:
    """A target for a term is a step: among the outcomes it hides where they lead."""
    for outcome, timeframe, end in ends(case):
        if labelled_short(outcome):
            continue
        months = months_between(case.written, end)
        if timeframe.basis in _BY_STAGE:
            continue
        if 0 <= months < case.rubric.outcomes.short_months:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"It ends {round(months)} months after the plan's date, as a target does.",
            )
