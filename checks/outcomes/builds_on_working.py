"""e-builds-on-working."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.outcomes.subjects import hopes, meet, subjects, texts
from extractors.plan import Kind

_FEWEST = 2  # strengths, and outcomes, of which something can be said


@check(
    "e-builds-on-working",
    "The outcomes build on what goes well",
    section="E",
    severity=Severity.GOOD,
    source="Developing outcomes in EHC plans, Delivering Better Outcomes Together: build on what is"
    " working well and address what is not",
    suggestion="By [when], [name] will [do what], using [a strength or interest].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            strength=("He swims for a club.", "He draws animals in fine detail."),
            outcome=(
                "By July 2028 he will spell 60 words.",
                "By July 2028 he will count out coins to £5.",
            ),
            fails=True,
        ),
        example(
            strength=("He swims for a club.", "He reads books about animals."),
            outcome=(
                "By July 2028 he will read and spell 60 words from his animal books.",
                "By July 2028 he will count out coins to £5.",
            ),
        ),
    ],
    not_flagged="Plans with fewer than two strengths whose subject is known; a strength that any"
    " single outcome comes near. It is asked once.",
    by=By.MEANING,
)
def e_builds_on_working(case: Case) -> Iterator[Hit]:
    """What goes well is what the next step stands on, and what a child will want to work with."""
    told = [*texts(case.plan.of(Kind.STRENGTH)), *hopes(case)]
    working = [text for text in told if subjects(text)]
    outcomes = [o.full_text for o in case.plan.outcomes if subjects(o.full_text)]
    if len(working) < _FEWEST or len(outcomes) < _FEWEST:
        return
    if not any(meet(outcome, working) for outcome in outcomes):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason="No outcome comes near any strength, interest or hope that the plan tells of."
            " Please check.",
        )
