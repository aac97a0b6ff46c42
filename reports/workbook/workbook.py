"""The whole workbook as bytes: the same results always give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.result import Results
from reports.workbook import sheets
from reports.workbook.breakdowns import BREAKDOWNS, has_breakdowns, write_breakdowns
from reports.workbook.checks_sheet import CHECKS_SHEET, write_checks
from reports.workbook.clock_sheet import CLOCKS, has_clocks, write_clocks
from reports.workbook.expiry import EXPIRY, has_expiry, write_expiry
from reports.workbook.frames import frames
from reports.workbook.list_sheet import CASELOAD_LIST, write_caseload_list
from reports.workbook.readme import write_readme
from reports.workbook.save import saved
from reports.workbook.summary import write_summary


def workbook(results: Results, ladder: tuple[str, ...]) -> bytes:
    """The workbook of one audit. `ladder` is the rubric's grades, best first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    found = frames(results)
    more = dict(_where_there_is_something(results))
    write_readme(book.create_sheet("Read me"), results, [n for n in SOMETIMES if n not in more])
    summary = book.create_sheet("Summary")
    sheets.write_plans(book.create_sheet(sheets.PLANS), found, ladder)
    sheets.write_outcomes(book.create_sheet(sheets.OUTCOMES), found)
    sheets.write_provision(book.create_sheet(sheets.PROVISION), found)
    sheets.write_thread(book.create_sheet(sheets.THREAD), found)
    sheets.write_findings(book.create_sheet(sheets.FINDINGS), found)
    for name, write in more.items():
        write(book.create_sheet(name), results)
    sheets.write_refused(book.create_sheet(sheets.NOT_AUDITED), found)
    write_checks(book.create_sheet(CHECKS_SHEET))
    write_summary(summary, results, found, ladder)
    book.active = 1
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is summary
    return saved(book, "Audit of EHC plans", results.as_of)


SOMETIMES = (EXPIRY, CLOCKS, BREAKDOWNS, CASELOAD_LIST)
Writer = Callable[[Worksheet, Results], None]


def _where_there_is_something(results: Results) -> Iterator[tuple[str, Writer]]:
    """The sheets that not every audit has anything for."""
    if has_expiry(results):
        yield EXPIRY, write_expiry
    if has_clocks(results):
        yield CLOCKS, write_clocks
    if has_breakdowns(results):
        yield BREAKDOWNS, write_breakdowns
    if results.caseload:
        yield CASELOAD_LIST, write_caseload_list
