"""f-frequency."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Slot
from checks.provision.slots import unsaid
from extractors.plan import Kind


@check(
    "f-frequency",
    "Provision says how often",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69",
    suggestion="… [number] times a [week / term].",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(provision="«A speech and language therapist will see Sam for 30 minutes.»"),
        example(provision="A visual timetable will be kept on his table."),
    ],
    not_flagged="Equipment, and ways of working that go on all day.",
)
def f_frequency(case: Case) -> Iterator[Hit]:
    """«Regular» can mean once a term: only a number can be kept to."""
    for line, _ in unsaid(case, Slot.HOW_OFTEN):
        yield Hit(whole(line), line)
