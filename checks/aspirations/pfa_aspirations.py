"""a-pfa-aspirations."""

from __future__ import annotations

from collections.abc import Iterator

from checks.adulthood.four_areas import AREAS, touched
from checks.aspirations.contents import found_in, told_at_all
from checks.case import Case
from checks.check import By, Hit, Severity, check, example

# What hopes say of the areas beside the words that outcomes use.
_HOPED = {
    "destination": "work",
    "hope_living": "living",
    "hope_community": "community",
    "hope_health": "health",
}


@check(
    "a-pfa-aspirations",
    "From Year 9 the hopes touch work, home, community and health",
    section="A",
    severity=Severity.SHOULD,
    source="Code of Practice 9.64; Delivering Better Outcomes Together, Buckinghamshire",
    suggestion="As an adult [name] wants to [work or learn], [live], [be with others], [be well].",
    reads=("A",),
    by=By.MEANING,
    knows=lambda case: case.year is not None,
    applies=lambda case: (case.year or 0) >= case.rubric.adulthood.from_year,
    examples=[
        example(
            aspiration=(
                "I want a job at a stables and my own flat.",
                "I want to go out with friends, and be fit.",
            ),
            born="2010-03-04",
            plan_date="2026-05-04",
        ),
        example(
            aspiration="I want to go to college.",
            born="2010-03-04",
            plan_date="2026-05-04",
            fails=True,
        ),
        example(
            aspiration="I want to have a horse.",
            born="2017-03-04",
            plan_date="2026-05-04",
            note="too young to be asked",
        ),
    ],
    not_flagged="A child before Year 9; an area that any words of Section A speak of, whoever"
    " says them.",
)
def a_pfa_aspirations(case: Case) -> Iterator[Hit]:
    """From Year 9 a young person is asked about all of adult life, and not of college alone."""
    if not told_at_all(case):
        return
    seen: set[str] = set()
    for statement in case.statements("A"):
        heading = statement.item.heading if statement.item else ""
        seen |= touched(f"{heading}. {statement.words.text}")
        seen |= {_HOPED[sort] for sort in found_in(statement.words.text) if sort in _HOPED}
    missing = [name for area, name in AREAS.items() if area not in seen]
    if missing:
        yield Hit(reason=f"Section A was not found to speak of {'; or of '.join(missing)}.")
