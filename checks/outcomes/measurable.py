"""e-measurable."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Letter, Met
from checks.outcomes.broad import broad_with_steps
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-measurable",
    "Each outcome says how anyone will know",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66; A guide to «Outcomes», 2018",
    suggestion="… [how many / how often / with how much help / what it looks like].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By the end of Key Stage 2 she will read 60 common signs."),
        example(outcome="«By the end of Key Stage 2 she will have better reading.»"),
        example(
            outcome="By the end of Key Stage 2 she will have better reading.",
            step="By July 2027 she will read 40 common signs in four lessons out of five.",
            note="broad, and a step of it can be measured",
        ),
        example(outcome="By the end of Year 9 Charlie will make his own way to school each day."),
    ],
    not_flagged="An act that can be seen to happen or not to happen, which needs no number; a broad"
    " outcome that leads to a step with a measure and a date.",
)
def e_measurable(case: Case) -> Iterator[Hit]:
    """If two people could disagree on whether it was reached, it cannot be reviewed."""
    for outcome, reading in readings(case):
        met = reading.letter(Letter.MEASURABLE)
        only_vague = met is Met.UNCLEAR and reading.vague and not reading.criterion
        if (met is Met.NOT_MET or only_vague) and not broad_with_steps(case, outcome, reading):
            yield Hit(whole(outcome), outcome)
