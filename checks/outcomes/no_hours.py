"""e-no-hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.language.readings import OutcomeReading, Span
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-no-hours",
    "Hours of support are not the result",
    section="E",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018; Outcomes not hours, Waltham Forest",
    suggestion="What will [name] be able to do with those hours? Put the hours into F.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.ANEW,
    examples=[
        example(outcome="By July 2028 he works for 30 minutes without help."),
        example(outcome="By July 2028 he will have «15 hours of teaching assistant support»."),
        example(outcome="By July 2028 she will receive «one hour of physiotherapy a week»."),
        example(outcome="By July 2028 I will attend college for 15 hours a week."),
    ],
    not_flagged="Time that measures what the child does.",
)
def e_no_hours(case: Case) -> Iterator[Hit]:
    """Hours tell how much is given, not what changes for the child."""
    for outcome, reading in readings(case):
        span = next(iter(reading.hours), None) or _given(reading)
        if span:
            yield Hit(words(outcome, span), outcome)


_AMOUNT = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty)[ -]"
    r"(?:hours?|minutes?)\b(?: (?:a|per|each) \w+)? (?:of|with|from) (?:\w+ ?){1,3}",
    re.IGNORECASE,
)


def _given(reading: OutcomeReading) -> Span | None:
    """An amount of a service that the child is to be given: «will receive one hour of ...»."""
    for service in reading.provision:
        if match := _AMOUNT.search(reading.text, service.start):
            return Span(match.start(), match.end(), match[0].strip())
    return None
