"""stale-expired."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import ends, in_words, said
from extractors.plan import Kind


@check(
    "stale-expired",
    "No outcome is past its own end date",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.166 to 9.168; guidance on yearly review",
    suggestion="By [a later stage], [name] will [do what], after a review of what was reached.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2027 she will read aloud a page of a story.", as_of="2026-11-21"),
        example(
            outcome="«By July 2024» she will read aloud a page of a story.", as_of="2026-11-21"
        ),
        example(
            born="2016-03-04",
            outcome="«By the end of Key Stage 1» she will read 40 words.",
            as_of="2026-11-21",
        ),
    ],
    not_flagged="An end point whose date cannot be known.",
    by=By.FORM,
)
def stale_expired(case: Case) -> Iterator[Hit]:
    """An outcome past its date was either reached or missed, and the plan should say which."""
    for outcome, timeframe, end in ends(case):
        if end < case.as_of:
            days = (case.as_of - end).days
            yield Hit(
                said(outcome, timeframe),
                outcome,
                reason=f"It ended on {in_words(end)}, {days} days before the audit.",
            )
