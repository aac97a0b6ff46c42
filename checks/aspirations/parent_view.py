"""a-parent-view."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.voices import family_heard
from checks.case import Case
from checks.check import Hit, Severity, check, example


@check(
    "a-parent-view",
    "The parents' views are there",
    section="A",
    severity=Severity.SHOULD,
    source="SEND Regulations 2014, regulation 12(1)(a); A guide to «Outcomes», 2018",
    suggestion="[Parent's name] hopes that [hope]. What matters most to [her/him] is [what].",
    reads=("A",),
    applies=lambda case: not case.post_16,
    examples=[
        example(name="Theo Marsh", view=("I like trains.", "Mum hopes that I will have friends.")),
        example(name="Nell Baptiste", view="Dawn would like Nell to have a Saturday job."),
        example(name="Theo Marsh", view="I like trains and I want to drive one.", fails=True),
        example(name="Theo Marsh", view="I go to the park with my grandmother.", fails=True),
    ],
    not_flagged="A young person past Year 11, who may speak alone.",
)
def a_parent_view(case: Case) -> Iterator[Hit]:
    """Section A is for the views of the child and of the child's parents."""
    if case.plan.section("A").empty:
        return
    if not any(family_heard(s, case) for s in case.statements("A")):
        yield Hit(reason="No views of the parents or carers were found in Section A.")
