"""e-specific."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Letter, Met, OutcomeReading, Span
from checks.outcomes.broad import broad_with_steps
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind


@check(
    "e-specific",
    "Each outcome names one thing to do",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66; A guide to «Outcomes», 2018",
    suggestion="By [when], [name] will be able to [one act, with its object].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By the end of Key Stage 2 he will join a board game with three players."),
        example(outcome="«By the end of Key Stage 2 he will develop socially.»"),
        example(outcome="«By July 2028 he will travel by bus and have the work skills to get on.»"),
        example(outcome="By July 2028 she will pass Level 2 food hygiene."),
    ],
    not_flagged="A qualification or a course, which the Code gives as an example of an outcome; a"
    " broad outcome that leads to a step with a measure and a date.",
)
def e_specific(case: Case) -> Iterator[Hit]:
    """Everybody should picture the same thing when they read what the child will do."""
    for outcome, reading in readings(case):
        undefined = _undefined(reading)
        vague = undefined or reading.letter(Letter.SPECIFIC) is Met.NOT_MET
        if vague and not broad_with_steps(case, outcome, reading):
            reason = f"«{undefined.text}»: which, it does not say." if undefined else ""
            yield Hit(whole(outcome), outcome, reason=reason)


def _undefined(reading: OutcomeReading) -> Span | None:
    """Skills and the like that are asked for and not named: «have the skills to get on»."""
    stop = reading.benefit.start if reading.benefit else len(reading.text)
    return next((s for s in told(reading.text).get("undefined", ()) if s.start < stop), None)
