"""e-breadth."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.outcomes.subjects import areas
from extractors.plan import Area, Item, Kind

_FEWEST = 3  # outcomes: fewer may well be about one thing


@check(
    "e-breadth",
    "The outcomes reach beyond lessons",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018: not limited to learning",
    suggestion="By [when], [name] will [something at home, with friends, in the community or for"
    " health].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            need="He is anxious in crowds and has no friends to play with.",
            outcome=(
                "By July 2028 he will read 60 words.",
                "By July 2028 he will spell 40 words.",
                "By July 2028 he will write half a page.",
            ),
            fails=True,
        ),
        example(
            outcome=(
                "By July 2028 he will read 60 words.",
                "By July 2028 he will spell 40 words.",
                "By July 2028 he will go to a youth club with a friend.",
            ),
        ),
        example(
            need="He cannot read or spell.",
            outcome=(
                "By July 2028 he will read 60 words.",
                "By July 2028 he will spell 40 words.",
                "By July 2028 he will write half a page.",
            ),
            note="all of his needs are of one kind",
        ),
    ],
    not_flagged="Fewer than three outcomes, outcomes whose subject is not known, and a child whose"
    " needs all lie in learning.",
    by=By.MEANING,
)
def e_breadth(case: Case) -> Iterator[Hit]:
    """Outcomes are for life, not only for learning: friends, health, home and community too."""
    outcomes = case.plan.outcomes
    if len(outcomes) < _FEWEST or not all(_academic(outcome) for outcome in outcomes):
        return
    if any(not _academic(need) for need in case.plan.needs):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"All {len(outcomes)} outcomes seem to be about learning; Section B tells of"
            " other needs. Please check.",
        )


def _academic(item: Item) -> bool:
    """Whether its words and its heading speak of learning and nothing else."""
    if item.area not in (None, Area.COGNITION):
        return False
    said = areas(item.text)
    return said <= {Area.COGNITION} and bool(said or item.area)
