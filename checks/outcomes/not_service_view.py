"""e-not-service-view."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-not-service-view",
    "The child is the subject of the outcome",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66: personal, and not expressed from a service perspective",
    suggestion="[Name] will [do what], not «staff will …».",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.ANEW,
    examples=[
        example(outcome="By July 2028 Leo will ask for a break with his card."),
        example(outcome="By July 2028 «staff will» manage Leo's behaviour."),
        example(outcome="By July 2028 Leo will tell staff when he is upset."),
    ],
    not_flagged="Staff who are spoken to, and what is done to the child in the passive voice.",
)
def e_not_service_view(case: Case) -> Iterator[Hit]:
    """An outcome is about what changes for the child, not about what others do."""
    for outcome, reading in readings(case):
        if reading.service_subject:
            yield Hit(words(outcome, reading.service_subject), outcome)
