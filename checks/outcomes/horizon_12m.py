"""e-horizon-12m."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, in_words, said
from checks.outcomes.horizon import held_to_a_year, labelled_short
from checks.schooling import months_between
from extractors.plan import Kind


@check(
    "e-horizon-12m",
    "Outcomes look at least a year ahead",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: «not less than one year»",
    suggestion="By the end of [a later stage] …; put what is nearer among the steps.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.dated,
    applies=held_to_a_year,
    examples=[
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Key Stage 2 she will read aloud.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="«By September 2026» she will read aloud.",
        ),
        example(
            born="2023-03-04", plan_date="2026-05-04", outcome="By November 2026 she will point."
        ),
        example(
            born="2008-03-04",
            plan_date="2026-02-04",
            outcome="By December 2026 he will travel by bus.",
        ),
    ],
    not_flagged="Steps, and what stands under a heading for short-term outcomes;"
    " children under 5; after Year 11, where outcomes may be yearly.",
    by=By.FORM,
)
def e_horizon_12m(case: Case) -> Iterator[Hit]:
    """What will be reached within the year is a step on the way, and belongs with the steps."""
    least = case.rubric.outcomes.minimum_months
    for outcome, timeframe, end in ends(case):
        if labelled_short(outcome):
            continue
        months = months_between(case.written, end)
        if 0 <= months < least:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"It ends on {in_words(end)}, {round(months)} months after the plan's date.",
            )
