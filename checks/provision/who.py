"""f-who."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Slot
from checks.provision.experts import person_implied
from checks.provision.said import informal
from checks.provision.slots import is_loose, unsaid
from checks.provision.staff_undefined import without_role
from extractors.plan import Kind


@check(
    "f-who",
    "Provision says who provides it",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69",
    suggestion="[Role] will …",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(provision="Mrs Hall will teach Sam phonics for 20 minutes each day."),
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(provision="«Precision teaching for 10 minutes each day.»"),
        example(provision="A visual timetable will be kept on his table."),
        example(provision="Swimming with his aunt and the town's swimming club, an hour a week."),
    ],
    not_flagged="Equipment and the room; a therapy, whose name says who gives it; family, clubs and"
    " volunteers; an adult without a role, for whom another check asks.",
)
def f_who(case: Case) -> Iterator[Hit]:
    """Provision that belongs to nobody is done by nobody."""
    told = {line.id for line, _ in without_role(case)}
    for line, reading in unsaid(case, Slot.WHO):
        if informal(reading) or line.id in told:
            continue
        trained = reading.slot(Slot.EXPERTISE)  # «a trained member of staff» is somebody
        if not trained and (is_loose(reading) or not person_implied(reading.text)):
            yield Hit(whole(line), line)
