"""e-count."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from extractors.plan import Kind

_ONE = "By July 2028 she will do thing number {}."


@check(
    "e-count",
    "There are neither too few outcomes nor too many",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: between 4 and 8; A guide to «Outcomes», 2018: not too many",
    suggestion="Between [4] and [8] outcomes; make smaller ones steps of a larger one.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome=tuple(_ONE.format(n) for n in range(6))),
        example(outcome=tuple(_ONE.format(n) for n in range(13)), fails=True),
        example(outcome=tuple(_ONE.format(n) for n in range(9)), fails=True, note="asked"),
    ],
    not_flagged="Steps, which are not counted.",
    by=By.FORM,
)
def e_count(case: Case) -> Iterator[Hit]:
    """Too many outcomes are not followed up; too few leave needs aside."""
    count = len(case.plan.outcomes)
    (least, most), (fewest, limit) = case.rubric.outcomes.count, case.rubric.outcomes.count_limits
    if not least <= count <= most:
        yield Hit(
            verdict=Verdict.UNCLEAR if fewest <= count <= limit else Verdict.FAIL,
            reason=f"There are {count} outcomes; guidance advises {least} to {most}.",
        )
