"""f-delegated."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.provision.said import saying
from extractors.plan import Kind


@check(
    "f-delegated",
    "Section F itself decides what is provided",
    section="F",
    severity=Severity.MUST,
    source="E v Greenwich cited by IPSEA, what should be in Section F; Children and Families Act"
    " 2014, sections 37 and 42",
    suggestion="[Who] will provide [what] for [how long], [how often].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="A speech therapist will see Sam for 30 minutes a week and set targets."),
        example(provision="Therapy «as determined by the school»."),
        example(
            provision="Lessons will be shortened because of fatigue after a seizure, at the nurse's"
            " discretion."
        ),
        example(provision="Small group work, «at the discretion of» the headteacher."),
        example(provision="Targets will be agreed with the therapist each term."),
    ],
    not_flagged="A therapist who sets or adjusts targets within the provision; flexibility whose"
    " reason the line gives.",
)
def f_delegated(case: Case) -> Iterator[Hit]:
    """What is provided is for the authority to decide, and not for a school or a therapist."""
    for line, reading, found in saying(case, "delegated"):
        if not reading.flexible_for_reason:
            yield Hit(words(line, found[0]), line)
