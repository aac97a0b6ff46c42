"""stale-key-stage."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, in_words, said
from checks.language.readings import Basis
from extractors.plan import Kind


@check(
    "stale-key-stage",
    "No outcome looks to a key stage that is over",
    section="E",
    severity=Severity.SHOULD,
    source="Guidance on outcomes by phase (review years and horizons)",
    suggestion="By the end of [the stage that the child is in, or the next], [name] will [what].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    knows=lambda case: case.born is not None,
    examples=[
        example(
            born="2016-03-04",
            plan_date="2026-05-04",
            as_of="2026-11-21",
            outcome="By the end of Key Stage 2 she will write a page by herself.",
        ),
        example(
            born="2012-03-04",
            plan_date="2026-05-04",
            as_of="2026-11-21",
            outcome="«By the end of Key Stage 2» she will write a page by herself.",
        ),
    ],
    not_flagged="Dates, ages and year groups: only a key stage or a phase is looked at here.",
    by=By.FORM,
)
def stale_key_stage(case: Case) -> Iterator[Hit]:
    """A key stage that is over shows that the outcome was carried from an older plan."""
    for outcome, timeframe, end in ends(case):
        if timeframe.basis in (Basis.KEY_STAGE, Basis.PHASE) and end < case.as_of:
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"By date of birth that stage was over on {in_words(end)}.",
            )
