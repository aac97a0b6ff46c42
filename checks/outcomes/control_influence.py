"""e-control-influence."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, words
from checks.language.readings import OutcomeReading, Span
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind


@check(
    "e-control-influence",
    "Each outcome is within reach of those who work for it",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66: something those involved have control and influence over",
    suggestion="By [when], [name] will [do what is in his or her own hands].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 she will start a chat with a classmate each day."),
        example(outcome="By July 2028 «others will like» her."),
        example(outcome="By the age of 19 I will «have a paid job» in a garage."),
        example(
            outcome="By July 2028 he will complete a work placement, so that he can get a job."
        ),
    ],
    not_flagged="Travel, examinations and placements; what others do, where it is the benefit or a"
    " condition.",
    by=By.MEANING,
)
def e_control_influence(case: Case) -> Iterator[Hit]:
    """What strangers decide, a job or a friendship, cannot be promised by anyone in the plan."""
    for outcome, reading in readings(case):
        span = outsiders(reading)
        if span:
            yield Hit(
                words(outcome, span),
                outcome,
                Verdict.UNCLEAR,
                f"«{span.text}» depends on people outside the plan. Please check.",
            )


def outsiders(reading: OutcomeReading) -> Span | None:
    """Words of the outcome itself that depend on what others decide."""
    stop = reading.benefit.start if reading.benefit else len(reading.text)
    spans = told(reading.text).get("outsiders", ())
    return next((span for span in spans if span.start < stop), None)
