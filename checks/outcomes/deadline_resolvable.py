"""e-deadline-resolvable."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import from_event, said, timeframes
from checks.language.readings import Basis
from extractors.plan import Kind

# Counted from a day that has to be known; a key stage or an age needs only the date of birth.
_COUNTED = (Basis.DURATION, Basis.TERM, Basis.MONTH, Basis.REVIEW)


@check(
    "e-deadline-resolvable",
    "The end point can be found in a calendar",
    section="E",
    severity=Severity.GOOD,
    source="Outcomes: SEND Guidance, Waltham Forest: its examples for the early years",
    suggestion="By [date or end of stage], [name] will …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(plan_date="2026-05-04", outcome="In 6 months she will point to what she wants."),
        example(outcome="«In 6 months» she will point to what she wants."),
        example(
            plan_date="2026-05-04",
            outcome="«Within a term» of his device arriving he will ask for help with it.",
        ),
        example(outcome="By the end of his current course he will have attended three interviews."),
    ],
    not_flagged="The end of a course or a phase, whose date the setting knows.",
    by=By.FORM,
)
def e_deadline_resolvable(case: Case) -> Iterator[Hit]:
    """A time counted from an unknown day can be read as any day."""
    for outcome, timeframe in timeframes(case):
        unknown = timeframe.date is None or from_event(outcome, timeframe)
        if unknown and timeframe.basis in _COUNTED:
            undated = "" if case.plan.facts.date else " The plan prints no date to count from."
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"«{timeframe.span.text}» does not lead to a date.{undated}",
            )
