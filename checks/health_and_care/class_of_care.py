"""h1-h2-class."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.health_and_care.said import lines_of, said

_ADULT = 18


@check(
    "h1-h2-class",
    "Social care provision stands in H1 or H2 as the law sorts it",
    section="H1",
    severity=Severity.GOOD,
    source="SEND Regulations 2014, regulation 12(1)(h); Chronically Sick and Disabled Persons Act"
    " 1970, section 2; Code of Practice 9.62",
    suggestion="Move it to Section [H1 / H2].",
    by=By.MEANING,
    knows=lambda case: case.age is not None and any(True for _ in lines_of(case, "H1", "H2")),
    examples=[
        example(
            H2="«A stair lift at home, fitted by May 2027.»",
            born="2016-03-04",
            plan_date="2026-05-04",
        ),
        example(
            H1="«One night a month of residential short breaks.»",
            born="2016-03-04",
            plan_date="2026-05-04",
        ),
        example(
            H1="«Help at home with meals, an hour a day.»",
            born="2005-03-04",
            plan_date="2026-05-04",
            note="the young person is over 18",
        ),
        example(
            H1="Two hours of short breaks on Saturdays.",
            H2="A family support worker visits fortnightly.",
            born="2016-03-04",
            plan_date="2026-05-04",
        ),
    ],
    not_flagged="Provision whose words tell neither the one nor the other; a child whose date of"
    " birth is not known.",
)
def h1_h2_class(case: Case) -> Iterator[Hit]:
    """H1 is what the Act of 1970 gives a child under 18, and H2 all other social care."""
    adult = (case.age or 0) >= _ADULT
    for line in lines_of(case, "H1", "H2"):
        found = said(line.words.text)
        if line.letter == "H1" and adult:
            yield Hit(
                line.words,
                line.item,
                Verdict.UNCLEAR,
                "The young person is 18 or over: H1 is for under 18.",
            )
        elif line.letter == "H1" and "h2" in found and "h1" not in found:
            yield Hit(
                line.words, line.item, Verdict.UNCLEAR, "This reads like provision for Section H2."
            )
        elif line.letter == "H2" and not adult and "h1" in found and "h2" not in found:
            yield Hit(
                line.words, line.item, Verdict.UNCLEAR, "This reads like provision for Section H1."
            )
