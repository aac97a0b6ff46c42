"""thread-chain-rate."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.thread.links import Relation
from extractors.plan import Item, Kind


@check(
    "thread-chain-rate",
    "How many needs have a whole thread, from aspiration to provision",
    section="",
    severity=Severity.INFO,
    source="A guide to «Outcomes», 2018; Developing outcomes in EHC plans",
    suggestion="Follow each need to an outcome, to its provision and to a hope.",
    reads=("A", "B", "E", "F"),
    each=(Kind.NEED,),
    examples=[
        example(
            aspiration="I want to write stories.",
            need="His handwriting is slow.",
            outcome="By July 2028 he will write half a page by hand.",
            provision="An occupational therapist will teach him handwriting for an hour a week.",
            fails=True,
            note="a figure for every plan, never a fault",
        ),
    ],
    not_flagged="Nothing: this is a figure, not a fault.",
    by=By.FORM,
)
def thread_chain_rate(case: Case) -> Iterator[Hit]:
    """The share of needs that are followed through: an outcome, its provision, an aspiration."""
    whole_threads = sum(chained(case, need) for need in case.plan.needs)
    total = len(case.plan.needs)
    yield Hit(reason=f"{whole_threads} of {total} needs have a whole thread that is sure.")


def chained(case: Case, need: Item) -> bool:
    """Whether a need has an outcome that has both an aspiration and provision, all of it sure."""
    thread = case.thread
    return any(
        thread.linked(Relation.OUTCOME_ASPIRATION, link.from_id)
        and thread.linked(Relation.PROVISION_OUTCOME, link.from_id)
        for link in thread.linked(Relation.OUTCOME_NEED, need.id)
    )
