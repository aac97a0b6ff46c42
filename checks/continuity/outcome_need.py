"""thread-outcome-need."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.continuity.ends import loose
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-outcome-need",
    "Each outcome answers a need",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.64; A guide to «Outcomes», 2018",
    suggestion="Say which need this outcome answers: «For need [number]».",
    reads=("B", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            link=(
                "E1>B1",
                "E2>B2",
            ),
            note="the plan prints which belong together",
        ),
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
                "«By the end of Key Stage 2 he will swim 25 metres.»",
            ),
            link=(
                "E1>B1",
                "E2>B2",
            ),
        ),
    ],
    not_flagged="An outcome whose need the plan prints beside it.",
    by=By.MEANING,
)
def thread_outcome_need(case: Case) -> Iterator[Hit]:
    """An outcome that answers no need of Section B has no reason to be in the plan."""
    yield from loose(
        case, case.plan.outcomes, Relation.OUTCOME_NEED, "need that this outcome answers"
    )
