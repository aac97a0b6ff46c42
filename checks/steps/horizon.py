"""steps-horizon."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.dates.ends import in_words
from checks.schooling import months_between
from checks.steps.read import timeframe_of
from extractors.plan import Kind

_SLACK = 2  # months: «Easter» and «July» stand for a term, which ends somewhat later


@check(
    "steps-horizon",
    "A step is taken within a year",
    section="E",
    severity=Severity.GOOD,
    source="What are outcomes?, Central Bedfordshire: short-term outcomes achievable within a year",
    suggestion="Step: by [a term within the next year], [name] will [a smaller part of it].",
    reads=("E",),
    each=(Kind.STEP,),
    knows=lambda case: case.plan.facts.date is not None,
    examples=[
        example(
            plan_date="2026-05-04",
            outcome="By July 2029 she will read aloud.",
            step="By December 2026 she will read 20 words.",
        ),
        example(
            plan_date="2026-05-04",
            outcome="By July 2030 she will read aloud.",
            step="«By July 2029» she will read 20 words.",
        ),
    ],
    not_flagged="A step without a date; up to two months more than a year.",
    by=By.FORM,
)
def steps_horizon(case: Case) -> Iterator[Hit]:
    """What takes longer than a year is not seen to succeed or fail in time: it can be split."""
    most = case.rubric.outcomes.minimum_months + _SLACK
    for step in case.plan.of(Kind.STEP):
        frame = timeframe_of(case, step)
        if frame is None or frame.date is None:
            continue
        months = months_between(case.written, frame.date)
        if months > most:
            yield Hit(
                words(step, frame.span),
                step,
                reason=f"It ends on {in_words(frame.date)}, {round(months)} months after the plan's"
                " date.",
            )
