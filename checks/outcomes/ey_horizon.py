"""e-ey-horizon."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, in_words, said
from checks.language.readings import Basis
from checks.language.school import RECEPTION, add_months, year_end
from checks.outcomes.horizon import early_years
from extractors.plan import Kind


@check(
    "e-ey-horizon",
    "Under 5, outcomes end within the early years",
    section="E",
    severity=Severity.GOOD,
    source="Outcomes: SEND Guidance, Waltham Forest; Code of Practice 9.178",
    suggestion="In [3 / 6] months, or by the end of Reception, [name] will …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.dated,
    applies=early_years,
    examples=[
        example(
            born="2024-03-04",
            plan_date="2026-05-04",
            outcome="In 6 months he will point to what he wants.",
        ),
        example(
            born="2024-03-04",
            plan_date="2026-05-04",
            outcome="«By the end of Key Stage 1» he will point.",
        ),
        example(
            born="2024-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Reception he will point.",
        ),
    ],
    not_flagged="Ages; children in Reception, who have begun the next stage.",
    by=By.FORM,
)
def e_ey_horizon(case: Case) -> Iterator[Hit]:
    """A young child changes fast: three to six months, or the end of Reception, is far enough."""
    if case.born is None:
        return
    last = year_end(RECEPTION, case.born)
    for outcome, timeframe, end in ends(case):
        if end > add_months(last, 1) and timeframe.basis is not Basis.AGE:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"The child was {case.age} when the plan was written; this ends on"
                f" {in_words(end)}, after the early years.",
            )
