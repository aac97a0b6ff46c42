"""The sheet of the clocks: what the law says by when, one row a child and clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from checks.catalogue import BY_ID
from checks.clocks.clock import Clock, State
from extractors.listed import Listed
from reports.result import Results
from reports.workbook.tables import Column, write_rows

CLOCKS = "Clocks"
COLUMNS = (
    Column("child", "Child", 22, wrap=True),
    Column("file", "Plan", 34, wrap=True),
    Column("title", "What the law or the Code asks", 40, wrap=True),
    Column("state", "How it stands", 20, centred=True),
    Column("days_late", "Days late", 9, centred=True),
    Column("began_on", "From", 13),
    Column("began", "What began it", 26, wrap=True),
    Column("due", "Due", 13),
    Column("done_on", "Done", 13),
    Column("done", "What ended it", 26, wrap=True),
    Column("note", "To bear in mind", 44, wrap=True),
    Column("caseworker", "Caseworker", 20, wrap=True),
    Column("setting", "Setting", 26, wrap=True),
    Column("severity", "How firmly it is asked", 14, centred=True),
    Column("source", "Source", 34, wrap=True),
    Column("row", "Row of the list", 9, centred=True),
    Column("check", "Check", 18),
)


def write_clocks(sheet: Worksheet, results: Results) -> None:
    """Every clock that could be read, what was missed first."""
    rows = sorted(_rows(results), key=_urgency)
    write_rows(sheet, rows, COLUMNS, "ClocksTable")


def has_clocks(results: Results) -> bool:
    """Whether there is a clock to show."""
    return any(True for _ in _rows(results))


def _rows(results: Results) -> Iterator[dict[str, Any]]:
    for file in results.files:
        if file.listed is not None and file.audit is not None:
            child = file.audit.plan.child.name or file.listed.name
            yield from (_row(child, file.file, file.listed, clock) for clock in file.clocks)
    for one in results.caseload.no_plan if results.caseload else ():
        who = one.listed.name or one.listed.upn or one.listed.reference
        yield from (_row(who, "", one.listed, clock) for clock in one.clocks)


def _row(child: str, file: str, listed: Listed, clock: Clock) -> dict[str, Any]:
    check = BY_ID[clock.check]
    return {
        "child": child,
        "file": file or "no plan found",
        "title": check.title,
        "state": clock.state.value,
        "days_late": clock.days_late or None,
        "began_on": clock.began.date,
        "began": clock.began.what,
        "due": clock.due,
        "done_on": clock.done.date if clock.done else None,
        "done": clock.done.what if clock.done else None,
        "note": clock.note,
        "caseworker": listed.caseworker,
        "setting": listed.setting,
        "severity": check.severity.value,
        "source": check.source,
        "row": listed.row,
        "check": clock.check,
    }


def _urgency(row: dict[str, Any]) -> tuple[object, ...]:
    order = [state.value for state in _URGENT].index(row["state"])
    return order, -(row["days_late"] or 0), row["file"], row["row"], row["check"]


_URGENT = (State.LATE, State.OPEN, State.ASKED, State.RUNNING, State.KEPT)
