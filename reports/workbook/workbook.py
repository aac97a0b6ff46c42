"""The whole workbook as bytes: the same results always give the same bytes."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.result import Results
from reports.workbook import sheets
from reports.workbook.breakdowns import BREAKDOWNS, has_breakdowns, write_breakdowns
from reports.workbook.checks_sheet import CHECKS_SHEET, write_checks
from reports.workbook.clock_sheet import CLOCKS, has_clocks, write_clocks
from reports.workbook.copied_sheet import COPIED, has_copied, write_copied
from reports.workbook.expiry import EXPIRY, has_expiry, write_expiry
from reports.workbook.finding_sheets import (
    IDENTITY,
    VERSIONS,
    has_identity,
    has_versions,
    write_identity,
    write_versions,
)
from reports.workbook.frames import frames
from reports.workbook.list_sheet import CASELOAD_LIST, write_caseload_list
from reports.workbook.questions_sheet import QUESTIONS_SHEET, has_questions, write_questions
from reports.workbook.readme import write_readme
from reports.workbook.save import saved
from reports.workbook.summary import write_summary
from reports.workbook.support_sheet import SUPPORT, has_support, write_support


def workbook(results: Results, ladder: tuple[str, ...]) -> bytes:
    """The workbook of one audit. `ladder` is the rubric's grades, best first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    found = frames(results)
    more = [(name, write) for name, wanted, write in _SOMETIMES if wanted(results)]
    idle = {name for name, _, _ in _SOMETIMES} - {name for name, _ in more}
    write_readme(book.create_sheet("Read me"), results, idle)
    summary = book.create_sheet("Summary")
    listed = results.caseload is not None
    sheets.write_plans(book.create_sheet(sheets.PLANS), found, ladder, listed=listed)
    sheets.write_outcomes(book.create_sheet(sheets.OUTCOMES), found)
    sheets.write_provision(book.create_sheet(sheets.PROVISION), found)
    sheets.write_thread(book.create_sheet(sheets.THREAD), found)
    sheets.write_findings(book.create_sheet(sheets.FINDINGS), found)
    for name, write in more:
        write(sheet := book.create_sheet(name), results)
        sheets.link_to_plans(sheet, found)
    sheets.write_refused(book.create_sheet(sheets.NOT_AUDITED), found)
    write_checks(book.create_sheet(CHECKS_SHEET))
    write_summary(summary, results, found, ladder)
    book.active = 1
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is summary
    return saved(book, "Audit of EHC plans", results.as_of)


Writer = Callable[[Worksheet, Results], None]

# The sheets that not every audit has anything for.
_SOMETIMES: tuple[tuple[str, Callable[[Results], bool], Writer], ...] = (
    (SUPPORT, has_support, write_support),
    (QUESTIONS_SHEET, has_questions, write_questions),
    (VERSIONS, has_versions, write_versions),
    (COPIED, has_copied, write_copied),
    (IDENTITY, has_identity, write_identity),
    (EXPIRY, has_expiry, write_expiry),
    (CLOCKS, has_clocks, write_clocks),
    (BREAKDOWNS, has_breakdowns, write_breakdowns),
    (CASELOAD_LIST, lambda results: results.caseload is not None, write_caseload_list),
)
