"""thread-aspiration-orphan."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.continuity.ends import loose
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-aspiration-orphan",
    "Each aspiration has an outcome that works towards it",
    section="A",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018; Developing outcomes in EHC plans",
    suggestion="By [when], [name] will [first step towards this hope].",
    reads=("A", "E"),
    each=(Kind.ASPIRATION,),
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
                "«I want to go to the mosque with my uncle.»",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            link=(
                "E1>A1",
                "E2>A2",
            ),
        ),
    ],
    not_flagged="This is only ever asked, never asserted.",
    by=By.MEANING,
)
def thread_aspiration_orphan(case: Case) -> Iterator[Hit]:
    """A hope that no outcome serves has been heard and then left."""
    yield from loose(
        case,
        case.plan.aspirations,
        Relation.OUTCOME_ASPIRATION,
        "outcome that works towards this aspiration",
        ask_only=True,
    )
