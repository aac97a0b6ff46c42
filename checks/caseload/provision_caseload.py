"""dup-provision-caseload."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.caseload.copied import copied
from checks.check import By, Hit, Severity, check, example
from extractors.plan import Kind


@check(
    "dup-provision-caseload",
    "Provision is written for one child",
    section="F",
    severity=Severity.GOOD,
    source="Schools Week, reporting on copied text in plans",
    suggestion="Write what [name] needs: [what], [how long], [how often], by [whom].",
    reads=("F",),
    each=(Kind.PROVISION,),
    caseload=True,
    examples=[
        example(
            name="Amira Hussain",
            provision="«Staff will give Amira regular praise and a quiet space to calm down in.»",
            elsewhere="Staff will give Leon regular praise and a quiet space to calm down in.",
        ),
        example(
            name="Amira Hussain",
            provision="A visual timetable.",
            elsewhere="A visual timetable.",
            note="equipment that many children have",
        ),
    ],
    not_flagged="Short lines, such as equipment; versions of one child's plan; words of the law.",
    by=By.FORM,
)
def dup_provision_caseload(case: Case) -> Iterator[Hit]:
    """Provision that stands in many plans was not made from this child's needs."""
    yield from copied(case, Kind.PROVISION)
