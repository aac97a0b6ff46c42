"""thread-need-provision."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.continuity.ends import loose
from checks.thread.links import Relation
from extractors.plan import Kind


@check(
    "thread-need-provision",
    "Each need has provision",
    section="B",
    severity=Severity.MUST,
    source="Children and Families Act 2014, section 37(2)(c); R v Secretary of State for Education"
    " and Science, ex parte E [1992] 1 FLR 377; Code of Practice 9.69",
    suggestion="For need [number], [who] will provide [what], [how long], [how often].",
    reads=("B", "F"),
    each=(Kind.NEED,),
    examples=[
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
            ),
            provision=(
                "An occupational therapist will teach him handwriting for an hour a week.",
                "A speech therapist will teach him to follow instructions for an hour a week.",
            ),
            link=(
                "F1>B1",
                "F2>B2",
            ),
            note="the plan prints which belong together",
        ),
        example(
            need=(
                "His handwriting is slow, and he tires after two lines.",
                "He cannot follow spoken instructions that have three parts.",
                "«He wakes at night and sleeps for four hours.»",
            ),
            provision=(
                "An occupational therapist will teach him handwriting for an hour a week.",
                "A speech therapist will teach him to follow instructions for an hour a week.",
            ),
            link=(
                "F1>B1",
                "F2>B2",
            ),
        ),
    ],
    not_flagged="Several needs that one line of provision meets.",
    by=By.MEANING,
)
def thread_need_provision(case: Case) -> Iterator[Hit]:
    """The law asks for provision for each and every need in Section B."""
    yield from loose(case, case.plan.needs, Relation.PROVISION_NEED, "provision for this need")
