"""e-not-provision."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.outcomes.read import readings
from extractors.plan import Kind

_WHY = "An outcome is what the child can do because of it."


@check(
    "e-not-provision",
    "An outcome is not a service",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66: outcomes are not a description of the service being provided",
    suggestion="What will [name] be able to do because of [the service]? Put the service into F.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.ANEW,
    examples=[
        example(outcome="By July 2028 she will use her communication book to ask for a break."),
        example(outcome="By July 2028 she «will receive speech and language therapy»."),
        example(outcome="By July 2028 she will work for 30 minutes without help."),
        example(outcome="By the end of her post-16 course she will read a job sheet alone."),
    ],
    not_flagged="What the child does with an aid; steps, which may name provision.",
)
def e_not_provision(case: Case) -> Iterator[Hit]:
    """A service is the way; the outcome is what the child can do at the end of it."""
    for outcome, reading in readings(case):
        if reading.provision:
            first = reading.provision[0]
            yield Hit(
                words(outcome, first),
                outcome,
                reason=f"«{first.text}» describes a service. {_WHY}",
            )
