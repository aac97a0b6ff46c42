"""a-important-to-for."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import account_of, speaks_of, told_at_all
from checks.case import Case
from checks.check import By, Hit, Severity, check, example


@check(
    "a-important-to-for",
    "Section A shows what is important to the child and what is important for the child",
    section="A",
    severity=Severity.GOOD,
    source="Code of Practice 9.67; A guide to «Outcomes», 2018",
    suggestion="Important to [name]: [what]. Important for [name]: [what].",
    reads=("A",),
    by=By.MEANING,
    examples=[
        example(view=("I like trains.", "Mum wants school to make sure that he is safe.")),
        example(view="I love the sea. Wait for me to answer, and tell me before you touch me."),
        example(view="I love trains, pizza, my cousins and the seaside.", fails=True),
        example(view="He must have a calm room, a routine and sleep.", fails=True),
    ],
    not_flagged="That there are no headings for it, where both can be read from the words.",
)
def a_important_to_for(case: Case) -> Iterator[Hit]:
    """What matters to a child, and what keeps the child well, may differ: both have to be heard."""
    if not told_at_all(case):
        return
    to = bool(case.plan.aspirations) or account_of(case, "strength")
    for_the_child = speaks_of(case, "for", "A")
    if to != for_the_child:
        missing = "important for the child" if to else "important to the child"
        yield Hit(reason=f"Section A was not found to tell what is {missing}.")
