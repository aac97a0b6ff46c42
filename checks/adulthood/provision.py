"""pfa-provision."""

from __future__ import annotations

from collections.abc import Iterator

from checks.adulthood.four_areas import touched
from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from extractors.plan import Kind

_WHERE = ("F", "G", "H1", "H2")


@check(
    "pfa-provision",
    "From Year 9 there is provision that prepares for adult life",
    section="F",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(3); Code of Practice 9.69",
    suggestion="[Who] will [teach travel / money / work / living skills] for [how long],"
    " [how often].",
    by=By.MEANING,
    reads=("F",),
    each=(Kind.PROVISION,),
    knows=lambda case: case.year is not None,
    applies=lambda case: (case.year or 0) >= case.rubric.adulthood.from_year,
    examples=[
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            provision="A travel trainer will ride the bus with her for an hour each Monday.",
        ),
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            provision="A teaching assistant will hear her read for 20 minutes each day.",
            fails=True,
        ),
    ],
    not_flagged="Any words for work, independent living or the community, in Sections F, G, H1"
    " and H2. Health alone does not count. This is only ever asked.",
)
def pfa_provision(case: Case) -> Iterator[Hit]:
    """A plan for a young person from Year 9 has to set out what prepares them for adult life."""
    for told in case.statements(*_WHERE):
        heading = told.item.heading if told.item else ""
        if touched(f"{heading}. {told.words.text}") - {"health"}:
            return
    yield Hit(
        verdict=Verdict.UNCLEAR,
        reason="No provision was found for work, independent living or life in the community.",
    )
