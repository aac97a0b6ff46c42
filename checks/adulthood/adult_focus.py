"""pfa-adult-focus."""

from __future__ import annotations

from collections.abc import Iterator

from checks.adulthood.four_areas import touched
from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.wordlists import wordlist
from extractors.plan import Kind


@check(
    "pfa-adult-focus",
    "From Year 9 each outcome leads towards adult life",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 8.9 and 9.64; Central Bedfordshire, writing good outcomes",
    suggestion="By [when] [name] will use [skill] to [do what in work, home, community or health].",
    by=By.MEANING,
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.year is not None,
    applies=lambda case: (case.year or 0) >= case.rubric.adulthood.from_year,
    examples=[
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            outcome=(
                "«By the end of Year 11 she will read 50 words with long vowels.»",
                "By the end of Year 11 she will read the departures and catch the right bus.",
                "By the end of Year 11 she will pass her English exam at level 1.",
            ),
        ),
        example(
            born="2017-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Year 6 she will read 50 words with long vowels.",
        ),
        example(
            born="2010-03-04",
            plan_date="2026-05-04",
            outcome="By the end of Year 11 she will spell 50 words, so that she can fill in forms.",
        ),
    ],
    not_flagged="Exams and qualifications, which are a way there; skills with a use beside them;"
    " anything but skills of the classroom.",
)
def pfa_adult_focus(case: Case) -> Iterator[Hit]:
    """At this age a skill of the classroom counts by what it is used for later."""
    for outcome in case.plan.outcomes:
        found = wordlist("pfa").find(outcome.text)
        if "classroom" not in found or "used" in found:
            continue
        if not touched(f"{outcome.heading}. {outcome.stem} {outcome.text}"):
            yield Hit(whole(outcome), outcome, Verdict.UNCLEAR)
