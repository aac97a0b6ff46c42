"""e-not-professional-led."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Fill, Hit, Severity, check, example, words
from checks.language.readings import OutcomeReading, Span
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind


@check(
    "e-not-professional-led",
    "An outcome is not to go along with a programme",
    section="E",
    severity=Severity.GOOD,
    source="Outcomes: SEND Guidance, Waltham Forest: not professionally led",
    suggestion="By [when], [name] will [what the programme is meant to make possible].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.ANEW,
    examples=[
        example(
            outcome="By July 2028 he will carry his own tray, as practised with his therapist."
        ),
        example(outcome="By July 2028 he will «engage with his OT programme»."),
        example(outcome="By July 2028 she will «comply with her physiotherapy exercises»."),
        example(outcome="By July 2028 he will climb the stairs by using his physio exercises."),
    ],
    not_flagged="A programme that is named as the way to a skill.",
    by=By.WORDS,
)
def e_not_professional_led(case: Case) -> Iterator[Hit]:
    """A programme serves the child: to take part in it is not what the child or family want."""
    for outcome, reading in readings(case):
        span = _compliance(reading)
        if span:
            yield Hit(
                words(outcome, span),
                outcome,
                reason=f"«{span.text}» is what professionals ask for; what will the child be able"
                " to do because of it?",
            )


def _compliance(reading: OutcomeReading) -> Span | None:
    """Going along with a programme, where it is the outcome itself and not the way to it."""
    stop = reading.benefit.start if reading.benefit else len(reading.text)
    for span in told(reading.text).get("compliance", ()):
        led_to = reading.text[: span.start].rstrip().lower().endswith((" by", " through", " while"))
        skills = [a for a in reading.results if a.start < span.start]
        if span.start < stop and not led_to and not skills:
            return span
    return None
