"""The sheet of support: what each plan's provision comes to in a week, by role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from checks.provision.arithmetic import UNSAID
from reports.result import Results
from reports.workbook.tables import Column, write_rows

SUPPORT = "Support a week"
COLUMNS = (
    Column("file", "File", 34, wrap=True),
    Column("child", "Child", 20, wrap=True),
    Column("role", "Who gives it", 30, wrap=True),
    Column("least", "Hours a week, at least", 12, centred=True),
    Column("most", "Hours a week, at most", 12, centred=True),
    Column("once", "Hours in blocks that happen once", 14, centred=True),
    Column("lines", "In these lines of provision", 30, wrap=True),
)
_WHOLE_PLAN = "all, as the child receives it"
_HOUR = 60


def has_support(results: Results) -> bool:
    """Whether any plan states amounts of time."""
    return any(result.audit and result.audit.timetable.lines for result in results.counted)


def write_support(sheet: Worksheet, results: Results) -> None:
    """Hours a week by plan, then by role. Lines overlap: a total is no timetable."""
    write_rows(sheet, _rows(results), COLUMNS, "SupportTable")


def _rows(results: Results) -> Iterator[dict[str, Any]]:
    for result in results.counted:
        if result.audit is None or not result.audit.timetable.lines:
            continue
        about = {"file": result.file, "child": result.audit.plan.child.name}
        whole = result.audit.timetable
        once = sum(line.once for line in whole.lines)
        items = [line.item for line in whole.lines]
        yield about | _hours(_WHOLE_PLAN, whole.least, whole.most, once) | _named(items)
        for time in whole.by_role:
            yield about | _hours(time.role, time.least, time.most, time.once) | _named(time.lines)


def _hours(role: str, least: float, most: float, once: float) -> dict[str, Any]:
    in_hours = {"least": least, "most": most, "once": once}
    told = {name: round(time / _HOUR, 2) or None for name, time in in_hours.items()}
    return {"role": "nobody is named" if role == UNSAID else role, **told}


def _named(items: list[str] | tuple[str, ...]) -> dict[str, str]:
    return {"lines": ", ".join(items)}
