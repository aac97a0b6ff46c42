"""e-timebound."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-timebound",
    "Each outcome has an end point",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66; A guide to «Outcomes», 2018",
    suggestion="By the end of [key stage or year], [name] will …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By the end of Year 9 she will travel to school by bus."),
        example(outcome="«In time she will travel to school by bus.»"),
        example(
            stem="By the time she is 18, Rebekah will:", outcome="read everyday signs in the town."
        ),
    ],
    not_flagged="An end point in the words that lead into a list, or in a column of its row.",
)
def e_timebound(case: Case) -> Iterator[Hit]:
    """Without an end point an outcome can never be late, and is never looked at."""
    for outcome, reading in readings(case):
        if reading.timeframe is None:
            yield Hit(whole(outcome), outcome)
