"""The sheet of the caseload list: who is on one side alone, and what is wrong with the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from reports.result import Caseload, Results
from reports.workbook.tables import Column, write_rows

CASELOAD_LIST = "Caseload list"
COLUMNS = (
    Column("what", "What", 30, wrap=True),
    Column("row", "Row of the list", 9, centred=True),
    Column("sheet", "Sheet of the list", 16, wrap=True),
    Column("column", "Column of the list", 24, wrap=True),
    Column("child", "Child", 24, wrap=True),
    Column("upn", "UPN", 17),
    Column("reference", "Reference", 16),
    Column("file", "Plan", 36, wrap=True),
    Column("says", "What was found", 60, wrap=True),
    Column("caseworker", "Caseworker", 20, wrap=True),
)
NO_PLAN = "in the list, no plan found"
UNLISTED = "a plan that nobody listed"
DIFFERS = "list and plan differ"
LIST = "to mend in the list"


def write_caseload_list(sheet: Worksheet, results: Results) -> None:
    """Children without a plan, plans that nobody listed, differences, and what to mend."""
    rows = list(_rows(results, results.caseload)) if results.caseload else []
    write_rows(sheet, rows, COLUMNS, "CaseloadListTable")


def _rows(results: Results, caseload: Caseload) -> Iterator[dict[str, Any]]:
    for one in caseload.no_plan:
        listed = one.listed
        yield {
            "what": NO_PLAN,
            "row": listed.row,
            "sheet": listed.sheet,
            "child": listed.name,
            "upn": listed.upn,
            "reference": listed.reference,
            "says": one.why,
            "caseworker": listed.caseworker,
        }
    by_file = {file.file: file for file in results.files}
    for plan in caseload.unlisted:
        audit = by_file[plan.file].audit
        child = audit.plan.child if audit else None
        yield {
            "what": UNLISTED,
            "child": child.name if child else None,
            "upn": child.upn if child else None,
            "reference": ", ".join(r.text for r in child.references) if child else None,
            "file": plan.file,
            "says": plan.why,
        }
    for file in sorted(caseload.differs):
        row = by_file[file].listed
        yield {
            "what": DIFFERS,
            "row": row.row if row else None,
            "sheet": row.sheet if row else None,
            "child": row.name if row else None,
            "file": file,
            "says": f"They are of one child by {by_file[file].matched_by}, but differ in:"
            f" {caseload.differs[file]}.",
            "caseworker": row.caseworker if row else None,
        }
    for remark in caseload.remarks:
        yield {
            "what": LIST,
            "row": remark.row or None,
            "sheet": remark.sheet,
            "column": remark.column,
            "says": remark.says,
        }
    if caseload.unknown:
        heads = ", ".join(f"«{head}»" for head in caseload.unknown)
        yield {
            "what": LIST,
            "says": f"Columns that are not known, and not used: {heads}.",
        }


def caseload_in_words(caseload: Caseload) -> str:
    """What became of the list: how many of its children have a plan here, and what is left over."""
    found = caseload.children - len(caseload.no_plan)
    return (
        f"{caseload.file} ({caseload.hash}): {found:,} of {caseload.children:,} children have a"
        f" plan here; {len(caseload.unlisted):,} plans that nobody listed;"
        f" {len(caseload.remarks):,} places to mend in it."
    )
