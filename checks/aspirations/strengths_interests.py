"""a-strengths-interests."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import account_of, hard_sides, told_at_all
from checks.aspirations.deficit_only import MANY
from checks.case import Case
from checks.check import Hit, Severity, check, example


@check(
    "a-strengths-interests",
    "Section A names what the child is good at and interested in",
    section="A",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018; Outcomes: SEND Guidance, Waltham Forest; Central"
    " Bedfordshire EPS, outcomes guidance",
    suggestion="[Name] is good at [what], is interested in [what] and likes [what].",
    reads=("A",),
    examples=[
        example(view="Theo builds detailed cities and is fascinated by bridges."),
        example(view="My favourite thing is to bake with Nan. I'm good at maths in my head."),
        example(
            view=("Theo came to Hill School in Year 2.", "His mother would like him to sleep."),
            fails=True,
        ),
    ],
    not_flagged="How telling it is: «likes television» counts. A section of difficulties alone is"
    " told by a-deficit-only, and not twice.",
)
def a_strengths_interests(case: Case) -> Iterator[Hit]:
    """What a child is good at is what provision can build on."""
    if not told_at_all(case) or account_of(case, "strength"):
        return
    if hard_sides(case)[0] < MANY:
        yield Hit(reason="Section A names no strength, talent or interest of the child.")
