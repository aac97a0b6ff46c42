"""What only a person can judge of Section A."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Question


def _of_the_plan(case: Case) -> Iterator[None]:
    section = case.plan.section("A")
    if section.found and not section.empty:
        yield None


a_views_shaped_plan = Question(
    id="a-views-shaped-plan",
    title="What the child and the parents said can be seen in the rest of the plan",
    section="A",
    source="Code of Practice 9.61 and 1.1; Outcomes: SEND Guidance, Waltham Forest",
    asks="Can you find something in Sections B, E or F that is there, or is as it is, because of"
    " what the child or the parents said?",
    about=_of_the_plan,
)
