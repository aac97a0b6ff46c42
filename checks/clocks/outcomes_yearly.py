"""t-outcomes-annual."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks import review_twelve_months
from checks.clocks.clock import Clock, known_by, listed, missed
from checks.clocks.records import Records
from checks.language.school import add_months

_MONTHS = 12
_ELSEWHERE = "A review of which the list does not know may have looked at them."


def concerns(records: Records) -> bool:
    """Whether the plan has outcomes, and the review of the plan does not already say it all."""
    review = review_twelve_months.clock(records)
    if records.plan is None or not records.plan.outcomes or (review and review.days_late):
        return False
    facts = records.plan.facts
    due = facts.review_date or (add_months(facts.date, _MONTHS) if facts.date else None)
    return due is None or due >= records.as_of  # else that is said of the plan's own review


def clock(records: Records) -> Clock | None:
    """From the last day on which the outcomes were surely looked at."""
    told = (
        records.day("reviewed", "last review meeting"),
        records.day("review_decided", "decision after the last review"),
        *records.finals,
    )
    began = max((day for day in told if day), key=lambda day: day.date, default=None)
    if began is None:
        return None
    due = add_months(began.date, _MONTHS)
    return Clock("t-outcomes-annual", began, due, None, records.as_of, _ELSEWHERE)


@check(
    "t-outcomes-annual",
    "Long-term outcomes are looked at every year",
    section="",
    severity=Severity.SHOULD,
    source="Guidance on outcomes: long-term ones are reviewed yearly with the short-term ones,"
    " better each term; Code of Practice 9.166",
    suggestion="Look at each outcome by [date]: reached, on the way, or to be changed.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(concerns),
    knows=known_by(clock),
    examples=[
        example(
            outcome="By July 2028 she will read aloud a page of a story.",
            listed="finalised: 2026-03-20",
            as_of="2026-11-21",
        ),
        example(
            outcome="By July 2028 she will read aloud a page of a story.",
            plan_date="2025-03-20",
            review_date="2027-03-19",
            listed="finalised: 2025-03-20",
            as_of="2026-11-21",
            fails=True,
            note="asked about: the list may lack a review",
        ),
    ],
    not_flagged="A review that is overdue: another check says so, and that is the cause.",
)
def t_outcomes_annual(case: Case) -> Iterator[Hit]:
    """An outcome that nobody looks at for a year no longer steers what is done."""
    yield from missed(case, clock)
