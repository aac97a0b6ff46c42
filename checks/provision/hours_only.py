"""f-hours-only."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.provision.purpose import hours_alone
from checks.provision.slots import readings
from extractors.plan import Kind


@check(
    "f-hours-only",
    "Hours of help say what they are for",
    section="F",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018; Code of Practice 9.69",
    suggestion="[Role] will [do what with the child] for [hours] hours a week, towards [outcome].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="«25 hours a week of LSA support.»"),
        example(provision="«Fifteen hours weekly, 1:1, from a trained adult.»"),
        example(
            provision="A teaching assistant for 15 hours a week, to go over new words before each"
            " lesson and to check what was understood."
        ),
        example(
            provision="A teaching assistant will sit with Sam in science for five hours a week."
        ),
        example(provision="A physiotherapist will see Sam for one hour a month."),
    ],
    not_flagged="Hours with a subject, an activity or an aim beside them, in any column; a"
    " specialist's time, for which another check asks.",
)
def f_hours_only(case: Case) -> Iterator[Hit]:
    """An adult for so many hours may do anything: progress is made by what happens in them."""
    for line, reading in readings(case):
        if hours_alone(reading, case.plan.child):
            yield Hit(whole(line), line)
