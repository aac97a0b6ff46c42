"""t-20wk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of_assessment, known_by, listed, missed
from checks.clocks.records import Records

_TIME = timedelta(weeks=20)


def concerns(records: Records) -> bool:
    """Whether no exception lifts the twenty weeks."""
    return not records.listed.exception


def clock(records: Records) -> Clock | None:
    """From the request to the first final plan."""
    began = records.day("requested", "request received")
    done = records.first_final
    if began is None or (done and done.date < began.date):
        return None
    if done is None and records.finals:
        return None  # whether one of them is the first cannot be told
    doubt = doubt_of_assessment(records)
    return Clock("t-20wk", began, began.date + _TIME, done, records.as_of, doubt)


@check(
    "t-20wk",
    "The final plan is issued within twenty weeks of the request",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulations 13(2), 13(3) and 10(4)",
    suggestion="Record which exception of regulation 10(4) holds, if one does: [which].",
    by=By.RECORDS,
    caseload=True,
    applies=listed(concerns),
    knows=known_by(clock),
    examples=[
        example(listed="requested: 2026-01-05; finalised: 2026-05-25", note="140 days"),
        example(listed="requested: 2026-01-05; finalised: 2026-06-20", fails=True),
        example(
            listed="requested: 2026-01-05; finalised: 2026-06-20; exception: yes",
            note="the twenty weeks do not apply",
        ),
        example(
            status="final",
            plan_date="2026-09-01",
            listed="requested: 2026-01-05",
            fails=True,
            note="the plan's own date, where the list has none",
        ),
        example(
            listed="requested: 2023-01-05; reviewed: 2025-05-01; finalised: 2025-07-01",
            note="issued after a review: when the first plan was, the list does not say",
        ),
        example(
            listed="requested: 2026-01-05; finalised: 2026-06-20; tribunal: yes",
            fails=True,
            note="asked about: an order may have set another day",
        ),
    ],
    not_flagged="A child for whom the list notes an exception; a final plan that may not be the"
    " child's first. A tribunal case and a move into the area are asked about.",
)
def t_20wk(case: Case) -> Iterator[Hit]:
    """The whole process, from the request to the final plan, must not take longer than this."""
    yield from missed(case, clock)
