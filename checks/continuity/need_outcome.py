"""thread-need-outcome."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.continuity.ends import loose
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-need-outcome",
    "Each need reaches an outcome",
    section="B",
    severity=Severity.GOOD,
    source="North Lincolnshire and Suffolk, guidance on outcomes",
    suggestion="By [when], [name] will [do what that this need makes hard].",
    reads=("B", "E"),
    each=(Kind.NEED,),
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
                "«He wakes at night and sleeps for four hours.»",
            ),
            outcome=(
                "By the end of Key Stage 2 he will write half a page by hand.",
                "By the end of Key Stage 2 he will follow spoken instructions with three parts.",
            ),
            link=(
                "E1>B1",
                "E2>B2",
            ),
        ),
    ],
    not_flagged="Several needs that one outcome serves.",
    by=By.MEANING,
)
def thread_need_outcome(case: Case) -> Iterator[Hit]:
    """A need that no outcome answers may be left as it is for years."""
    yield from loose(case, case.plan.needs, Relation.OUTCOME_NEED, "outcome for this need")
