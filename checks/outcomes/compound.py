"""e-compound."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, whole
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-compound",
    "One outcome, one result",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018: concise and clear",
    suggestion="Make each result an outcome of its own: [result 1]; [result 2]; …",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 she will dress herself and travel to school by bus."),
        example(outcome="«By July 2028 he will count coins, tell the time and write his address.»"),
    ],
    not_flagged="Two results; the steps of one routine or journey.",
)
def e_compound(case: Case) -> Iterator[Hit]:
    """Several results in one outcome cannot be reviewed as one: some may be met and some not."""
    for outcome, reading in readings(case):
        if len(reading.results) >= case.rubric.outcomes.results_limit:
            several = ", ".join(f"«{span.text}»" for span in reading.results)
            yield Hit(whole(outcome), outcome, reason=f"It asks for several results: {several}.")
