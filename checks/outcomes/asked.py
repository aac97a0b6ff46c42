"""What only a person can judge of the outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Question


def _of_the_plan(case: Case) -> Iterator[None]:
    if case.plan.outcomes:
        yield None


e_high_expectations = Question(
    id="e-high-expectations",
    title="The outcomes are ambitious enough for this child",
    section="E",
    source="Code of Practice 1.39; Outcomes: SEND Guidance, Waltham Forest",
    asks="Knowing what this child can do and hopes for, do the outcomes expect enough?",
    about=_of_the_plan,
)

e_achievable_by_then = Question(
    id="e-achievable-by-then",
    title="Each outcome can be reached from where the child is now",
    section="E",
    source="Code of Practice 9.66: achievable; Outcomes: SEND Guidance, Waltham Forest",
    asks="From what Section B tells of now, can each outcome be reached by its end date?",
    about=_of_the_plan,
)

e_fits_the_age = Question(
    id="e-fits-the-age",
    title="The outcomes fit the child's age and dignity",
    section="E",
    source="A guide to «Outcomes», 2018: tailored to the age, needs and aspirations of each child",
    asks="Would another young person of this age want to be spoken of as these outcomes do?",
    about=_of_the_plan,
)
