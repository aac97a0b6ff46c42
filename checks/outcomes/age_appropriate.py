"""e-age-appropriate."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, words
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

_GROWN = 13  # from this age, what belongs to little children is asked about
_LITTLE = 8  # below this age, what belongs to adults is


@check(
    "e-age-appropriate",
    "Each outcome fits the age of the child",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018: tailored to the age, needs and aspirations of each child",
    suggestion="The same skill in what others of that age do: [place], [activity].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.age is not None,
    examples=[
        example(
            born="2009-03-04",
            plan_date="2026-05-04",
            outcome="By July 2028 he will join in with «nursery rhymes» in a group of four.",
        ),
        example(
            born="2009-03-04",
            plan_date="2026-05-04",
            outcome="By July 2028 he will sing with a choir of four.",
        ),
        example(
            born="2021-03-04",
            plan_date="2026-05-04",
            outcome="By July 2028 she will join in with nursery rhymes in a group of four.",
        ),
        example(
            born="2009-03-04",
            plan_date="2026-05-04",
            outcome="By July 2028 he will lead story time at his placement in a nursery.",
        ),
    ],
    not_flagged="What a child likes or is able to do at a young developmental age: it is only ever"
    " asked. Work with younger children, and what comes after «so that».",
    by=By.MEANING,
)
def e_age_appropriate(case: Case) -> Iterator[Hit]:
    """Young people notice when their plan treats them as little children."""
    if case.age is None:
        return
    theirs = "young" if case.age >= _GROWN else "adult" if case.age < _LITTLE else ""
    for outcome, reading in readings(case):
        stop = reading.benefit.start if reading.benefit else len(reading.text)
        spans = told(reading.text).get(theirs, ()) if theirs else ()
        for span in [s for s in spans if s.start < stop][:1]:
            yield Hit(
                words(outcome, span),
                outcome,
                Verdict.UNCLEAR,
                f"«{span.text}» at the age of {case.age}: does it fit? Please check.",
            )
