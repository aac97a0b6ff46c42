"""dup-outcome-caseload."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.caseload.copied import copied
from checks.check import By, Hit, Severity, check, example
from extractors.plan import Kind


@check(
    "dup-outcome-caseload",
    "Outcomes are written for one child",
    section="E",
    severity=Severity.GOOD,
    source="Schools Week, reporting on copied text in plans",
    suggestion="Write what [name] will do, in the place and with the people of [name's] life.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    caseload=True,
    examples=[
        example(
            name="Amira Hussain",
            outcome="«By the end of Key Stage 2 Amira will use a visual timetable to start work.»",
            elsewhere="By the end of Key Stage 3 Leon will use a visual timetable to start work.",
        ),
        example(
            name="Amira Hussain",
            outcome="By July 2028 Amira will read 40 words.",
            elsewhere="By July 2027 Leon will read 40 words.",
            note="short: alike by chance",
        ),
        example(
            name="Amira Hussain",
            outcome="By July 2028 Amira will ask for a break with her card in class.",
            elsewhere="By July 2028 Leon will eat lunch in the hall beside two friends.",
        ),
    ],
    not_flagged="Short statements; versions of one child's plan; words of the law.",
    by=By.FORM,
)
def dup_outcome_caseload(case: Case) -> Iterator[Hit]:
    """An outcome that fits several children was not written for any of them."""
    yield from copied(case, Kind.OUTCOME)
