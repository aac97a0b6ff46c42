"""The whole workbook as bytes: the same results always give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from openpyxl import Workbook

from reports.result import Results
from reports.workbook import sheets
from reports.workbook.frames import frames
from reports.workbook.readme import write_readme
from reports.workbook.summary import write_summary

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def workbook(results: Results, ladder: tuple[str, ...]) -> bytes:
    """The workbook of one audit. `ladder` is the rubric's grades, best first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    found = frames(results)
    write_readme(book.create_sheet("Read me"), results)
    summary = book.create_sheet("Summary")
    sheets.write_plans(book.create_sheet(sheets.PLANS), found, ladder)
    sheets.write_outcomes(book.create_sheet(sheets.OUTCOMES), found)
    sheets.write_provision(book.create_sheet(sheets.PROVISION), found)
    sheets.write_thread(book.create_sheet(sheets.THREAD), found)
    sheets.write_findings(book.create_sheet(sheets.FINDINGS), found)
    sheets.write_refused(book.create_sheet(sheets.NOT_AUDITED), found)
    write_summary(summary, results, found, ladder)
    book.active = 1
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is summary
    return _fixed(book, results)


def _fixed(book: Workbook, results: Results) -> bytes:
    """The saved workbook with every date in it set to the day of the audit."""
    day = datetime.combine(results.as_of, datetime.min.time(), tzinfo=UTC)
    book.properties.creator = "Goldenthread"
    book.properties.title = "Audit of EHC plans"
    book.properties.created = day.replace(tzinfo=None)
    saved = io.BytesIO()
    book.save(saved)
    stamp = day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    fixed = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return fixed.getvalue()
