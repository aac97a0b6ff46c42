"""e-absolutes."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, words
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-absolutes",
    "No more is asked than of any other child",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: realistic for any child or young person",
    suggestion="… in [number] of [number] [lessons / occasions].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 he will stay in class in 4 of 5 lessons."),
        example(outcome="By July 2028 he will «always» stay in class."),
        example(outcome="By July 2028 she always carries her rescue medicine."),
        example(outcome="By July 2028 she will read for ten minutes every day."),
    ],
    not_flagged="Safety and daily routines; «every day» as a frequency.",
)
def e_absolutes(case: Case) -> Iterator[Hit]:
    """All, always and never ask for more than is expected of any child, so they cannot be met."""
    for outcome, reading in readings(case):
        for span in reading.absolutes[:1]:
            yield Hit(words(outcome, span), outcome)
