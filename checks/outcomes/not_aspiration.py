"""e-not-aspiration."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-not-aspiration",
    "A life goal stands in Section A",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.65: long-term aspirations are not outcomes in themselves",
    suggestion="By [when], [name] will [a step towards that hope that people can work on].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.ANEW,
    examples=[
        example(outcome="By July 2028 she will complete a unit in animal care."),
        example(outcome="She will «be a vet»."),
        example(
            outcome="By July 2028 she will have completed a supported internship of two terms."
        ),
    ],
    not_flagged="A course, a qualification or a supported internship.",
)
def e_not_aspiration(case: Case) -> Iterator[Hit]:
    """Nobody can be held to a life goal; they can be held to a step towards it."""
    for outcome, reading in readings(case):
        for span in reading.aspiration[:1]:
            yield Hit(words(outcome, span), outcome)
