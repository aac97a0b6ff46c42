"""t-6wk-decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, doubt_of_assessment, known_by, listed, missed
from checks.clocks.records import Records

_TIME = timedelta(weeks=6)


def clock(records: Records) -> Clock | None:
    """From the request to the decision whether to assess."""
    began = records.day("requested", "request received")
    done = records.day("decided", "decision whether to assess")
    if began is None or (done and done.date < began.date):
        return None
    if done is None and (records.plan or records.finals or records.listed.drafted):
        return None  # it was decided, and the list does not say when
    doubt = doubt_of_assessment(records)
    if records.listed.exception:
        doubt = "The list notes an exception, which regulation 5(4) may give here too."
    return Clock("t-6wk-decision", began, began.date + _TIME, done, records.as_of, doubt)


@check(
    "t-6wk-decision",
    "Within six weeks of a request it is decided whether to assess",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 5(1) and (4)",
    suggestion="Record why the decision was late, and tell the family on [date] what was decided.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(),
    knows=known_by(clock),
    examples=[
        example(listed="requested: 2026-01-05; decided: 2026-02-16", note="42 days"),
        example(listed="requested: 2026-01-05; decided: 2026-03-02", fails=True),
        example(
            listed="requested: 2026-01-05; decided: 2026-03-02; exception: yes",
            fails=True,
            note="asked about: an exception may give more time",
        ),
    ],
    not_flagged="A decision whose date the list does not hold, where a plan shows that there was"
    " one. A tribunal case, an exception and a move into the area are asked about.",
)
def t_6wk_decision(case: Case) -> Iterator[Hit]:
    """A family must learn within six weeks whether the child will be assessed."""
    yield from missed(case, clock)
