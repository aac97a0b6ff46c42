"""f-intended-outcome."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.language.readings import ProvisionSort
from checks.provision.said import said
from checks.thread.links import Basis, End, Relation
from extractors.plan import Item, Kind

_MOST = 0.5  # of the lines name their outcome: then the rest should, too


@check(
    "f-intended-outcome",
    "Provision names the outcomes that it serves",
    section="F",
    severity=Severity.SHOULD,
    source="Waltham Forest, outcomes in EHC plans; Buckinghamshire, outcomes and provision",
    suggestion="… towards [E1, E3].",
    by=By.FORM,
    reads=("E", "F"),
    each=(Kind.PROVISION,),
    knows=lambda case: bool(case.plan.outcomes),
    examples=[
        example(
            outcome="By the end of Year 6 Sam will read a page of 100 words.",
            provision="A trained assistant will teach Sam phonics for 20 minutes each day.",
            link="F1>E1",
        ),
        example(
            outcome="By the end of Year 6 Sam will read a page of 100 words.",
            provision="A trained assistant will teach Sam phonics for 20 minutes each day.",
            fails=True,
        ),
        example(
            outcome=("By the end of Year 6 Sam will read a page of 100 words.",),
            provision=(
                "A trained assistant will teach Sam phonics for 20 minutes each day.",
                "A trained assistant will hear Sam read for 10 minutes each day.",
                "«A trained assistant will read a page with Sam for 10 minutes each day.»",
            ),
            link=("F1>E1", "F2>E1"),
        ),
    ],
    not_flagged="Provision in one row, or on one card, with its outcome; reviews. Where nothing is"
    " printed beside any line, it is told once, and not line by line.",
)
def f_intended_outcome(case: Case) -> Iterator[Hit]:
    """Who knows what a line is for can tell whether it worked."""
    named = {
        link.from_id
        for link in case.thread.links
        if link.relation is Relation.PROVISION_OUTCOME and link.basis is Basis.PRINTED
    }
    lines = case.plan.provision
    unnamed = [line for line in lines if line.id not in named and not _is_review(case, line)]
    if not unnamed:
        return
    if len(named) > _MOST * len(lines):
        yield from (Hit(whole(line), line) for line in unnamed if not _told(case, line))
        return
    yield Hit(
        verdict=Verdict.UNCLEAR,
        reason=f"{len(unnamed)} of {len(lines)} lines of provision name no outcome that they"
        " serve.",
    )


def _told(case: Case, line: Item) -> bool:
    """Whether thread-provision-orphan says already that it has no outcome."""
    ending = case.thread.ending(Relation.PROVISION_OUTCOME, line.id)
    return ending is not None and ending.end is End.NONE_FOUND


def _is_review(case: Case, line: Item) -> bool:
    """Whether the line looks at all of the provision, and so serves no outcome of its own."""
    reading = case.provisions.get(line.id)
    return reading is not None and (
        reading.sort is ProvisionSort.REVIEW or "checked" in said(reading.text)
    )
