"""t-ar-final-8w."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of, known_by, listed, missed
from checks.clocks.records import Day, Records

_FROM_NOTICE = timedelta(weeks=8)
_FROM_MEETING = timedelta(weeks=12)
_ONE_REVIEW = timedelta(weeks=26)  # a notice so long after a meeting is hardly of that review


def clock(records: Records) -> Clock | None:
    """From the notice of amendments, or the review meeting before it, to the amended plan."""
    met = records.day("reviewed", "review meeting")
    noticed = records.day("amendment_noticed", "notice of the amendments")
    if noticed:
        began, due = noticed, noticed.date + _FROM_NOTICE
        if met and met.date <= noticed.date <= met.date + _ONE_REVIEW:
            of_meeting = met.date + _FROM_MEETING
            began, due = (met, of_meeting) if of_meeting < due else (began, due)
        done = _after(noticed, records)
    elif met and (amended := records.day("amended", "amended final plan")):
        began, due = met, met.date + _FROM_MEETING
        done = amended
        if done.date < met.date:
            return None  # it is of an earlier review
    else:
        return None
    return Clock("t-ar-final-8w", began, due, done, records.as_of, doubt_of(records))


def _after(noticed: Day, records: Records) -> Day | None:
    """The first final plan since the notice."""
    return next((final for final in records.finals if final.date >= noticed.date), None)


@check(
    "t-ar-final-8w",
    "The amended plan is issued within eight weeks of the notice, twelve of the meeting",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 22(3) and (4); R (L, M and P) v Devon [2022] EWHC 493"
    " (Admin); Code of Practice 9.196",
    suggestion="Issue the amended plan by [date], or tell the family that it stays as it was.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(),
    knows=known_by(clock),
    examples=[
        example(listed="amendment_noticed: 2026-03-30; amended: 2026-05-20"),
        example(listed="amendment_noticed: 2026-03-30; amended: 2026-07-06", fails=True),
        example(
            listed="reviewed: 2026-03-02; amendment_noticed: 2026-04-20; amended: 2026-06-08",
            fails=True,
            note="within eight weeks of the notice, but not within twelve of the meeting",
        ),
        example(
            listed="amendment_noticed: 2026-03-30; finalised: 2024-07-06",
            as_of="2026-11-21",
            fails=True,
            note="asked about: no plan since the notice is on record",
        ),
    ],
    not_flagged="A review after which no amendment was proposed. A tribunal case is asked about.",
)
def t_ar_final_8w(case: Case) -> Iterator[Hit]:
    """Twelve weeks after the meeting, and eight after the notice, the family has its plan."""
    yield from missed(case, clock)
