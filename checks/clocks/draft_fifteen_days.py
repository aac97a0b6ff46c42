"""t-draft-15d."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of, known_by, listed, missed
from checks.clocks.records import Records

_TIME = timedelta(days=15)
_LAST_DAY = "The final plan is of the fifteenth day itself, counted from the day of the draft."


def clock(records: Records) -> Clock | None:
    """From the draft to the next final plan."""
    began = records.day("drafted", "draft plan")
    if began is None:
        return None
    done = next((final for final in records.finals if final.date >= began.date), None)
    if done is None and records.finals:
        return None  # it is not known which draft became which plan
    due = began.date + _TIME
    short = (due - done.date).days if done else 0
    doubt = _LAST_DAY if short == 1 else doubt_of(records)
    return Clock("t-draft-15d", began, due, done, records.as_of, doubt, soonest=True)


@check(
    "t-draft-15d",
    "Families have at least fifteen days for the draft",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulations 13(1) and 22(2); Code of Practice 9.77",
    suggestion="Record on [date] that the family had answered the draft and agreed to it.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(),
    knows=known_by(clock),
    examples=[
        example(listed="drafted: 2026-03-02; finalised: 2026-03-30"),
        example(listed="drafted: 2026-03-02; finalised: 2026-03-10", fails=True),
        example(
            listed="drafted: 2026-03-02; finalised: 2026-03-16",
            fails=True,
            note="asked about: the fifteenth day was not over",
        ),
    ],
    not_flagged="A final plan of before the draft. The list cannot show that a family answered"
    " sooner and agreed: look at the file before you act.",
)
def t_draft_15d(case: Case) -> Iterator[Hit]:
    """The family has at least fifteen days from the draft to say what it thinks of it."""
    yield from missed(case, clock)
