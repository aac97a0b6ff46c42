"""What only a person can judge of Section B."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Question


def _of_the_plan(case: Case) -> Iterator[None]:
    if case.plan.needs:
        yield None


b_calls_for_sep = Question(
    id="b-calls-for-sep",
    title="Each need calls for special educational provision",
    section="B",
    source="Children and Families Act 2014, section 20; Developing outcomes in EHC plans,"
    " Delivering Better Outcomes Together",
    asks="Does each need in Section B call for more than is ordinarily provided, or is it met from"
    " what every setting has?",
    about=_of_the_plan,
)
