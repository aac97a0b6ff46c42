"""a-communication."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import account_of, speaks_of, told_at_all
from checks.case import Case
from checks.check import Hit, Severity, check, example


@check(
    "a-communication",
    "Section A says how the child communicates, and how best to talk with the child",
    section="A",
    severity=Severity.GOOD,
    source="Education, health and care plans: examples of good practice (2014)",
    suggestion="[Name] communicates by [means]. When you talk with [her/him], [what helps].",
    reads=("A",),
    examples=[
        example(view=("Theo likes trains.", "He uses a PODD book. Wait ten seconds for a page.")),
        example(view="I look up for yes. If I close my eyes you have it wrong, so start again."),
        example(view="Theo likes trains and going to his cousins at the seaside.", fails=True),
        example(
            ("view", "Theo likes trains and going to his cousins at the seaside."),
            ("strength", "Theo talks in sentences of five words."),
            note="Section B tells it",
        ),
        example(
            ("view", "Theo likes trains and going to his cousins at the seaside."),
            ("B", "No needs were identified in communication and interaction."),
            fails=True,
        ),
    ],
    not_flagged="How a child communicates that only Section B tells.",
)
def a_communication(case: Case) -> Iterator[Hit]:
    """Whoever meets the child has to know how to be understood, and how to understand."""
    if told_at_all(case) and not (
        account_of(case, "communication") or speaks_of(case, "communication", "B")
    ):
        yield Hit(
            reason="It is not told how the child communicates, or how best to talk with them."
        )
