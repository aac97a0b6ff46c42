"""thread-outcome-aspiration."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.continuity.ends import loose
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-outcome-aspiration",
    "Each outcome is a step towards an aspiration",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.64; guidance on outcomes driven by aspirations",
    suggestion="Say which hope of Section A it serves: «so that [name] can [hope]».",
    reads=("A", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            aspiration=(
                "I want to write stories.",
                "I want to understand what my friends say.",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            link=(
                "E1>A1",
                "E2>A2",
            ),
            note="the plan prints which belong together",
        ),
        example(
            aspiration=(
                "I want to write stories.",
                "I want to understand what my friends say.",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
                "«By the end of Key Stage 2 he will swim 25 metres.»",
            ),
            link=(
                "E1>A1",
                "E2>A2",
            ),
        ),
    ],
    not_flagged="This is only ever asked: how an outcome serves a hope is for people to say.",
    by=By.MEANING,
)
def thread_outcome_aspiration(case: Case) -> Iterator[Hit]:
    """Outcomes are there to move the child towards what the child and family hope for."""
    yield from loose(
        case,
        case.plan.outcomes,
        Relation.OUTCOME_ASPIRATION,
        "aspiration that this outcome works towards",
        ask_only=True,
    )
