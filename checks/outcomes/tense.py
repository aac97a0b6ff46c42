"""e-tense."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, words
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-tense",
    "Outcomes speak of the future, or as if achieved",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018",
    suggestion="[Name] will [do what]. Or: I am [doing what].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 I am holding simple conversations with my friends."),
        example(outcome="By July 2028 she «has been helped» to stay in class."),
        example(outcome="By July 2028 she will have attended three interviews."),
    ],
    not_flagged="The future perfect, and the present as if it were so already.",
)
def e_tense(case: Case) -> Iterator[Hit]:
    """The past tense tells what was done, not what will be different."""
    for outcome, reading in readings(case):
        if reading.past:
            yield Hit(words(outcome, reading.past), outcome)
