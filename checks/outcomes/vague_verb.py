"""e-vague-verb."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.language.readings import Letter, Met
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-vague-verb",
    "No vague verb without a measure",
    section="E",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018: outcomes that cannot be told to be achieved",
    suggestion="Instead of «[vague verb]»: [what will be seen], [how much or how often].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By July 2028 he will swim 25 metres unaided."),
        example(outcome="By July 2028 he will «improve» his fitness."),
        example(outcome="By July 2028 he will improve his reading age to 8 years 6 months."),
    ],
    not_flagged="A vague verb with a firm measure: «improve his reading age to 8 years 6 months».",
)
def e_vague_verb(case: Case) -> Iterator[Hit]:
    """Improve, develop, be confident: without a measure nobody can say when it is done."""
    for outcome, reading in readings(case):
        measured = reading.criterion and reading.letter(Letter.MEASURABLE) is Met.MET
        if reading.vague and not measured:
            first = reading.vague[0]
            yield Hit(
                words(outcome, first),
                outcome,
                reason=f"«{first.text}» with no number, count or condition: how will anyone know?",
            )
