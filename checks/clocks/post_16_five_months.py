"""t-post16-5m."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of, known_by, listed, missed
from checks.clocks.records import Records
from checks.language.school import add_months
from checks.schooling import POST_16

_MONTHS = 5
_A_YEAR = timedelta(days=366)


def concerns(records: Records) -> bool:
    """Whether the young person is past Year 11; true where that is not known."""
    return records.year is None or records.year >= POST_16


def clock(records: Records) -> Clock | None:
    """To five months before the move to another post-16 institution."""
    moves = records.listed.transfers
    if moves is None or abs(moves - records.as_of) > _A_YEAR:
        return None
    due = add_months(moves, -_MONTHS)
    told = (*records.finals, records.day("review_decided", "decision after the last review"))
    days = [day for day in told if day and moves - _A_YEAR < day.date < moves]
    began = records.ahead("transfers", "move to another institution")
    if began is None:
        return None
    done = days[0] if days else None
    return Clock("t-post16-5m", began, due, done, records.as_of, doubt_of(records))


@check(
    "t-post16-5m",
    "Before a move between post-16 institutions the plan is amended five months ahead",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 18(2); Code of Practice 9.181",
    suggestion="Review the plan, and issue it with the new institution by [date].",
    by=By.RECORDS,
    caseload=True,
    applies=listed(concerns),
    knows=known_by(clock),
    examples=[
        example(
            listed="year_group: Year 13; transfers: 2026-09-01; finalised: 2026-03-20",
            as_of="2026-11-21",
        ),
        example(
            listed="year_group: Year 13; transfers: 2026-09-01; finalised: 2026-06-20",
            as_of="2026-11-21",
            fails=True,
        ),
    ],
    not_flagged="A move of which the list gives no day.",
)
def t_post16_5m(case: Case) -> Iterator[Hit]:
    """Five months leave time to arrange the support before the new course begins."""
    yield from missed(case, clock)
