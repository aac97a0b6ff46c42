"""e-phase-end."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, in_words, said
from checks.language.readings import Basis
from checks.outcomes.horizon import school_age
from extractors.plan import Kind

_SUMMER = (6, 7, 8, 9)  # the end of a school year, or the day after it
_BY_CALENDAR = (Basis.DATE, Basis.MONTH, Basis.TERM)


@check(
    "e-phase-end",
    "End points fall at the end of a school year or stage",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.68; guidance on outcomes by phase",
    suggestion="By the end of [key stage / year], [name] will …",
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
            plan_date="2025-05-04",
            outcome="«By 14 November 2026» she will read aloud.",
        ),
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            outcome="By the age of 12 she will read aloud.",
        ),
        example(
            born="2016-03-04", plan_date="2026-05-04", outcome="By July 2027 she will read aloud."
        ),
    ],
    not_flagged="Ages, unless the rubric asks for stages; children under 5, whose outcomes are set"
    " for months; and which stage it is: another check says so.",
    by=By.FORM,
)
def e_phase_end(case: Case) -> Iterator[Hit]:
    """Outcomes usually say what is needed by the end of a phase, to be ready for the next."""
    aged = (Basis.AGE,) if case.rubric.outcomes.ages_must_end_a_stage else ()
    asked = (*_BY_CALENDAR, *aged)
    for outcome, timeframe, end in ends(case):
        if timeframe.basis in asked and end.month not in _SUMMER:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"{in_words(end)} is not the end of a school year or stage.",
            )
