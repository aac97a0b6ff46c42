"""t-ar-12m."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of, known_by, listed, missed
from checks.clocks.records import Day, Records
from checks.language.school import add_months

_YEAR = 12
_TO_DECIDE = timedelta(weeks=4)
_AFTER_A_MOVE = 3
_DECISION = (
    "The year runs from the decision after the last review, which the list does not give and which"
    " may have come up to four weeks after the meeting."
)
_HELD_SINCE = "The list gives a next review that lies further ahead: one may have been held since."


def clock(records: Records) -> Clock | None:
    """From the last review to the next; from the plan, where there has been none yet."""
    decided = records.day("review_decided", "decision after the last review")
    met = records.day("reviewed", "last review meeting")
    if decided and (met is None or met.date <= decided.date):
        return _from(decided, records, doubt_of(records))
    if met:
        due = add_months(met.date, _YEAR)
        doubt = _DECISION if due < records.as_of <= due + _TO_DECIDE else doubt_of(records)
        return _from(met, records, doubt)
    if records.finals:
        running = _from(records.finals[-1], records, "")
        if not running.days_late:
            return running
    return None  # that no review is on record does not show that none was held


def _from(began: Day, records: Records, doubt: str) -> Clock:
    due = add_months(began.date, _YEAR)
    moved = records.day("moved_in", "moved in")
    if moved:  # the later of a year and of three months after the transfer
        due = max(due, add_months(moved.date, _AFTER_A_MOVE))
    following: date | None = records.listed.review_due
    if following and following > max(due, records.as_of):
        doubt = _HELD_SINCE
    return Clock("t-ar-12m", began, due, None, records.as_of, doubt, sure=True)


@check(
    "t-ar-12m",
    "The plan is reviewed every twelve months",
    section="",
    severity=Severity.MUST,
    source="Children and Families Act 2014, section 44(1); SEND Regulations 2014, regulation 15(5)"
    " for those who move in; Code of Practice 9.169",
    suggestion="Hold the review by [date], and record the meeting and the decision after it.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(),
    knows=known_by(clock),
    examples=[
        example(listed="reviewed: 2026-01-12; review_decided: 2026-02-02", as_of="2026-11-21"),
        example(
            listed="reviewed: 2025-06-12; review_decided: 2025-07-02",
            as_of="2026-11-21",
            fails=True,
        ),
        example(
            listed="reviewed: 2025-11-10",
            as_of="2026-11-21",
            fails=True,
            note="asked about: the decision may have come within these days",
        ),
        example(
            listed="finalised: 2024-05-04",
            as_of="2026-11-21",
            note="no review on record: not assessed, for one may have been held",
        ),
        example(
            listed="review_decided: 2025-10-01; moved_in: 2026-09-20",
            as_of="2026-11-21",
            note="a new authority has three months at least",
        ),
    ],
    not_flagged="A plan without any review on record: that a date is missing does not show that no"
    " review was held. A tribunal case is asked about.",
)
def t_ar_12m(case: Case) -> Iterator[Hit]:
    """The law has every plan reviewed within twelve months of its issue or its last review."""
    yield from missed(case, clock)
