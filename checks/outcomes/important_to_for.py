"""e-important-to-for."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.outcomes.read import readings
from checks.outcomes.subjects import hopes, meet, subjects
from checks.thread.links import Relation
from extractors.plan import Kind

_FEWEST = 3  # outcomes of which something can be said
_SHARE = 0.5


@check(
    "e-important-to-for",
    "The outcomes serve what matters to the child, not only what matters to adults",
    section="E",
    severity=Severity.GOOD,
    source="Code of Practice 9.67: what is important to the child and what is important for them",
    suggestion="…, so that [name] can [what he or she says matters in Section A].",
    reads=("A", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            aspiration="I want to swim and to play with my cousins.",
            outcome=(
                "By July 2028 he will spell 60 words.",
                "By July 2028 he will write half a page by hand.",
                "By July 2028 he will count to 100.",
            ),
            fails=True,
        ),
        example(
            aspiration="I want to swim and to play with my cousins.",
            outcome=(
                "By July 2028 he will spell 60 words, so that he can text his cousins.",
                "By July 2028 he will swim 25 metres.",
                "By July 2028 he will count to 100.",
            ),
        ),
    ],
    not_flagged="An outcome that says what it gives the child, in whatever words, and one whose"
    " subject comes near anything in Section A. It is asked once, where most have neither.",
    by=By.MEANING,
)
def e_important_to_for(case: Case) -> Iterator[Hit]:
    """An outcome that is only important for a child, and not to the child, is worked for alone."""
    wanted = hopes(case)
    if not any(subjects(text) for text in wanted):
        return
    judged = [(o, r) for o, r in readings(case) if subjects(r.text)]
    apart = [
        outcome.id
        for outcome, reading in judged
        if reading.benefit is None
        and not case.thread.linked(Relation.OUTCOME_ASPIRATION, outcome.id)
        and not meet(reading.text, wanted)
    ]
    if len(judged) >= _FEWEST and len(apart) > _SHARE * len(judged):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"{len(apart)} of {len(judged)} outcomes ({', '.join(apart)}) name no benefit to"
            " the child and come near nothing in Section A: are they important to the child too?",
        )
