"""a-working-not-working."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import account_of, told_at_all
from checks.case import Case
from checks.check import By, Hit, Severity, check, example


@check(
    "a-working-not-working",
    "Section A says what works, what does not, and what should change",
    section="A",
    severity=Severity.GOOD,
    source="Delivering Better Outcomes Together, Buckinghamshire; SEND outcomes guidance, 2016",
    suggestion="What is working: [what]. What is not working: [what]. What should change: [what].",
    reads=("A",),
    by=By.MEANING,
    examples=[
        example(view=("Theo likes trains.", "Mornings go well if he is told what comes next.")),
        example(view="I do not like the dinner hall, and I would like to eat in the library."),
        example(view="Theo is seven. He enjoys trains, swimming and his tablet.", fails=True),
    ],
    not_flagged="One side without the other; what stands in the form of the annual review.",
)
def a_working_not_working(case: Case) -> Iterator[Hit]:
    """Outcomes grow from what goes well now and what does not."""
    if not told_at_all(case):
        return
    if not account_of(case, "works") and not account_of(case, "works_not"):
        yield Hit(reason="Section A tells neither what works for the child nor what should change.")
