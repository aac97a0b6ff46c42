"""a-post16-destination."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.aspiration_present import HOPE
from checks.aspirations.contents import found_in, speaks_of, told_at_all
from checks.case import Case
from checks.check import Hit, Severity, Verdict, check, example
from checks.language.plain import sentences
from extractors.plan import Kind


@check(
    "a-post16-destination",
    "From Year 9 the plan says where the young person wants to go after school, and what leads"
    " there",
    section="A",
    severity=Severity.SHOULD,
    source="Code of Practice 8.9 and 9.69; Delivering Better Outcomes Together, Buckinghamshire",
    suggestion="After [school / college] [name] wants to [where]. To get there, [what is planned].",
    reads=("A",),
    knows=lambda case: case.year is not None,
    applies=lambda case: (case.year or 0) >= case.rubric.adulthood.from_year,
    examples=[
        example(
            aspiration="He would like to do an apprenticeship in catering.",
            provision="A careers adviser will meet him each term for 30 minutes.",
            born="2010-03-04",
            plan_date="2026-05-04",
        ),
        example(
            aspiration="He would like a dog and to see his sister more.",
            born="2010-03-04",
            plan_date="2026-05-04",
            fails=True,
        ),
        example(
            aspiration="He would like a job on the docks.",
            provision="A teaching assistant will read with him for 20 minutes each day.",
            born="2010-03-04",
            plan_date="2026-05-04",
            fails=True,
        ),
        example(
            aspiration="He would like a dog.",
            born="2017-03-04",
            plan_date="2026-05-04",
            note="too young to be asked",
        ),
    ],
    not_flagged="How likely it is; a young person before Year 9.",
)
def a_post16_destination(case: Case) -> Iterator[Hit]:
    """From Year 9 reviews plan for life after school: that needs an aim and a way."""
    if not told_at_all(case):
        return
    hopes = list(_hopes(case))
    if not any("destination" in found_in(hope) for hope in hopes):
        yield Hit(  # a hope may be for a trade that no list has
            verdict=Verdict.UNCLEAR if hopes else Verdict.FAIL,
            reason="Section A was not found to say what the young person wants after school.",
        )
    elif not speaks_of(case, "route", "A", "E", "F"):
        yield Hit(
            reason="An aim after school is told, and nothing in Sections A, E and F was found that"
            " leads there: a visit, a course, work experience, careers advice."
        )


def _hopes(case: Case) -> Iterator[str]:
    """Gives what is hoped for in Section A: each aspiration, and sentences that wish."""
    for statement in case.statements("A"):
        if statement.item and statement.item.kind is Kind.ASPIRATION:
            yield statement.words.text
        else:
            yield from (s for s in sentences(statement.words.text) if HOPE.search(s))
