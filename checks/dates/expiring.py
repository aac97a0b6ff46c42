"""stale-expiring."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, in_words, said
from checks.schooling import months_between
from extractors.plan import Kind


@check(
    "stale-expiring",
    "Which outcomes end within the next months",
    section="E",
    severity=Severity.INFO,
    source="Our own inference: a calendar for reviews",
    suggestion="Look at this outcome in a review before [date].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            outcome="«By March 2027» she will read aloud a page of a story.", as_of="2026-11-21"
        ),
        example(outcome="By July 2028 she will read aloud a page.", as_of="2026-11-21"),
        example(outcome="By July 2024 she will read aloud a page.", as_of="2026-11-21"),
    ],
    not_flagged="What has ended already: another check says so.",
    by=By.FORM,
)
def stale_expiring(case: Case) -> Iterator[Hit]:
    """An outcome that ends soon needs a review before it does."""
    for outcome, timeframe, end in ends(case):
        if end >= case.as_of and (
            months_between(case.as_of, end) <= case.rubric.dates.expiring_months
        ):
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"It ends on {in_words(end)}, in {(end - case.as_of).days} days.",
            )
