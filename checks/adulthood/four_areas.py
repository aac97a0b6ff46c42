"""pfa-four-areas."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.wordlists import wordlist
from extractors.plan import Kind

AREAS = {
    "work": "employment and higher education",
    "living": "independent living",
    "community": "friends, relationships and the community",
    "health": "good health",
}


def touched(text: str) -> frozenset[str]:
    """Which of the four areas of adult life a text speaks of."""
    return frozenset(wordlist("adulthood").find(text))


@check(
    "pfa-four-areas",
    "From Year 9 the outcomes touch all four areas of adult life",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.64 and 8.10; A guide to «Outcomes», 2018",
    suggestion="By [when], [name] will [do what], towards [work / living / community / health].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.year is not None,
    applies=lambda case: (case.year or 0) >= case.rubric.adulthood.from_year,
    examples=[
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            outcome=(
                "By 18 she will complete two weeks of work experience.",
                "By 18 she will cook a meal and travel to college by bus.",
                "By 18 she will go to a youth club with two friends.",
                "By 18 she will book her own appointments with the doctor.",
            ),
        ),
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            outcome=(
                "By the end of Year 11 she will pass two GCSEs.",
                "By the end of Year 11 she will write an essay of 300 words.",
            ),
            fails=True,
        ),
        example(
            ("heading", "Good health"),
            ("outcome", "By 18 he will name what sets off his migraines and act on it."),
            ("heading", "Employment"),
            ("outcome", "By 18 he will finish a course at college."),
            ("heading", "Independent living"),
            ("outcome", "By 18 he will pay for a week's food within a budget."),
            ("heading", "Friends and community"),
            ("outcome", "By 18 he will meet two people each week."),
            born="2010-03-04",
            plan_date="2026-05-04",
        ),
    ],
    not_flagged="Any words for the four areas: labels differ from authority to authority, and one"
    " outcome may serve several.",
)
def pfa_four_areas(case: Case) -> Iterator[Hit]:
    """From Year 9 the outcomes as a set prepare for work, living, community and health."""
    seen: set[str] = set()
    for outcome in case.plan.outcomes:
        seen |= touched(f"{outcome.heading}. {outcome.stem} {outcome.full_text}")
    missing = [name for area, name in AREAS.items() if area not in seen]
    if missing:
        yield Hit(reason=f"No outcome was found that speaks of {'; or of '.join(missing)}.")
