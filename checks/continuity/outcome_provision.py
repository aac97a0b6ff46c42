"""thread-outcome-provision."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.continuity.ends import loose
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-outcome-provision",
    "Each outcome has provision towards it",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; Developing outcomes in EHC plans, Delivering Better Outcomes"
    " Together",
    suggestion="Towards outcome [number], [who] will provide [what], [how long], [how often].",
    reads=("E", "F"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            provision=(
                "An occupational therapist will teach him handwriting for an hour a week.",
                "A speech therapist will teach him to follow instructions for an hour a week.",
            ),
            link=(
                "F1>E1",
                "F2>E2",
            ),
            note="the plan prints which belong together",
        ),
        example(
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
                "«By the end of Key Stage 2 he will swim 25 metres.»",
            ),
            provision=(
                "An occupational therapist will teach him handwriting for an hour a week.",
                "A speech therapist will teach him to follow instructions for an hour a week.",
            ),
            link=(
                "F1>E1",
                "F2>E2",
            ),
        ),
    ],
    not_flagged="Several outcomes that one line of provision serves.",
    by=By.MEANING,
)
def thread_outcome_provision(case: Case) -> Iterator[Hit]:
    """An outcome without provision is a wish."""
    yield from loose(
        case, case.plan.outcomes, Relation.PROVISION_OUTCOME, "provision towards this outcome"
    )
