"""f-content."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.language.readings import ProvisionSort, Slot
from checks.provision.purpose import hours_alone, purpose_told
from checks.provision.slots import readings
from extractors.plan import Kind

_TAUGHT = (ProvisionSort.SESSION, ProvisionSort.ADULT_SUPPORT, ProvisionSort.OTHER)


@check(
    "f-content",
    "Provision says what happens in a session",
    section="F",
    severity=Severity.SHOULD,
    source="London Borough of Redbridge v HO [2020] UKUT 323 (AAC)",
    suggestion="… to work on [aim] by [activity or programme].",
    by=By.MEANING,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(
            name="Sam Ode",
            provision="«A clinical psychologist will see Sam for one hour each week.»",
        ),
        example(provision="«Direct physiotherapy, 30 minutes fortnightly.»"),
        example(
            provision="A clinical psychologist will see Sam for an hour each week to practise"
            " saying no and leaving a room safely."
        ),
        example(provision="Lego therapy in a group of three for 30 minutes each week."),
        example(provision="A reader pen."),
    ],
    not_flagged="A programme or method that is only named; equipment; help in a named lesson.",
)
def f_content(case: Case) -> Iterator[Hit]:
    """An hour with a specialist may hold anything, or nothing that this child needs."""
    child = case.plan.child
    for line, reading in readings(case):
        timed = reading.slot(Slot.HOW_LONG) or reading.slot(Slot.HOW_OFTEN)
        if reading.sort not in _TAUGHT or not timed or not reading.slot(Slot.WHAT):
            continue
        if not purpose_told(reading, child) and not hours_alone(reading, child):
            yield Hit(whole(line), line, Verdict.UNCLEAR)
