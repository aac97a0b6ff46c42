"""ver-aspiration-moved."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.dates.ends import in_words
from checks.versions.aspirations import all_moved
from checks.versions.earlier import last_issued
from checks.versions.outcomes import kept_outcomes
from checks.versions.pairs import names_of_child
from extractors.plan import Kind

_MOST = 0.75  # of the outcomes


def _both_tell(case: Case) -> bool:
    """Whether both plans have hopes and outcomes to be held against each other."""
    earlier = last_issued(case)
    plans = [case.plan, *([earlier] if earlier else [])]
    return len(plans) > 1 and all(plan.aspirations and plan.outcomes for plan in plans)


@check(
    "ver-aspiration-moved",
    "Outcomes move when hopes do",
    section="A",
    severity=Severity.GOOD,
    source="Code of Practice 9.64 and 9.65: outcomes are steps towards aspirations",
    suggestion="By [when], [name] will [a step towards the new hope].",
    reads=("A", "E"),
    each=(Kind.ASPIRATION, Kind.OUTCOME),
    knows=_both_tell,
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            aspiration="«Amira wants to work with animals and to share a flat with her sister.»",
            outcome="By July 2028 Amira will read a page aloud to her group.",
            earlier_aspiration="Amira hopes to drive a fire engine one day.",
            earlier_outcome="By July 2028 Amira will read a page aloud to her group.",
        ),
        example(
            aspiration="Amira wants to work with animals and to share a flat with her sister.",
            outcome="By July 2028 Amira will weigh out feed for the rabbits by herself.",
            earlier_aspiration="Amira hopes to drive a fire engine one day.",
            earlier_outcome="By July 2028 Amira will read a page aloud to her group.",
        ),
        example(
            aspiration="Amira still hopes to drive a fire engine one day.",
            outcome="By July 2028 Amira will read a page aloud to her group.",
            earlier_aspiration="Amira hopes to drive a fire engine one day.",
            earlier_outcome="By July 2028 Amira will read a page aloud to her group.",
        ),
    ],
    not_flagged="A hope that is the old one in other words; outcomes of which some are new. It is"
    " asked about, never asserted: an outcome may serve the new hope as well as the old.",
)
def ver_aspiration_moved(case: Case) -> Iterator[Hit]:
    """Outcomes that stood still while the hopes changed may be steps towards a hope now gone."""
    earlier = last_issued(case)
    if earlier is None:
        return
    plan, names = case.plan, names_of_child(case.plan, earlier)
    kept = list(kept_outcomes(case, earlier))
    if len(kept) >= _MOST * len(plan.outcomes) and all_moved(
        plan.aspirations, earlier.aspirations, names
    ):
        first = plan.aspirations[0]
        dated = f" of {in_words(earlier.facts.date)}" if earlier.facts.date else ""
        yield Hit(
            whole(first),
            first,
            Verdict.UNCLEAR,
            f"None of the hopes is one of the plan before{dated}, but {len(kept)} of"
            f" {len(plan.outcomes)} outcomes are. Are they steps towards what is hoped for now?",
            before=whole(earlier.aspirations[0]),
        )
