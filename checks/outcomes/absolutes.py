"""e-absolutes."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, words
from checks.outcomes.read import readings
from checks.outcomes.words import told
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
        example(outcome="By July 2028 she will cross the hall on her crutches without falling."),
        example(
            outcome="By July 2028 he will do up his zip in a minute, so that he «has no more late»"
            " starts."
        ),
    ],
    not_flagged="Safety and daily routines; «every day» as how often; doing a thing"
    " without falling or spilling.",
)
def e_absolutes(case: Case) -> Iterator[Hit]:
    """All, always and never ask for more than is expected of any child, so they cannot be met."""
    for outcome, reading in readings(case):
        found = told(reading.text)
        safe = {span.start for span in found.get("safe_without", ())}
        spans = [s for s in reading.absolutes if s.start not in safe]
        for span in (*spans, *found.get("absolute_benefit", ()))[:1]:
            yield Hit(words(outcome, span), outcome)
