"""e-observable."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, whole
from checks.language.readings import Letter, Met
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-observable",
    "Each outcome is something to see or hear",
    section="E",
    severity=Severity.SHOULD,
    source="What are outcomes?, Central Bedfordshire; A guide to «Outcomes», 2018",
    suggestion="[Name] will [say / show / write / choose / travel / make …].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By the end of Key Stage 2 he will pay for a snack with coins."),
        example(outcome="«By the end of Key Stage 2 he will understand money.»"),
        example(outcome="By July 2028 she will tell an adult when she is upset."),
    ],
    not_flagged="What a partner reports having seen, and a state that can be counted: «in school on"
    " Mondays in four weeks out of five».",
)
def e_observable(case: Case) -> Iterator[Hit]:
    """Understanding and feeling cannot be seen: what the child does because of them can."""
    for outcome, reading in readings(case):
        counted = reading.criterion and not reading.vague
        measured = reading.letter(Letter.MEASURABLE) is Met.MET
        if not (reading.observable or counted or measured):
            yield Hit(whole(outcome), outcome)
