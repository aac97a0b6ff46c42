"""t-under5."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, known_by, listed, missed
from checks.clocks.records import Records
from checks.language.school import add_months, age_on

_MONTHS = 6
_FIVE = 5
_CONSIDER = "The Code asks authorities to consider it; whether they did, the list does not say."


def concerns(records: Records) -> bool:
    """Whether the child is under five; true where that is not known."""
    return records.born is None or age_on(records.born, records.as_of) < _FIVE


def clock(records: Records) -> Clock | None:
    """From the last review or plan on."""
    told = (
        records.day("reviewed", "last review meeting"),
        records.day("review_decided", "decision after the last review"),
        *records.finals,
    )
    began = max((day for day in told if day), key=lambda day: day.date, default=None)
    if began is None or records.born is None:
        return None
    due = add_months(began.date, _MONTHS)
    return Clock("t-under5", began, due, None, records.as_of, _CONSIDER)


@check(
    "t-under5",
    "A plan of a child under five is looked at every three to six months",
    section="",
    severity=Severity.SHOULD,
    source="Code of Practice 9.178",
    suggestion="Look at the plan with the setting and the family by [date], in a short review.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(concerns),
    knows=known_by(clock),
    examples=[
        example(listed="born: 2023-03-04; finalised: 2026-08-20", as_of="2026-11-21"),
        example(
            listed="born: 2023-03-04; finalised: 2026-03-20",
            as_of="2026-11-21",
            fails=True,
            note="asked about: the Code asks to consider it",
        ),
        example(listed="born: 2016-03-04; finalised: 2026-03-20", as_of="2026-11-21"),
    ],
    not_flagged="A child of five or more. It is always a question, for the Code says «consider».",
)
def t_under5(case: Case) -> Iterator[Hit]:
    """A young child changes quickly, and a plan of a year ago may be of another child."""
    yield from missed(case, clock)
