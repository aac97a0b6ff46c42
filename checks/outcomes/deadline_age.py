"""e-deadline-age."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.outcomes.ages import contradiction
from extractors.plan import Kind, Passage


@check(
    "e-deadline-age",
    "Age, year and date of an end point agree",
    section="E",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018; Outcomes: SEND Guidance, Waltham Forest: their examples",
    suggestion="By the end of [year] (July [calendar year]), [name] will …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.born is not None,
    applies=lambda case: not case.out_of_year,
    examples=[
        example(
            born="2014-04-22",
            plan_date="2026-03-30",
            outcome="By the end of Year 9 (July 2028) she will write.",
        ),
        example(
            born="2014-04-22",
            plan_date="2026-03-30",
            outcome="«By the end of Year 9, when she is 12», she will write.",
        ),
        example(
            born="2014-04-22",
            plan_date="2026-03-30",
            outcome="By the end of Year 9 Nell (11 years old) will write.",
        ),
        example(
            born="2014-04-22",
            plan_date="2026-03-30",
            outcome="«By the end of Year 9 (July 2027)» she will write.",
        ),
    ],
    not_flagged="The age that the child has now: «by the end of Year 9 Nell (11 years old) …».",
    by=By.FORM,
)
def e_deadline_age(case: Case) -> Iterator[Hit]:
    """An end point that contradicts itself was carried over, or copied from another plan."""
    if case.born is None:
        return
    for outcome in case.plan.outcomes:
        stem = outcome.stem
        for text in (outcome.text, stem):
            clash = contradiction(text, case.born)
            if clash:
                yield Hit(Passage(clash.words, outcome.place), outcome, reason=clash.reason)
                break
