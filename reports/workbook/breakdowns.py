"""The sheet of breakdowns: the caseload by phase, need, setting, caseworker and writer.

No rate is given of fewer than ten plans, and nobody is ranked: groups stand by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from checks.audit import Audit
from checks.check import Verdict
from checks.clocks.records import Records
from checks.language.school import school_year
from checks.schooling import printed_year
from checks.standing import wilson
from extractors.listed import Listed
from reports.result import FileResult, Results
from reports.sample.phase import phase_of_year
from reports.workbook.figures import FEWEST_FOR_A_RATE, statutory_failures, whole_threads
from reports.workbook.tables import Column, write_rows

BREAKDOWNS = "Breakdowns"
NOT_LISTED = "not in the list"
NOT_SAID = "not said"
_FEW = f"fewer than {FEWEST_FOR_A_RATE} plans: no rate"
_PHASES = (
    "early years",
    "Reception",
    *(f"key stage {n}" for n in range(1, 5)),
    "16 to 18",
    "19 and over",
)
COLUMNS = (
    Column("by", "By", 16),
    Column("group", "Group", 34, wrap=True),
    Column("plans", "Plans", 8, centred=True),
    Column("failing", "Plans with a statutory failure", 12, centred=True),
    Column("rate", "Rate", 9, centred=True),
    Column("interval", "95 % interval", 15, centred=True),
    Column("failures", "Statutory failures a plan", 12, centred=True),
    Column("all_failures", "All failures a plan", 12, centred=True),
    Column("whole", "Needs with a whole thread", 13, centred=True),
    Column("needs", "Needs", 8, centred=True),
    Column("whole_rate", "Whole-thread share", 11, centred=True),
    Column("clocks", "Clocks missed", 10, centred=True),
    Column("note", "Note", 30, wrap=True),
)


def write_breakdowns(sheet: Worksheet, results: Results) -> None:
    """A row for each group: each child counts once, by the latest plan."""
    write_rows(sheet, _rows(results), COLUMNS, "BreakdownsTable")


def has_breakdowns(results: Results) -> bool:
    """Whether there is a list to break the caseload down by, or a group with enough plans."""
    return bool(results.caseload) or len(results.counted) >= FEWEST_FOR_A_RATE


def _rows(results: Results) -> Iterator[dict[str, Any]]:
    counted = [(file, file.audit) for file in results.counted if file.audit]
    yield _row("all plans", "", counted)
    for name, of in _ways(results):
        groups: dict[str, list[tuple[FileResult, Audit]]] = {}
        for file, audit in counted:
            groups.setdefault(of(file, audit), []).append((file, audit))
        for group in sorted(groups, key=_order):
            yield _row(name, group, groups[group])


def _ways(results: Results) -> Iterator[tuple[str, Callable[[FileResult, Audit], str]]]:
    """What the caseload is broken down by: as far as plans tell it, then as the list does."""
    yield "phase", lambda file, audit: _phase(file, audit, results)
    if results.caseload is None:
        yield "setting", lambda _, audit: audit.plan.facts.setting or NOT_SAID
        return
    yield "primary need", lambda file, _: _of(file.listed, lambda row: row.primary_need)
    yield "setting type", lambda file, _: _of(file.listed, lambda row: row.setting_type)
    yield "setting", _setting
    yield "caseworker", lambda file, _: _of(file.listed, lambda row: row.caseworker)
    yield "writer", lambda file, _: _of(file.listed, lambda row: row.writer)


def _of(row: Listed | None, told: Callable[[Listed], str]) -> str:
    return NOT_LISTED if row is None else told(row) or NOT_SAID


def _setting(file: FileResult, audit: Audit) -> str:
    listed = file.listed.setting if file.listed else ""
    return listed or audit.plan.facts.setting or NOT_SAID


def _phase(file: FileResult, audit: Audit, results: Results) -> str:
    """The phase on the day of the audit; where no birth is known, by the year that is printed."""
    if file.listed:
        return phase_of_year(Records(file.listed, results.as_of, audit.plan).year)
    child = audit.plan.child
    if child.date_of_birth:
        return phase_of_year(school_year(child.date_of_birth, results.as_of))
    return phase_of_year(printed_year(child.year_group or ""))


def _order(group: str) -> tuple[bool, int, str]:
    """Phases as they follow each other, other groups by name, those not known last."""
    place = _PHASES.index(group) if group in _PHASES else len(_PHASES)
    return group in (NOT_LISTED, NOT_SAID, "phase not known"), place, group.casefold()


def _row(by: str, group: str, plans: Sequence[tuple[FileResult, Audit]]) -> dict[str, Any]:
    audits = [audit for _, audit in plans]
    n = len(audits)
    statutory = [statutory_failures(audit) for audit in audits]
    failing = sum(count > 0 for count in statutory)
    failed = sum(f.verdict is Verdict.FAIL for audit in audits for f in audit.findings)
    whole, needs = whole_threads(audits)
    missed = sum(c.verdict is Verdict.FAIL for file, _ in plans for c in file.clocks)
    row = {"by": by, "group": group, "plans": n, "failing": failing, "whole": whole, "needs": needs}
    row["clocks"] = missed if any(file.clocks for file, _ in plans) else None
    if n < FEWEST_FOR_A_RATE:
        return row | {"note": _FEW}
    low, high = wilson(failing, n)
    return row | {
        "rate": _percent(failing / n),
        "interval": f"{_percent(low)} to {_percent(high)}",
        "failures": round(sum(statutory) / n, 2),
        "all_failures": round(failed / n, 1),
        "whole_rate": _percent(whole / needs) if needs >= FEWEST_FOR_A_RATE else None,
        "note": "",
    }


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"
