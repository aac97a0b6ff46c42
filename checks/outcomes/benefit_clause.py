"""e-benefit-clause."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-benefit-clause",
    "Each outcome says what it makes possible",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: by when, do what, so that; SEND Guidance, Waltham Forest",
    suggestion="…, so that [what this gives or makes possible for the child].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(
            outcome="By July 2028 he will serve five drinks in a row. | So that: he can hold a job",
            note="a column of its own",
        ),
        example(outcome="By July 2028 I will walk to the shop so I get to choose my own lunch."),
        example(
            outcome="By July 2028 he will eat with two friends, so that he is not alone at lunch."
        ),
        example(outcome="«By July 2028 he will eat with two friends.»"),
        example(outcome="By July 2028 he will read signs. This will let him shop by himself."),
    ],
    not_flagged="A benefit in the next sentence.",
)
def e_benefit_clause(case: Case) -> Iterator[Hit]:
    """Why it matters to the child is what makes an outcome worth the work."""
    for outcome, reading in readings(case):
        if reading.benefit is None:
            yield Hit(whole(outcome), outcome)
