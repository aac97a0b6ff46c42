"""f-duration."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Slot
from checks.provision.slots import unsaid
from extractors.plan import Kind


@check(
    "f-duration",
    "Provision says for how long",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; L v Clarke and Somerset [1998] ELR 129",
    suggestion="… for [minutes] minutes each time.",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(provision="«A speech and language therapist will see Sam each week.»"),
        example(provision="A visual timetable will be kept on his table."),
        example(provision="All instructions will be given to Sam in two steps, in every lesson."),
    ],
    not_flagged="Equipment, the room, and ways of working that go on all day.",
)
def f_duration(case: Case) -> Iterator[Hit]:
    """Without an amount nobody can tell whether the provision was made."""
    for line, _ in unsaid(case, Slot.HOW_LONG):
        yield Hit(whole(line), line)
