"""f-agency-split."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.language.readings import Slot, Span
from checks.provision.said import saying
from extractors.plan import Kind


@check(
    "f-agency-split",
    "Each agency is named, with what it does",
    section="F",
    severity=Severity.SHOULD,
    source="Buckinghamshire, outcomes and provision; Code of Practice 9.69",
    suggestion="[Service] will [do what], [how long], [how often]; [other service] will …",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="«External agencies» will be involved."),
        example(provision="An occupational therapist will visit each term to advise."),
        example(provision="His teacher will share the plan with all professionals each September."),
    ],
    not_flagged="A line that names at least one role or service; what is only sent to"
    " professionals.",
)
def f_agency_split(case: Case) -> Iterator[Hit]:
    """«Professionals» can be anyone: nobody knows that it is up to them."""
    for line, reading, found in saying(case, "unnamed_agencies"):
        if not _named(reading.slot(Slot.WHO), found):
            yield Hit(words(line, found[0]), line)


def _named(roles: tuple[Span, ...], vague: tuple[Span, ...]) -> bool:
    """Whether a role stands outside the vague words."""
    return any(
        not any(v.start <= role.start and role.end <= v.end for v in vague) for role in roles
    )
