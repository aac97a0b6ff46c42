"""t-ar-decision-4w."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of, known_by, listed, missed
from checks.clocks.records import Records

_TIME = timedelta(weeks=4)


def clock(records: Records) -> Clock | None:
    """From the review meeting to the decision after it."""
    began = records.day("reviewed", "review meeting")
    if began is None:
        return None
    told = (
        records.day("review_decided", "decision after the review"),
        records.day("amendment_noticed", "notice of the amendments"),
    )
    after = [day for day in told if day and day.date >= began.date]
    done = min(after, key=lambda day: day.date, default=None)
    if done is None and any(final.date >= began.date for final in records.finals):
        return None  # it was decided, and the list does not say when
    due = began.date + _TIME
    return Clock("t-ar-decision-4w", began, due, done, records.as_of, doubt_of(records))


@check(
    "t-ar-decision-4w",
    "Within four weeks of the review meeting the family learns what was decided",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulations 20(10) and 21; Code of Practice 9.176;"
    " R (L, M and P) v Devon [2022] EWHC 493 (Admin)",
    suggestion="Tell the family by [date] whether the plan stays, changes or ends.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(),
    knows=known_by(clock),
    examples=[
        example(listed="reviewed: 2026-03-02; review_decided: 2026-03-30"),
        example(listed="reviewed: 2026-03-02; review_decided: 2026-04-27", fails=True),
        example(
            listed="reviewed: 2026-03-02",
            as_of="2026-11-21",
            fails=True,
            note="asked about: no decision is on record",
        ),
    ],
    not_flagged="A decision whose date the list does not hold, where a plan issued since shows that"
    " there was one. A tribunal case is asked about.",
)
def t_ar_decision_4w(case: Case) -> Iterator[Hit]:
    """A review is over only when the authority has said whether the plan stays as it is."""
    yield from missed(case, clock)
