"""The expiry calendar: what ends or falls due in the twelve months ahead, a row a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from checks.audit import Audit
from checks.clocks.clock import State
from checks.dates.ends import in_words
from checks.dates.reviews import review_due
from checks.language.school import add_months
from reports.result import FileResult, Results
from reports.workbook.tables import Column, write_rows

EXPIRY = "Expiry calendar"
AHEAD = 12  # months
_NAMED = 6  # plans; of more, how many
COLUMNS = (
    Column("month", "Month", 20),
    Column("outcomes", "Outcomes that end", 11, centred=True),
    Column("plans", "Plans they stand in", 11, centred=True),
    Column("reviews", "Reviews due", 11, centred=True),
    Column("transfers", "Transfer plans due", 11, centred=True),
    Column("first", "Reviews that come first", 60, wrap=True),
)
PAST = "past already"


def write_expiry(sheet: Worksheet, results: Results) -> None:
    """What is past, then each of the months ahead, the one of the audit first."""
    write_rows(sheet, _rows(results), COLUMNS, "ExpiryTable")


def has_expiry(results: Results) -> bool:
    """Whether any plan has a day to show."""
    return any(any(True for _ in days) for days in (_ends(results), _reviews(results)))


def _rows(results: Results) -> list[dict[str, Any]]:
    ends, reviews = list(_ends(results)), sorted(_reviews(results))
    transfers = list(_transfers(results))
    months = [PAST, *(_month(add_months(_first(results.as_of), n)) for n in range(AHEAD + 1))]
    in_month = {
        month: [file for day, file in ends if _when(day, results) == month] for month in months
    }
    due = {m: [(day, who) for day, who in reviews if _when(day, results) == m] for m in months}
    moves = Counter(_when(day, results) for day in transfers)
    return [
        {
            "month": month,
            "outcomes": len(in_month[month]),
            "plans": len(set(in_month[month])),
            "reviews": len(due[month]),
            "transfers": moves[month],
            "first": _named(due[month]),
        }
        for month in months
    ]


def _named(due: list[tuple[date, str]]) -> str:
    told = "; ".join(f"{who}, {in_words(day)}" for day, who in due[:_NAMED])
    more = len(due) - _NAMED
    return f"{told}; and {more:,} more" if more > 0 else told


def _first(day: date) -> date:
    return day.replace(day=1)


def _month(day: date) -> str:
    return f"{day:%B} {day.year}"


def _when(day: date, results: Results) -> str:
    return PAST if day < results.as_of else _month(day)


def _ends(results: Results) -> Iterator[tuple[date, str]]:
    """Every day on which an outcome ends, with the plan that it stands in."""
    for file, audit in _counted(results):
        for reading in audit.outcomes.values():
            if reading.timeframe and reading.timeframe.date:
                yield reading.timeframe.date, file.file


def _reviews(results: Results) -> Iterator[tuple[date, str]]:
    """Every day by which a review is due, with whose it is."""
    for file, audit in _counted(results):
        if due := review_due(audit.plan, file.listed, results.as_of):
            yield due.date, audit.plan.child.name or file.file


def _transfers(results: Results) -> Iterator[date]:
    """The days by which plans must name the next setting, and do not yet."""
    for file in results.files:
        for clock in file.clocks:
            if clock.check.startswith("t-phase") and clock.state in (State.RUNNING, State.OPEN):
                yield clock.due


def _counted(results: Results) -> Iterator[tuple[FileResult, Audit]]:
    for file in results.counted:
        if file.audit:
            yield file, file.audit
