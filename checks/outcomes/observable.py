"""e-observable."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Letter, Met, OutcomeReading
from checks.outcomes.read import readings
from checks.outcomes.words import told
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
    fill=Fill.GAPS,
    examples=[
        example(outcome="By the end of Key Stage 2 he will pay for a snack with coins."),
        example(outcome="«By the end of Key Stage 2 he will understand money.»"),
        example(outcome="«By July 2028 he will be confident in maths and at grade 5 in ICT.»"),
        example(outcome="By July 2028 she will tell an adult when she is upset."),
    ],
    not_flagged="What a partner reports having seen, and a state that can be counted: «in school on"
    " Mondays in four weeks out of five».",
)
def e_observable(case: Case) -> Iterator[Hit]:
    """Understanding and feeling cannot be seen: what the child does because of them can."""
    for outcome, reading in readings(case):
        counted = reading.criterion and not reading.vague
        measured = reading.letter(Letter.MEASURABLE) is Met.MET and not _felt_apart(reading)
        if not (reading.observable or counted or measured):
            yield Hit(whole(outcome), outcome)


def _felt_apart(reading: OutcomeReading) -> bool:
    """Whether it is a feeling, and the measure belongs to what comes after it.

    «Be confident in maths and reach grade 5»: the grade does not show the confidence.
    """
    felt = next(iter(told(reading.text).get("felt", ())), None)
    first = next((span for span in reading.criterion if span.start >= 0), None)
    if felt is None or first is None or first.start < felt.end:
        return False
    return " and " in reading.text[felt.end : first.start]
