"""a-child-view."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.voices import child_voice
from checks.case import Case
from checks.check import Hit, Severity, check, example


@check(
    "a-child-view",
    "The child's own views stand apart from the parents'",
    section="A",
    severity=Severity.SHOULD,
    source="SEND Regulations 2014, regulation 12(1)(a); Code of Practice 9.61",
    suggestion="[Name] told [whom] by [means] that [view]. Or: [Name] shows that [view] by [act].",
    reads=("A",),
    examples=[
        example(name="Theo Marsh", view="I like trains and I don't like loud rooms."),
        example(name="Theo Marsh", view="Theo shows that he likes water by reaching for the tap."),
        example(name="Theo Marsh", view="His mum hopes that Theo will live near her.", fails=True),
        example(
            name="Nell Baptiste",
            view=("Dawn says Nell comes home tired.", "She was born at 41 weeks."),
            fails=True,
            note="only the mother's views and history",
        ),
        example(
            ("heading", "My story"),
            ("view", "Éloïse was a floppy baby. She walks slowly and tires easily."),
            fails=True,
        ),
    ],
    not_flagged="A child without speech whose views were watched for and written down.",
)
def a_child_view(case: Case) -> Iterator[Hit]:
    """What the child wants must be heard from the child, or be seen in what the child does."""
    statements = list(case.statements("A"))
    if case.plan.section("A").empty or any(child_voice(s, case) for s in statements):
        return
    yield Hit(reason="Section A gives no view that is told or shown by the child.")
