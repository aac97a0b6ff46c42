"""t-ar-report-2w."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, known_by, listed, missed
from checks.clocks.records import Records

_TIME = timedelta(weeks=2)


def clock(records: Records) -> Clock | None:
    """From the review meeting to its report."""
    began = records.day("reviewed", "review meeting")
    done = records.day("review_reported", "report of the review")
    if began is None or done is None or done.date < began.date:
        return None
    return Clock("t-ar-report-2w", began, began.date + _TIME, done, records.as_of)


@check(
    "t-ar-report-2w",
    "The report of a review is sent within two weeks of the meeting",
    section="",
    severity=Severity.SHOULD,
    source="SEND Regulations 2014, regulations 20 and 21; Code of Practice 9.176",
    suggestion="Agree with [the setting] by when its review reports come.",
    by=By.RECORDS,
    caseload=True,
    applies=listed(),
    knows=known_by(clock),
    examples=[
        example(listed="reviewed: 2026-03-02; review_reported: 2026-03-16"),
        example(listed="reviewed: 2026-03-02; review_reported: 2026-04-20", fails=True),
    ],
    not_flagged="A report whose date the list does not hold.",
)
def t_ar_report_2w(case: Case) -> Iterator[Hit]:
    """The decision after a review waits for its report, which is due two weeks on."""
    yield from missed(case, clock)
